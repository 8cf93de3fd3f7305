"""Labels set on their side in the margin stand over what they stand beside."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from aiscreen.parsing import parse
from aiscreen.reading import read
from tests.reading.pages import HEIGHT, WIDTH, document, draw, put, texts

BODY = [
    (80, 55, "Tomasz Kowal", 18, True), (80, 72, "tomek@kowal.example"),
    (80, 110, "NLP Engineer, Amber Text", 10, True), (-540, 110, "03.2020 – obecnie"), (90, 124, "• Built an entity linker with spaCy"),
    (80, 150, "Programmer, Crane Soft", 10, True), (-540, 150, "09.2016 – 02.2020"), (90, 164, "• Maintained a CRM"),
    (80, 230, "M.Sc. Linguistics, University of Danzig", 10, True), (-540, 230, "2011 – 2016"),
    (80, 310, "Python, spaCy, PyTorch"),
]  # fmt: skip
READ = [
    "Tomasz Kowal", "tomek@kowal.example",
    "EXPERIENCE", "NLP Engineer, Amber Text 03.2020 – obecnie", "Built an entity linker with spaCy",
    "Programmer, Crane Soft 09.2016 – 02.2020", "Maintained a CRM",
    "EDUCATION", "M.Sc. Linguistics, University of Danzig 2011 – 2016",
    "TOOLBOX", "Python, spaCy, PyTorch",
]  # fmt: skip


def page(left: bool, down: bool, spaced: str = "") -> Callable[[Canvas], None]:
    """The body with a label beside each section, in the left or the right margin, written down or up."""

    def paint(canvas: Canvas) -> None:
        put(canvas, BODY)
        canvas.setFont("Helvetica-Bold", 11)
        for middle, text in ((138, "EXPERIENCE"), (228, "EDUCATION"), (308, "TOOLBOX")):
            text = spaced.join(text)
            canvas.saveState()
            canvas.translate(50 if left else WIDTH - 30, HEIGHT - middle)
            canvas.rotate(-90 if down else 90)
            canvas.drawCentredString(0, 0, text)
            canvas.restoreState()

    return paint


@pytest.mark.parametrize("left", [True, False])
@pytest.mark.parametrize("down", [True, False])
def test_labels_in_the_margin_are_headings(left: bool, down: bool) -> None:
    assert texts(document(page(left, down))) == READ


def test_labels_whose_letters_stand_apart() -> None:
    found = [line.replace(" ", "") for line in texts(document(page(True, False, " ")))]
    assert [found.index(word) for word in ("EXPERIENCE", "EDUCATION", "TOOLBOX")] == [2, 7, 9]


def test_what_stands_beside_a_label_is_its_section() -> None:
    resume = parse(read("turned.pdf", data=draw(page(True, False))))
    assert [(job.name, job.position, job.startDate, job.endDate) for job in resume.work] == [
        ("Amber Text", "NLP Engineer", "2020-03", None),
        ("Crane Soft", "Programmer", "2016-09", "2020-02"),
    ]
    assert [school.area for school in resume.education] == ["Linguistics"]
    assert [group.keywords for group in resume.skills] == [["Python", "spaCy", "PyTorch"]]


def test_a_stamp_on_its_side_is_no_label() -> None:
    def paint(canvas: Canvas) -> None:
        put(canvas, BODY)
        canvas.translate(30, HEIGHT - 400)
        canvas.rotate(90)
        canvas.drawString(0, 0, "printed from the archive on 12 May 2024")

    found = texts(document(paint))
    assert found[-1] == "printed from the archive on 12 May 2024"
    assert found[:-1] == [line for line in READ if not line.isupper()]
