"""A résumé with everything that the tests of the document ask of it, worked out once and only when asked."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from aiscreen.judging.career import Career
from aiscreen.judging.evidence import DOING, Facts, distinct
from aiscreen.judging.flags.engine import Engine
from aiscreen.judging.gather import gather
from aiscreen.judging.topics import Topics, topics_of
from aiscreen.models.assessment import Evidence, Severity
from aiscreen.models.document import Document
from aiscreen.models.lazy import lazy
from aiscreen.models.resume import Resume, Statement

if TYPE_CHECKING:
    from aiscreen.matching.mention import Mention
    from aiscreen.taxonomy import Taxonomy


@dataclass(frozen=True)
class Raised:
    """What a test of the document found: evidence, words for the message, and a severity other than the rule's."""

    evidence: Sequence[Evidence]
    values: Mapping[str, str] = field(default_factory=dict)
    severity: Severity | None = None


@dataclass(frozen=True)
class Dossier:
    """A résumé and its document, the mentions of skills (parallel to its statements), and the policy."""

    resume: Resume
    document: Document
    mentions: Sequence[Sequence[Mention]]
    taxonomy: Taxonomy
    as_of: date
    engine: Engine
    known: Career | None = None

    @lazy
    def facts(self) -> Facts:
        """What its statements show."""
        return self.career.facts

    @lazy
    def career(self) -> Career:
        """When its jobs were."""
        if self.known is not None:
            return self.known
        facts = gather(self.resume, self.mentions, self.taxonomy)
        return Career.of(self.resume, facts, self.taxonomy, self.as_of)

    @property
    def now(self) -> int:
        """The month of `as_of`."""
        return 12 * self.as_of.year + self.as_of.month - 1

    @lazy
    def named(self) -> Sequence[tuple[Statement, Mention]]:
        """Every skill that a statement names."""
        return [
            (statement, mention)
            for statement, mentions in zip(self.resume.statements, self.mentions, strict=True)
            for mention in mentions
        ]

    @lazy
    def listed(self) -> dict[str, Statement]:
        """Skills of the skills section, with the statement that lists each first."""
        found: dict[str, Statement] = {}
        for statement, mention in self.named:
            if statement.section == "skills":
                found.setdefault(mention.skill, statement)
        return found

    @lazy
    def shown(self) -> frozenset[str]:
        """Skills that a job or project names, and those that these imply."""
        hollow = {id(reading.statement) for reading in self.facts.readings if reading.hollow}
        found = {
            mention.skill
            for statement, mention in self.named
            if statement.section in DOING and id(statement) not in hollow
        }
        implied = {
            other
            for skill in found
            if skill in self.taxonomy.skills
            for other in self.taxonomy.skills[skill].implies
        }
        return frozenset(found | implied)

    @lazy
    def production(self) -> bool:
        """Whether any statement that counts shows production evidence in full, of AI or of other software."""
        return any(strength >= 1.0 for strength in self.facts.production("ai", "software").values())

    @lazy
    def about_ai(self) -> bool:
        """Whether the résumé speaks of AI: two statements do, and three skills. Nobody else is asked about it."""
        if sum(reading.context == "ai" for reading in self.facts.readings) < 2:
            return False
        return len({m.skill for _, m in self.named if self.topics.of_skill(m.skill) == "ai"}) >= 3

    @property
    def topics(self) -> Topics:
        """What skills and titles are about."""
        return topics_of(self.taxonomy)

    @lazy
    def _holding(self) -> Mapping[int, list[Statement]]:
        """The statements in which the patterns of each label are, in order."""
        found: dict[int, list[Statement]] = {}
        for statement in self.resume.statements:
            labels = {label for sentence in self.engine.sentences(statement.text) for label in sentence.found}
            for label in labels:
                found.setdefault(label, []).append(statement)
        return found

    def saying(self, patterns: Sequence[str], sections: Container[str] | None = None) -> list[Statement]:
        """The statements, of these sections where some are given, in which one of the patterns is; in order."""
        found = self._holding.get(self.engine.phrases(patterns), [])
        return found if sections is None else [each for each in found if each.section in sections]

    def says(self, patterns: Sequence[str], text: str | None) -> bool:
        """Whether one of the patterns is in a text."""
        label = self.engine.phrases(patterns)
        return bool(text) and any(label in sentence.found for sentence in self.engine.sentences(text or ""))


def quoting(statements: Iterable[Statement]) -> list[Evidence]:
    """The first statements as evidence, each once."""
    return distinct(map(Evidence.of, statements))
