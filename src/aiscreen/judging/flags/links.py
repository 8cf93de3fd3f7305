"""Ways to say "M is a C" that reach over other words: "the C that we chose was M", "M belongs to the C", "among C, I like M".

A sentence is one string here, its items parted by spaces, a term one character: regular expressions read it. What is
said right beside a head is for `relations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from aiscreen.judging.flags.grammar import BORROWED, HEDGES
from aiscreen.taxonomy.patterns.lexicon import is_mark
from aiscreen.text import vocabulary

_WINDOW = 110
_M = r"(?:the |a |an |our |my |plain |simple |basic |good old |\" )*(?P<m>[\ue000-\uf8fe])"
_NAMELY = r"(?:mostly|chiefly|mainly|largely|primarily|principally|predominantly|namely|notably|essentially|usually|particularly|specifically|especially|eg|ie) ,? ?"
_WE = r"(?:(?:that |which )?(?:i|we|they|the team|my team|our team) (?:\w+ ){1,3})"
_BE = (
    r"(?:is|was|are|were|being|remains|remained|became|has been|has always been|had been|have been|would be) "
)
_METHOD = (
    r"(?:(?:main|first|best|final|chosen|exact|only|core|underlying|actual|specific) )?(?:algorithm|algorithms|method"
    r"|methods|technique|techniques|model|models|tool|tools|framework|library|choice|approach|pick|favourite|favorite"
    r"|engine|workhorse|one)(?: of choice| used| chosen| in use| behind it| i used| we used)? "
)
_USED = (
    r"(?:used|use|using|prefer|preferred|chose|choose|favour|favor|favoured|favored|rely on|relied on|applied|apply|like"
    r"|liked|tried|trust|know|implemented|ran|run|picked|pick|selected|worked with|work with|went with|go with|go for|went for"
    r"|reach for|reached for|trained|built|studied|learned|learnt|mastered|tuned|deployed|taught|employed|am fond of"
    r"|start with|started with|turn to|turned to|took|take|bank on|settled on|opted for"
    r"|did|do|done|performed|worked on|work on|have|had)"
)
_PARTED = r"(?!replac|beat|against|than|instead|not |never |with|over |swap|drop|from |after |before |but )"
_OWN_CLAUSE = rf"(?:that |which )?(?:i|we|i've|we've|my team|the team|our team) (?:{_PARTED}[\w-]+ ){{1,7}}"
_ITEM = r"(?= (?:[),;.-]|and |or |on |for |in |with )| ?$)"
"""Behind a member: it is the item of a list, and does nothing itself."""
_DOING = (
    r"(?:done|used|applied|tried|covered|studied|learned|learnt|implemented|practised|practiced|shipped|deployed|tested|built"
    r"|trained|explored|handled|known|mastered) "
)
# Behind a head.
_AFTER = (
    rf"{_WE}?(?:in use |in question |in place |in production |of choice |behind it |here |there |chosen |used |selected |picked "
    rf"|applied |tried |i know )?(?:(?:for|in|on|of) (?:\w+ ){{1,4}})?{_BE}(?:called |named |known as )?{_M}",
    rf"(?:used |tried |known |compared |benchmarked )?[,(:;-] (?:and )?{_NAMELY}{_M}",
    rf"(?:into|in|to) (?:production|practice|place|use|work|operation|service) (?:: |- |, (?:namely |called |that is |ie |mostly |mainly )){_M}",
    rf"(?:was|were) (?:\w+ed|built|run|chosen|put) (?:\w+ ){{0,3}}: {_M}",
    rf",? ?{_OWN_CLAUSE}(?:so far |yet |well |daily )?: {_M}{_ITEM}",
    # in brackets may be what they were built with: "networks we trained on scans (PyTorch)"
    rf"(?:that |which )?(?:i|we) (?:have |had )?(?:know|like|tried|compared|mastered|prefer|learnt|learned)(?: \w+)? [(-] {_M}{_ITEM}",
    rf"{_DOING}(?:(?:in|at|for|on|during|by|within) (?:\w+ ){{1,4}})?: {_M}{_ITEM}",
    rf"(?:is|was|are|were) (?:mostly |mainly |largely |chiefly )?(?:with|in) {_M}",
    rf"\( {_M} (?:first|mostly|mainly|alone|today|lately|now|too)(?= [,);])",
    rf"[;,:(-] {_M} (?:(?:, |and |or |, and )[\ue000-\uf8fe] )*(?:in particular|above all|first and foremost|most of all|among them|among others|being one|for one"
    r"|for example|for instance|to name one|to be precise|to be exact|being (?:my|our|the one)|was the one)",
    rf",? ?(?:covering|starting with|beginning with|among (?:them|which|those|others)|one of (?:them|which)(?: being)?|of which"
    rf"|(?:the )?(?:first|best|main|strongest|latest)(?: one)?(?: of them)? (?:being|was)|by the name of|under the name"
    rf"|known to all as|better known as|by name) {_M}",
    rf"[;,(:.-] (?:and |where |with )?(?:the |our |my )?{_METHOD}(?:: |{_BE}){_M}",
    rf", (?:where|in which|for which|within which) {_M} (?:did|gave|work|perform|won|stood|came|was|is|proved)",
    rf"(?:that )?(?:i|we) \w+ (?:\w+ )?, (?:including|like|such as|for example|eg) {_M}",
)
# Behind a head that an article stands before ("we went with a C, M, for this").
_BESIDE = (
    rf", {_M} ,(?= (?:for|on|to|in|at|which|who|was|is|wrote|gave|made|did|found|answers|helps|so|that|because|since|with|as|whose"
    r"|where|we|i|it|by|thus|hence|(?:and )?\w+(?:ed|ing)) )",
    rf", (?:(?:a|an) (?:\w+ )?|our |my ){_M} (?:\d\S* )?(?:(?:with|of|that|which|from) (?:\w+ ){{1,4}})?,(?= (?!and |or )\w)",
    rf", {_M} (?:\d\S* )?$",
)
_OF = (
    r"(?:(?:belongs?|belonging|belonged) to|counts? among|counts? as|counted (?:among|as)|(?:falls?|falling|fell|comes?|came|coming)"
    r" under|(?:falls?|falling|fell|comes?|came|coming) in(?:to)?|comes? from|coming from|stems? from|ranks? (?:among|as)|described as|qualif(?:y|ies) as|seen as|viewed as|thought of as"
    r"|classified as|categorized as|categorised as|filed under|listed under|known as|known to be|presented as|represents"
    r"|is what (?:i|we) (?:call|consider|know as)|(?:is )?part of|(?:is )?a member of|is among|is in|sits among|goes under"
    r"|happens to be|turned out to be|proved to be|considered(?: as)?|regarded as|introduced as|defined as|praised as"
    r"|treated as|stands for|(?:because|since|as|given that|knowing that) (?:it|they|this|that) (?:is|are|was|were))"
)
_SMALL = r"(?:can|could|may|might|should|must|will|would|to|also|still|often|always|usually|generally|best|be|been|is|are|was|were|which|that|it|and) "
_CHOSE = r"(?:chose|chosen|picked|selected|took|tried|used|preferred|applied|evaluated|learned|favoured|favored|know|selecting|choosing)"
# Before a head, its article and such words.
_BEFORE = (
    rf"(?P<m>[\ue000-\uf8fe]) (?:\w+ )?(?:[,(-] )?(?:{_SMALL})*{_OF} ",
    r"^(?:the |our |my )?(?P<m>[\ue000-\uf8fe]) [^\ue000-\uf8fe;:]*, (?:being|which is|it is|it being|as it is|since it is|because it is) ",
    r"(?P<m>[\ue000-\uf8fe]) (?:[\w.]+ )?(?:was|is|were|are|got|gets|has been) (?:\w+ )?(?:chosen|used|selected|picked|taken|deployed|adopted"
    r"|set up|employed|applied|introduced|trained|implemented|kept|tested|tried|compared|evaluated|serving) (?:\w+ ){0,2}as ",
    r"(?P<m>[\ue000-\uf8fe]) ,? ?(?:ie|that is|in other words|or rather|meaning|aka|alias|also called|also known as|so) ,? ?",
    r"(?P<m>[\ue000-\uf8fe]) ,? ?(?:with|of|in|on|from|for|over|at) (?:[\w.%']+ ){1,6},? ?(?:is|was|are|were|being|remains|became) ",
    r"(?P<m>[\ue000-\uf8fe]) (?:is|was|remains|remained|stayed|became) (?:my|our|the) (?:[\w-]+ ){1,3}(?:among|amongst) (?:all )?",
    r"(?P<m>[\ue000-\uf8fe]) (?:(?:was|is|were|are|has been) )?(?:trained|learned|learnt|fitted|run|used|works?|worked|working|learns?|trains?) (?:\w+ )?in ",
    rf"{_CHOSE} (?P<m>[\ue000-\uf8fe]) (?:from|out of|among|amongst|from among|as one) (?:all )?",
    r"(?:presented|treated|described|introduced|sold|used|using|established|promoted|positioned|set up|adopted|chose|explained"
    r"|deployed|applied|employed|considered) (?P<m>[\ue000-\uf8fe]) (?:\w+ ){0,4}as ",
    r"(?P<m>[\ue000-\uf8fe]) [(,-] (?:itself |really |basically |essentially |simply )?(?:one|part|some) (?:of|from|among) ",
    r"(?P<m>[\ue000-\uf8fe]) (?:\w+ ){0,4},? ?(?:because|since|given that|knowing that) (?:it|they|this) (?:is|are|was|were) ",
    r"(?P<m>[\ue000-\uf8fe]) ,? ?(?:which|that) as ",
)
# Around a head that opens the sentence.
_FRONT = r"(?:^|[;:,.-] )(?:among|amongst|of|out of|from|when it comes to|regarding|concerning|as for|in the field of|in the area of|in|for|within|under) (?:all |the |my |our |these |various |many )*"
_FRONTED = (
    rf"{_WE}?,? ?(?:i|we) (?:\w+ )?{_USED} {_M}",
    rf"{_WE}?, {_M} (?:is|was|gave|did|won|wins|beat|led|leads|work\w*|perform\w*|stood|came|remains|proved|suits|suited|helps|helped|served|serves|will|would|has)\b",
)
_AS = r"(?:^|[;,.] )(?:as|being|since it is) (?:(?:a|an|one of) )?(?:(?:good|proper|classic|popular|powerful|robust|simple|modern|scalable) )*"
_AS_IT = (rf"(?:\w+ )?, {_M} (?!,|and |or )",)


_LEADS = vocabulary(
    "to among amongst as under into from represents call consider considered of in for is are was were be being remains became "
    "ie words rather meaning aka alias called so one all ,"
)
"""What a way that leads to a head ends with, its article and praise left out."""
_STRIPPED = HEDGES - {"as", "of", "which", "that", "called", "considered", "regarded", "known", "treated"}
_KINDS = vocabulary("family class group world realm set category range field area domain one some")


def linked(text: str, first: int, behind: int, closed: bool) -> Iterator[tuple[int, str]]:
    """Where in the text members are said to be of the head that stands from `first` to `behind`, and how. `closed`:
    whether the head is the whole of its noun phrase."""
    before = text[max(0, first - _WINDOW) : first]
    words = before.split()
    while words and (words[-1] in _STRIPPED or words[-1][0].isdigit() or words[-1].endswith("est")):
        words.pop()
    while words[-1:] == ["of"] and len(words) > 1 and words[-2] in _KINDS:
        del words[-2:]
        while words and words[-1] in _STRIPPED:
            words.pop()
    if closed and words and words[-1] in _LEADS and _holds_term(before):
        yield from _led_to(first, before, " ".join(words) + " ")
    if not _holds_term(text[behind : behind + _WINDOW]):
        return
    for match in _behind(_AFTER, text, behind):
        yield match.start("m"), "such"
    if not _ARTICLES.isdisjoint(before.split()[len(words) :]):
        for match in _behind(_BESIDE, text, behind):
            yield match.start("m"), "such"
    if front := _one(_FRONT + r"$").search(" ".join(words) + " "):
        # "For the CNN, word2vec gave the vectors": a certain one, and what served it
        certain = front[0].split()[-1] in _SERVED and not _ARTICLES.isdisjoint(before.split()[len(words) :])
        for match in _behind(_FRONTED[:1] if certain else _FRONTED, text, behind):
            yield match.start("m"), "such"
    if _one(_AS + r"$").search(before):
        for match in _behind((*_AS_IT, _FRONTED[0]), text, behind):
            yield match.start("m"), "is"


def _led_to(first: int, before: str, bare: str) -> Iterator[tuple[int, str]]:
    """Members that stand before the head; `bare` is what is before it without its article and praise."""
    for pattern in _compiled(_BEFORE):
        said = pattern.search(bare)
        if said and said.end() >= len(bare) - 1 and not _borrowed(before, said.end("m")):
            yield first - len(before) + said.start("m"), "is"


def _holds_term(text: str) -> bool:
    return any(map(is_mark, text))


_ARTICLES = vocabulary("a an the our my")
_SERVED = vocabulary("for in within under")


def _behind(patterns: tuple[str, ...], text: str, at: int) -> Iterator[re.Match[str]]:
    for pattern in _compiled(patterns):
        if (match := pattern.match(text, at)) and not _borrowed(text, match.end("m")):
            yield match


def _borrowed(text: str, end: int) -> bool:
    """Whether the member only lends its name to what follows ("K-means features")."""
    behind = text[end : end + 40].split()
    return bool(behind) and (
        behind[0] in BORROWED or (behind[:1] == ["-"] and behind[1:2] != [] and behind[1] in BORROWED)
    )


@cache
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(_one(pattern) for pattern in patterns)


@cache
def _one(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
