"""Tests of words without work: stuffed lists, claims that nothing bears out, fashionable words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aiscreen.judging.doubt import spoken_of
from aiscreen.judging.evidence import DOING
from aiscreen.judging.flags.dossier import Dossier, Raised, quoting
from aiscreen.judging.flags.years import years_claimed
from aiscreen.models.resume import Statement
from aiscreen.taxonomy.redflags.document import Buzzwords, Stuffing, Unproven

_LONG = 2
"""Years claimed with a tool from which on some work should name it."""
_TELLING = re.compile(
    r"(?<![\w/.-])(?!(?:19|20)\d\d\b|\d{1,2}/(?:19|20)\d\d|\d+x .{0,20}(?:engineer|developer|rockstar|ninja))\d",
    re.I,
)
"""A number that tells something: no year, no month of a year, no boast ("10x engineer")."""
_CLAIMING = ("header", "summary", "skills", "other")


def stuffing(dossier: Dossier, test: Stuffing) -> Raised | None:
    """Far more skills listed than shown. A résumé whose jobs were not understood is not judged."""
    if not any(statement.section in DOING for statement in dossier.resume.statements):
        return None
    listed = {
        skill: s for skill, s in dossier.listed.items() if dossier.taxonomy.skills[skill].kind != "soft"
    }
    shown = sum(skill in dossier.shown for skill in listed)
    ratio = len(listed) / max(shown, 1)
    if (len(listed) >= test.listed and ratio > test.ratio) or (
        len(listed) >= test.many and ratio > test.many_ratio
    ):
        values = {
            "found": f"{len(listed)} skills listed, {shown} of them shown in work",
            "value": str(len(listed)),
        }
        return Raised(quoting(s for skill, s in listed.items() if skill not in dossier.shown), values)
    return _repeated(dossier, test)


def _repeated(dossier: Dossier, test: Stuffing) -> Raised | None:
    """One skill listed over and over: in lists, not in the sentences that some write under "skills"."""
    places: dict[str, list[Statement]] = {}
    for statement, mentions in zip(dossier.resume.statements, dossier.mentions, strict=True):
        if statement.section == "skills" and len(statement.text.split()) <= 3 * len(mentions):
            for skill in dict.fromkeys(
                mention.skill for mention in mentions if mention.how in ("exact", "alias")
            ):
                places.setdefault(skill, []).append(statement)
    for skill, statements in places.items():
        if len(statements) >= test.repeats:
            values = {"found": f"{dossier.taxonomy.skills[skill].name} listed {len(statements)} times"}
            return Raised(quoting(statements), values)
    return None


def unproven(dossier: Dossier, test: Unproven) -> Raised | None:
    """Mastery of skills that no work shows; production that no statement shows; a title that no work bears out."""
    if not dossier.about_ai:
        return None
    found: list[Statement] = []
    named: list[str] = []
    skills_of: dict[int, list[str]] = {}
    for statement, mention in dossier.named:
        skills_of.setdefault(id(statement), []).append(mention.skill)
    for statement in dossier.saying(test.mastery, _CLAIMING):
        skills = [s for s in skills_of.get(id(statement), []) if dossier.taxonomy.skills[s].kind != "soft"]
        if skills and not any(skill in dossier.shown for skill in skills):
            found.append(statement)
            named += [dossier.taxonomy.skills[skill].name for skill in skills[:3]]
    if not dossier.production:
        claims = dossier.saying(test.production, _CLAIMING)
        found += claims
        named += ["production"] if claims else []
        for statement, years in _years_of_nothing(dossier):
            found.append(statement)
            named += years
        if hollow := _hollow(dossier, test.titled):
            found += hollow
            named.append("the title")
    if speaking := _speaking(dossier):
        found += speaking
        named.append("work in AI beyond teaching, advising and prompting")
    return Raised(quoting(found), {"found": ", ".join(dict.fromkeys(named))}) if found else None


def _speaking(dossier: Dossier) -> list[Statement]:
    """The statements that only speak of AI, where every job in it is made of such."""
    wrong = {r.place for r in dossier.facts.readings if dossier.engine.confused(r.statement)}
    jobs = spoken_of(dossier.facts, wrong)
    others = {
        index
        for (name, index), context in dossier.facts.entries.items()
        if name == "work" and context == "ai" and index not in jobs
    }
    return [] if others else [r.statement for readings in jobs.values() for r in readings]


def _years_of_nothing(dossier: Dossier) -> Iterator[tuple[Statement, list[str]]]:
    """Statements of head and summary that claim years with tools of AI, none of which any work names."""
    topics = dossier.topics
    for statement, mentions in zip(dossier.resume.statements, dossier.mentions, strict=True):
        if statement.section not in ("header", "summary"):
            continue
        for years, claimed, _ in years_claimed(statement.text, mentions):
            skills = {each.skill for each in claimed} - topics.broad
            tools = [s for s in sorted(skills) if topics.of_skill(s) == "ai" and topics.is_thing(s)]
            if years >= _LONG and tools and dossier.shown.isdisjoint(skills):
                yield statement, [dossier.taxonomy.skills[skill].name for skill in tools]


def _hollow(dossier: Dossier, titled: int) -> list[Statement]:
    """The statements of jobs with AI in their title, where so many skills in AI are listed and no statement of work or
    a project names even one."""
    topics = dossier.topics
    listed = {skill for skill in dossier.listed if topics.of_skill(skill) == "ai"}
    if len(listed - topics.broad) < titled or any(
        topics.of_skill(skill) == "ai" for skill in dossier.shown - topics.broad
    ):
        return []
    jobs = {
        index for index, job in enumerate(dossier.resume.work) if topics.of_title(job.position or "") == "ai"
    }
    said = [s for s in dossier.resume.statements if s.section == "work" and s.entry in jobs]
    return said[1:] if len(said) > 2 else []


def buzzwords(dossier: Dossier, test: Buzzwords) -> Raised | None:
    """Many fashionable words, and no number in the statements that hold them."""
    if not dossier.about_ai:
        return None
    words = sum(len(statement.text.split()) for statement in dossier.resume.statements)
    found: dict[str, None] = {}
    holding: list[Statement] = []
    for statement in dossier.saying(test.words):
        for start, end in _places(dossier, test.words, statement.text):
            found[statement.text[start:end].lower()] = None
            holding.append(statement)
    if len(found) < test.at_least or 150 * len(holding) < test.per_150 * words:
        return None
    heads = {id(reading.statement) for reading in dossier.facts.readings if reading.head}  # those hold dates
    if any(_TELLING.search(statement.text) for statement in holding if id(statement) not in heads):
        return None
    return Raised(quoting(holding), {"found": ", ".join(found)})


def _places(dossier: Dossier, patterns: Sequence[str], text: str) -> Iterator[tuple[int, int]]:
    label = dossier.engine.phrases(patterns)
    for sentence in dossier.engine.sentences(text):
        for first, last in sentence.found.get(label, ()):
            yield sentence.cut.of_words(first, last)
