"""The rules of redflags.yaml run over a résumé or a line of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from aiscreen.judging.evidence import MAX_EVIDENCE
from aiscreen.judging.flags import concealed, padding, record, timeline
from aiscreen.judging.flags.costs import with_points
from aiscreen.judging.flags.dossier import Dossier, Raised
from aiscreen.judging.flags.engine import Engine, engine_of
from aiscreen.judging.flags.years import speaks_of_years, years_beyond
from aiscreen.judging.saying import QUOTED, fill, shortened
from aiscreen.models.assessment import SEVERITIES, Evidence, Flag, Severity
from aiscreen.models.document import Document
from aiscreen.models.resume import Resume
from aiscreen.taxonomy.redflags import RedFlagsFile, Rule

if TYPE_CHECKING:
    from aiscreen.judging.career import Career
    from aiscreen.matching.mention import Mention
    from aiscreen.taxonomy import Taxonomy

_TESTS: Mapping[str, Callable[[Dossier, Any], Raised | None]] = {
    "outdated": record.outdated,
    "academic-only": record.academic_only,
    "notebook-only": record.notebook_only,
    "timeline-jobs": timeline.jobs_before,
    "timeline-total": timeline.total_beyond,
    "timeline-span": timeline.beyond_span,
    "timeline-overlap": timeline.overlapping,
    "stuffing": padding.stuffing,
    "unproven": padding.unproven,
    "buzzwords": padding.buzzwords,
    "hidden-text": concealed.hidden_text,
    "hidden-says": concealed.hidden_says,
}


class Finder(Protocol):
    """What finds skills in a text: a Matcher."""

    def find(self, text: str) -> Sequence[Mention]:
        """The skills named in a text."""


def find_flags(
    resume: Resume,
    document: Document,
    mentions: Sequence[Sequence[Mention]],
    taxonomy: Taxonomy,
    as_of: date,
    career: Career | None = None,
) -> list[Flag]:
    """All flags of a résumé, the gravest first, each once with all its evidence, with the points that they cost.

    `mentions` runs parallel to `resume.statements`; `as_of` is what "present" means; `career` is what the résumé's jobs
    give, where it is known already.
    """
    engine = engine_of(taxonomy)
    flags: dict[str, Flag] = {}
    for statement, found in zip(resume.statements, mentions, strict=True):
        for id, rule, values in _of_text(engine, taxonomy, statement.text, statement.section, found, as_of):
            _merge(flags, _flag(id, rule, values, [Evidence.of(statement)]))
    dossier = Dossier(resume, document, mentions, taxonomy, as_of, engine, career)
    for id, rule in engine.of_document:
        if raised := _TESTS[rule.when.test](dossier, rule.when):
            _merge(flags, _flag(id, rule, raised.values, raised.evidence, raised.severity))
    ranked = sorted(flags.values(), key=lambda flag: -SEVERITIES.index(flag.severity))
    return with_points(ranked, taxonomy.redflags)


def flags_in_text(text: str, taxonomy: Taxonomy, matcher: Finder) -> list[Flag]:
    """The flags that a sentence alone raises; tools' ages are counted to the file's date. Points are those of each
    flag alone."""
    file: RedFlagsFile = taxonomy.redflags
    engine = engine_of(taxonomy)
    as_of = date(int(file.updated[:4]), int(file.updated[5:7]), 1)
    evidence = Evidence(quote=text, page=1, line=1)
    mentions = matcher.find(text) if speaks_of_years(text) else ()
    flags: dict[str, Flag] = {}
    for id, rule, values in _of_text(engine, taxonomy, text, "other", mentions, as_of):
        _merge(flags, _flag(id, rule, values, [evidence]))
    return list(flags.values())


def _of_text(
    engine: Engine,
    taxonomy: Taxonomy,
    text: str,
    section: str,
    mentions: Sequence[Mention],
    as_of: date,
) -> Iterator[tuple[str, Rule, Mapping[str, str]]]:
    """The rules that a text breaks, each with the words for its message."""
    for compiled, found in engine.find(text, section):
        yield compiled.id, compiled.rule, {"found": text[found.start : found.end], **found.values}
    if mentions and engine.of_years and speaks_of_years(text):
        for id, rule, test in engine.of_years:
            for beyond in years_beyond(text, mentions, taxonomy.skills, test, as_of):
                yield id, rule, {"found": text[beyond.start : beyond.end], **beyond.values}


def _merge(flags: dict[str, Flag], flag: Flag) -> None:
    """One flag for a rule, with all its evidence; each claim of time is told, for each is of another tool."""
    known = flags.setdefault(flag.rule, flag)
    if known is flag:
        return
    if len(known.evidence) < MAX_EVIDENCE:
        known.evidence += [each for each in flag.evidence if each not in known.evidence]
    if flag.kind == "timeline" and flag.message not in known.message:
        known.message += f"; {flag.message}"


def _flag(
    id: str,
    rule: Rule,
    values: Mapping[str, str],
    evidence: Sequence[Evidence],
    severity: Severity | None = None,
) -> Flag:
    quote = shortened(evidence[0].quote, QUOTED) if evidence else ""
    said = {"quote": quote, **values}
    return Flag(
        rule=id,
        kind=rule.kind,
        severity=severity or rule.severity,
        message=fill(rule.message, said),
        evidence=list(evidence),
        ask=fill(rule.ask, said),
        listen_for=list(rule.listen_for),
    )
