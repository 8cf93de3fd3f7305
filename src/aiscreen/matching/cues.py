"""The wording by which people say that an experience is not, not yet, or not wholly their own."""

from __future__ import annotations

import re
from functools import cache

from aiscreen.text import vocabulary

# What a cue names itself, and what is joined to it: "without Kubernetes or Docker", and not what the work was done with.
NAMED = re.compile(
    r"\s*(?:(?:an?|any|the|even|using)\s)*[\w.+#/-]+(?:,? (?:or|and|nor) [\w.+#/-]+|, [\w.+#/-]+(?=,| or| and| nor)){0,4}"
)
NOT_WITHOUT = re.compile(r"(?:n['’]t|\b(?:can)?not|\bnever|\bno)\b[^.;,]{0,30}$")
_KNOW = r"(?:experience|knowledge|exposure|background|familiarity|expertise|skills?|understanding)\b"
_DO = (
    r"(?:familiar|experienced|comfortable|proficient|used?|using|work(?:ed)?|touch(?:ed)?|tried|learn(?:ed|t)|known?"
    r"|do(?! without)|done|an? expert|written|write|run|got (?:a?round )?to|deploy(?:ed)?|experience)\b"
)
_FROM = (
    r"(?:by|from|in|through|out of) (?:the )?"
    r"(?:reading|books?|theory|papers?|articles?|tutorials?|courses?|documentation|docs|talks|videos)\b"
)
_LEARN = (
    r"(?:learn\w*|explor\w*|gain\w*|work\w*|stud(?:y|ies|ying)|master\w*|opportunit\w+|transition\w*|break\w* into|pick\w* up"
    r"|become|becoming|grow\w*|role|position|career|deepen\w*|go deeper|dive|get into|move into|moving into)\b"
)
_THEY_DID = r"(?:use[sd]?|built|wrote|handled|deployed|delivered|did|own(?:s|ed)?|ran|runs|operate[sd]?|maintain(?:s|ed)?)\b"
_NOT_TAKEN = (
    r"\b(?:threw|thrown|dropped|rejected|abandoned|discarded|ruled|gave up|turned (?:it|them) down|decided (?:against|not|we)"
    r"|did(?:n['’]t| not) need|settled (?:on|for)|went (?:with|back|for)|chose|choosing|picked|picking|opted|stayed with|kept)\b"
)
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
    ("denied", "no zero little", r"(?:own |practical |real |hands-on )?practice\b"),
    ("denied", "without", r"(?:using|needing|touching|relying on)\b"),
    (
        "denied",
        "not never t cannot",
        rf"(?!only)(?:(?:yet|been|really|ever|have|had|any|much|currently|personally) ){{0,3}}{_DO}",
    ),
    (
        "denied",
        "not never t",
        r"(?:really |exactly )?my (?:thing|area|field|strength|strong suit|cup of tea)\b",
    ),
    ("passed over", "instead rather", r"(?:of|than)\b"),
    (
        "tried",
        "tried trialled trialed evaluated considered compared benchmarked weighed tested looked",
        rf"(?:at )?(?=[^.!?]{{0,160}}?{_NOT_TAKEN})",
    ),
    (
        "left",
        "migrated migrating migration moved moving switched switching transitioned transition",
        r"(?:(?!from\b)[\w'’,-]+ ){0,6}?(?:away |off )?from\b|off\b",
    ),
    (
        "left",
        "replaced replacing replaces retired retiring sunset decommissioned ditched superseded",
        r"(?=\S)",
    ),
    ("left", "got phased", r"(?:rid of|out|off)\b"),
    ("left", "stopped", r"using\b"),
    ("left", "against", r"(?:the |our |an? )?(?:old|existing|previous|legacy|former|incumbent|current)\b"),
    ("passed over", "unlike", r""),
    ("named", "without", r""),
    ("named", "no", r""),
    ("named", "not", r"(?=an? )"),
    ("named", "decided argued advised", r"against\b"),
    ("named", "chose choose chosen picked preferred prefer", r"[^.;,]{1,80}? over\b"),
    ("named", "sold sell selling resold", r"(?:licen[cs]es (?:of|for)\b)?"),
    ("denied", "competitor competitors", r""),
    ("denied", "account accounts", r"(?:manager|managers|executive|director)s? for\b"),
    ("named", "client clients customer customers", r"(?::|included?\b|like\b|such as\b)"),
    ("named", "refused declined", r"to (?:introduce|adopt|use|buy|take|move to)\b"),
    ("named", "talked", r"[^.;,]{1,40}? out of\b"),
    ("denied", "else", rf"{_THEY_DID}"),
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
    ("wish", "dream dreams dreaming", r"(?:of|about|to)\b"),
    ("wish", "where", r"i (?:can|could|may|might) (?:use|apply|work|practi[sc]e)\b"),
    ("wish", "yet", r"to\b"),
    ("weak", "exposure exposed new", r"to\b"),
    ("weak", "basic some limited theoretical elementary foundational beginner", rf"(?:'s )?(?:\w+ )?{_KNOW}"),
    (
        "weak",
        "know known",
        rf"(?:it |them |these )?(?:only|just|purely|mainly|mostly) {_FROM}|{_FROM} (?:only|alone)\b",
    ),
    ("weak", "only just purely", _FROM),
    ("weak", "theory theoretically reading", r"(?:knowledge )?only\b"),
    ("weak", "basics awareness aware", r"of\b"),
    ("weak", "introduction intro", r"to\b"),
    ("weak", "familiar familiarity", r"with\b"),
    ("weak", "read passionate passion", r"(?:about|for)\b"),
    ("weak", "reading", r"(?:up )?(?:on|about)\b"),
    ("weak", "read", r"(?:the )?(?=[^.;,]{1,40} (?:papers?|docs|documentation|book|blog)\b)"),
    ("weak", "weak", r"(?:spots?|points?|sides?|areas?)(?: are| is|:)"),
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

