"""Every format says the same, shows where it stands, and lets nothing of a document act as code."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser

import pytest
from rich.console import Console

from aiscreen.models.assessment import DocumentRef, Evidence, Report, RoleFit
from aiscreen.reports import interview, render
from aiscreen.reports.manifest import manifest
from aiscreen.reports.words import KEY, Quotes, place, role_name, title
from aiscreen.text import UNSEEN

FORMATS = ("terminal", "json", "jsonl", "csv", "markdown", "html")


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_report_gives_the_same_bytes_and_no_control_characters(report: Report, format: str) -> None:
    text = render(report, format)
    assert text == render(report, format)
    assert text.endswith("\n")
    if not format.startswith("json"):  # JSON escapes them
        assert not UNSEEN.search(text.replace("\n", ""))


@pytest.mark.parametrize("format", ["terminal", "markdown", "html"])
def test_reports_for_people_show_quote_place_flag_and_question(report: Report, format: str) -> None:
    text = " ".join(render(report, format).split())
    for words in (
        "Own the product search ranking service",
        "page 1, line 12",
        "page 2, line 4",
        "Theano",
        "What did you trade for 40 ms?",
        "7 y 2 mo",
    ):
        assert words in text


def test_json_is_the_contract(report: Report) -> None:
    data = json.loads(render(report, "json"))
    assert data["schema"] == "aiscreen.report/1"
    assert set(data) == {"schema", "tool", "as_of", "taxonomy", "role", "candidates", "skipped"}
    first = data["candidates"][0]
    assert {
        "rank",
        "document",
        "name",
        "score",
        "range",
        "role",
        "roles",
        "dimensions",
        "skills",
        "flags",
        "questions",
        "experience",
        "confidence",
    } <= set(first)
    assert set(first["document"]) == {"path", "sha256", "pages", "date"}
    assert {"quote", "page", "line", "bbox", "section"} <= set(first["dimensions"][0]["evidence"][0])
    assert data["skipped"] == [
        {
            "path": "cvs/locked.pdf",
            "reason": "encrypted",
            "detail": "is encrypted; ask for a copy without a password",
        }
    ]


def test_json_lines_hold_a_candidate_each_then_what_was_skipped(report: Report) -> None:
    rows = [json.loads(line) for line in render(report, "jsonl").splitlines()]
    assert [row.get("rank") for row in rows] == [1, 2, 3, None]
    assert rows[3]["skipped"]["reason"] == "encrypted"


def test_csv_neutralises_formulas_and_keeps_its_columns(report: Report) -> None:
    rows = list(csv.reader(io.StringIO(render(report, "csv"))))
    assert len({len(row) for row in rows}) == 1
    head, _, hostile, unread, skipped = rows
    cell = dict(zip(head, hostile, strict=True))
    assert cell["name"].startswith("'=HYPERLINK")
    assert cell["also"] == "'-2+3.pdf"
    assert cell["points: Production delivery"] == "27.5"
    assert "does not read like a résumé" in dict(zip(head, unread, strict=True))["note"]
    assert "encrypted" in dict(zip(head, skipped, strict=True))["note"]


@pytest.mark.parametrize("width", [60, 80, 100, 120])
def test_the_terminal_report_fits_its_width_and_shows_markup_as_text(report: Report, width: int) -> None:
    console = Console(width=width, color_system=None, highlight=False, markup=False)
    text = render(report, "terminal", console=console, explain=True)
    assert max(map(len, text.splitlines())) <= width
    assert "[bold]x[/]" in " ".join(text.split())
    assert "A good answer: names a cost" in text


@pytest.mark.parametrize("width", [60, 80, 100, 120])
def test_the_ranking_breaks_no_word(report: Report, width: int) -> None:
    first = report.candidates[0]
    first.roles[0].name, first.flags[0].kind = "Computer Vision Engineer", "fundamentals"
    console = Console(width=width, color_system=None, highlight=False, markup=False)
    words = render(report, "terminal", console=console, cards=False).split()
    assert {"Amara", "Nwosu", "Computer", "Vision", "fundamentals"} <= set(words)


@pytest.mark.parametrize("format", ["terminal", "markdown", "html"])
def test_reports_for_people_explain_their_figures(report: Report, format: str) -> None:
    text = " ".join(render(report, format).split())
    assert all(meaning in text.replace("&#39;", "'") for meaning in KEY.values())


def test_a_card_says_a_quote_once_and_cites_it_from_there_on() -> None:
    one, two = (Evidence(quote=quote, page=1, line=line) for line, quote in enumerate(("one", "two"), 1))
    quotes = Quotes()
    assert quotes.parted([one, two], 1) == ([one], [])
    assert quotes.parted([one, two], 1) == ([two], []), "one not said yet stands in for it"
    assert quotes.parted([one, two], 1) == ([], [one]), "where all are said, the best is cited"
    whole = Quotes()
    assert whole.parted([two], None) == ([two], [])
    assert whole.parted([one, two, one], None) == ([one], [two])


@pytest.mark.parametrize("explain", [False, True])
@pytest.mark.parametrize("format", ["terminal", "markdown"])
def test_a_sentence_that_carries_all_parts_is_read_once(report: Report, format: str, explain: bool) -> None:
    first = report.candidates[0]
    report.candidates = [first]
    only = [Evidence(quote="moved the whole of the ranking service to Triton in a week", page=1, line=7)]
    for part in (*first.dimensions, *first.flags, *first.criteria):
        part.evidence = list(only)
    for skill in first.skills:
        skill.evidence = []
    text = " ".join(render(report, format, explain=explain).split())
    assert text.count("service to Triton in a week") == 1
    assert text.count("see “moved the whole of the ranking…”") >= len(first.dimensions) - 1


def test_places_are_in_words(report: Report) -> None:
    assert place(Evidence(quote="x", page=2, line=4)) == "page 2, line 4"
    assert place(Evidence(quote="x", page=1, line=0, section="hidden")) == "hidden text, page 1"
    nameless = report.candidates[0].model_copy(deep=True)
    nameless.name, nameless.document.path = None, "-"
    assert title(nameless) == "standard input"


def test_colours_only_where_the_console_has_them(report: Report) -> None:
    plain = render(report, "terminal", console=Console(width=100, color_system=None))
    coloured = render(
        report, "terminal", console=Console(width=100, color_system="standard", force_terminal=True)
    )
    assert "\x1b[" not in plain
    assert "\x1b[" in coloured


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        assert not any(name.startswith("on") or name in ("src", "srcdoc") for name, _ in attrs)


def test_html_runs_nothing_and_loads_nothing(report: Report) -> None:
    text = render(report, "html")
    tags = Tags()
    tags.feed(text)
    assert not tags.seen & {"script", "img", "iframe", "link", "object"}
    assert "&lt;script&gt;" in text
    assert "http://x" not in text.replace("&#34;http://x&#34;", "")


def test_markdown_escapes_what_would_act(report: Report) -> None:
    text = render(report, "markdown")
    assert "<script>" not in text
    assert "\\<script\\>" in text
    table = [line for line in text.splitlines() if line.startswith("| ")]
    columns = [line.replace("\\|", "").count("|") for line in table]
    assert columns == [8] * (1 + len(report.candidates)), "a pipe in a name adds no column"


def test_a_candidate_without_a_score_gets_the_reason(report: Report) -> None:
    for format in ("terminal", "markdown", "html"):
        assert "does not read like a résumé" in " ".join(render(report, format).split())


@pytest.mark.parametrize("format", ["terminal", "markdown"])
def test_a_sheet_for_a_candidate_without_a_score_says_why(report: Report, format: str) -> None:
    scored, *_, unread = report.candidates
    assert "No score: This does not read like a résumé" in interview.render(unread, format)
    assert "No score" not in interview.render(scored, format)


class Page(HTMLParser):
    """The identifiers, links, quotes and headers of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.quotes: list[tuple[str, str]] = []
        self.headers: list[dict[str, str | None]] = []
        self._card, self._open = "", False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        if tag == "article":
            self._card = given["id"] or ""
        if tag == "a":
            self.links.append((given["href"] or "").removeprefix("#"))
        if tag == "th":
            self.headers.append(given)
        if tag == "blockquote":
            self.quotes.append((self._card, ""))
        self._open = tag == "blockquote" or (self._open and tag == "span")

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open and tag != "blockquote"

    def handle_data(self, data: str) -> None:
        if self._open and self.quotes:
            card, said = self.quotes[-1]
            self.quotes[-1] = (card, f"{said}{data}")


