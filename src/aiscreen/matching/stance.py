"""Whose experience a mention is: the candidate's own, weak (exposure, courses, others' work), wished for, or denied."""

from __future__ import annotations

import re

from aiscreen.matching.normal import Normal

# A cheap look first: most statements hold none of these.
_ANY = re.compile(
    r"\b(?:no|not|never|without|lack\w*|haven't|hasn't|didn't|don't|cannot|can't|unfamiliar|yet|none|neither|instead|rather"
    r"|want\w*|wish\w*|eager|keen|hop\w+|plan\w*|learn\w*|interest\w*|aspir\w*|curious|would|looking|seek\w*|goal|upskill\w*"
    r"|exposure|exposed|familiar\w*|basics?|beginner|introduct\w+|coursework|courses?|attended|studied|awareness|aware|read"
    r"|understanding|theoretical|shadow\w*|observ(?:ed|ing)|who|whose|team'?s?|colleagues?|require[ds]?|requirements?|must|ideal|you|your|role)\b"
)
_CLAUSE = re.compile(
    r"[;:!?|\n]|\.\s|\bbut\b|\bhowever\b|\balthough\b|\bthough\b|\bwhile\b|\bthen\b|\bso i\b"
)
_DENIED = re.compile(
    r"\b(?:no|not\s+(?:have\s+)?(?:any|much)?|without|lack(?:s|ed|ing)?(?:\s+of)?|zero|little\s+to\s+no)\s+(?:\w+\s+){0,3}?"
    r"(?:experience|knowledge|exposure|background|familiarity|expertise|skills?|understanding)\b"
    r"|\b(?:not|never)\s+(?:yet\s+|been\s+|really\s+)?(?:familiar|experienced|comfortable|proficient|used?|using|worked?|touched|tried|learned|learnt|know|done|an?\s+expert)\b"
    r"|\b(?:haven't|hasn't|didn't|don't|have\s+not|has\s+not|did\s+not|do\s+not|cannot|can't|couldn't)\s+(?:yet\s+|really\s+|ever\s+)?(?:used?|worked?|work|touched|tried|know|done|learned|have|had|written|write|deployed)\b"
    r"|\b(?:instead\s+of|rather\s+than|unfamiliar\s+with|new\s+to|neither)\b"
    r"|\bwithout\s+(?:using|any|needing|touching)\b"
)
_ADVERT = re.compile(
    r"\b(?:we\s+are\s+(?:looking|seeking|hiring)|the\s+(?:ideal|successful)\s+candidate|job\s+description|you\s+(?:will|have|should|must)"
    r"|must\s+have|nice\s+to\s+have|(?:role|position|job|vacancy)\s+(?:requires?|required|asks?|calls?)|required\s+skills|requirements?\s*:|your\s+(?:role|tasks|profile))\b"
)
_WISH = re.compile(
    r"\b(?:want(?:s|ing)?|wish(?:es|ing)?|eager|keen|hop(?:e|es|ing)|plan(?:s|ning)?|excited|aspir(?:e|es|ing)|aim(?:s|ing)?|would\s+(?:like|love)|looking|seeking|goal(?:s)?(?:\s+is)?|intend)"
    r"\s+(?:forward\s+)?(?:to|on|is|of|for|an?)\b[^.;]{0,24}?\b(?:learn\w*|explor\w*|get|gain\w*|work\w*|stud\w+|master\w*|us(?:e|ing)|opportunit\w+|transition\w*|mov(?:e|ing)|break\w*|pick\w*|become|grow\w*|build\w*|try|contribut\w+|role|position|career|apply\w*)\b"
    r"|\b(?:interest(?:ed|s)?|curious|curiosity|passion(?:ate)?)\s*(?:in|about|:|are|include)(?:\s+learning)?\b"
    r"|\b(?:currently|now|still|self-?)\s*(?:learning|studying|upskilling)\b|\b(?:started|begun|beginning)\s+(?:to\s+learn|learning)\b"
    r"|(?:^|[,;]\s*|\b(?:am|and|is|in)\s+)learning\s+(?:about\s+)?$|\b(?:willing|ready|eager|able)\s+to\s+learn\b|\bto\s+(?:be\s+)?learn(?:ed|t)?\s*:?\s*$|\byet\s+to\b"
)
_WEAK = re.compile(
    r"\b(?:exposure\s+to|exposed\s+to|(?:basic|some|limited|working|theoretical|elementary|foundational|beginner(?:'s)?)\s+(?:\w+\s+)?(?:knowledge|familiarity|understanding|exposure|experience)\s*(?:of|in|with|on)?"
    r"|basics\s+of|introduction\s+to|intro\s+to|(?:relevant\s+)?coursework|courses?\s+(?:in|on|taken|included?|covered|work)|attended|studied|awareness\s+of|aware\s+of|read\s+about"
    r"|familiar(?:ity)?\s+with|shadow(?:ed|ing)|observ(?:ed|ing)|beginner)\b"
    r"|\b(?:team|teams|engineers|colleagues|scientists|developers|department|vendor|company|client|group|squad|people)\s+(?:who|that|which|whose)\b"
    r"|\b(?:worked|collaborated|partnered|liaised|coordinated|supported|assisted)\s+(?:closely\s+)?(?:with\s+)?(?:\w+\s+){0,2}?(?:the\s+|an?\s+|our\s+)?(?:[\w/-]+\s+){0,3}?(?:team|teams|engineers|colleagues|scientists|developers|specialists|consultants|contractors)\s+(?:on|who|that|for|using|doing|building|in)\b"
    r"|\b(?:colleague|teammate|co-?worker|lead|manager)s?\s+(?:who\s+)?(?:used|built|wrote|handled|deployed|did|owned)\b"
)
_DENIED_AFTER = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:is|was|are|were)?\s*(?::\s*(?:no|none|nil|n/a|0)\b|not\s+(?:used|required|needed|applicable)\b|experience\s*:\s*(?:no|none|nil)\b)"
)
_WISH_AFTER = re.compile(
    r"\s*\(\s*(?:learning|currently\s+learning|in\s+progress|want\s+to\s+learn|planned|to\s+learn)\b"
)
_WEAK_AFTER = re.compile(
    r"\s*\(\s*(?:basic|basics|beginner|familiar|exposure|coursework|novice|elementary|academic)\b"
)
_MACHINE = re.compile(
    r"\b(?:machine|deep|reinforcement|supervised|unsupervised|transfer|representation|few-shot|federated|active|self-supervised|statistical|e-?)[\s-]learning\b"
)


def has_cues(normal: Normal) -> bool:
    """Whether a text holds any word that could make a mention less than the candidate's own."""
    return _ANY.search(normal.lower) is not None or "(" in normal.lower


def stance(normal: Normal, start: int, end: int) -> str:
    """The stance of the mention at [start, end) of the normal text: what governs it in its clause."""
    text = normal.lower
    before = text[max(0, start - 160) : start]
    if _ADVERT.search(before):
        return "denied"
    cut = 0
    for match in _CLAUSE.finditer(before):
        cut = match.end()
    clause = _MACHINE.sub("", before[cut:])
    after = text[end : end + 40]
    if _DENIED.search(clause) and "not only" not in clause:
        return "denied"
    if _DENIED_AFTER.match(after):
        return "denied"
    if _WISH.search(clause) or _WISH_AFTER.match(after):
        return "wish"
    if _WEAK.search(clause) or _WEAK_AFTER.match(after):
        return "weak"
    return "own"
