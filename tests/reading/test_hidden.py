"""Text that a reader does not see is set apart with its reason, and innocent designs raise no alarm."""

from __future__ import annotations

import pytest
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from aiscreen.reading import read
from tests.corpus.hidden import HIDING, INNOCENT, REASONS, SECRET, SECRET_WORDS, VISIBLE, zero_width_text
from tests.reading.hostile import one_page, pdf, stream
from tests.reading.pages import HEIGHT, document, put


@pytest.mark.parametrize("way", sorted(HIDING))
def test_hidden_text_is_apart(way: str) -> None:
    found = read(f"{way}.pdf", data=HIDING[way]())
    assert {one.reason for one in found.hidden} <= set(REASONS[way])
    told = " ".join(one.text for one in found.hidden)
    assert all(word in told for word in SECRET_WORDS)
    assert [line.text for line in found.lines] == list(VISIBLE)


@pytest.mark.parametrize("way", sorted(INNOCENT))
def test_innocent_designs_raise_no_alarm(way: str) -> None:
    found = read(f"{way}.pdf", data=INNOCENT[way]())
    assert found.hidden == ()
    assert way == "ocr_layer" or SECRET in found.text


def test_zero_width_and_tag_characters_in_text() -> None:
    found = read("resume.txt", data=zero_width_text())
    assert [one.reason for one in found.hidden] == ["zero-width"]
    assert SECRET in found.hidden[0].text
    assert found.lines[-1].text == "Harbour Statistics"


def test_part_of_a_line_can_be_hidden() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, [(60, 100, "Data analyst")])
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(130, HEIGHT - 100, "with ten years of Rust")

    found = document(page)
    assert found.text == "Data analyst"
    assert [(one.text, one.reason, one.page) for one in found.hidden] == [
        ("with ten years of Rust", "white", 1)
    ]
    assert 125 < found.hidden[0].box.x0 < 135


def test_white_on_white_inside_a_dark_banner_is_caught() -> None:
    """A dark panel with a white one over it: what counts is the ground right behind the words."""

    def page(canvas: Canvas) -> None:
        put(canvas, [(60, 100, "Data analyst")])
        canvas.setFillColorRGB(0.1, 0.1, 0.3)
        canvas.rect(0, 300, 595, 200, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(60, 450, "Visible on the banner")
        canvas.rect(50, 330, 400, 60, stroke=0, fill=1)
        canvas.drawString(60, 350, "Hidden on the white box")

    found = document(page)
    assert [line.text for line in found.lines] == ["Data analyst", "Visible on the banner"]
    assert [one.text for one in found.hidden] == ["Hidden on the white box"]


def test_text_clipped_by_a_round_panel_is_looked_at() -> None:
    """White on a dark disc is seen; white beside the disc, yet inside its box, is not."""

    def page(canvas: Canvas) -> None:
        put(canvas, [(60, 100, "Data analyst")])
        canvas.setFillColorRGB(0.1, 0.1, 0.3)
        canvas.circle(300, 300, 100, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(270, 300, "On the disc")
        canvas.drawString(205, 210, "Aside")

    found = document(page)
    assert [one.text for one in found.hidden] == ["Aside"]
    assert found.text.splitlines()[-1] == "On the disc"


def test_pale_watermark_is_told_and_never_evidence() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, [(60, 100, "Data analyst")])
        canvas.setFillColor(Color(0, 0, 0, alpha=0.03))
        canvas.drawString(60, 300, "Kubernetes expert")

    found = document(page)
    assert found.text == "Data analyst"
    assert found.hidden[0].reason == "transparent"


def test_hidden_text_is_told_on_a_turned_page() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.saveState()
        canvas.translate(595, 0)
        canvas.rotate(90)
        canvas.drawString(60, 500, "Data analyst")
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(60, 300, "Kubernetes expert")
        canvas.restoreState()

    found = document(page)
    assert found.text == "Data analyst"
    assert [(one.text, one.reason) for one in found.hidden] == [("Kubernetes expert", "white")]


def gradient_letters(paint: bytes) -> bytes:
    """Letters that only clip what is painted next."""
    content = b"BT /F1 12 Tf 72 740 Td (Data analyst) Tj ET q BT /F1 16 Tf 7 Tr 72 700 Td (Kubernetes expert) Tj ET %s Q"
    shading = (
        b"/Shading << /S << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [72 0 300 0] /Extend [true true]"
        b" /Function << /FunctionType 2 /Domain [0 1] /N 1 /C0 [.8 .2 .2] /C1 [.2 .2 .8] >> >> >>"
    )
    return pdf(one_page(content % paint, shading))


def test_letters_that_something_else_paints_are_seen() -> None:
    found = read("gradient.pdf", data=gradient_letters(b"/S sh"))
    assert found.text == "Data analyst\nKubernetes expert"
    assert found.hidden == ()


@pytest.mark.parametrize("paint", [b"", b"1 g 60 690 400 40 re f"])
def test_letters_that_nothing_paints_are_not(paint: bytes) -> None:
    found = read("gradient.pdf", data=gradient_letters(paint))
    assert found.text == "Data analyst"
    assert [one.text for one in found.hidden] == ["Kubernetes expert"]


def test_unpainted_words_over_other_print_stay_hidden() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, [(60, 100, "Data analyst"), (60, 300, "Counted containers every week")])
        canvas.setFillAlpha(0)
        canvas.drawString(60, HEIGHT - 300, "Kubernetes PyTorch expert")

    found = document(page)
    assert found.text == "Data analyst\nCounted containers every week"
    assert [(one.text, one.reason) for one in found.hidden] == [("Kubernetes PyTorch expert", "transparent")]


