"""Tests of text that a reader of the page does not see."""

from __future__ import annotations

from collections.abc import Sequence

from aiscreen.judging.evidence import MAX_EVIDENCE
from aiscreen.judging.flags.dossier import Dossier, Raised
from aiscreen.models.assessment import Evidence, Severity
from aiscreen.models.document import Hidden
from aiscreen.taxonomy.redflags.document import HiddenSays, HiddenText
from aiscreen.taxonomy.redflags.sentence import Says
from aiscreen.text import count, fold

_QUOTE = 300
_PIECES = 6


def hidden_text(dossier: Dossier, test: HiddenText) -> Raised | None:
    """Hidden words that the visible text does not hold as well (the layer of a scan, a shadow behind a heading)."""
    if not dossier.document.hidden:
        return None
    visible = fold(dossier.document.text)
    unseen = [hidden for hidden in dossier.document.hidden if fold(hidden.text) not in visible]
    spans = [hidden for hidden in unseen if hidden.reason in test.reasons and fold(hidden.text)]
    if spans and (_words(spans) >= test.words or _skills(dossier, spans) >= test.skills):
        return _raised(spans)
    described = [hidden for hidden in unseen if hidden.reason == "metadata"]
    if _words(described) >= test.described and _skills(dossier, described) >= test.described:
        return _raised(described, "low")
    return None


def _raised(spans: list[Hidden], severity: Severity | None = None) -> Raised:
    reasons = ", ".join(dict.fromkeys(hidden.reason for hidden in spans))
    values = {"found": count(_words(spans), "word"), "value": reasons}
    return Raised([_evidence(hidden) for hidden in spans[:MAX_EVIDENCE]], values, severity)


def _words(spans: list[Hidden]) -> int:
    return sum(len(hidden.text.split()) for hidden in spans)


def hidden_says(dossier: Dossier, test: HiddenSays) -> Raised | None:
    """Phrases in hidden text; a sentence may lie in pieces, so a page's pieces are read together too."""
    if not dossier.document.hidden:
        return None
    lists = [test.any]
    if test.same_as and isinstance(other := dossier.taxonomy.redflags.rules[test.same_as].when, Says):
        lists.append(other.any)
    found = [hidden for hidden in dossier.document.hidden if _in(dossier, lists, hidden.text)]
    if not found:
        for page in sorted({hidden.page for hidden in dossier.document.hidden}):
            pieces = [hidden for hidden in dossier.document.hidden if hidden.page == page]
            found += _run(dossier, lists, pieces)
    if not found:
        return None
    return Raised([_evidence(hidden) for hidden in found[:MAX_EVIDENCE]], {"value": found[0].reason})


def _run(dossier: Dossier, lists: Sequence[list[str]], pieces: list[Hidden]) -> list[Hidden]:
    """The shortest run of pieces, among the first that match, that together hold a phrase."""
    for end in range(1, len(pieces) + 1):
        if _in(dossier, lists, " ".join(piece.text for piece in pieces[max(0, end - _PIECES) : end])):
            start = max(0, end - _PIECES)
            while _in(dossier, lists, " ".join(piece.text for piece in pieces[start + 1 : end])):
                start += 1
            return pieces[start:end]
    return []


def _in(dossier: Dossier, lists: Sequence[list[str]], text: str) -> bool:
    return any(dossier.says(patterns, text) for patterns in lists)


def _skills(dossier: Dossier, spans: list[Hidden]) -> int:
    """How many different skills the spans name that the page does not. Few documents hide anything: only they pay for
    the matcher here."""
    from aiscreen.matching import Matcher

    matcher = Matcher(dossier.taxonomy)
    found = {mention.skill for hidden in spans for mention in matcher.find(hidden.text, section="skills")}
    return len(found - {mention.skill for _, mention in dossier.named})


def _evidence(hidden: Hidden) -> Evidence:
    text = hidden.text if len(hidden.text) <= _QUOTE else hidden.text[:_QUOTE]
    box = hidden.box
    bbox = (box.x0, box.top, box.x1, box.bottom)
    return Evidence(quote=text, page=hidden.page, line=0, bbox=bbox, section="hidden")
