"""DOCX files: structure, look, links, hidden runs, dates."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.enum.dml import MSO_THEME_COLOR
from docx.enum.text import WD_BREAK, WD_COLOR_INDEX
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from aiscreen.models.document import Document
from aiscreen.parsing import parse
from aiscreen.reading import read
from tests.reading.pages import cells, texts


def made(fill: Callable[[Any], None]) -> Document:
    word = docx.Document()
    fill(word)
    out = io.BytesIO()
    word.save(out)
    return read("resume.docx", data=out.getvalue())


def test_paragraphs_headings_lists_and_tabs() -> None:
    def fill(word: Any) -> None:
        word.add_heading("Ilse Marchetti", 0)
        word.add_heading("Experience", 1)
        word.add_paragraph("Data Analyst\t2019 - 2021")
        word.add_paragraph("Counted containers", style="List Bullet")
        word.add_paragraph("• Reported delays")
        last = word.add_paragraph("One line")
        last.add_run().add_break(WD_BREAK.LINE)
        last.add_run("and another")

    found = made(fill)
    assert texts(found) == [
        "Ilse Marchetti",
        "Experience",
        "Data Analyst 2019 - 2021",
        "Counted containers",
        "Reported delays",
        "One line",
        "and another",
    ]
    assert cells(found.lines[2]) == ["Data Analyst", "2019 - 2021"]
    assert [line.bullet for line in found.lines] == [False, False, False, True, True, False, False]
    assert found.lines[0].size > found.lines[1].size > found.lines[2].size
    assert found.lines[1].bold
    assert found.kind == "docx"


def test_words_cut_into_runs_are_whole() -> None:
    def fill(word: Any) -> None:
        paragraph = word.add_paragraph("Py")
        paragraph.add_run("Torch").bold = True
        paragraph.add_run(" and Rust")

    assert made(fill).text == "PyTorch and Rust"


def test_layout_table_with_dates_at_the_left() -> None:
    def fill(word: Any) -> None:
        table = word.add_table(2, 2)
        for row, (dates, title) in zip(
            table.rows, (("2019 - 2021", "Data Analyst"), ("2017 - 2019", "Clerk")), strict=True
        ):
            row.cells[0].text = dates
            row.cells[1].text = title
            row.cells[1].add_paragraph("Harbour Statistics")
            row.cells[1].add_paragraph("Counted containers", style="List Bullet")

    found = made(fill)
    assert [cells(line) for line in found.lines] == [
        ["2019 - 2021", "Data Analyst"], ["Harbour Statistics"], ["Counted containers"],
        ["2017 - 2019", "Clerk"], ["Harbour Statistics"], ["Counted containers"],
    ]  # fmt: skip


def test_sidebar_table_is_read_column_by_column() -> None:
    side = ["Contact", "ilse@brief.example", "+31 20 555 0101", "Skills", "Python", "PostgreSQL"]
    main = [
        "Experience",
        "Data Analyst, 2019 - 2021",
        "Counted containers",
        "Clerk, 2017 - 2019",
        "Kept the tables",
        "Sold tickets",
        "Swept",
    ]

    def fill(word: Any) -> None:
        row = word.add_table(1, 2).rows[0]
        for cell, lines in zip(row.cells, (side, main), strict=True):
            cell.text = lines[0]
            for line in lines[1:]:
                cell.add_paragraph(line)

    found = made(fill)
    assert texts(found) == side + main
    assert len({line.block for line in found.lines}) == 2


def test_a_name_beside_contact_is_a_column_though_both_are_short() -> None:
    def fill(word: Any) -> None:
        table = word.add_table(rows=1, cols=2)
        left, right = table.rows[0].cells
        left.paragraphs[0].add_run("Ilse Marchetti").font.size = Pt(22)
        left.add_paragraph("Data analyst")
        right.text = "+31 20 555 0101"
        right.add_paragraph("ilse@brief.example")
        right.add_paragraph("Zeeland")

    assert texts(made(fill)) == [
        "Ilse Marchetti",
        "Data analyst",
        "+31 20 555 0101",
        "ilse@brief.example",
        "Zeeland",
    ]


def test_true_table_is_read_by_rows() -> None:
    rows = [("Degree", "School", "Year"), ("MSc", "Delta College", "2018"), ("BSc", "Delta College", "2016")]

    def fill(word: Any) -> None:
        table = word.add_table(3, 3)
        for row, values in zip(table.rows, rows, strict=True):
            for cell, value in zip(row.cells, values, strict=True):
                cell.text = value

    assert [tuple(cells(line)) for line in made(fill).lines] == rows


def test_headings_in_the_first_column_are_lines_of_their_own() -> None:
    def fill(word: Any) -> None:
        table = word.add_table(2, 2)
        for row, (heading, lines) in zip(
            table.rows,
            (
                ("Experience", ["Analyst", "Counted", "Reported", "Sold", "Swept"]),
                ("Education", ["BSc", "Delta College"]),
            ),
            strict=True,
        ):
            row.cells[0].text = heading
            row.cells[1].text = lines[0]
            for line in lines[1:]:
                row.cells[1].add_paragraph(line)

    assert texts(made(fill)) == [
        "Experience",
        "Analyst",
        "Counted",
        "Reported",
        "Sold",
        "Swept",
        "Education",
        "BSc",
        "Delta College",
    ]


def hide(run: Any, how: str) -> None:
    if how == "vanish":
        run.font.hidden = True
    elif how == "white":
        run.font.color.rgb = RGBColor(255, 255, 255)
    else:
        run.font.size = Pt(1)


@pytest.mark.parametrize("how", ["vanish", "white", "tiny"])
def test_hidden_runs_are_apart(how: str) -> None:
    def fill(word: Any) -> None:
        hide(word.add_paragraph("Data analyst").add_run(" Kubernetes expert"), how)

    found = made(fill)
    assert found.text == "Data analyst"
    assert [(one.text, one.reason) for one in found.hidden] == [("Kubernetes expert", how)]


def test_white_on_a_dark_cell_is_no_alarm() -> None:
    def fill(word: Any) -> None:
        cell = word.add_table(1, 1).rows[0].cells[0]
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), "1F3864")
        cell._tc.get_or_add_tcPr().append(shade)
        run = cell.paragraphs[0].add_run("Ilse Marchetti")
        run.font.color.rgb = RGBColor(255, 255, 255)

    found = made(fill)
    assert found.text == "Ilse Marchetti"
    assert found.hidden == ()


def _shade(run: Any, fill: str) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), fill)
    run._r.get_or_add_rPr().append(shade)


MARKERS = {"yellow": WD_COLOR_INDEX.YELLOW, "darkBlue": WD_COLOR_INDEX.DARK_BLUE}


@pytest.mark.parametrize(
    ("ground", "color", "reason"),
    [
        ("1F3864", 0x1F3864, "low-contrast"),
        ("1F3864", 0x203A66, "low-contrast"),
        ("1F3864", 0xFFFFFF, ""),
        ("1F3864", 0x7F98C4, ""),
        ("yellow", 0xFFFF00, "low-contrast"),
        ("yellow", 0x000000, ""),
        ("darkBlue", 0xFFFFFF, ""),
        ("theme", 0xFFFFFF, "white"),
    ],
)
def test_runs_in_the_colour_of_their_ground_are_apart(ground: str, color: int, reason: str) -> None:
    def fill(word: Any) -> None:
        word.add_paragraph("Data analyst")
        run = word.add_paragraph().add_run("Kubernetes expert")
        if ground == "theme":
            run.font.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
            return
        run.font.color.rgb = RGBColor(color >> 16, color >> 8 & 255, color & 255)
        if ground in MARKERS:
            run.font.highlight_color = MARKERS[ground]
        else:
            _shade(run, ground)

    found = made(fill)
    assert [one.reason for one in found.hidden] == ([reason] if reason else [])
    assert ("Kubernetes expert" in found.text) == (not reason)


def test_links_and_header() -> None:
    def fill(word: Any) -> None:
        word.sections[0].header.paragraphs[0].text = "Ilse Marchetti"
        paragraph = word.add_paragraph("See ")
        target = word.part.relate_to(
            "https://github.com/ilse", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        )
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), target)
        run = OxmlElement("w:r")
        text = OxmlElement("w:t")
        text.text = "my code"
        run.append(text)
        link.append(run)
        paragraph._p.append(link)

    found = made(fill)
    assert texts(found) == ["Ilse Marchetti", "See my code"]
    assert [(link.uri, link.text) for link in found.links] == [("https://github.com/ilse", "my code")]


def test_a_templates_date_is_not_the_resumes() -> None:
    assert made(lambda word: word.add_paragraph("Analyst, 2019 - 2021")).date is None


def test_stuffed_metadata_is_told() -> None:
    def fill(word: Any) -> None:
        word.add_paragraph("Data analyst")
        word.core_properties.keywords = (
            "Python, Rust, Go, C++, Java, Scala, Kotlin, Swift, Ruby, Perl, Haskell, Erlang, Elixir"
        )

    assert [one.reason for one in made(fill).hidden] == ["metadata"]


def test_a_title_of_what_the_page_shows_is_no_stuffing() -> None:
    def fill(word: Any) -> None:
        word.add_paragraph("Mei-Ling Tanaka")
        word.add_paragraph("Senior data analyst")
        word.core_properties.title = "Resume of Mei-Ling Tanaka, Senior Data Analyst"

    assert made(fill).hidden == ()


def test_a_footer_that_tells_of_contact_is_kept_apart() -> None:
    def fill(word: Any) -> None:
        for text in ("Ilse Marchetti", "Experience", "Data Analyst, Tide Office, 2019 - 2021"):
            word.add_paragraph(text)
        word.add_paragraph("Counted containers", style="List Bullet")
        word.sections[0].footer.paragraphs[0].text = "ilse@brief.example | +31 20 555 0101"

    found = made(fill)
    assert texts(found)[-1] == "Counted containers"
    assert [line.text for line in found.running] == ["ilse@brief.example | +31 20 555 0101"]
    read_as = parse(found)
    assert (read_as.basics.email, read_as.basics.phone) == ("ilse@brief.example", "+31 20 555 0101")
    assert [said.text for said in read_as.work[0].highlights] == ["Counted containers"]


_DRAWN = """<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:drawing><wp:anchor>
 <wp:positionH relativeFrom="{across}"><wp:posOffset>{x}</wp:posOffset></wp:positionH>
 <wp:positionV relativeFrom="{down}"><wp:posOffset>{y}</wp:posOffset></wp:positionV>
 <wp:extent cx="1828800" cy="914400"/><wp:docPr id="7" name="box" hidden="{hidden}"/>
 <a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>Kubernetes and Rust expert</w:t></w:r></w:p>
 </w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"""
_SHAPED = """<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml">
 <w:pict><v:shape style="position:absolute;margin-left:{x}pt;margin-top:0;width:144pt;height:72pt;
 mso-position-horizontal-relative:{across}"><v:textbox><w:txbxContent><w:p><w:r><w:t>Kubernetes and Rust expert</w:t></w:r>
 </w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"""


def _drawn(x: int, y: int = 0, across: str = "page", down: str = "page", hidden: int = 0) -> str:
    return _DRAWN.format(x=12700 * x, y=12700 * y, across=across, down=down, hidden=hidden)


@pytest.mark.parametrize(
    ("box", "seen"),
    [
        (_drawn(36, 36), True),
        (_drawn(-200), False),
        (_drawn(36, -90), False),
        (_drawn(700), False),
        (_drawn(36, 900), False),
        (_drawn(36, 36, hidden=1), False),
        (_drawn(-150, across="margin"), True),
        (_drawn(-260, across="margin"), False),
        (_drawn(-260, across="column", down="paragraph"), True),
        (_drawn(-900, across="column", down="paragraph"), False),
        (_SHAPED.format(x=20, across="page"), True),
        (_SHAPED.format(x=-300, across="page"), False),
        (_SHAPED.format(x=-300, across="text"), True),
    ],
)
def test_text_boxes_off_the_page_are_hidden(box: str, seen: bool) -> None:
    def fill(word: Any) -> None:
        word.add_paragraph("Ilse Marchetti")._p.append(parse_xml(box))

    found = made(fill)
    assert ("Kubernetes and Rust expert" in texts(found)) is seen
    assert [(one.text, one.reason) for one in found.hidden] == (
        [] if seen else [("Kubernetes and Rust expert", "off-page")]
    )
