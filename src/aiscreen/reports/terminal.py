"""The report as a person reads it in a terminal: who, how much, why; each part with the sentence it rests on.

Document text only ever enters as plain `Text`, never as markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from aiscreen.models.assessment import Assessment, Dimension, Evidence, Report
from aiscreen.reports.words import (
    KEY,
    LEVEL_WORDS,
    Quotes,
    beginning,
    by_level,
    duration,
    facts,
    flag_points,
    missing,
    number,
    others,
    place,
    plain,
    role_name,
    shorten,
    title,
)

SEVERITY_STYLE = {"high": "bold red", "medium": "yellow", "low": "cyan", "info": "dim"}
BAR_CELLS = 16
WIDE = 100
"""From this width on the ranking is a table, and a part's note stands beside its points."""


def to_terminal(
    report: Report, *, console: Console | None = None, explain: bool = False, cards: bool = True
) -> str:
    """The report as text for a terminal; colours as the console has them."""
    console = console or Console(highlight=False, markup=False, emoji=False, color_system=None, width=100)
    with console.capture() as capture:
        wide = console.width >= WIDE
        ranked = len(report.candidates) > 1 or (report.candidates and not cards)
        if ranked:
            console.print(ranking(report) if wide else narrow_ranking(report))
            console.print(key())
        for candidate in report.candidates if cards else ():
            for part in card(candidate, explain=explain, wide=wide):
                console.print(part)
        if not ranked and report.candidates:
            console.print(key())
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def ranking(report: Report) -> Table:
    """A row a candidate."""
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False)
    table.add_column("#", justify="right", no_wrap=True)
    table.add_column("Score", justify="right", no_wrap=True)
    table.add_column("Range", justify="right", no_wrap=True, style="dim")
    table.add_column("Candidate", ratio=4, overflow="fold")
    table.add_column("Role and fit", ratio=4, overflow="fold")
    table.add_column("Relevant", justify="right", no_wrap=True)
    table.add_column("Flags", ratio=3, overflow="fold")
    for candidate in report.candidates:
        low_high = f"{candidate.range[0]:.0f}-{candidate.range[1]:.0f}" if candidate.range else ""
        table.add_row(
            Text(str(candidate.rank or "")),
            Text(number(candidate.score) if candidate.score is not None else "none", style="bold"),
            Text(low_high),
            _candidate(candidate),
            Text(role_name(candidate)),
            Text(duration(candidate.experience.relevant_months)),
            _flag_words(candidate),
        )
    return table


def narrow_ranking(report: Report) -> Table:
    """A row a candidate, without the range, and with all but the score in lines of their own."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_row(*(Text(word, style="bold") for word in ("#", "Score", "Candidate")))
    for candidate in report.candidates:
        relevant = f"{duration(candidate.experience.relevant_months)} relevant"
        about = Text(f"{role_name(candidate)} · {relevant}" if role_name(candidate) else relevant)
        flags = _flag_words(candidate)
        lines = [_candidate(candidate), about, *([Text("flags: ").append_text(flags)] if flags else [])]
        score = number(candidate.score) if candidate.score is not None else "none"
        table.add_row(Text(str(candidate.rank or "")), Text(score, style="bold"), Text("\n").join(lines))
    return table


def key() -> RenderableType:
    """What the figures mean, a line each."""
    words = Text("\n").join(Text(f"{word}: {meaning}", style="dim") for word, meaning in KEY.items())
    return Padding(words, (1, 0, 0, 0))


def _candidate(candidate: Assessment) -> Text:
    """Who it is, and which other files were taken for the same person's."""
    more = others(candidate)
    return Text(title(candidate)).append(f"\n{more}" if more else "", style="dim")


def _flag_words(candidate: Assessment) -> Text:
    words: dict[str, str] = {}
    for flag in candidate.flags:
        words.setdefault(flag.kind, flag.severity)
    return Text(", ").join(Text(kind, style=SEVERITY_STYLE[severity]) for kind, severity in words.items())


