"""What viewers paint over a page is text of the page: values of form fields, notes typed on it."""

from __future__ import annotations

import io
import time

import pytest
from reportlab.lib.colors import black, white
from reportlab.pdfgen.canvas import Canvas

from aiscreen.parsing import parse
from aiscreen.reading import read
from tests.reading.hostile import one_page, pdf, stream
from tests.reading.pages import texts


def form(ink: object = black) -> bytes:
    """A form that was filled in: labels on the page, values in fields."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    field = canvas.acroForm.textfield
    place = {"borderWidth": 0, "fillColor": white, "borderColor": white, "fontSize": 10, "height": 14}
    field(name="name", value="Ilse Marchetti", x=60, y=780, width=300, fontSize=20, height=26, textColor=black,
          borderWidth=0, fillColor=white, borderColor=white)  # fmt: skip
    field(name="mail", value="ilse@brief.example", x=60, y=760, width=200, textColor=ink, **place)
    canvas.setFont("Helvetica-Bold", 12)
    canvas.drawString(60, 720, "Experience")
    field(
        name="job", value="Data Analyst, Harbour Statistics", x=60, y=700, width=250, textColor=black, **place
    )
    field(name="when", value="2019 - 2021", x=400, y=700, width=100, textColor=black, **place)
    canvas.linkURL("https://github.com/ilse", (60, 600, 120, 612))
    canvas.drawString(60, 602, "GitHub")
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("pictured", [True, False])
def test_values_of_form_fields_are_read(pictured: bool) -> None:
    """Also where the file leaves it to the viewer to paint them."""
    found = read("form.pdf", data=form() if pictured else form().replace(b"/AP <<", b"/XP <<"))
    resume = parse(found)
    assert resume.basics.name == "Ilse Marchetti"
    assert resume.basics.email == "ilse@brief.example"
    assert [(job.position, job.name, job.startDate, job.endDate) for job in resume.work] == [
        ("Data Analyst", "Harbour Statistics", "2019", "2021")
    ]
    assert [(link.uri, link.text) for link in found.links] == [("https://github.com/ilse", "GitHub")]
    assert found.hidden == ()


def test_white_values_are_hidden() -> None:
    found = read("form.pdf", data=form(ink=white))
    assert "ilse@brief.example" not in found.text
    assert [(one.text, one.reason) for one in found.hidden] == [("ilse@brief.example", "white")]


def note(picture: bool) -> bytes:
    look = b" /AP << /N 10 0 R >>" if picture else b""
    text = rb"(Data analyst at the harbour of Delft\rilse@brief.example)"
    return pdf(
        {
            **one_page(
                b"BT /F1 12 Tf 72 740 Td (Ilse Marchetti) Tj ET",
                page=b"/MediaBox [0 0 612 792] /Annots [9 0 R]",
            ),
            9: b"<< /Type /Annot /Subtype /FreeText /F 4 /Rect [72 600 300 640] /DA (0 g /Helv 11 Tf) /Contents "
            + text + look + b" >>",
            10: stream(
                b"BT /F1 11 Tf 2 28 Td (Data analyst at the harbour of Delft) Tj 0 -13 Td (ilse@brief.example) Tj ET",
                b"/Type /XObject /Subtype /Form /BBox [0 0 228 40] /Resources << /Font << /F1 5 0 R >> >>",
            ),
        }
    )  # fmt: skip


@pytest.mark.parametrize("picture", [True, False])
def test_notes_typed_on_a_page_are_read(picture: bool) -> None:
    found = read("note.pdf", data=note(picture))
    assert texts(found) == ["Ilse Marchetti", "Data analyst at the harbour of Delft", "ilse@brief.example"]
    assert 600 < 792 - found.lines[1].box.top < 641


def test_many_fields_end_in_time() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.drawString(40, 830, "Ilse Marchetti")
    for number in range(400):
        across, down = divmod(number, 40)
        canvas.acroForm.textfield(
            name=f"f{number}",
            value=f"Value {number}",
            x=20 + 55 * across,
            y=20 + 19 * down,
            width=50,
            height=12,
            fontSize=8,
        )
    canvas.save()
    start = time.process_time()
    assert "Value 7" in read("form.pdf", data=out.getvalue()).text
    assert time.process_time() - start < 3