BY_WORD: dict[str, list[tuple[str, str]]] = {}
for _stance, _words, _rest in _CUES:
    for _word in _words.split():
        BY_WORD.setdefault(_word, []).append((_stance, rf"{_word}[\s-]*(?:{_rest})"))


CUE_WORDS = frozenset(BY_WORD)


@cache
def compiled(cue: str) -> re.Pattern[str]:
    """A cue's pattern, made when its first word turns up: a résumé meets few of them."""
    return re.compile(cue)


CLAUSE = re.compile(r"[;:!?|\n]|\.\s|\b(?:but|however|although|though|while|then|so i)\b")
# What was passed over ("instead of Spark, we ...") ends sooner than a clause; what was replaced, or tried and not taken,
# where it is told what came in its place.
STOPS = {
    "passed over": re.compile(r"[,;:!?|\n]|\.\s|\b(?:we|i|to|for|because|which|in|on|and used|with)\b"),
    "left": re.compile(r"\b(?:with|by|to|in|for|onto|as|and now)\b|[,;:|\n]|[.!?]\s"),
    "tried": re.compile(rf"{_NOT_TAKEN}|[;|\n]|[.!?]\s"),
}
MEANS = {"passed over": "denied", "advert": "denied", "left": "weak", "tried": "weak", "others": "weak"}
"""The stance of what such a cue governs; any other cue is called by its stance."""
OWN_TEAM = re.compile(
    r"\b(?:led|lead|leading|leads|managed|managing|headed|directed|mentored(?! by)|supervised(?! by)|coached(?! by)|founded|hired|built|grew|my|our|which|whose|every|each)\b"
)
AFTER_WORDS = vocabulary(
    "no none nil not is was are were learning currently in want planned to basic basics beginner "
    "familiar exposure coursework novice elementary academic knowledge theory theoretical reading only 0 1 2"
)
_THEIRS = r"(?:the|our|another|a|an) (?:[\w/-]+ ){0,3}?"
AFTER: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "denied",
        re.compile(
            r"\s*\(\s*0\s*/\s*\d+\s*\)|\s*(?:\([^)]*\)\s*)?(?:[:-]\s*(?:no|none|nil)\b|(?:is |was |are |were )?not (?:used|required|needed|applicable|familiar)\b)"
        ),
    ),
    (
        "wish",
        re.compile(
            r"\s*\(\s*(?:currently\s+)?(?:learning|in progress|want to learn|planned|to learn)\b"
            r"|\s*(?:is|are) (?:next )?on my (?:[\w-]+ )?list\b"
        ),
    ),
    (
        "weak",
        re.compile(
            r"\s*\(\s*(?:basics?|beginner|familiar|exposure|coursework|novice|elementary|academic|theory|theoretical|reading only|only read)\b|\s+coursework\b"
            r"|\s*\(\s*(?:1\s*/\s*5|[12]\s*/\s*10)\s*\)|\s*(?:is|was|are|were) too (?:dear|expensive|costly|heavy)\b"
            rf"|\s*(?:is|was|are|were) {_THEIRS}(?:teams?|groups?|department|colleagues?|vendor|contractor)(?:['’]s?)? "
            r"(?:job|work|area|domain|business|turf|task|responsibility)\b"
            rf"|\s*(?:is|was|are|were) (?:handled|run|owned|managed|done|built|set up|maintained|operated) by {_THEIRS}"
            r"(?:teams?|groups?|department|colleagues?|engineers|vendor|contractors?|agency)\b"
        ),
    ),
)
# Whom others hire, an address, a firm's own name, something that is for sale.
STANDS_FOR_ELSE = re.compile(
    r"\s+(?:road|street|avenue|lane|court|square|boulevard)\b|\s+licen[cs]es\b|,? (?:inc|llc|ltd|gmbh|corp)\b|\s+as (?:a )?(?:customer|client)s?\b"
)
ELSE_WORDS = vocabulary(
    "road street avenue lane court square boulevard licences licenses inc llc ltd gmbh corp as"
)
HIRED = re.compile(r"\b(?:hired?|hiring|recruit\w*|interview\w*|headhunt\w*|sourced|staffing)\b[^.;]{0,40}$")
HIRED_AS = vocabulary(
    "developer developers engineer engineers role roles candidate candidates specialist specialists talent"
)
