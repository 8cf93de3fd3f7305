"""Small PDFs that hide text in every known way, and innocent ones that look alike, made in memory with ReportLab.

`HIDING` maps a way of hiding to a function that returns the bytes of a PDF whose visible text is `VISIBLE` and whose
unseen text is `SECRET`. `REASONS` gives the slugs accepted for each. `INNOCENT` maps what is no alarm to such functions.
"""

from __future__ import annotations

import io
from collections.abc import Callable

from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
VISIBLE = (
    "Ilse Marchetti",
    "Data Analyst",
    "ilse.marchetti@brief.example",
    "Experience",
    "Data Analyst, Harbour Statistics, Jan 2020 - Present",
    "Counted containers and reported delays every week",
)
SECRET = "Kubernetes PyTorch LangChain expert ten years"
SECRET_WORDS = tuple(SECRET.split())


def page(
    draw: Callable[[Canvas], None], *, before: Callable[[Canvas], None] | None = None, title: str = ""
) -> bytes:
    """One page: what comes before the visible lines, the lines, and what comes after."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    canvas.setTitle(title or VISIBLE[0])
    if before:
        before(canvas)
    for number, text in enumerate(VISIBLE):
        canvas.setFont("Helvetica-Bold" if number in (0, 3) else "Helvetica", 20 if number == 0 else 11)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(60, HEIGHT - 80 - 24 * number, text)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def secret(canvas: Canvas, x: float = 60, y: float = 300, size: float = 11) -> None:
    canvas.setFont("Helvetica", size)
    canvas.drawString(x, y, SECRET)


def white() -> bytes:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 1, 1)
        secret(canvas)

    return page(draw)


def near_white() -> bytes:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.985, 0.98, 0.975)
        secret(canvas)

    return page(draw)


def colour_on_same_colour() -> bytes:
    """Blue on a blue box: no white anywhere."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.1, 0.2, 0.5)
        canvas.rect(50, 280, 400, 50, stroke=0, fill=1)
        canvas.setFillColorRGB(0.1, 0.21, 0.5)
        secret(canvas)

    return page(draw)


def one_point() -> bytes:
    return page(lambda canvas: secret(canvas, size=1))


def scaled_down() -> bytes:
    """Font size 12, but a matrix makes it a tenth."""

    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(60, 300)
        canvas.scale(0.08, 0.08)
        secret(canvas, 0, 0, 12)
        canvas.restoreState()

    return page(draw)


def off_page_left() -> bytes:
    return page(lambda canvas: secret(canvas, x=-900))


def off_page_below() -> bytes:
    return page(lambda canvas: secret(canvas, y=-200))


def outside_crop() -> bytes:
    def draw(canvas: Canvas) -> None:
        canvas.setCropBox((0, 200, WIDTH, HEIGHT))
        secret(canvas, y=100)

    return page(draw)


def invisible_mode() -> bytes:
    """Render mode 3 with no image behind it."""

    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(60, 300)
        text.setFont("Helvetica", 11)
        text.setTextRenderMode(3)
        text.textLine(SECRET)
        canvas.drawText(text)

    return page(draw)


def clip_mode() -> bytes:
    """Render mode 7: the text is only a clipping path."""

    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        text = canvas.beginText(60, 300)
        text.setFont("Helvetica", 11)
        text.setTextRenderMode(7)
        text.textLine(SECRET)
        canvas.drawText(text)
        canvas.restoreState()

    return page(draw)


def transparent() -> bytes:
    def draw(canvas: Canvas) -> None:
        canvas.setFillAlpha(0)
        secret(canvas)
        canvas.setFillAlpha(1)

    return page(draw)


def covered_by_box() -> bytes:
    def draw(canvas: Canvas) -> None:
        secret(canvas)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.rect(50, 285, 420, 40, stroke=0, fill=1)

    return page(draw)


def covered_by_image() -> bytes:
    def draw(canvas: Canvas) -> None:
        secret(canvas)
        canvas.drawImage(ImageReader(Image.new("RGB", (40, 4), (225, 232, 240))), 50, 285, 420, 40)

    return page(draw)


def squashed() -> bytes:
    """Scaled to no width: a hair line at most."""

    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(60, 300)
        canvas.scale(0.0001, 1)
        secret(canvas, 0, 0)
        canvas.restoreState()

    return page(draw)


def clipped() -> bytes:
    """Inside a clip that leaves nothing of it."""

    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        clip = canvas.beginPath()
        clip.rect(60, 340, 400, 30)
        canvas.clipPath(clip, stroke=0, fill=0)
        secret(canvas)
        canvas.restoreState()

    return page(draw)


def white_outline() -> bytes:
    """Only the outlines of the glyphs are drawn, in white; the colour for filling stays black."""

    def draw(canvas: Canvas) -> None:
        canvas.setStrokeColorRGB(1, 1, 1)
        text = canvas.beginText(60, 300)
        text.setFont("Helvetica", 11)
        text.setTextRenderMode(1)
        text.textLine(SECRET)
        canvas.drawText(text)

    return page(draw)


