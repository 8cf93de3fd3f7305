"""The report as Markdown, for an issue, a wiki or a mail. Document text is escaped so that it cannot act as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aiscreen.models.assessment import Assessment, Evidence, Report
from aiscreen.reports.words import (
    KEY,
    LEVEL_WORDS,
    Quotes,
    beginning,
    by_level,
    duration,
    facts,
    flag_points,
    low_high,
    number,
    others,
    place,
    plain,
    role_name,
    score,
    title,
)

_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~!])")


def to_markdown(report: Report, *, explain: bool = False) -> str:
    """A ranking table, then a section a candidate."""
    lines = ["# Screening report", "", *_ranking(report), ""]
    lines += [f"- *{word}*: {meaning}" for word, meaning in KEY.items()]
    for candidate in report.candidates:
        lines += ["", *_card(candidate, explain=explain)]
    if report.skipped:
        lines += ["", "## Skipped", ""]
        lines += [f"- {escape(row.path)}: {escape(row.detail)}" for row in report.skipped]
    return "\n".join(lines) + "\n"


def escape(text: str | None) -> str:
    """Document text with Markdown's and HTML's active characters made plain."""
    return _ACTIVE.sub(r"\\\1", plain(text))


def _ranking(report: Report) -> Iterator[str]:
    yield "| # | Score | Range | Candidate | Role and fit | Relevant | Flags |"
    yield "|--:|--:|--:|---|---|--:|---|"
    for c in report.candidates:
        flags = ", ".join(dict.fromkeys(flag.kind for flag in c.flags))
        who = " · ".join(escape(part) for part in (title(c), others(c)) if part)
        cells = [str(c.rank or ""), score(c), low_high(c), who, escape(role_name(c))]
        yield f"| {' | '.join([*cells, duration(c.experience.relevant_months), flags])} |"


def _card(candidate: Assessment, *, explain: bool) -> Iterator[str]:
    yield f"## {escape(title(candidate))}"
    yield ""
    yield escape(facts(candidate))
    if candidate.score is None:
        yield ""
        yield f"No score: {escape(candidate.reason)}"
        return
    yield ""
    if candidate.caution:
        yield from (f"Caution: {escape(candidate.caution)}", "")
    yield f"**{number(candidate.score)} of 100**" + (f" ({low_high(candidate)})" if candidate.range else "")
    yield ""
    quotes, limit = Quotes(), None if explain else 2
    for part in candidate.dimensions:
        yield f"- **{part.name}** {number(part.points)}/{number(part.max)}" + (
            f": {escape(part.note)}" if part.note else ""
        )
        yield from _said(part.evidence, quotes, limit)
    if candidate.flags:
        yield from ("", "### Flags (questions, not verdicts)", "")
    for flag in candidate.flags:
        yield f"- **{flag.severity}** {flag.kind} ({flag_points(flag)}): {escape(flag.message)}"
        yield from _said(flag.evidence, quotes, limit)
    yield from ("", "### Skills by proof", "")
    for level, skills in by_level(candidate).items():
        if skills:
            names = (
                f"{escape(s.name)} ({duration(s.months)})" if s.months else escape(s.name) for s in skills
            )
            yield f"- {LEVEL_WORDS[level]}: {', '.join(names)}"
    if candidate.criteria:
        yield from ("", "### Marks of the best", "")
        yield from (f"- [{'x' if c.met else ' '}] {escape(c.name)}" for c in candidate.criteria)
    if candidate.questions:
        yield from ("", "### Ask", "")
    for index, question in enumerate(candidate.questions, 1):
        yield f"{index}. {escape(question.ask)}  "
        yield f"   *{escape(question.because)}*" + ("  " if question.listen_for else "")
        if question.listen_for:
            yield f"   A good answer: {'; '.join(map(escape, question.listen_for))}"


def _said(evidence: Sequence[Evidence], quotes: Quotes, limit: int | None) -> Iterator[str]:
    """Quotes not said before in the card, and where those stand that were."""
    said, cited = quotes.parted(evidence, limit)
    yield from (f"  - {quote(e)}" for e in said)
    if cited:
        words = "; ".join(f"{escape(beginning(e))} ({escape(place(e))})" for e in cited)
        yield f"  - {'also' if said else 'see'} {words}"


def quote(evidence: Evidence) -> str:
    """A quote with its place."""
    return f"“{escape(evidence.quote)}” ({escape(place(evidence))})"
