"""Scanned pages: told plainly without OCR, read with it. A scan is made by drawing a résumé and printing the picture."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pypdfium2
import pytest
from benchmarks.accuracy import squash
from PIL import Image

from aiscreen.errors import InputError
from aiscreen.parsing import parse
from aiscreen.reading import ocr, read
from tests.reading.pages import draw

GOLDEN = Path(__file__).parents[1] / "corpus" / "files" / "p14__basic_resume.pdf"
DPI = 150
needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")


def pictures(data: bytes) -> list[Image.Image]:
    """The pages in grey, as a scanner sees them."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.render(scale=DPI / 72).to_pil().convert("L") for page in pdf]


def scanned(data: bytes) -> bytes:
    """A PDF of pictures of the pages, without any text."""
    first, *rest = pictures(data)
    out = io.BytesIO()
    first.save(out, "PDF", resolution=DPI, save_all=True, append_images=rest)
    return out.getvalue()


def half_scanned() -> bytes:
    """A page of text and then a scan."""
    typed = draw(
        [(40, 60, "Ilse Marchetti", 20), (40, 90, "ilse@brief.example"), (40, 120, "Data analyst in ports")]
    )
    out = pypdfium2.PdfDocument.new()
    for part in (typed, scanned(GOLDEN.read_bytes())):
        out.import_pages(pypdfium2.PdfDocument(part))
    made = io.BytesIO()
    out.save(made)
    return made.getvalue()


@pytest.fixture(scope="module")
def scan() -> bytes:
    return scanned(GOLDEN.read_bytes())


def test_a_scan_says_what_it_is_and_what_to_do(scan: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read("scan.pdf", data=scan)
    assert caught.value.reason == "scanned"
    assert "picture" in str(caught.value) and "--ocr" in str(caught.value)


def test_a_scanned_page_among_others_is_named() -> None:
    found = read("half.pdf", data=half_scanned())
    assert "Ilse Marchetti" in found.text
    assert [warning.partition(":")[0] for warning in found.warnings] == [
        "page 2 is a picture and was not read"
    ]
    assert "--ocr" in found.warnings[0]


def test_without_the_program_ocr_says_so(scan: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr.shutil, "which", lambda _: None)
    with pytest.raises(InputError) as caught:
        read("scan.pdf", data=scan, ocr=True)
    assert caught.value.reason == "scanned" and "tesseract" in str(caught.value)
    with pytest.raises(InputError) as caught:
        read("scan.pdf", data=scan, ocr="auto")
    assert caught.value.reason == "scanned" and "--ocr" in str(caught.value)


@needs_tesseract
def test_a_scan_is_read_as_the_file_it_was_made_from(scan: bytes) -> None:
    found, typed = read("scan.pdf", data=scan, ocr=True), read(GOLDEN)
    assert found.warnings == tuple(f"page {n + 1} was read by OCR" for n in range(typed.pages))
    wanted, got = typed.text.casefold().split(), set(found.text.casefold().split())
    assert sum(word in got or not word.isalnum() for word in wanted) >= 0.97 * len(wanted)
    one, other = parse(typed), parse(found)
    assert squash(other.basics.name) == squash(one.basics.name)
    assert other.basics.email == one.basics.email
    assert [(job.name, job.position, job.startDate, job.endDate) for job in other.work] == [
        (job.name, job.position, job.startDate, job.endDate) for job in one.work
    ]


@needs_tesseract
def test_words_stand_where_they_are_printed(scan: bytes) -> None:
    """Within 4 points of where the typed file has them."""
    places = {
        word.text: word.box for line in read("scan.pdf", data=scan, ocr=True).lines for word in line.words
    }
    typed = [word for line in read(GOLDEN).lines for word in line.words]
    once = [word for word in typed if len(word.text) > 5 and sum(w.text == word.text for w in typed) == 1]
    shared = [word for word in once if word.text in places]
    assert len(shared) > 20
    assert all(abs(places[word.text].x0 - word.box.x0) < 4 for word in shared)
    assert all(abs(places[word.text].top - word.box.top) < 6 for word in shared)


@needs_tesseract
def test_the_other_pages_of_a_half_scanned_file_are_read_too() -> None:
    found = read("half.pdf", data=half_scanned(), ocr="auto")
    assert {line.page for line in found.lines} == {1, 2}
    assert found.warnings == ("page 2 was read by OCR",)


HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"


def table(*words: tuple[int, int, float, str], line: int = 1) -> str:
    """Tesseract's table of one line: left edge and width in pixels, confidence, text."""
    return "\n".join(f"5\t1\t1\t1\t{line}\t{n}\t{x}\t400\t{w}\t30\t{sure}\t{text}" for n, (x, w, sure, text) in enumerate(words, 1))  # fmt: skip


def test_noise_is_no_word_but_an_unsure_name_is() -> None:
    found = ocr._words(HEAD + "\n" + table((200, 100, 95.1, "Harbour"), (310, 60, 12.0, "~|"), (380, 120, 1.8, "Boateng-"), (510, 90, 27.0, "WorRK")))  # fmt: skip
    assert [word.text for word in found] == ["Harbour", "Boateng-", "WORRK"]
    assert (found[0].x0, found[0].x1) == (72.0, 108.0)


@pytest.mark.parametrize(("mark", "gap", "seen"), [("¢", 20, "•"), ("«", 20, "•"), ("e", 20, "•"), ("e", 6, "e"), ("A", 20, "A")])  # fmt: skip
def test_what_bullets_are_taken_for(mark: str, gap: int, seen: str) -> None:
    found = ocr._words(HEAD + "\n" + table((200, 20, 95, mark), (220 + gap, 100, 95, "Counted")))
    assert [word.text for word in found] == [seen, "Counted"]


def test_lines_of_nearly_one_height_have_one_size() -> None:
    rows = [f"5\t1\t1\t1\t{line}\t1\t200\t{400 + 50 * line}\t100\t{high}\t95\tharbours" for line, high in enumerate([24, 24, 26, 31, 22, 80])]  # fmt: skip
    sizes = [word.style.size for word in ocr._words("\n".join([HEAD, *rows]))]
    assert len(set(sizes[:5])) == 1 and sizes[5] > 2 * sizes[0]
