"""`aiscreen inspect FILE`: a page with what was found drawn on it: columns, lines, sections, entries, hidden text."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from aiscreen.errors import ConfigError, InputError

if TYPE_CHECKING:
    from aiscreen.models.document import Box, Document, Line
    from aiscreen.models.resume import Resume

_DPI = 110
_BLOCK, _LINE, _HIDDEN, _ENTRY, _LINK = "#2563eb", "#94a3b8", "#dc2626", "#7c3aed", "#0d9488"
_SECTIONS = {
    "header": "#0ea5e9", "summary": "#22c55e", "work": "#f97316", "projects": "#a855f7", "open-source": "#a855f7",
    "education": "#eab308", "skills": "#14b8a6", "publications": "#ec4899", "certificates": "#64748b",
    "languages": "#84cc16", "awards": "#f43f5e", "volunteer": "#f59e0b",
}  # fmt: skip


def inspect(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A résumé. A picture is drawn of a PDF only.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="Draw the page here (PNG); else its lines are listed.", metavar="PNG"
        ),
    ] = None,
    page: Annotated[int, typer.Option("--page", "-p", help="Which page to draw.", min=1)] = 1,
) -> int:
    """Show how a résumé was read: its columns, lines, sections and entries, and text that a reader does not see.

    \b
    aiscreen inspect resume.pdf
    aiscreen inspect resume.pdf --output page.png --page 2
    """
    from aiscreen import parsing, reading
    from aiscreen.reading.reader import load

    data = sys.stdin.buffer.read() if str(file) == "-" else load(str(file))
    document = reading.read_isolated(file, data=data)
    resume = parsing.parse(document)
    if output is None:
        from aiscreen.cli.output import write

        write("\n".join(_listing(document, resume)) + "\n", None)
        return 0
    if document.kind != "pdf":
        raise ConfigError(
            f"a picture can be drawn of a PDF only, and {file} is {document.kind}: leave out --output"
        )
    if page > document.pages:
        raise ConfigError(f"--page {page}: {file} has {document.pages} pages")
    _draw(data, document, resume, page, output)
    return 0


def _listing(document: Document, resume: Resume) -> list[str]:
    """The lines in reading order with their place, look and section; hidden text last."""
    sections = _sections(resume)
    rows: list[str] = []
    block = -1
    for line in document.lines:
        if line.block != block:
            block = line.block
            rows.append(f"block {block}, page {line.page}")
        cells = " | ".join(" ".join(word.text for word in cell) for cell in line.cells)
        look = f"{line.size:4.1f}{'b' if line.bold else ' '}{'*' if line.bullet else ' '}"
        section = sections.get((line.page, line.number), "")
        place = f"{line.box.x0:4.0f} {line.box.top:4.0f}"
        rows.append(f"{line.page:>2}.{line.number:<3} {place} {look} {section:12} {cells}")
    rows += [f"hidden, page {one.page}, {one.reason}: {one.text}" for one in document.hidden]
    rows += [f"link, page {one.page}: {one.uri} ({one.text})" for one in document.links]
    rows += [f"warning: {one}" for one in document.warnings]
    return rows


def _sections(resume: Resume) -> dict[tuple[int, int], str]:
    """The section of each line that begins a statement."""
    return {(one.page, one.line): one.section for one in resume.statements}


def _draw(data: bytes, document: Document, resume: Resume, number: int, output: Path) -> None:
    import io

    import pdfplumber

    try:
        with pdfplumber.open(io.BytesIO(data), pages=[number]) as pdf:
            page = pdf.pages[0]
            picture = page.to_image(resolution=_DPI)
            size = float(page.width), float(page.height)
            brush = _Brush(picture, float(page.bbox[0]), float(page.bbox[1]), *size)
            _draw_found(brush, document, resume, number)
    except Exception as error:
        raise InputError(
            "damaged", f"page {number} cannot be drawn ({type(error).__name__})", document.path
        ) from error
    try:
        picture.save(str(output), format="PNG")
    except OSError as error:
        raise ConfigError(f"cannot write {output}: {error.strerror}; choose another --output") from None


class _Brush:
    """Draws boxes and labels given in the document's points."""

    def __init__(self, picture: Any, left: float, top: float, wide: float, high: float) -> None:
        self._picture, self._left, self._top = picture, left, top
        self._wide, self._high = wide, high
        self._scale = picture.scale

    def box(self, box: tuple[float, float, float, float], color: str, width: int = 1, fill: str = "") -> None:
        x0, x1 = sorted(min(max(x, 0.0), self._wide) for x in (box[0], box[2]))
        top, bottom = sorted(min(max(y, 0.0), self._high) for y in (box[1], box[3]))
        place = (x0 + self._left, top + self._top, x1 + self._left, bottom + self._top)
        paint = None
        if fill:
            paint = (*(int(fill[at : at + 2], 16) for at in (1, 3, 5)), 40)
        self._picture.draw_rect(place, fill=paint, stroke=color, stroke_width=width)

    def label(self, x: float, y: float, text: str, color: str) -> None:
        spot = (max(x, 0.0) * self._scale, max(y, 0.0) * self._scale)
        self._picture.draw.text(spot, text.encode("latin-1", "replace").decode("latin-1"), fill=color)


def _draw_found(brush: _Brush, document: Document, resume: Resume, number: int) -> None:
    lines = [line for line in document.lines if line.page == number]
    for line in lines:
        brush.box(_place(line.box), _LINE)
    for block in sorted({line.block for line in lines}):
        box = _around([line for line in lines if line.block == block])
        brush.box((box[0] - 4, box[1] - 3, box[2] + 4, box[3] + 3), _BLOCK, 2)
        brush.label(box[0] - 3, box[1] - 14, f"block {block}", _BLOCK)
    seen = ""
    for statement in resume.statements:
        if statement.page == number:
            color = _SECTIONS.get(statement.section, "#475569")
            brush.box(statement.bbox, color, 1, color)
            if statement.section != seen:
                brush.label(statement.bbox[2] + 6, statement.bbox[1], statement.section, color)
            seen = statement.section
    for entry in [*resume.work, *resume.projects, *resume.education]:
        if entry.address is not None and entry.address.page == number:
            brush.box(entry.address.bbox, _ENTRY, 2)
    for link in document.links:
        if link.page == number:
            brush.box(_place(link.box), _LINK)
    for hidden in document.hidden:
        if hidden.page == number:
            brush.box(_place(hidden.box), _HIDDEN, 2, _HIDDEN)
            brush.label(hidden.box.x0, hidden.box.bottom + 1, f"hidden: {hidden.reason}", _HIDDEN)


def _place(box: Box) -> tuple[float, float, float, float]:
    return box.x0, box.top, box.x1, box.bottom


def _around(lines: list[Line]) -> tuple[float, float, float, float]:
    box = lines[0].box
    for line in lines[1:]:
        box = box.join(line.box)
    return _place(box)
