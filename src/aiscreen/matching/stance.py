"""Whose experience a mention is: the candidate's own, weak (exposure, courses, others' work), wished for, or denied.

A cue ("no experience", "would like to learn") governs what follows it in its clause; a job advert's wording governs
what follows beyond its clause. Each cue is looked for only where its first word stands, so a text without cues costs
nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from aiscreen.matching.normal import Normal

REACH = 160
"""Characters after a cue that it governs at most."""

ADVERT_REACH = 400
"""The same for a job advert's wording, which governs beyond its clause."""

_CLAUSE = re.compile(r"[;:!?|\n]|\.\s|\b(?:but|however|although|though|while|then|so i)\b")
# What was passed over ("instead of Spark, we ...") ends sooner than a clause.
_PASSED_OVER = re.compile(r"[,;:!?|\n]|\.\s|\b(?:we|i|to|for|because|which|in|on|and used|with)\b")
# What a cue names itself, and what is joined to it: "without Kubernetes or Docker", and not what the work was done with.
_NAMED = re.compile(
    r"\s*(?:(?:an?|any|the|even|using)\s)*[\w.+#/-]+(?:,? (?:or|and|nor) [\w.+#/-]+|, [\w.+#/-]+(?=,| or| and| nor)){0,4}"
)
_NOT_WITHOUT = re.compile(r"(?:n['’]t|\bnot|\bnever|\bno)\b[^.;,]{0,30}$")
_COLON = re.compile(r"(?: \w+)?\s*:")
_KNOW = r"(?:experience|knowledge|exposure|background|familiarity|expertise|skills?|understanding)\b"
_DO = (
    r"(?:familiar|experienced|comfortable|proficient|used?|using|work(?:ed)?|touch(?:ed)?|tried|learn(?:ed|t)|known?"
    r"|done|an? expert|written|write|deploy(?:ed)?|experience)\b"
)
_LEARN = (
    r"(?:learn\w*|explor\w*|gain\w*|work\w*|stud(?:y|ies|ying)|master\w*|opportunit\w+|transition\w*|break\w* into|pick\w* up"
    r"|become|becoming|grow\w*|role|position|career|deepen\w*|get into|move into|moving into)\b"
)
_THEY_DID = r"(?:use[sd]?|built|wrote|handled|deployed|delivered|did|own(?:s|ed)?|ran|runs|operate[sd]?|maintain(?:s|ed)?)\b"
_PEOPLE = (
    r"(?:teams?|engineers|colleagues|scientists|developers|specialists|consultants|contractors|analysts)"
)

