"""What is said of a repository against what its files show. A claim that nothing shows is named, mildly: the code may
stand elsewhere. So a claim counts as shown by the faintest trace, and only a plain statement counts as a claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aiscreen.models.assessment import Evidence
from aiscreen.models.portfolio import Claim, Grade, Mark
from aiscreen.models.resume import Resume, Statement
from aiscreen.portfolio.data import claims_table
from aiscreen.portfolio.facts import Facts
from aiscreen.text import fold

_TELLING = 4
"""Letters of a repository's name from which on a résumé that says them means it."""
_HEADING = re.compile(r"^(#{1,6})\s+(.*)|^\s*\*\*([^*]{3,60})\*\*:?\s*$")
_FENCE = re.compile(r"^\s*(?:```|~~~)")
_BULLET = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+")
_LINK = re.compile(r"\]\([^)]*\)|<[^>]*>")


def check_claims(
    facts: Facts, marks: Sequence[Mark], grade: Grade, statements: Sequence[Statement] = ()
) -> list[Claim]:
    """Every claim of the README, then of the résumé's statements about this repository, each once."""
    table = claims_table()
    read = _readme(facts) if facts.survey.code or facts.notebooks else ()  # a list of links claims nothing
    said = [*read, *((s.text, Evidence.of(s)) for s in statements)]
    found: dict[str, Claim] = {}
    present = {mark.id: mark for mark in marks}
    haystack = _Haystack(facts)
    for sentence, evidence in said:
        if table.denied.search(sentence):
            continue
        for entry in table.claims:
            if entry.id in found or not entry.says.search(sentence):
                continue
            shown = next((present[id].evidence for id in entry.marks if id in present), None)
            shown = haystack.find(entry.shows) if shown is None else shown
            known = shown is not None or (bool(entry.grades) and grade in entry.grades)
            found[entry.id] = Claim(
                id=entry.id, name=entry.name, found=known, said=evidence, evidence=shown or []
            )
    return sorted(
        found.values(), key=lambda claim: (claim.found, [e.id for e in table.claims].index(claim.id))
    )


def _readme(facts: Facts) -> Iterator[tuple[str, Evidence]]:
    """The plain statements of the root README: no code blocks, no plans, no credits."""
    table = claims_table()
    for path in [path for path in facts.readmes if "/" not in path][:1]:
        skipped_level = 0
        fenced = False
        for number, line in enumerate(facts.tree.text(path)[:100_000].split("\n"), 1):
            if _FENCE.match(line):
                fenced = not fenced
            if fenced or len(line) > 2000:
                continue
            if heading := _HEADING.match(line):
                level = len(heading[1] or "######")
                if not skipped_level or level <= skipped_level:
                    skipped_level = level if table.plans.search(heading[2] or heading[3]) else 0
                continue
            if not skipped_level:
                plain = line if "badge.svg" in line else _LINK.sub(" ", line)
                for sentence in re.split(r"(?<=[.!?;])\s+", plain):
                    yield sentence, facts.evidence(path, number, quote=_BULLET.sub("", sentence))


def statements_about(resume: Resume | None, name: str) -> list[Statement]:
    """The résumé's statements that belong to a project of a repository's name, or that name it."""
    key = _key(name)
    if resume is None or len(key) < _TELLING:
        return []
    entries = {
        index
        for index, project in enumerate(resume.projects)
        if key in (_key(project.name or ""), _key((project.url or "").rstrip("/").rpartition("/")[2]))
    }
    named = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])", re.IGNORECASE)
    return [
        statement
        for statement in resume.statements
        if (statement.section == "projects" and statement.entry in entries) or named.search(statement.text)
    ]


def _key(name: str) -> str:
    """A repository's name for comparison: its letters and digits."""
    return "".join(c for c in fold(name.removesuffix(".git")) if c.isalnum())


class _Haystack:
    """All names and contents that could show a claim: everything but prose."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        prose = (".md", ".rst", ".txt", ".adoc")
        manifests = re.compile(r"(?:.*/)?(?:requirements|constraints)[\w.-]*\.txt|(?:.*/)?CMakeLists\.txt")
        own = [p for p in facts.survey.texts if not p.lower().endswith(prose) or manifests.fullmatch(p)]
        self._paths = [*own, *facts.survey.code, *facts.notebooks]

    def find(self, words: Sequence[str]) -> list[Evidence] | None:
        """Where one of the words stands first; None where none does. The word may be a part of a longer one."""
        if not words:
            return None
        for path in self._facts.tree.sizes:
            if any(word in path.lower() for word in words) and not path.lower().endswith(
                (".md", ".rst", ".png", ".svg")
            ):
                return [self._facts.evidence(path, 1, quote=path)]
        pattern = re.compile(b"|".join(re.escape(word.encode()) for word in words), re.IGNORECASE)
        for path in self._paths:
            data = self._facts.tree.bytes(path)
            if found := pattern.search(data):
                return [self._facts.evidence(path, data.count(b"\n", 0, found.start()) + 1)]
        return None
