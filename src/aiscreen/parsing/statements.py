"""Statements: all that the document says, each once, each with its address."""

from __future__ import annotations

from aiscreen.models.document import Box, hundredths
from aiscreen.models.resume import BBox, Section, Statement
from aiscreen.parsing.rows import Row
from aiscreen.parsing.rows.passages import Passage, join, statements


class Ledger:
    """Collects statements while sections are parsed, and lists them in reading order at the end."""

    def __init__(self, month_first: bool = False) -> None:
        self.month_first = month_first
        """Whether the document writes the month before the day where both are numbers."""
        self.doubts: set[int] = set()
        """Jobs whose dates may be wrong, by number."""
        self._said: list[tuple[int, int, Statement]] = []
        self._claimed: set[int] = set()
        self._whole: set[int] = set()
        self._known: dict[tuple[int, str, Section], Statement] = {}

    def heading(self, row: Row, section: Section) -> None:
        """A section's heading; what stands beside it on its line is left to be said."""
        for line in _lines([row]):
            claimed = id(line.line) in self._claimed
            self.say([line], lines_text([line]), section)
            if line.part and not claimed:
                self._claimed.discard(id(line.line))

    def say(self, rows: list[Row], text: str, section: Section, entry: int | None = None) -> Statement:
        """One statement made of whole rows, or of the part of them that begins in the first."""
        key = (id(rows[0].line), text, section)
        known = self._known.get(key)
        if known is not None:
            return known
        box = _bbox(rows)
        first = rows[0].line
        statement = Statement(
            text=text, page=first.page, line=first.number, bbox=box, section=section, entry=entry
        )
        self._known[key] = statement
        self._said.append((rows[0].index, len(self._said), statement))
        lines = [id(row.line) for row in rows]
        self._claimed.update(lines)
        if text == lines_text(rows):
            self._whole.update(lines)
        return statement

    def head(self, rows: list[Row], section: Section, entry: int | None = None) -> Statement | None:
        """The head of an entry: its rows as one statement; rows beside it each for themselves."""
        if not rows:
            return None
        rows = _lines(rows)
        run = [rows[0]]
        for row in rows[1:]:
            if row.index - run[-1].index > 1 or row.sides or run[-1].sides:
                break
            run.append(row)
        statement = self.say(run, lines_text(run), section, entry)
        for row in rows[len(run) :]:
            if id(row.line) not in self._claimed:
                self.say([row], row.line.text, section, entry)
        self._sides(rows, section, entry)
        return statement

    def _sides(self, rows: list[Row], section: Section, entry: int | None) -> None:
        """What stands beside rows, where no statement holds it yet."""
        for row in rows:
            for side in row.sides:
                if id(side.line) not in self._claimed:
                    self.say([side], side.line.text, section, entry)
                elif side.loose and id(side.line) not in self._whole:
                    self.say([side], side.text, section, entry)

    def passage(self, passage: Passage, section: Section, entry: int | None = None) -> list[Statement]:
        """A bullet as one statement; a paragraph as its sentences or the items in it, each at the row where it starts."""
        said = self._passage(passage, section, entry)
        self._sides(passage.rows, section, entry)
        return said

    def _passage(self, passage: Passage, section: Section, entry: int | None) -> list[Statement]:
        if passage.bullet:
            return [self.say(passage.rows, passage.text, section, entry)]
        spans = statements(passage.text)
        if len(spans) == 1:
            return [self.say(passage.rows, passage.text, section, entry)]
        ends = [len(join([row.text for row in passage.rows[: i + 1]])) for i in range(len(passage.rows))]
        said: list[Statement] = []
        for begin, stop in spans:
            low = next(i for i, end in enumerate(ends) if begin < end)
            high = next(i for i, end in enumerate(ends) if stop <= end)
            said.append(self.say(passage.rows[low : high + 1], passage.text[begin:stop], section, entry))
        return said

    def rest(self, rows: list[Row], section: Section) -> None:
        """Rows that nobody claimed still say something: each is a statement of its section."""
        for row in rows:
            if id(row.line) not in self._claimed:
                self.say([row], row.line.text, section)

    def statements(self) -> list[Statement]:
        """All statements in reading order."""
        return [statement for _, _, statement in sorted(self._said)]


def _lines(rows: list[Row]) -> list[Row]:
    """The rows, those that were made of several lines parted again."""
    return [line for row in rows for line in (row, *row.below)]


def lines_text(rows: list[Row]) -> str:
    """The whole lines of some rows joined, each line once; of a line that was parted the rows' own words."""
    if len(rows) == 1:
        return _words(rows[0]) if rows[0].part else rows[0].line.text
    texts = {
        id(row) if row.part else id(row.line): _words(row) if row.part else row.line.text for row in rows
    }
    return join(list(texts.values()))


def _words(row: Row) -> str:
    further = {id(word) for other in row.below for cell in other.cells for word in cell.words}
    return " ".join([word.text for cell in row.cells for word in cell.words if id(word) not in further])


def _bbox(rows: list[Row]) -> BBox:
    """The box around the rows that share the first row's page."""
    box, page = rows[0].line.box, rows[0].line.page
    if len(rows) > 1:
        box = Box.around([row.line.box for row in rows if row.line.page == page])
    return hundredths(box.x0), hundredths(box.top), hundredths(box.x1), hundredths(box.bottom)
