"""Text that a file gives out in place of what its glyphs show (ActualText).

Typesetters use it for ligatures, hyphens and icons. PDFium takes it for the text, and who copies from the page gets it;
a reader sees the glyphs. Where it says more than those, what they show is read by pdfplumber, which takes no such word.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterable

from aiscreen.models.document import NOWHERE, Box, Hidden
from aiscreen.reading.layout.glyphs import Glyphs
from aiscreen.reading.pdf import fast
from aiscreen.reading.pdf.places import Place
from aiscreen.reading.pdf.shapes import UNIT, placed
from aiscreen.text import clean, fold, squeeze

_FEW = 4
"""Letters from which text given out is more than a ligature's or a hyphen's."""
_MANY = 4
"""Words from which it is more than an icon's name."""
_ALIKE = 0.6
_MOST = 300
_LONG = 4000
_UNNAMED = re.compile(r"\(cid:\d+\)")


def unswap(
    words: list[Glyphs], place: Place, number: int, look: Callable[[], list[Glyphs]]
) -> tuple[list[Glyphs], list[Hidden]]:
    """The words with what is shown in place of what is given out, and what was given out as Hidden. `look` reads the
    page's glyphs; it is asked where there is something to compare."""
    given = _given_out({word.style.handle for word in words})
    if not given:
        return words, []
    glyphs, told = look(), []
    if not glyphs:
        return words, []
    swapped: dict[int, list[Glyphs]] = {}
    for text, addresses in given.items():
        ours = [word for word in words if word.style.handle in addresses]
        box = _around(addresses, ours, place)
        shown = [one for one in glyphs if _inside(one, box)]
        if _is_swapped(text, " ".join([one.text for one in shown])):
            told.append(Hidden(squeeze(clean(text)), number, box, "replaced"))
            for rank, one in enumerate(shown):
                one.style, one.order = ours[0].style, ours[0].order + rank
            swapped |= {id(word): [] for word in ours[1:]} | {id(ours[0]): shown}
    return [one for word in words for one in swapped.get(id(word), [word])], told


def _given_out(addresses: Iterable[int]) -> dict[str, set[int]]:
    """What is given out in place of text objects' glyphs, with their addresses."""
    found: dict[str, set[int]] = {}
    buffer, length = fast.room(_LONG), fast.buffer(ctypes.c_ulong, 1)
    for address in addresses:
        item = fast.Handle(address)
        if len(found) == _MOST:
            break
        count = fast.count_marks(item)
        for index in range(min(count, 8)) if count else ():
            if fast.mark_text(fast.mark(item, index), b"ActualText", buffer, _LONG, length.at[0]):
                text = fast.utf16(buffer[: min(length.read()[0], _LONG)]).rstrip("\0")
                if len(_letters(text)) >= _FEW:
                    found.setdefault(text, set()).add(address)
    return found


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, fold(_UNNAMED.sub("", text))))


def _is_swapped(given: str, shown: str) -> bool:
    """Whether what is given out is another text than what is shown. Glyphs without names tell nothing."""
    from difflib import SequenceMatcher

    one, two = _letters(given), _letters(shown)
    if len(two) < 3:
        return len(given.split()) >= _MANY
    return (
        one not in two and two not in one and SequenceMatcher(None, one, two, autojunk=False).ratio() < _ALIKE
    )


def _around(addresses: Iterable[int], words: list[Glyphs], place: Place) -> Box:
    """The box around text objects and their words."""
    edges = fast.buffer(ctypes.c_float, 4)
    boxes = [word.box for word in words]
    for address in addresses:
        if fast.object_bounds(fast.Handle(address), *edges.at):
            boxes.append(placed(place, UNIT, *edges.read()))
    return Box.around(boxes) if boxes else NOWHERE


def _inside(word: Glyphs, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box.x0 <= x <= box.x1 and box.top - 2 <= y <= box.bottom + 2