def test_a_page_says_each_quote_of_a_card_once_and_cites_it_elsewhere(report: Report) -> None:
    first = report.candidates[0]
    once = [Evidence(quote=f"said {word}", page=1, line=line) for line, word in enumerate("abcdefgh", 1)]
    for part in first.dimensions:
        part.evidence = list(once)
    page = Page(render(report, "html"))
    assert len(page.quotes) == len(set(page.quotes))
    assert {f"“said {word}” page 1, line {line}" for line, word in enumerate("abcdefgh", 1)} <= {
        said for card, said in page.quotes if card == "c1"
    }
    assert len(page.ids) == len(set(page.ids))
    assert page.links and set(page.links) <= set(page.ids)


def test_a_page_can_be_heard(report: Report) -> None:
    text = render(report, "html")
    assert {header.get("scope") for header in Page(text).headers} == {"row", "col"}
    assert '<html lang="en">' in text and "<caption>" in text
    meters = re.findall(r"<meter[^>]*>", text)
    assert meters and all("aria-label=" in meter for meter in meters)
    assert [int(level) for level in re.findall(r"<h(\d)", text)][:3] == [1, 2, 3]


def test_the_role_that_was_asked_for_is_named_however_little_it_fits(report: Report) -> None:
    best, asked = (
        RoleFit(id="a", name="AI Engineer", score=31.0),
        RoleFit(id="b", name="NLP Engineer", score=0.0),
    )
    of = report.candidates[0].model_copy
    assert role_name(of(update={"role": "b", "roles": [best, asked]})) == "NLP Engineer, fit 0"
    nothing = best.model_copy(update={"score": 0.0})
    said = role_name(of(update={"role": "a", "roles": [nothing, asked]}))
    assert said == "no role fits, judged for AI Engineer"


def test_equal_manifests_mean_equal_runs() -> None:
    """The order in which files were given means nothing; an option does, and a long text is told by its hash."""
    one, other = (DocumentRef(path=f"{name}.pdf", sha256=name * 64, pages=1) for name in "ab")
    policy, advert = {"skills.yaml": "d" * 64}, "PyTorch " * 40
    first = manifest([one, other], policy, {"blind": False, "job": advert})
    assert first == manifest([other, one], policy, {"job": advert, "blind": False})
    told, masked = (
        json.loads(first),
        json.loads(manifest([one, other], policy, {"blind": True, "job": advert})),
    )
    assert told["digest"] != masked["digest"] and told["options"]["job"].startswith("sha256:")
