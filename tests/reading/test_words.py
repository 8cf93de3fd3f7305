"""Words as a person reads them: spacing, broken lines, bullets, icons, links, turned and cropped pages."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from aiscreen.reading import read
from aiscreen.reading.layout.glyphs import Glyphs, Style
from aiscreen.reading.layout.hyphens import Hyphens, is_broken
from aiscreen.reading.layout.lines import _seen
from tests.reading.pages import HEIGHT, WIDTH, cells, document, put, texts


def spaced(canvas: Canvas, text: str, x: float, y: float, gap: float, size: float = 12) -> None:
    written = canvas.beginText(x, HEIGHT - y)
    written.setFont("Helvetica-Bold", size)
    written.setCharSpace(gap)
    written.textOut(text)
    canvas.drawText(written)


@pytest.mark.parametrize("gap", [0.5, 2.0, 4.0, 6.0])
def test_letter_spaced_headings_are_words(gap: float) -> None:
    def page(canvas: Canvas) -> None:
        spaced(canvas, "WORK EXPERIENCE", 60, 100, gap)
        put(canvas, [(60, 120, "Counted containers at four berths")])

    assert texts(document(page)) == ["WORK EXPERIENCE", "Counted containers at four berths"]


@pytest.mark.parametrize("gap", [0.6, 1.2, 1.8, 2.4])
def test_words_of_letters_set_apart_are_whole(gap: float) -> None:
    line = "Curriculum of Working Examples, Two experienced Teams"
    assert texts(document(lambda canvas: spaced(canvas, line, 60, 100, gap))) == [line]


def test_letters_parted_by_spaces_are_words() -> None:
    assert texts(document([(60, 100, "E D U C A T I O N"), (60, 130, "S K I L L S   &   T O O L S")])) == [
        "EDUCATION",
        "SKILLS & TOOLS",
    ]


def test_single_letters_in_a_sentence_stay_apart() -> None:
    line = "Ran an A / B test on plan B and I won"
    assert texts(document([(60, 100, line)])) == [line]


def test_text_drawn_twice_for_boldness_is_read_once() -> None:
    assert texts(
        document([(60, 100, "Experience"), (60.3, 100, "Experience"), (60, 120, "Data analyst")])
    ) == ["Experience", "Data analyst"]


def test_an_outline_over_its_letters_is_read_once() -> None:
    def page(canvas: Canvas) -> None:
        for font in ("Helvetica", "Helvetica-Oblique"):
            canvas.setFont(font, 20)
            canvas.drawString(60, HEIGHT - 100, "Ada Berg")

    assert texts(document(page)) == ["Ada Berg"]


@pytest.mark.parametrize("mark", ["•", "-", "–", "*", "·", "»", "1.", "2)", "[3]"])
def test_bullets_are_taken_off(mark: str) -> None:
    found = document(
        [
            (60, 100, "Data analyst"),
            (60, 115, f"{mark} Counted containers"),
            (60, 130, f"{mark} Reported delays"),
        ]
    )
    assert [(line.text, line.bullet) for line in found.lines] == [
        ("Data analyst", False),
        ("Counted containers", True),
        ("Reported delays", True),
    ]


def test_bullet_set_apart_and_wrapped_line_below() -> None:
    found = document(
        [(60, 100, "•"), (80, 100, "Counted containers at four berths"), (80, 113, "and reported delays")]
    )
    assert [(line.text, line.bullet, round(line.box.x0)) for line in found.lines] == [
        ("Counted containers at four berths", True, 80),
        ("and reported delays", False, 80),
    ]


def test_painted_dots_are_bullets() -> None:
    def page(canvas: Canvas) -> None:
        put(
            canvas,
            [(80, 100, "Counted containers"), (80, 113, "at four berths"), (80, 126, "Reported delays")],
        )
        for y in (97, 123):
            canvas.circle(70, HEIGHT - y, 1.6, stroke=0, fill=1)

    assert [line.bullet for line in document(page).lines] == [True, False, True]


def test_a_dash_inside_dates_is_no_bullet() -> None:
    found = document([(60, 100, "2019 - 2021"), (60, 120, "Data analyst - Rotterdam")])
    assert [line.bullet for line in found.lines] == [False, False]


def test_words_broken_at_line_ends_are_whole() -> None:
    put_ = [
        (60, 100, "Moved the ranking service to Kuber-"),
        (60, 113, "netes and built a real-"),
        (60, 126, "time dashboard in state-of-the-"),
        (60, 139, "art style"),
    ]
    assert (
        " ".join(texts(document(put_)))
        == "Moved the ranking service to Kubernetes and built a real-time dashboard in state-of-the-art style"
    )


def test_a_document_tells_how_its_words_are_written() -> None:
    hyphens = Hyphens(["multi-modal", "tokeniser", "x"])
    assert hyphens.join("multi", "modal") == "multi-modal"
    assert hyphens.join("token", "iser") == "tokeniser"
    assert hyphens.join("Jean", "Pierre") == "Jean-Pierre"
    assert hyphens.join("K", "means") == "K-means", "no program leaves a single letter on a line"
    assert is_broken("K-", "means")
    assert is_broken("Kuber-", "netes")
    assert not is_broken("2019-", "today")
    assert not is_broken("Kubernetes -", "netes")


def test_links_stand_behind_their_words_and_icons() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, [(60, 100, "GitHub and more")])
        canvas.linkURL("https://github.com/ilse", (60, HEIGHT - 103, 95, HEIGHT - 90))
        canvas.linkURL("mailto:ilse@brief.example", (300, HEIGHT - 103, 310, HEIGHT - 90))

    found = document(page)
    assert [(link.uri, link.text) for link in found.links] == [
        ("https://github.com/ilse", "GitHub"),
        ("mailto:ilse@brief.example", ""),
    ]
    assert [word.link for word in found.lines[0].words] == ["https://github.com/ilse", None, None]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_page_is_read_as_seen(turn: int) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        canvas.translate(*{90: (HEIGHT, 0), 180: (WIDTH, HEIGHT), 270: (0, WIDTH)}[turn])
        canvas.rotate(turn)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, HEIGHT - 100, "Data analyst")
        canvas.drawString(60, HEIGHT - 120, "Harbour Statistics")

    found = document(page)
    assert texts(found) == ["Data analyst", "Harbour Statistics"]
    assert abs(found.lines[0].box.x0 - 60) < 1
    assert 88 < found.lines[0].box.top < 100


def test_cropped_page_counts_from_its_visible_corner() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setCropBox((50, 100, 500, 800))
        put(canvas, [(60, HEIGHT - 700, "Data analyst")])

    box = document(page).lines[0].box
    assert abs(box.x0 - 10) < 0.5
    assert abs(box.bottom - 102) < 3


def test_size_weight_and_colour_are_kept() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0, 0, 1)
        put(canvas, [(60, 100, "Experience", 16, True)])

    line = document(page).lines[0]
    assert (line.size, line.bold, line.words[0].color) == (16.0, True, 0x0000FF)


def test_cells_are_parted_by_wide_gaps() -> None:
    assert cells(document([(60, 100, "Data analyst"), (-540, 100, "2019 - 2021")]).lines[0]) == [
        "Data analyst",
        "2019 - 2021",
    ]


def test_same_bytes_same_document() -> None:
    put_ = [(60, 100, "Data analyst"), (-540, 100, "2019"), (60, 120, "• Counted")]
    assert document(put_) == document(put_)


@pytest.mark.parametrize("hyphen", ["\u2010", "\u2011"])
def test_hyphens_of_typesetters_are_plain(hyphen: str) -> None:
    """Some fonts' hyphens come through as signs of their own: a name or skill written with them is the same."""
    handle = io.BytesIO()
    canvas = Canvas(handle, invariant=1)
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    font = pdfmetrics.getFont("Vera")
    font.face.charToGlyph.setdefault(ord(hyphen), font.face.charToGlyph[ord("-")])
    canvas.setFont("Vera", 10)
    canvas.drawString(60, 700, f"Ida Lund{hyphen}Berg, full{hyphen}time")
    canvas.save()
    for name, data in (
        ("a.pdf", handle.getvalue()),
        ("a.txt", f"Ida Lund{hyphen}Berg, full{hyphen}time".encode()),
    ):
        assert "Ida Lund-Berg, full-time" in read(name, data=data).text


