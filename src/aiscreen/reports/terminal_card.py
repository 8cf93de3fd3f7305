"""A candidate's card in a terminal: who, how much, why; each part with the sentence it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from aiscreen.models.assessment import Assessment, Dimension, Evidence, SkillProof
from aiscreen.reports.drawing import heading, indented, rule
from aiscreen.reports.words import (
    LEVEL_WORDS,
    Quotes,
    beginning,
    by_level,
    duration,
    facts,
    flag_points,
    low_high,
    missing,
    number,
    place,
    plain,
    shorten,
    title,
)

SEVERITY_STYLE = {"high": "bold red", "medium": "yellow", "low": "cyan", "info": "dim"}
BAR_CELLS = 16


def card(candidate: Assessment, *, explain: bool, wide: bool) -> Iterator[RenderableType]:
    """Everything about one candidate."""
    yield Text()
    yield rule(_head(candidate))
    yield Text(facts(candidate), style="dim")
    if candidate.score is None:
        yield Padding(Text(plain(candidate.reason), style="yellow"), (1, 0, 0, 2))
        return
    if candidate.caution:
        yield Padding(Text(f"Caution: {plain(candidate.caution)}", style="yellow"), (1, 0, 0, 2))
    yield Text()
    quotes = Quotes()
    for dimension in candidate.dimensions:
        yield from _dimension(dimension, wide=wide)
        yield from _best(dimension.evidence, quotes, explain=explain)
    yield from _flags(candidate, quotes, explain=explain)
    yield from _skills(candidate, explain=explain)
    yield from _criteria(candidate, quotes, explain=explain)
    yield from _questions(candidate, explain=explain)


def _head(candidate: Assessment) -> Text:
    head = Text(f"{candidate.rank}. " if candidate.rank else "", style="bold")
    head.append(title(candidate), style="bold")
    if candidate.score is not None:
        head.append(f"  {number(candidate.score)}", style=f"bold {_score_style(candidate.score)}")
        head.append(" of 100")
        if candidate.range:
            head.append(f" ({low_high(candidate)})", style="dim")
    return head


def _score_style(score: float) -> str:
    return "green" if score >= 60 else "yellow" if score >= 30 else "red"


def _dimension(dimension: Dimension, *, wide: bool) -> Iterator[RenderableType]:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=26, no_wrap=True)
    grid.add_column(width=BAR_CELLS, no_wrap=True)
    grid.add_column(width=8, justify="right", no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    share = dimension.points / dimension.max if dimension.max else 0.0
    filled = round(BAR_CELLS * max(0.0, min(1.0, share)))
    bar = Text("━" * filled, style=_score_style(100 * share))
    bar.append("─" * (BAR_CELLS - filled), style="dim")
    points = Text(number(dimension.points), style="bold")
    points.append(f"/{number(dimension.max)}", style="dim")
    note = Text(plain(dimension.note))
    grid.add_row(Text(dimension.name), bar, points, note if wide else Text())
    yield grid
    if note and not wide:
        yield indented(note)


def _best(evidence: Sequence[Evidence], quotes: Quotes, *, explain: bool) -> Iterator[RenderableType]:
    """The best quote that the card has not said yet, or all of them, and where the others stand."""
    said, cited = quotes.parted(evidence, None if explain else 1)
    for each in said:
        yield indented(_quote(each, explain=explain), 4)
    if cited:
        words = "; ".join(f"{beginning(each)} {place(each)}" for each in cited)
        yield indented(Text(f"{'also' if said else 'see'} {words}", style="dim"), 4)


def _quote(evidence: Evidence, *, explain: bool) -> Text:
    quote = plain(evidence.quote) if explain else shorten(evidence.quote, 140)
    text = Text(f"“{quote}” ", style="italic")
    return text.append(place(evidence), style="dim not italic")


def _flags(candidate: Assessment, quotes: Quotes, *, explain: bool) -> Iterator[RenderableType]:
    if not candidate.flags:
        return
    yield heading("Flags (questions, not verdicts)")
    for flag in candidate.flags:
        line = Text(flag.severity, style=SEVERITY_STYLE[flag.severity])
        line.append(f" {flag.kind} ({flag_points(flag)}): ", style="dim")
        line.append(plain(flag.message))
        yield indented(line)
        yield from _best(flag.evidence, quotes, explain=explain)


def _skills(candidate: Assessment, *, explain: bool) -> Iterator[RenderableType]:
    groups = {level: skills for level, skills in by_level(candidate).items() if skills}
    if not groups:
        return
    yield heading("Skills by proof")
    grid = Table.grid(padding=(0, 1), expand=True)
    grid.add_column(width=16, no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    limit = None if explain else 14
    for level, skills in groups.items():
        words = Text(", ").join(
            Text(skill.name).append(f" {duration(skill.months)}" if skill.months else "", style="dim")
            for skill in skills[:limit]
        )
        if limit and len(skills) > limit:
            words.append(f" and {len(skills) - limit} more", style="dim")
        grid.add_row(Text(LEVEL_WORDS[level], style="dim"), words)
    yield indented(grid)
    if explain:
        yield from _skill_quotes(groups)


def _skill_quotes(groups: Mapping[str, Sequence[SkillProof]]) -> Iterator[RenderableType]:
    for level in ("verified", "shipped"):
        for skill in groups.get(level, ()):
            for evidence in skill.evidence[:1]:
                line = Text(f"{skill.name}: ").append_text(_quote(evidence, explain=False))
                yield indented(line, 4)


def _criteria(candidate: Assessment, quotes: Quotes, *, explain: bool) -> Iterator[RenderableType]:
    if not candidate.criteria:
        return
    yield heading("Marks of the best")
    for criterion in candidate.criteria:
        if criterion.met:
            yield indented(Text(f"✓ {criterion.name}", style="green"))
            if explain:
                yield from _best(criterion.evidence, quotes, explain=False)
    if missing(candidate):
        yield indented(Text(f"not shown: {missing(candidate)}", style="dim"))


def _questions(candidate: Assessment, *, explain: bool) -> Iterator[RenderableType]:
    if not candidate.questions:
        return
    yield heading("Ask")
    for index, question in enumerate(candidate.questions if explain else candidate.questions[:4], 1):
        yield indented(Text(f"{index}. {plain(question.ask)}"))
        why = Text(plain(question.because), style="dim")
        if explain and question.listen_for:
            why.append(f"\nA good answer: {'; '.join(map(plain, question.listen_for))}")
        yield indented(why, 5)
