"""Text that a reader of the page does not see.

A colour says little: white on a dark banner is a usual design, and nearly all white words in real résumés are that.
So suspicion is cheap (colour, opacity, mode, size, place, what is painted later or shares the colour), and the verdict
is looking: the page is drawn with and without the suspects, and a word that makes no difference is not seen.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from aiscreen.models.document import Box, Hidden
from aiscreen.reading.layout.glyphs import Glyphs, Style
from aiscreen.reading.pdf.grounds import Grounds, near
from aiscreen.reading.pdf.looking import INVISIBLE, unseen
from aiscreen.reading.pdf.shapes import Panel, Shapes
from aiscreen.reading.pdf.veils import Veils, View
from aiscreen.reading.unseen import unseen_text
from aiscreen.text import clean, squeeze

TINY = 2.5
"""Height in points below which text is no print."""
_TELLS = 3
"""Letters and digits from which unseen text says something: fewer are bullets, icons and rules left over."""


def part_hidden(
    page: Any, words: list[Glyphs], shapes: Shapes, view: View, number: int
) -> tuple[list[Glyphs], list[Hidden]]:
    """The words that a reader sees, and the others as Hidden. Changes the page (suspects are switched off)."""
    reasons: dict[int, str] = {}
    suspects: dict[int, str] = {}
    size = view.size
    styles = {word.style.handle: word.style for word in words}
    unpainted = not INVISIBLE.isdisjoint([style.mode for style in styles.values()])
    scan = unpainted and _is_scan(words, shapes, size)
    veils, clips = Veils(shapes, view).over(styles)
    grounds = Grounds(shapes)
    printed = _printed(styles.values()) - veils.keys() - clips.keys()
    sound = _sound([styles[handle] for handle in printed], shapes)
    odd = _odd(words, size)
    for word in [word for word in words if word.style.handle not in sound or word.order in odd]:
        handle = word.style.handle
        if handle in printed and word.order not in odd and grounds.show(word):
            continue
        sure = _certain(word, size)
        if sure:
            reasons[word.order] = sure
        elif not (scan and word.style.mode in INVISIBLE):
            doubt = _suspicion(word, grounds, clips.get(handle)) or veils.get(handle)
            if doubt:
                suspects[word.order] = doubt
    if suspects:
        gone = unseen(page, [word for word in words if word.order in suspects], shapes, size)
        reasons.update((order, suspects[order]) for order in sorted(gone))
    told = zero_width(words, number)
    if not reasons:
        return words, told
    hidden = [word for word in words if word.order in reasons]
    return [word for word in words if word.order not in reasons], [
        *_as_hidden(hidden, reasons, number),
        *told,
    ]


def zero_width(words: list[Glyphs], number: int) -> list[Hidden]:
    """What zero-width and tag characters inside visible words hide."""
    found: list[Hidden] = []
    for word in [word for word in words if not word.text.isascii()]:
        if text := unseen_text(word.text):
            found.append(Hidden(text, number, word.box, "zero-width"))
    return found


def _printed(styles: Iterable[Style]) -> set[int]:
    """The text objects that are plain print."""
    return {
        style.handle
        for style in styles
        if not style.mode and style.alpha >= 60 and style.size > 4 and style.turn % 180 == 0
    }


def _sound(styles: Iterable[Style], shapes: Shapes) -> set[int]:
    """Those in a colour that no ground here has, painted after all that might cover them."""
    grounds = {0xFFFFFF, *[panel.color for panel in shapes.panels]}
    last = max((panel.rank for panel in shapes.panels), default=0)
    ranks = shapes.ranks
    clear: dict[int, bool] = {}
    found: set[int] = set()
    for style in styles:
        if last and ranks.get(style.handle, 0) < last:
            continue
        color = style.color
        if color not in clear:
            clear[color] = not any(ground is None or near(color, ground) for ground in grounds)
        if clear[color]:
            found.add(style.handle)
    return found


def _odd(words: list[Glyphs], size: tuple[float, float]) -> set[int]:
    """The ranks of the words that may be of no usual size, or off the page: few, which is told quickly of all at once."""
    wide, high = size
    return {
        word.order
        for word in words
        if not (
            word.x0 >= 0
            and word.top >= 0
            and word.x1 <= wide
            and word.bottom <= high
            and word.x1 - word.x0 > 0.15 * word.style.size * len(word.text)
            and word.bottom - word.top > TINY
        )
    }


def _certain(word: Glyphs, size: tuple[float, float]) -> str:
    """The reason where no look is needed."""
    style = word.style
    if word.x1 < 0 or word.bottom < 0 or word.x0 > size[0] or word.top > size[1]:
        return "off-page"
    if len(word.text) > 1 or word.text.isalnum():
        high, wide = word.bottom - word.top, word.x1 - word.x0
        if style.turn % 180 == 90:
            high, wide = wide, high
        if (
            style.size < TINY
            or high < TINY
            or (len(word.text) > 2 and wide < 0.05 * style.size * _length(word))
        ):
            return "tiny"
    return ""


def _length(word: Glyphs) -> int:
    """How many glyphs the word's box holds: those before a break at a line's end."""
    return len(word.text) if word.text.isascii() else len(word.text.partition("\ufffe")[0])


def _suspicion(word: Glyphs, grounds: Grounds, clip: Box | None) -> str:
    """Why a word may be unseen, if it may."""
    style = word.style
    if style.mode in INVISIBLE:
        return "invisible"
    if style.alpha < 60:
        return "transparent"
    if clip is not None and _cut_off(word, clip):
        return "clipped"
    if grounds.show(word):
        return ""
    if grounds.behind(word) is None:
        return "covered"
    return "white" if _luma(style.color) > 254 else "low-contrast"


def _cut_off(word: Glyphs, clip: Box) -> bool:
    """Whether a clip may take more of a word than its edge."""
    wide = min(word.x1, clip.x1) - max(word.x0, clip.x0)
    high = min(word.bottom, clip.bottom) - max(word.top, clip.top)
    return wide < 0.7 * (word.x1 - word.x0) or high < 0.7 * (word.bottom - word.top)


def _luma(color: int) -> float:
    return 0.299 * (color >> 16) + 0.587 * (color >> 8 & 255) + 0.114 * (color & 255)


def _is_scan(words: list[Glyphs], shapes: Shapes, size: tuple[float, float]) -> bool:
    """Whether the page is a picture with its recognised words laid invisibly over it."""
    unpainted = len([1 for word in words if word.style.mode in INVISIBLE])
    return unpainted >= 0.8 * len(words) and pictured(shapes.panels, size) > 0.6


def pictured(panels: Iterable[Panel], size: tuple[float, float]) -> float:
    """The share of the page that pictures cover."""
    area = 0.0
    for panel in panels:
        if panel.picture:
            wide = min(panel.box.x1, size[0]) - max(panel.box.x0, 0.0)
            high = min(panel.box.bottom, size[1]) - max(panel.box.top, 0.0)
            area += max(wide, 0.0) * max(high, 0.0)
    return min(1.0, area / max(1.0, size[0] * size[1]))


def _as_hidden(words: list[Glyphs], reasons: dict[int, str], number: int) -> list[Hidden]:
    """Hidden words in runs: neighbours in painting with one reason."""
    found: list[Hidden] = []
    run: list[Glyphs] = []
    for word in words:
        if run and (word.order != run[-1].order + 1 or reasons[word.order] != reasons[run[-1].order]):
            found += _run(run, reasons, number)
            run = []
        run.append(word)
    return found + _run(run, reasons, number)


def _run(run: list[Glyphs], reasons: dict[int, str], number: int) -> list[Hidden]:
    text = squeeze(clean(" ".join(word.text for word in run)))
    if sum(character.isalnum() for character in text) < _TELLS:
        return []
    return [Hidden(text, number, Box.around([word.box for word in run]), reasons[run[0].order])]
