"""How a document was read and judged, for people who check it: its lines as a listing, a page of it as a picture."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from aiscreen.errors import InputError

if TYPE_CHECKING:
    from aiscreen.models.assessment import Flag
    from aiscreen.models.document import Box, Document, Line
    from aiscreen.models.resume import Resume

_DPI = 110
_BLOCK, _LINE, _HIDDEN, _FLAG, _ENTRY, _LINK = (
    "#2563eb",
    "#94a3b8",
    "#dc2626",
    "#be123c",
    "#7c3aed",
    "#0d9488",
)
_SECTIONS = {
    "header": "#0ea5e9", "summary": "#22c55e", "work": "#f97316", "projects": "#a855f7", "open-source": "#a855f7",
    "education": "#eab308", "skills": "#14b8a6", "publications": "#ec4899", "certificates": "#64748b",
    "languages": "#84cc16", "awards": "#f43f5e", "volunteer": "#f59e0b",
}  # fmt: skip


def listing(document: Document, resume: Resume, flags: Sequence[Flag], page: int | None = None) -> list[str]:
    """The lines of a page, or of all, in reading order with their place, look and section; then hidden text, links, flags,
    warnings."""
    document = document if page is None else _only(document, page)
    sections = {(one.page, one.line): one.section for one in resume.statements}
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
    rows += [f"running, page {line.page}: {line.text}" for line in document.running]
    rows += [f"hidden, page {one.page}, {one.reason}: {one.text}" for one in document.hidden]
    rows += [f"link, page {one.page}: {one.uri} ({one.text})" for one in document.links]
    for flag in flags:
        if page is not None and flag.evidence and all(one.page != page for one in flag.evidence):
            continue
        places = ", ".join(f"{one.page}.{one.line}" for one in flag.evidence if one.section != "hidden")
        rows.append(f"flag, {flag.kind}{f' at {places}' if places else ''}: {flag.message}")
    rows += [f"warning: {one}" for one in document.warnings]
    return rows


def _only(document: Document, page: int) -> Document:
    """A document with what stands on one page."""
    return replace(
        document,
        lines=tuple(line for line in document.lines if line.page == page),
        running=tuple(line for line in document.running if line.page == page),
        hidden=tuple(one for one in document.hidden if one.page == page),
        links=tuple(one for one in document.links if one.page == page),
    )


def draw(data: bytes, document: Document, resume: Resume, flags: Sequence[Flag], number: int) -> bytes:
    """Page `number` (from 1) of a PDF as a PNG with all of it boxed. Raises InputError where it cannot be drawn."""
    import pdfplumber

    made = io.BytesIO()
    try:
        with pdfplumber.open(io.BytesIO(data), pages=[number]) as pdf:
            page = pdf.pages[0]
            picture = page.to_image(resolution=_DPI)
            left, top, *_ = map(float, page.bbox)
            brush = _Brush(picture, left, top, float(page.width), float(page.height))
            _draw_read(brush, document, resume, number)
            _draw_suspect(brush, document, flags, number)
        picture.save(made, format="PNG")
    except Exception as error:
        raise InputError(
            "damaged",
            f"page {number} cannot be drawn ({type(error).__name__}); leave out --output for its lines",
            document.path,
        ) from error
    return made.getvalue()


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
        words = text.encode("latin-1", "replace").decode("latin-1")
        wide = self._picture.draw.textlength(words) / self._scale
        spot = max(min(x, self._wide - wide - 2), 0.0) * self._scale, max(y, 0.0) * self._scale
        self._picture.draw.text(spot, words, fill=color)


def _draw_read(brush: _Brush, document: Document, resume: Resume, number: int) -> None:
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


def _draw_suspect(brush: _Brush, document: Document, flags: Sequence[Flag], number: int) -> None:
    for hidden in document.hidden:
        if hidden.page == number and hidden.reason != "metadata":
            brush.box(_place(hidden.box), _HIDDEN, 2, _HIDDEN)
            brush.label(hidden.box.x0, hidden.box.bottom + 1, f"hidden: {hidden.reason}", _HIDDEN)
    kinds: dict[tuple[float, float, float, float], list[str]] = {}
    for flag in flags:
        for one in flag.evidence:
            if one.page == number and one.bbox is not None and one.section != "hidden":
                kinds.setdefault(one.bbox, []).append(flag.kind)
    for box, named in kinds.items():
        brush.box(box, _FLAG, 3)
        # Beside the last line, where most text has ended.
        brush.label(box[2] + 5, box[3] - 9, f"flag: {', '.join(dict.fromkeys(named))}", _FLAG)


def _place(box: Box) -> tuple[float, float, float, float]:
    return box.x0, box.top, box.x1, box.bottom


def _around(lines: list[Line]) -> tuple[float, float, float, float]:
    box = lines[0].box
    for line in lines[1:]:
        box = box.join(line.box)
    return _place(box)
