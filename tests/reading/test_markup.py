"""Markdown of real sites and profiles: HTML in it, tags of templates, attributes, boxes, badges."""

from __future__ import annotations

from pathlib import Path

import pytest

from aiscreen.reading import read
from tests.reading.pages import cells


def lines(text: str) -> list[str]:
    return [line.text for line in read("a.md", data=text.encode()).lines]


def test_a_table_of_html_is_rows_of_cells() -> None:
    text = """## Experience
<table>
  <thead><tr><th>Company</th><th>Role</th></tr></thead>
  <tr>
    <td><img src="/logo.png"> <a href="https://tarn.example">Tarn
      Rail</a></td>
    <td><b>Data Engineer</b>
  </tr>
</table>
"""
    found = read("a.md", data=text.encode())
    assert [cells(line) for line in found.lines[1:]] == [["Company", "Role"], ["Tarn Rail", "Data Engineer"]]
    assert [(link.uri, link.text) for link in found.links] == [("https://tarn.example", "Tarn Rail")]
    assert found.lines[2].words[-1].bold


def test_a_table_that_only_sets_a_page_is_read_cell_by_cell() -> None:
    text = '<table><tr><td><img src="me.jpg"></td><td>\n  <b>Mira Okonkwo</b><br/><b><h3>Data Scientist</h3></b>\n  Leeds<br/>\n</td></tr></table>'
    assert lines(text) == ["Mira Okonkwo", "Data Scientist", "Leeds"]


def test_tags_break_lines_or_are_dropped() -> None:
    text = '<h1 align="center">Mira\n Okonkwo</h1>\n<p>One<br>\ntwo</p><div>three</div><details><summary><b>Tarn Rail</b> <i>Engineer</i></summary>\n<ul><li>Built a <kbd>queue</kbd></li><li>Ran it</li></ul></details><script>var x = 1;</script>'
    found = read("a.md", data=text.encode())
    assert [line.text for line in found.lines] == ["Mira Okonkwo", "One", "two", "three", "Tarn Rail Engineer", "Built a queue", "Ran it"]  # fmt: skip
    assert [line.text for line in found.lines if line.bullet] == ["Built a queue", "Ran it"]
    assert found.lines[0].words[0].size > found.lines[1].words[0].size
    assert [word.bold for word in found.lines[4].words] == [True, True, False]


def test_dates_floating_right_are_a_cell() -> None:
    text = '### Tarn Rail <span style="float: right">2020 - 2022</span>\n**Rill** [2018 -- 2020]{.date}\n'
    found = read("a.md", data=text.encode())
    assert [cells(line) for line in found.lines] == [["Tarn Rail", "2020 - 2022"], ["Rill", "2018 – 2020"]]


def test_fenced_text_keeps_its_tags() -> None:
    assert lines("# Mira\n```\n<b>x</b>\n```\n<b>y</b>\n") == ["Mira", "<b>x</b>", "y"]


@pytest.mark.parametrize(
    "text",
    [
        "{% include base_path %}\nMira",
        "{{< figure src='x.png' >}}\nMira",
        "Mira{: .lead}",
        "Mira \\\n",
        "::: {.columns}\nMira\n:::",
        ":wave: Mira",
        "+++\ntitle = 'CV'\n+++\nMira",
        "Mira[^1]",
        "\\newpage\nMira",
        "Mira\n\n### Footer\n",
        ":   Mira",
    ],
)
def test_what_templates_add_is_no_text(text: str) -> None:
    assert lines(text) == ["Mira"]


def test_boxes_and_tabs_are_bold_lines_above_their_text() -> None:
    text = '!!! abstract "Summary"\n    Builds engines\n\n=== "Data Engineer"\n    **Tarn Rail**\n\n    - Built it\n\nAfter\n'
    found = read("a.md", data=text.encode())
    assert [line.text for line in found.lines] == ["Summary", "Builds engines", "Data Engineer", "Tarn Rail", "Built it", "After"]  # fmt: skip
    assert found.lines[0].words[0].bold and not found.lines[1].words[0].bold
    assert found.lines[1].box.x0 == found.lines[0].box.x0 == found.lines[5].box.x0


def test_badges_say_their_name() -> None:
    text = "[![LinkedIn](https://img.shields.io/badge/x)](https://linkedin.com/in/mira)\n![me](me.jpg)\n![Python](https://img.shields.io/badge/Python-blue) ![](https://img.shields.io/badge/Go%20kit-blue)\n"
    found = read("a.md", data=text.encode())
    assert [cells(line) for line in found.lines] == [["LinkedIn"], ["Python", "Go kit"]]
    assert [link.uri for link in found.links] == ["https://linkedin.com/in/mira"]


def test_dashes_that_typists_write() -> None:
    assert lines("**MSc** --- Leeds, 2019 -- 2020\n- one\n") == ["MSc — Leeds, 2019 – 2020", "one"]


def test_many_tags_left_open_cost_little(tmp_path: Path) -> None:
    text = "<table><tr><td><b><a href=x>" * 4000 + "Mira" + "{%" * 4000 + "<" * 4000
    file = tmp_path / "a.md"
    file.write_text(text)
    assert "Mira" in read(file).text


def test_bars_within_a_cell_part_no_cells() -> None:
    found = read(
        "a.md", data=b"<table><tr><td>AI | ML</td><td>Go | R</td></tr></table>\n\n| Tools \\| more | Git |\n"
    )
    assert [cells(line) for line in found.lines] == [["AI / ML", "Go, R"], ["Tools | more", "Git"]]


def test_what_a_term_means_is_one_paragraph() -> None:
    assert lines("2007-2010\n:   **BSc**; University of\n    Leeds\n\n    - one\n") == ["2007-2010", "BSc; University of Leeds", "one"]  # fmt: skip
