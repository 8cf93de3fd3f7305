"""The rules of redflags.yaml run over a résumé or a line of text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from aiscreen.judging.flags.checks import Found
from aiscreen.judging.flags.engine import Compiled, Engine, engine_of
from aiscreen.models.assessment import Evidence, Flag
from aiscreen.models.document import Document
from aiscreen.models.resume import Resume
from aiscreen.taxonomy import Taxonomy


def find_flags(
    resume: Resume, document: Document, mentions: Sequence[Any], taxonomy: Taxonomy, as_of: date
) -> list[Flag]:
    """All flags of a résumé, the gravest first."""
    engine = _engine(taxonomy)
    flags: dict[str, Flag] = {}
    for statement in resume.statements:
        for compiled, found in engine.find(statement.text, statement.section):
            _add(flags, compiled, found, statement.text, Evidence.of(statement))
    return list(flags.values())


def flags_in_text(text: str, taxonomy: Taxonomy, matcher: Any) -> list[Flag]:
    """The flags that a sentence alone raises."""
    flags: dict[str, Flag] = {}
    for compiled, found in _engine(taxonomy).find(text):
        _add(flags, compiled, found, text, Evidence(quote=text, page=1, line=1))
    return list(flags.values())


def _engine(taxonomy: Taxonomy) -> Engine:
    file = taxonomy.redflags
    return engine_of(file)


def _add(flags: dict[str, Flag], compiled: Compiled, found: Found, text: str, evidence: Evidence) -> None:
    flag = flags.get(compiled.id)
    if flag is not None:
        flag.evidence.append(evidence)
        return
    message = compiled.rule.message
    for name, value in {"found": text[found.start : found.end], **found.values}.items():
        message = message.replace("{" + name + "}", value)
    flags[compiled.id] = Flag(
        rule=compiled.id,
        kind=compiled.rule.kind,
        severity=compiled.rule.severity,
        message=message,
        evidence=[evidence],
    )