def card(candidate: Assessment, *, explain: bool, wide: bool) -> Iterator[RenderableType]:
    """Everything about one candidate."""
    yield Text()
    yield Rule(_head(candidate), align="left", style="dim", characters="─")
    yield Text(facts(candidate), style="dim")
    if candidate.score is None:
        yield Padding(Text(plain(candidate.reason), style="yellow"), (1, 0, 0, 2))
        return
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
            head.append(f" ({candidate.range[0]:.0f}-{candidate.range[1]:.0f})", style="dim")
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
        yield Padding(note, (0, 0, 0, 2))


def _best(evidence: Sequence[Evidence], quotes: Quotes, *, explain: bool) -> Iterator[RenderableType]:
    """The best quote that the card has not said yet, or all of them, and where the others stand."""
    said, cited = quotes.parted(evidence, None if explain else 1)
    for each in said:
        yield Padding(_quote(each, explain=explain), (0, 0, 0, 4))
    if cited:
        words = "; ".join(f"{beginning(each)} {place(each)}" for each in cited)
        yield Padding(Text(f"{'also' if said else 'see'} {words}", style="dim"), (0, 0, 0, 4))


def _quote(evidence: Evidence, *, explain: bool) -> Text:
    quote = plain(evidence.quote) if explain else shorten(evidence.quote, 140)
    text = Text(f"“{quote}” ", style="italic")
    return text.append(place(evidence), style="dim not italic")


def _heading(words: str) -> RenderableType:
    return Padding(Text(words, style="bold"), (1, 0, 0, 0))


def _flags(candidate: Assessment, quotes: Quotes, *, explain: bool) -> Iterator[RenderableType]:
    if not candidate.flags:
        return
    yield _heading("Flags (questions, not verdicts)")
    for flag in candidate.flags:
        line = Text(flag.severity, style=SEVERITY_STYLE[flag.severity])
        line.append(f" {flag.kind} ({flag_points(flag)}): ", style="dim")
        line.append(plain(flag.message))
        yield Padding(line, (0, 0, 0, 2))
        yield from _best(flag.evidence, quotes, explain=explain)


def _skills(candidate: Assessment, *, explain: bool) -> Iterator[RenderableType]:
    groups = {level: skills for level, skills in by_level(candidate).items() if skills}
    if not groups:
        return
    yield _heading("Skills by proof")
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
    yield Padding(grid, (0, 0, 0, 2))
    if explain:
        yield from _skill_quotes(groups)


def _skill_quotes(groups: dict[str, list]) -> Iterator[RenderableType]:  # type: ignore[type-arg]
    for level in ("verified", "shipped"):
        for skill in groups.get(level, []):
            for evidence in skill.evidence[:1]:
                line = Text(f"{skill.name}: ").append_text(_quote(evidence, explain=False))
                yield Padding(line, (0, 0, 0, 4))


def _criteria(candidate: Assessment, quotes: Quotes, *, explain: bool) -> Iterator[RenderableType]:
    if not candidate.criteria:
        return
    yield _heading("Marks of the best")
    for criterion in candidate.criteria:
        if criterion.met:
            yield Padding(Text(f"✓ {criterion.name}", style="green"), (0, 0, 0, 2))
            if explain:
                yield from _best(criterion.evidence, quotes, explain=False)
    if missing(candidate):
        yield Padding(Text(f"not shown: {missing(candidate)}", style="dim"), (0, 0, 0, 2))


def _questions(candidate: Assessment, *, explain: bool) -> Iterator[RenderableType]:
    if not candidate.questions:
        return
    yield _heading("Ask")
    for index, question in enumerate(candidate.questions if explain else candidate.questions[:4], 1):
        yield Padding(Text(f"{index}. {plain(question.ask)}"), (0, 0, 0, 2))
        why = Text(plain(question.because), style="dim")
        if explain and question.listen_for:
            why.append(f"\nA good answer: {'; '.join(map(plain, question.listen_for))}")
        yield Padding(why, (0, 0, 0, 5))