@pytest.mark.parametrize(("painted", "read_as"), [("DATA SCıENTıſT", "DATA SCIENTIST"), ("MÁQUıNA", "MÁQUINA"), ("ılık", "ılık"), ("Congreſs", "Congreſs")])  # fmt: skip
def test_small_capitals_that_a_font_calls_other_letters(painted: str, read_as: str) -> None:
    words = [Glyphs(word, 0, 0, 9, 9, 9, Style(9, False, False, "", 0, 255, 0, 0), 0, True) for word in painted.split()]  # fmt: skip
    assert " ".join(map(_seen, words)) == read_as


def test_a_mark_painted_after_the_next_word_is_no_letter_of_that() -> None:
    """As Chromium prints letters that its font has not: base and mark under one ActualText, the mark's own place behind
    where the next word begins, drawn back over its letter (here mirrored)."""

    def page(canvas: Canvas) -> None:
        canvas._code += [
            "BT /F1 20 Tf 1 0 0 1 50 700 Tm (Caf) Tj ET",
            "BT /Span <</ActualText <FEFF00E9>>> BDC /F1 20 Tf 1 0 0 1 81.1 700 Tm (e) Tj",
            "-1 0 0 1 93 700 Tm (\\264) Tj EMC ET",
            "BT /F1 20 Tf 1 0 0 1 92.2 700 Tm ( R) Tj ET",
            "BT /F1 20 Tf 1 0 0 1 112.2 700 Tm (ivoli) Tj ET",
        ]

    assert texts(document(page)) == ["Café Rivoli"]


def test_places_are_told_in_hundredths_of_a_point() -> None:
    places = [60 + n / 8 for n in range(8)]
    made = document(lambda canvas: put(canvas, [(x, 100 * (x - 59), "Counted") for x in places]))
    boxes = [word.box for line in made.lines for word in line.words]
    edges = [edge for box in boxes for edge in (box.x0, box.top, box.x1, box.bottom)]
    assert edges == [round(edge, 2) for edge in edges]
    assert [box.x0 for box in boxes] == pytest.approx(places, abs=0.00501)


def test_a_date_that_runs_into_the_next_cell_is_a_word_of_its_own() -> None:
    lines = texts(document([(60, 100, "10/2017–03/2021"), (60 + 75, 100, "Softwareentwicklerin", 10, True)]))
    assert lines == ["10/2017–03/2021 Softwareentwicklerin"]
    assert texts(document([(60, 100, "PyTorch and GitHub in 2021")])) == ["PyTorch and GitHub in 2021"]