# (stance, the words a cue may begin with, what must follow). Denials before wishes before weak: the first governs.
_CUES: tuple[tuple[str, str, str], ...] = (
    (
        "denied",
        "no zero lack lacks lacking lacked without little",
        rf"(?:of |to no )?(?:\w+ ){{0,3}}?{_KNOW}",
    ),
    ("denied", "without", r"(?:using|needing|touching|relying on)\b"),
    (
        "denied",
        "not never t cannot",
        rf"(?!only)(?:(?:yet|been|really|ever|have|had|any|much|currently|personally) ){{0,3}}{_DO}",
    ),
    ("passed over", "instead rather", r"(?:of|than)\b"),
    ("named", "without", r""),
    ("named", "no", r""),
    ("named", "not", r"(?=an? )"),
    ("named", "decided argued advised", r"against\b"),
    ("named", "chose choose chosen picked preferred prefer", r"[^.;,]{1,40}? over\b"),
    ("named", "sold sell selling resold", r"(?:licen[cs]es (?:of|for)\b)?"),
    ("denied", "competitor competitors", r""),
    ("denied", "account accounts", r"(?:manager|managers|executive|director)s? for\b"),
    ("named", "client clients customer customers", r":"),
    ("denied", "unfamiliar", r"with\b"),
    ("denied", "neither", r""),
    ("advert", "we", r"(?:are |'re )(?:looking|seeking|hiring)\b"),
    ("advert", "ideal successful", r"candidates?\b"),
    ("advert", "candidate candidates applicant applicants", r"(?:should|must|will|needs?|has to|have to)\b"),
    ("advert", "job role position vacancy", r"(?:description|requires?|required|asks?|calls?)\b"),
    ("advert", "you", r"(?:will|have|should|must|are|'ll)\b"),
    ("advert", "must nice", r"(?:to )?have\b"),
    ("advert", "required", r"(?:skills|experience|qualifications)\b|:"),
    ("advert", "requirements", r":"),
    (
        "wish",
        "want wants wanting wish wishes wishing eager keen hope hopes hoping plan plans planning excited aspire"
        " aspires aspiring aim aims aiming would looking seek seeking goal goals intend willing ready",
        rf"(?:forward |like |love |is |are ){{0,2}}(?:(?:to|on|for|an?)\b)?[^.;]{{0,24}}?\b{_LEARN}",
    ),
    (
        "wish",
        "want wants wish hope hopes hoping plan plans eager keen d would",
        r"(?:like |love )?to (?:use|try|apply)\b",
    ),
    ("wish", "d like love", rf"(?:like |love )?to {_LEARN}"),
    ("wish", "interested curious", r"(?:in|about)\b"),
    (
        "wish",
        "currently now still self started begun beginning",
        r"-?(?:to )?(?:learn(?:ing)?|studying|upskilling)\b",
    ),
    ("wish", "to", r"(?:be )?learn(?:ed|t)?\b"),
    ("wish", "yet", r"to\b"),
    ("weak", "exposure exposed new", r"to\b"),
    ("weak", "basic some limited theoretical elementary foundational beginner", rf"(?:'s )?(?:\w+ )?{_KNOW}"),
    ("weak", "basics awareness aware", r"of\b"),
    ("weak", "introduction intro", r"to\b"),
    ("weak", "familiar familiarity", r"with\b"),
    ("weak", "read passionate passion", r"(?:about|for)\b"),
    ("weak", "attended shadowed shadowing beginner novice", r""),
    ("weak", "studied", r"(?!the\b|how\b|whether\b|effects?\b|why\b)"),
    ("weak", "coursework", r""),
    ("weak", "relevant academic", r"(?:coursework|courses?)\b"),
    ("weak", "course courses", r"(?:in|on|taken|included?|including|covered|covering|work|:)"),
    (
        "denied",
        "colleague colleagues teammate teammates coworker coworkers vendor contractor contractors",
        rf"(?:who |that )?{_THEY_DID}",
    ),
    ("others", "team group department manager", rf"(?:next door )?{_THEY_DID}"),
    (
        "others",
        "team teams engineers colleagues scientists developers department vendor group squad people consultants",
        r"(?:who|that|which|whose)\b",
    ),
    (
        "others",
        "worked working collaborated collaborating partnered liaised coordinated supported supporting assisted",
        rf"(?!.{{0,30}}\bteam of\b)(?:closely )?(?:with )?(?:[\w/'-]+ ){{0,5}}?{_PEOPLE} (?:on|who|that|for|using|doing|building)\b",
    ),
)

_BY_WORD: dict[str, list[tuple[str, str]]] = {}
for _stance, _words, _rest in _CUES:
    for _word in _words.split():
        _BY_WORD.setdefault(_word, []).append((_stance, rf"{_word}[\s-]*(?:{_rest})"))


_CUE_WORDS = frozenset(_BY_WORD)


@cache
def _compiled(cue: str) -> re.Pattern[str]:
    """A cue's pattern, made when its first word turns up: a résumé meets few of them."""
    return re.compile(cue)


_OWN_TEAM = re.compile(
    r"\b(?:led|lead|leading|leads|managed|managing|headed|directed|mentored(?! by)|supervised(?! by)|coached(?! by)|founded|hired|built|grew|my|our|which|whose|every|each)\b"
)
_AFTER_WORDS = frozenset(
    [
        "no",
        "none",
        "nil",
        "not",
        "is",
        "was",
        "are",
        "were",
        "learning",
        "currently",
        "in",
        "want",
        "planned",
        "to",
        "basic",
        "basics",
        "beginner",
        "familiar",
        "exposure",
        "coursework",
        "novice",
        "elementary",
        "academic",
        "knowledge",
    ]
)
_AFTER: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "denied",
        re.compile(
            r"\s*(?:\([^)]*\)\s*)?(?:[:-]\s*(?:no|none|nil)\b|(?:is |was |are |were )?not (?:used|required|needed|applicable|familiar)\b)"
        ),
    ),
    (
        "wish",
        re.compile(r"\s*\(\s*(?:currently\s+)?(?:learning|in progress|want to learn|planned|to learn)\b"),
    ),
    (
        "weak",
        re.compile(
            r"\s*\(\s*(?:basics?|beginner|familiar|exposure|coursework|novice|elementary|academic)\b|\s+coursework\b"
        ),
    ),
)
# Whom others hire, an address, a firm's own name, something that is for sale.
_STANDS_FOR_ELSE = re.compile(
    r"\s+(?:road|street|avenue|lane|court|square|boulevard)\b|\s+licen[cs]es\b|,? (?:inc|llc|ltd|gmbh|corp)\b|\s+as (?:a )?(?:customer|client)s?\b"
)
_ELSE_WORDS = frozenset(
    "road street avenue lane court square boulevard licences licenses inc llc ltd gmbh corp as".split()  # noqa: SIM905
)
_HIRED = re.compile(r"\b(?:hired?|hiring|recruit\w*|interview\w*|headhunt\w*|sourced|staffing)\b[^.;]{0,40}$")
_HIRED_AS = frozenset(
    [
        "developer",
        "developers",
        "engineer",
        "engineers",
        "role",
        "roles",
        "candidate",
        "candidates",
        "specialist",
        "specialists",
        "talent",
    ]
)
_HELD = ("denied", "named", "passed over", "advert", "wish", "weak", "others")
_ORDER = {"denied": 0, "wish": 1, "weak": 2, "own": 3}