def covered_by_line() -> bytes:
    """A white line as broad as the text is high."""

    def draw(canvas: Canvas) -> None:
        secret(canvas)
        canvas.setStrokeColorRGB(1, 1, 1)
        canvas.setLineWidth(24)
        canvas.line(50, 304, 470, 304)

    return page(draw)


def zero_width_text() -> bytes:
    """Plain text (not a PDF): the secret spelled in tag characters, and zero-width spaces inside a visible word."""
    tags = "".join(chr(0xE0000 + ord(c)) for c in SECRET)
    return "\n".join([*VISIBLE, "Har\u200bbour Sta\u200dtistics" + tags]).encode()


def metadata() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    canvas.setTitle(VISIBLE[0])
    canvas.setKeywords(", ".join([SECRET] * 12))
    for number, text in enumerate(VISIBLE):
        canvas.setFont("Helvetica", 11)
        canvas.drawString(60, HEIGHT - 80 - 24 * number, text)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def white_on_banner() -> bytes:
    """White on a dark box, painted before it: a usual design."""

    def banner(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.13, 0.2, 0.29)
        canvas.rect(0, 270, WIDTH, 70, stroke=0, fill=1)

    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 1, 1)
        secret(canvas)

    return page(draw, before=banner)


def white_on_picture() -> bytes:
    """White on a dark photograph."""

    def picture(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("RGB", (40, 8), (40, 55, 60))), 0, 270, WIDTH, 70)

    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 1, 1)
        secret(canvas)

    return page(draw, before=picture)


def ocr_layer() -> bytes:
    """A scan: a picture of the page, and its words in render mode 3 above where they stand in the picture."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    scale = 2
    picture = Image.new("L", (int(WIDTH) * scale, int(HEIGHT) * scale), 250)
    pen = ImageDraw.Draw(picture)
    for number, line in enumerate(VISIBLE):
        pen.text((60 * scale, (70 + 24 * number) * scale), line, fill=20, font_size=11 * scale)
    canvas.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT)
    for number, line in enumerate(VISIBLE):
        text = canvas.beginText(60, HEIGHT - 80 - 24 * number)
        text.setFont("Helvetica", 11)
        text.setTextRenderMode(3)
        text.textLine(line)
        canvas.drawText(text)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def light_grey_text() -> bytes:
    """A footer in light grey that a person can still read (contrast about 1.9 to 1)."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.72, 0.72, 0.72)
        secret(canvas)

    return page(draw)


def small_print() -> bytes:
    """A line of 5 pt: small, but print."""
    return page(lambda canvas: secret(canvas, size=5))


def half_transparent() -> bytes:
    def draw(canvas: Canvas) -> None:
        canvas.setFillAlpha(0.55)
        secret(canvas)
        canvas.setFillAlpha(1)

    return page(draw)


def highlighted() -> bytes:
    """A pale marker box painted over text with blending, as annotation tools do."""

    def draw(canvas: Canvas) -> None:
        secret(canvas)
        canvas.setFillColorRGB(1, 0.95, 0.4)
        canvas.setFillAlpha(0.35)
        canvas.rect(50, 285, 420, 40, stroke=0, fill=1)
        canvas.setFillAlpha(1)

    return page(draw)


def clipped_around() -> bytes:
    """Inside clips that leave all of it, one with round corners."""

    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        for round_by in (0, 8):
            clip = canvas.beginPath()
            clip.roundRect(50, 285, 420, 40, round_by)
            canvas.clipPath(clip, stroke=0, fill=0)
        secret(canvas)
        canvas.restoreState()

    return page(draw)


HIDING: dict[str, Callable[[], bytes]] = {
    function.__name__: function
    for function in (
        white, near_white, colour_on_same_colour, one_point, scaled_down, off_page_left, off_page_below, outside_crop,
        invisible_mode, clip_mode, transparent, covered_by_box, covered_by_image, covered_by_line, squashed, clipped,
        white_outline, metadata,
    )
}  # fmt: skip
INNOCENT: dict[str, Callable[[], bytes]] = {
    function.__name__: function
    for function in (
        white_on_banner, white_on_picture, ocr_layer, light_grey_text, small_print, half_transparent, highlighted, clipped_around,
    )
}  # fmt: skip
REASONS: dict[str, tuple[str, ...]] = {
    "white": ("white",),
    "near_white": ("white", "low-contrast"),
    "colour_on_same_colour": ("low-contrast",),
    "one_point": ("tiny",),
    "scaled_down": ("tiny",),
    "off_page_left": ("off-page",),
    "off_page_below": ("off-page",),
    "outside_crop": ("off-page",),
    "invisible_mode": ("invisible",),
    "clip_mode": ("invisible",),
    "transparent": ("transparent", "invisible"),
    "covered_by_box": ("covered",),
    "covered_by_image": ("covered",),
    "covered_by_line": ("covered",),
    "squashed": ("tiny", "zero-width"),
    "clipped": ("clipped",),
    "white_outline": ("white",),
    "metadata": ("metadata",),
}