def test_the_sliver_that_a_cover_leaves_shows_nothing() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, [(60, 100, "Data analyst")])
        canvas.drawString(60, 300, "Kubernetes expert")
        canvas.setFillColorRGB(1, 1, 1)
        canvas.rect(50, 290, 10.8, 20, stroke=0, fill=1)
        canvas.rect(61.6, 290, 300, 20, stroke=0, fill=1)

    found = document(page)
    assert [(one.text, one.reason) for one in found.hidden] == [("Kubernetes expert", "covered")]


def test_a_long_word_painted_letter_by_letter_is_seen() -> None:
    """As browsers print: an address in white on a dark banner, each letter an object of its own."""

    def page(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.06, 0.16, 0.27)
        canvas.roundRect(40, 700, 500, 100, 8, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.setFont("Helvetica", 8.5)
        x = 60.0
        for letter in "s.vanderheijden-bakker@postvak.example":
            canvas.drawString(x, 740, letter)
            x += canvas.stringWidth(letter, "Helvetica", 8.5)

    found = document(page)
    assert not found.hidden
    assert "s.vanderheijden-bakker@postvak.example" in found.text


@pytest.mark.parametrize("word", ["relations", "illumination", "international", "information"])
def test_a_word_whose_first_letter_is_thin_is_seen(word: str) -> None:
    """On a grey pill, where a letter's edges are pale: it is little of the word, and all that is switched off."""

    def page(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.62, 0.7, 0.73)
        canvas.roundRect(40, 700, 200, 18, 4, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.setFont("Helvetica", 9)
        x = 60.0
        for letter in word:
            canvas.drawString(x, 706, letter)
            x += canvas.stringWidth(letter, "Helvetica", 9)

    found = document(page)
    assert not found.hidden
    assert word in found.text


def test_a_ground_of_any_pattern_is_looked_at() -> None:
    content = (
        b"BT /F1 12 Tf 72 740 Td (Data analyst) Tj ET /Pattern cs /P scn 60 680 400 40 re f"
        b" .13 .13 .2 rg BT /F1 12 Tf 72 700 Td (Kubernetes expert) Tj ET"
    )
    shading = (
        b"/Pattern << /P << /PatternType 2 /Shading << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [60 0 460 0]"
        b" /Function << /FunctionType 2 /Domain [0 1] /N 1 /C0 [.13 .13 .2] /C1 [.15 .17 .22] >> >> >> >>"
    )
    found = read("pattern.pdf", data=pdf(one_page(content, shading)))
    assert found.text == "Data analyst"
    assert [one.reason for one in found.hidden] == ["low-contrast"]


def given_out(actual: str, shown: str) -> bytes:
    """A page that shows one text and gives out another in its place."""
    marked = f"/Span << /ActualText ({actual}) >> BDC BT /F1 12 Tf 72 700 Td ({shown}) Tj ET EMC"
    return pdf(one_page(b"BT /F1 12 Tf 72 740 Td (Data analyst) Tj ET " + marked.encode()))


def test_text_given_out_in_place_of_what_is_shown_is_hidden() -> None:
    found = read(
        "swap.pdf", data=given_out("Kubernetes PyTorch expert", "Sailing and cooking at the seaside")
    )
    assert found.text == "Data analyst\nSailing and cooking at the seaside"
    assert [(one.text, one.reason) for one in found.hidden] == [("Kubernetes PyTorch expert", "replaced")]


@pytest.mark.parametrize(
    ("actual", "shown", "text"),
    [
        ("fi", "X", "fi"),
        ("Email", "@", "Email"),
        ("Kubernetes expert", "KUBERNETES  Expert", "Kubernetes expert"),
        ("Naive Bayes", "Na\\357ve Bayes", "Naive Bayes"),
    ],
)
def test_what_typesetters_give_out_is_no_alarm(actual: str, shown: str, text: str) -> None:
    found = read("swap.pdf", data=given_out(actual, shown))
    assert found.hidden == ()
    assert found.text == f"Data analyst\n{text}"


def noted(kind: str, flags: int, rect: str = "72 600 300 640") -> bytes:
    key = "/FT /Tx /T (a) /V" if kind == "Widget" else "/Contents"
    note = f"<< /Type /Annot /Subtype /{kind} /F {flags} /Rect [{rect}] {key} (Kubernetes expert) >>"
    return pdf(
        {
            **one_page(
                b"BT /F1 12 Tf 72 740 Td (Data analyst) Tj ET",
                page=b"/MediaBox [0 0 612 792] /Annots [9 0 R]",
            ),
            9: note.encode(),
        }
    )


@pytest.mark.parametrize("kind", ["FreeText", "Text", "Widget"])
@pytest.mark.parametrize(
    ("flags", "rect"),
    [(2, "72 600 300 640"), (32, "72 600 300 640"), (4, "-90 9 -70 30"), (4, "72 600 72 600")],
)
def test_notes_that_are_not_shown_are_told(kind: str, flags: int, rect: str) -> None:
    found = read("note.pdf", data=noted(kind, flags, rect))
    assert [(one.text, one.reason) for one in found.hidden] == [("Kubernetes expert", "annotation")]
    assert found.text == "Data analyst"


@pytest.mark.parametrize("kind", ["FreeText", "Text", "Widget", "Link", "Popup"])
def test_notes_that_are_shown_are_no_alarm(kind: str) -> None:
    assert read("note.pdf", data=noted(kind, 4)).hidden == ()


def layered(state: str, content: bytes) -> bytes:
    """A page with a layer that is switched on or off."""
    objects = one_page(content, b"/Properties << /L 8 0 R >> /XObject << /X 9 0 R >>")
    objects[1] = (
        f"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [8 0 R] /D << /{state} [8 0 R] >> >> >>".encode()
    )
    objects[8] = b"<< /Type /OCG /Name (Layer) >>"
    form = (
        b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /OC 8 0 R /Resources << /Font << /F1 5 0 R >> >>"
    )
    objects[9] = stream(b"BT /F1 12 Tf 72 700 Td (Kubernetes expert) Tj ET", form)
    return pdf(objects)


@pytest.mark.parametrize(
    "content", [b"/OC /L BDC BT /F1 12 Tf 72 700 Td (Kubernetes expert) Tj ET EMC", b"/X Do"]
)
def test_layers_that_are_switched_off_are_hidden(content: bytes) -> None:
    shown = b"BT /F1 12 Tf 72 740 Td (Data analyst) Tj ET "
    off, on = (read("layer.pdf", data=layered(state, shown + content)) for state in ("OFF", "ON"))
    assert off.text == "Data analyst"
    assert [(one.text, one.reason) for one in off.hidden] == [("Kubernetes expert", "hidden-layer")]
    assert on.text == "Data analyst\nKubernetes expert"
    assert on.hidden == ()