class Stances:
    """What the cues of a text govern, worked out once for all of its mentions.

    With `employer`, the text is an advert's: its wishes are what it asks for, and only denials count.
    """

    __slots__ = ("_held", "_normal", "_spans")

    def __init__(self, normal: Normal, *, employer: bool = False) -> None:
        self._normal = normal
        self._held = ("denied", "named", "passed over") if employer else _HELD
        self._spans: list[tuple[int, int, str]] = []
        if not normal.words.isdisjoint(_CUE_WORDS):
            self._spans = sorted(self._governed())

    def _governed(self) -> Iterator[tuple[int, int, str]]:
        """Where each cue's reach begins and ends, and its stance."""
        normal, text = self._normal, self._normal.lower
        for at in [at for at, word in enumerate(normal.tokens) if word in _BY_WORD]:
            for held, cue in _BY_WORD[normal.tokens[at]]:
                start = normal.start(at)
                match = _compiled(cue).match(text, start) if held in self._held else None
                if match is None:
                    continue
                if held == "named":
                    named = _NAMED.match(text, match.end())
                    if named and not _NOT_WITHOUT.search(text, max(0, start - 40), start):
                        yield match.end(), named.end(), "denied"
                    continue
                colon = _COLON.match(text, match.end())
                stops = _PASSED_OVER if held == "passed over" else _CLAUSE
                stop = stops.search(text, colon.end() if colon else match.end(), match.end() + REACH)
                reach = stop.start() if stop else match.end() + REACH
                if held == "others":
                    if _OWN_TEAM.search(text, max(0, start - 40), start):
                        continue
                    held = "weak"
                elif held == "passed over":
                    held = "denied"
                elif held == "advert":
                    held, reach = "denied", match.end() + ADVERT_REACH
                yield match.end(), reach, held

    def of(self, first: int, last: int) -> str:
        """The stance of the mention at tokens [first, last)."""
        tokens = self._normal.tokens
        held = self._within(self._normal.start(first)) if self._spans else "own"
        if held != "own":
            return held
        if first and tokens[first - 1] == "learning" and self._learning(first - 1):
            return "wish"
        if last == len(tokens):
            return "own"
        end = self._normal.end(last - 1)
        if tokens[last] in _ELSE_WORDS and _STANDS_FOR_ELSE.match(self._normal.lower, end):
            return "denied"
        if tokens[last] in _HIRED_AS and _HIRED.search(self._normal.lower, 0, self._normal.start(first)):
            return "denied"
        if tokens[last] in _AFTER_WORDS:
            for stance, pattern in _AFTER:
                if pattern.match(self._normal.lower, end):
                    return stance
        return "own"

    def _within(self, start: int) -> str:
        """The gravest stance of the cues that reach a place."""
        held = "own"
        at = bisect_right(self._spans, start, key=lambda span: span[0])
        while at and self._spans[at - 1][0] > start - ADVERT_REACH:
            at -= 1
            _, high, stance = self._spans[at]
            if start < high and _ORDER[stance] < _ORDER[held]:
                held = stance
        return held

    def _learning(self, at: int) -> bool:
        """Whether "learning" is a verb here: at the start, after a comma, or after "am", "and"; not in "machine
        learning"."""
        start = self._normal.start(at)
        return (
            not at
            or self._normal.tokens[at - 1] in ("am", "and", "is", "on")
            or self._normal.lower[start - 2] in ",;.:"
        )
