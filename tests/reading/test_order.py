"""Reading order: columns, sidebars, date columns, labels, pages, running lines."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aiscreen.models.document import Document
from aiscreen.parsing import parse
from aiscreen.reading.layout.glyphs import Glyphs, Style
from aiscreen.reading.layout.segments import segments
from tests.reading.pages import Put, cells, column, document, texts

MAIN = [
    "EXPERIENCE", "Harbour Statistics, Data Analyst, 2020 - 2023", "Counted containers at four berths for the port",
    "and reported delays to the harbour master", "Tide Office, Clerk, 2018 - 2020", "Kept the tables of tides and currents",
    "EDUCATION", "Delta College, BSc Mathematics, 2014 - 2018", "Thesis on the growth of barnacles on hulls",
]  # fmt: skip
SIDE = [
    "CONTACT",
    "ilse@brief.example",
    "+31 20 555 0101",
    "SKILLS",
    "Python",
    "PostgreSQL",
    "Airflow",
    "LANGUAGES",
    "Dutch",
]
HEAD: list[Put] = [
    (40, 50, "Ilse Marchetti", 22, True),
    (40, 72, "Data analyst who counts what floats and what sinks, in ports and on rivers"),
]


def sidebar(left: bool) -> tuple[list[Put], list[Put]]:
    """Side and main column; the side has its own pitch."""
    side = column(40 if left else 420, 120, SIDE, step=17.3, size=9)
    main = column(190 if left else 40, 120, MAIN)
    return side, main


def test_left_sidebar_is_read_whole() -> None:
    side, main = sidebar(left=True)
    assert texts(document(HEAD + side + main))[2:] == SIDE + MAIN


def test_right_sidebar_is_read_whole() -> None:
    side, main = sidebar(left=False)
    assert texts(document(HEAD + main + side))[2:] == MAIN + SIDE


@pytest.mark.parametrize("left", [True, False])
def test_columns_painted_line_by_line_are_columns(left: bool) -> None:
    """Programs that rewrite a page paint it by lines; both columns have one pitch, so most lines share a baseline."""
    side = column(40 if left else 420, 120, SIDE)
    main = column(190 if left else 40, 120, MAIN)
    found = texts(document(sorted(HEAD + side + main, key=lambda one: (one[1], one[0]))))[2:]
    assert found == (SIDE + MAIN if left else MAIN + SIDE)


def test_labels_set_to_the_middle_of_their_text_go_with_what_is_painted_after_them() -> None:
    """As cells that stand in the middle of their row's height: no label is on the line its text begins on."""
    rows: list[tuple[str, float, list[str]]] = [
        ("Contact", 14, ["ilse@brief.example", "+31 20 555 0101", "Zeeland"]),
        ("Skills", 14, ["Python", "PostgreSQL", "Airflow"]),
        ("2020 - 2023", 9, ["Data Analyst at Harbour Statistics", "Counted containers", "Reported delays", "Kept tables"]),
        ("2018 - 2020", 9, ["Clerk at Tide Office", "Answered letters from sailors", "Filed the charts"]),
        ("Languages", 14, ["Dutch", "Frisian", "English"]),
    ]  # fmt: skip
    put: list[Put] = []
    y = 120.0
    for label, size, lines in rows:
        put.append((40, y + 6.5 * (len(lines) - 1) + 2, label, size))
        put += [(190, y + 13 * at, line, 10) for at, line in enumerate(lines)]
        y += 13 * len(lines) + 18
    found = [cells(line) for line in document(HEAD + put).lines[2:]]
    wanted: list[list[str]] = []
    for label, size, lines in rows:
        wanted += [[label], [lines[0]]] if size == 14 else [[label, lines[0]]]
        wanted += [[line] for line in lines[1:]]
    assert found == wanted


def test_columns_have_blocks_of_their_own() -> None:
    side, main = sidebar(left=True)
    found = document(HEAD + side + main)
    blocks = {line.text: line.block for line in found.lines}
    assert blocks["Ilse Marchetti"] < blocks["SKILLS"] < blocks["EXPERIENCE"]
    assert len(set(blocks.values())) == 3


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), left=st.booleans())
def test_order_of_painting_does_not_matter(seed: int, left: bool) -> None:
    side, main = sidebar(left)
    painted = HEAD + side + main
    random.Random(seed).shuffle(painted)
    wanted = SIDE + MAIN if left else MAIN + SIDE
    assert texts(document(painted))[2:] == wanted


def dated(x: float, right: bool) -> list[Put]:
    """Three entries with their dates in a column of their own, left or right of the text."""
    put: list[Put] = []
    y = 120.0
    for title, dates in (
        ("Data Analyst, Harbour Statistics", "2020 - 2023"),
        ("Clerk, Tide Office", "2018 - 2020"),
        ("Intern, Lighthouse", "2017"),
    ):
        put.append((x, y, title, 10, True))
        put.append((-555, y, dates) if right else (40, y, dates))
        for step, text in enumerate(
            ("Counted containers at four berths", "Reported delays to the harbour master"), 1
        ):
            put.append((x + 12, y + 13 * step, "• " + text))
        y += 55
    return put


def test_date_column_belongs_to_its_entries() -> None:
    for right in (False, True):
        found = document(HEAD + dated(140, right))
        heads = [cells(line) for line in found.lines if not line.bullet][2:]
        wanted = [
            ["Data Analyst, Harbour Statistics", "2020 - 2023"],
            ["Clerk, Tide Office", "2018 - 2020"],
            ["Intern, Lighthouse", "2017"],
        ]
        assert heads == [pair if right else pair[::-1] for pair in wanted]
        assert sum(line.bullet for line in found.lines) == 6


def test_date_column_painted_as_a_whole_is_no_sidebar() -> None:
    put = dated(140, right=False)
    dates = [one for one in put if one[0] == 40]
    found = document(HEAD + [one for one in put if one[0] != 40] + dates)
    assert cells(found.lines[2]) == ["2020 - 2023", "Data Analyst, Harbour Statistics"]


def test_wrapped_dates_stay_one_cell() -> None:
    put = [one for one in dated(140, right=False) if one[0] != 40]
    for at, (first, second) in enumerate(
        (("March 2020 -", "present"), ("May 2018 -", "March 2020"), ("June 2017 -", "May 2018"))
    ):
        put += [(40, 120 + 55 * at, first), (40, 133 + 55 * at, second)]
    found = document(HEAD + put)
    assert [cells(line)[0] for line in found.lines if len(line.cells) > 1] == [
        "March 2020 - present",
        "May 2018 - March 2020",
        "June 2017 - May 2018",
    ]


def test_headings_left_of_their_sections_are_lines_before_them() -> None:
    put: list[Put] = list(HEAD)
    y = 120.0
    for heading, lines in (
        ("Experience", MAIN[1:6]),
        ("Education", [*MAIN[7:9], "Grade 8.4 of 10", "Chess club"]),
    ):
        put.append((40, y, heading, 14, True))
        for line in lines:
            put.append((150, y, line))
            y += 13
        y += 14
    assert texts(document(put))[2:] == [
        "Experience",
        *MAIN[1:6],
        "Education",
        *MAIN[7:9],
        "Grade 8.4 of 10",
        "Chess club",
    ]


def test_labels_of_a_table_stay_with_their_values() -> None:
    put: list[Put] = [
        (40, 120 + 20 * at, label, 10, True)
        for at, label in enumerate(("Languages", "Databases", "Tools", "Clouds"))
    ]
    put += [
        (150, 120 + 20 * at, value)
        for at, value in enumerate(("Python, Go", "PostgreSQL, Redis", "Airflow, dbt", "AWS"))
    ]
    found = document(HEAD + put)
    assert [cells(line) for line in found.lines[2:]] == [
        ["Languages", "Python, Go"],
        ["Databases", "PostgreSQL, Redis"],
        ["Tools", "Airflow, dbt"],
        ["Clouds", "AWS"],
    ]


def test_labels_flush_right_on_close_lines_are_no_headings() -> None:
    """As skills tables stand in résumés: the heading at the left edge above, the labels set against their values."""
    labels = (("Data", "Python, pandas, SQL"), ("Tools", "Dagster, dbt, Docker"), ("Engineering", "MATLAB"))
    put: list[Put] = [(40, 120, "Skills", 14, True)]
    for at, (label, value) in enumerate(labels):
        put += [(-120, 138 + 12 * at, label, 10, True), (130, 138 + 12 * at, value)]
    found = document(
        [*HEAD, *put, (40, 190, "Volunteering", 14, True), (40, 208, "Taught at a club by the river")]
    )
    assert [cells(line) for line in found.lines[2:]] == [
        ["Skills"], *[list(pair) for pair in labels], ["Volunteering"], ["Taught at a club by the river"],
    ]  # fmt: skip


def test_a_bulleted_sentence_behind_position_and_dates_is_a_line_of_its_own() -> None:
    put: list[Put] = [
        (40, 120, "Harbour Statistics", 12, True),
        (40, 140, "Senior Data"),
        (40, 152, "Analyst"),
        (180, 140, "2020 - 2023"),
        (330, 140, "•"),
        (340, 140, "Counted containers at four berths"),
        (340, 152, "for the harbour master"),
        (40, 164, "Reported delays to the ships, the pilots and the port, every morning before the tide"),
    ]
    found = document(HEAD + put).lines[3:]
    assert found[0].text.replace(" | ", " ") == "Senior Data Analyst 2020 - 2023"
    assert [line.text for line in found[1:3]] == [
        "Counted containers at four berths",
        "for the harbour master",
    ]
    assert [line.bullet for line in found[:3]] == [False, True, False]


def test_cards_side_by_side_are_read_one_by_one() -> None:
    put: list[Put] = []
    for x, (title, *lines) in zip(
        (40, 220, 400),
        (
            ("Languages", "Python, Go", "and SQL"),
            ("Databases", "PostgreSQL", "Redis"),
            ("Tools", "Airflow", "dbt"),
        ),
        strict=True,
    ):
        put.append((x, 140, title, 11, True))
        put += [(x, 154 + 13 * at, line) for at, line in enumerate(lines)]
    put += [(40, 200, "A line over the full width of the page that stands below the three cards")]
    assert texts(document(HEAD + put))[2:11] == [
        "Languages",
        "Python, Go",
        "and SQL",
        "Databases",
        "PostgreSQL",
        "Redis",
        "Tools",
        "Airflow",
        "dbt",
    ]


def test_place_and_dates_flush_right_stay_on_their_lines() -> None:
    put: list[Put] = [
        (40, 120, "Harbour Statistics", 10, True),
        (-555, 120, "Rotterdam, Netherlands", 10, True),
        (40, 133, "Data Analyst"),
        (-555, 133, "2020 - 2023"),
    ]
    put += [
        (
            40,
            150,
            "Counted containers at four berths for the port authority and reported delays to the harbour master daily",
        )
    ]
    found = document(HEAD + put)
    assert [cells(line) for line in found.lines[2:4]] == [
        ["Harbour Statistics", "Rotterdam, Netherlands"],
        ["Data Analyst", "2020 - 2023"],
    ]


def test_columns_go_on_over_the_page() -> None:
    side, main = sidebar(left=True)
    more = ["Ferry Line, Intern, 2013", "Sold tickets", "PROJECTS", "tidal, a library of tide tables"]
    found = document(
        HEAD + side + main,
        column(40, 60, ["Frisian", "HOBBIES", "Rowing"], step=17.3, size=9) + column(190, 60, more),
    )
    assert texts(found)[2:] == [*SIDE, "Frisian", "HOBBIES", "Rowing", *MAIN, *more]


def test_main_column_that_goes_on_is_read_last() -> None:
    """Right sidebar on the first page only: the second page goes on in the left column."""
    side, main = sidebar(left=False)
    more = [
        "Ferry Line, Intern, 2013, where I sold tickets for the crossing and swept the deck at night",
        "Sold tickets",
    ]
    assert texts(document(HEAD + main + side, column(40, 60, more)))[2:] == SIDE + MAIN + more


def test_running_lines_and_page_numbers_go() -> None:
    body = [
        [(40.0, 300.0 + 13 * at, f"Sentence {page} {at} of the body") for at in range(3)] for page in "abc"
    ]
    pages = [
        [*lines, (40, 25, "Ilse Marchetti", 8), (-555, 820, f"Page {at} of 3", 8)]
        for at, lines in enumerate(body, 1)
    ]
    found = texts(document(*pages))
    assert found.count("Ilse Marchetti") == 1
    assert not [text for text in found if text.startswith("Page")]
    assert len(found) == 10


def test_lines_are_numbered_by_page() -> None:
    found = document(HEAD, HEAD[1:])
    assert [(line.page, line.number) for line in found.lines] == [(1, 1), (1, 2), (2, 1)]


def test_labels_of_a_form_each_go_with_their_row() -> None:
    """Set flush right beside their values, as in the European form: labels wrap, and so do values."""
    rows = [
        ([("Dates")], ["July 2020 - Present"]), (["Occupation or position held"], ["Vision Engineer"]),
        (["Main activities and", "responsibilities"], ["Counted the containers at four berths", "for the port and reported delays", "to the harbour master"]),
        (["Name and address of employer"], ["Falcon Vision, Zeeland"]), (["Dates"], ["May 2016 - June 2020"]),
        (["Occupation or position held"], ["Clerk"]), (["Main activities and", "responsibilities"], ["Kept the tables of tides and", "of the currents"]),
        (["Name and address of employer"], ["Tide Office, Zeeland"]),
    ]  # fmt: skip
    put: list[Put] = []
    y = 120.0
    for labels, values in rows:
        put += [(-200, y + 12 * at, text) for at, text in enumerate(labels)]
        put += [(220, y + 12 * at, text) for at, text in enumerate(values)]
        y += 12 * max(len(labels), len(values)) + 3
    found = [cells(line) for line in document(HEAD + put).lines[2:]]
    wanted: list[list[str]] = []
    for labels, values in rows:
        wanted += [[" ".join(labels), values[0]], *([value] for value in values[1:])]
    assert found == wanted


def test_a_heading_among_dates_that_stand_between_lines_is_no_label() -> None:
    """Dates in the middle of their entry's height, and one heading over both columns."""
    put: list[Put] = []
    y = 120.0
    for dates, lines in (
        ("2020 - 2023", ["Harbour Statistics", "Data Analyst", "Counted the containers at four berths", "for the port"]),
        ("2018 - 2020", ["Tide Office", "Clerk", "Kept the tables of tides and currents", "of the coast"]),
        (None, ["STUDIES"]),
        ("2014 - 2018", ["Delta College", "BSc Mathematics", "Thesis on the growth of barnacles", "on hulls"]),
        ("2012 - 2014", ["Island School", "Diploma", "With honours in the natural sciences", "and in Frisian"]),
    ):  # fmt: skip
        if dates is None:
            put.append((40, y + 6, lines[0], 14, True))
            y += 40
            continue
        put.append((40, y + 7, dates, 8))
        put += [(120, y + 13 * at, line) for at, line in enumerate(lines)]
        y += 13 * len(lines) + 10
    found = [cells(line) for line in document(HEAD + put).lines[2:]]
    assert [row[0] for row in found if len(row) > 1] == [
        "2020 - 2023",
        "2018 - 2020",
        "2014 - 2018",
        "2012 - 2014",
    ]
    assert [row[1] for row in found if len(row) > 1] == ["Harbour Statistics", "Tide Office", "Delta College", "Island School"]  # fmt: skip
    assert found.index(["STUDIES"]) == 8


def test_a_column_painted_whole_is_read_whole_though_dates_begin_it() -> None:
    """Close paragraphs on both sides, and a date on the right beside one on the left."""
    main = column(40, 120, ["EXPERIENCE", "APR 2020 - MAY 2023", "Data Analyst", "Harbour Statistics", "Counted containers at four berths for the", "port and reported delays to the master", "Wrote the plan for the whole of the year", "MAY 2018 - APR 2020", "Clerk", "Tide Office", "Kept the tables of tides and currents"])  # fmt: skip
    side = column(330, 120, ["EDUCATION", "2014 - 2018", "BSc Mathematics", "Delta College", "2012 - 2014", "Diploma", "Island School", "SKILLS", "Python", "PostgreSQL"])  # fmt: skip
    found = texts(document(HEAD + main + side))[2:]
    assert found == [one[2] for one in main + side]


def test_a_dash_between_dates_set_wide_is_no_bullet() -> None:
    """As justified narrow columns have it: the range's parts stand as far from the dash on both sides."""
    found = document([*HEAD, (40, 120, "Pennine Water, Data Scientist"), (465, 120, "Mar"), (495, 120, "2022"), (529, 120, "–"), (546, 120, "Jun"), (40, 133, "Predicted burst mains seven days ahead")])  # fmt: skip
    line = next(line for line in found.lines if "Pennine" in line.text)
    assert line.text == "Pennine Water, Data Scientist Mar 2022 – Jun"
    assert not any(line.bullet for line in found.lines)


def test_bullets_close_to_the_column_at_their_left_are_bullets() -> None:
    """The other column's lines end nearer to a bullet than its own text begins; it was painted long before."""
    left = ["Counted the containers at four berths", "and reported delays to the master", "of the harbour, who never read them", "and kept the tables of tides"]  # fmt: skip
    put: list[Put] = [*HEAD, *((-290, 120 + 13 * n, text) for n, text in enumerate(left))]
    for n, word in enumerate(("PyTorch", "OpenCV", "TensorRT", "CUDA")):
        put += [(300, 120 + 13 * n, "•"), (318, 120 + 13 * n, word)]
    marked = [line.text for line in document(put).lines if line.bullet]
    assert marked == ["PyTorch", "OpenCV", "TensorRT", "CUDA"]


SENTENCES = [[f"Sentence {page} {at} of the body" for at in range(3)] for page in "abc"]


def paged(*feet: tuple[float, str]) -> Document:
    """Three pages of sentences, each with running lines at given heights, `#` for the page's number."""
    pages = [column(40, 300, lines) for lines in SENTENCES]
    pages[0] = HEAD + pages[0]
    running = [[(40.0, y, text.replace("#", str(at)), 8) for y, text in feet] for at in range(1, 4)]
    return document(*[[*page, *lines] for page, lines in zip(pages, running, strict=True)])


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Résumé of Ilse Marchetti", "Résumé of Ilse Marchetti"),
        ("Ilse Marchetti | ilse@brief.example    # / 3", "Ilse Marchetti | ilse@brief.example 1 / 3"),
    ],
)
def test_a_running_footer_is_in_no_page_and_kept_apart(line: str, kept: str) -> None:
    found = paged((815, line))
    assert texts(found)[2:] == [text for page in SENTENCES for text in page]
    assert [line.text for line in found.running] == [kept]


@pytest.mark.parametrize(
    "foot",
    [
        [(120, 815, "ilse@brief.example  |  +31 20 555 0101  |  Delft, Netherlands", 8)],
        [
            (40, 815, "ilse@brief.example", 8),
            (200, 815, "+31 20 555 0101", 8),
            (-550, 815, "Delft, Netherlands", 8),
        ],
        [(40, 803, "ilse@brief.example · +31 20 555 0101", 8), (40, 815, "Delft, Netherlands · Mobile", 8)],
    ],
)
def test_contact_at_the_foot_of_a_single_page_is_kept_apart(foot: list[Put]) -> None:
    body = HEAD + column(40, 120, [*MAIN, "SKILLS", "Python, SQL"])
    found = document(body + foot)
    assert texts(found) == [text for _, _, text, *_ in body]
    basics = parse(found).basics
    assert (basics.email, basics.phone) == ("ilse@brief.example", "+31 20 555 0101")
    assert basics.location is not None and basics.location.city == "Delft"


def test_what_ends_a_page_in_words_is_no_contact() -> None:
    body = HEAD + column(40, 120, MAIN)
    last = "Write to the harbour office at office@port.example for the tables of tides"
    assert texts(document([*body, (40, 815, last, 8)]))[-1] == last
    close = [
        *body,
        *column(40, 760, ["REFERENCES", "Jan Kade, jan@port.example", "Eva Lund, eva@port.example"], step=12),
    ]
    assert texts(document(close))[-2:] == ["Jan Kade, jan@port.example", "Eva Lund, eva@port.example"]


def test_the_name_over_a_further_page_is_running() -> None:
    for said in ("— continued", "| ilse@brief.example | Page 2", "(cont’d)", ""):
        second: list[Put] = [(40, 40, f"Ilse Marchetti {said}", 9), *column(40, 300, SENTENCES[1])]
        found = document([*HEAD, *column(40, 300, SENTENCES[0])], second)
        assert texts(found)[2:] == SENTENCES[0] + SENTENCES[1], said
        assert len(found.running) == 1


def test_what_only_begins_with_the_name_is_text() -> None:
    second: list[Put] = [
        (40, 40, "Ilse Marchetti Prize for Tides, 2021", 9),
        *column(40, 300, SENTENCES[1]),
    ]
    found = document([*HEAD, *column(40, 300, SENTENCES[0])], second)
    assert "Ilse Marchetti Prize for Tides, 2021" in texts(found)


LATE_MAIN: list[Put] = [
    *column(190, 100, ["• Answered letters from sailors", "• Filed the charts of the delta", "• Wrote the almanac"], step=14),
    *column(190, 155, ["EDUCATION", "Delta College, BSc Mathematics", "2014 - 2018"], step=14),
]  # fmt: skip
LATE_SIDE = column(40, 114, ["LANGUAGES", "Dutch (native)", "Frisian (fluent)", "AWARDS", "Golden Buoy, 2021"], step=14)  # fmt: skip


@pytest.mark.parametrize("headed", [True, False])
def test_a_short_page_goes_on_in_the_columns_of_the_page_above(headed: bool) -> None:
    """Its lines share their baselines and are few: by itself it would be a table."""
    side, main = sidebar(left=True)
    name: list[Put] = [(40, 40, "Ilse Marchetti — continued", 8)] if headed else []
    found = document(HEAD + side + main, [*name, *LATE_SIDE, *LATE_MAIN])
    assert [line.text for line in found.lines if line.page == 2] == [
        text.removeprefix("• ") for _, _, text, *_ in [*LATE_SIDE, *LATE_MAIN]
    ]


def test_dates_beside_entries_are_theirs_on_a_page_after_a_sidebar_too() -> None:
    side, main = sidebar(left=True)
    found = document(
        HEAD + side + main,
        [
            (40, 100, "2017 - 2018"), (190, 100, "Clerk, Pilot Station", 10, True), (190, 114, "Answered letters"),
            (40, 140, "2015 - 2016"), (190, 140, "Intern, Lighthouse", 10, True), (190, 154, "Filed the charts"),
        ],
    )  # fmt: skip
    assert [cells(line) for line in found.lines if line.page == 2] == [
        ["2017 - 2018", "Clerk, Pilot Station"], ["Answered letters"],
        ["2015 - 2016", "Intern, Lighthouse"], ["Filed the charts"],
    ]  # fmt: skip


def test_sentences_that_differ_in_their_numbers_are_no_running_lines() -> None:
    told = ["Moved 40 boats to berth 7", "Moved 12 boats to berth 9"]
    found = texts(
        document(*[[*HEAD, (40, 810, text, 10)] if at else [(40, 810, text, 10), *HEAD] for at, text in enumerate(told)])
    )  # fmt: skip
    assert [text for text in found if text.startswith("Moved")] == told


def test_marks_that_part_a_list_over_its_lines_are_no_bullets() -> None:
    body = [*HEAD, (40, 120, "SKILLS", 12, True), (40, 136, "MLflow • BentoML • Argo"), (40, 149, "• Kubernetes • Terraform •"), (40, 162, "Prometheus")]  # fmt: skip
    found = document(body)
    assert not any(line.bullet for line in found.lines)
    assert [skill for group in parse(found).skills for skill in group.keywords] == ["MLflow", "BentoML", "Argo", "Kubernetes", "Terraform", "Prometheus"]  # fmt: skip
    bullets = document(
        [*HEAD, (40, 120, "SKILLS", 12, True), (40, 136, "• Python • Go"), (40, 149, "• SQL • Bash")]
    )
    assert [line.bullet for line in bullets.lines][-2:] == [True, True]


@pytest.mark.parametrize(("gap", "joined"), [(8.0, True), (19.0, False)])
def test_a_small_word_beside_a_large_one(gap: float, joined: bool) -> None:
    """The space between a place in a narrow column and the name in the wide one is judged by the smaller size too."""

    def word(text: str, x: float, size: float, order: int) -> Glyphs:
        style = Style(size, False, False, "Helvetica", 0, 255, 0, 0)
        return Glyphs(text, x, 100 - size, x + 0.5 * size * len(text), 100, 100, style, order, True)

    small = word("Porto", 100, 9, 0)
    found = segments([small, word("João", small.x1 + gap, 34, 1)], [])
    assert len(found) == (1 if joined else 2)


def test_bars_set_wide_apart_are_of_their_line() -> None:
    """A list whose bars stand below each other in two rows is no pair of columns."""
    rows = [
        ["Roadmapping", "|", "Pricing", "|", "Experiments"],
        ["Tamil forms", "|", "English", "|", "Hindi"],
        ["Warehouses", "|", "Kafka", "|", "Airflow"],
    ]
    page: list[Put] = [*HEAD, (40, 120, "SKILLS", 12, True)]
    for number, row in enumerate(rows):
        for place, text in zip((137, 204, 213, 270, 279), row, strict=True):
            page.append((place, 140 + 16 * number, text, 10))
    found = texts(document(page))
    assert found[-3:] == [" ".join(row) for row in rows]


@pytest.mark.parametrize("x", [40, 430])
@pytest.mark.parametrize("place_first", [False, True])
def test_a_smaller_place_goes_with_the_dates_beside_an_entry(x: float, place_first: bool) -> None:
    """On a rail left or right of the text, whichever of dates and place stands above."""
    found: list[Put] = [(40, 50, "Ilse Marchetti", 20, True)]
    jobs = (
        ("Data Analyst", "Harbour Statistics", "May 2020 -", "June 2023", "Hamburg"),
        ("Clerk", "Tide Office", "May 2018 -", "April 2020", "Bremen"),
        ("Assistant", "Lock House", "May 2016 -", "April 2018", "Kiel"),
    )
    for y, (title, firm, begin, end, place) in zip((120, 190, 260), jobs, strict=True):
        small: Put = (x, y if place_first else y + 22, place, 7)
        down = 10 if place_first else 0
        rail: list[Put] = [(x, y + down, begin, 9), (x, y + down + 11, end, 9)]
        text: list[Put] = [
            (160, y, title, 10, True),
            (160, y + 12, firm),
            (160, y + 27, "Counted the ships of a week"),
        ]
        found += [small, *rail, *text] if place_first else [*rail, small, *text]
    lines = texts(document(found))[1:]
    heads = [next(i for i, line in enumerate(lines) if title in line) for title, *_ in jobs]
    for (title, firm, begin, end, place), at in zip(jobs, heads, strict=True):
        entry = " ".join(lines[at : at + 2])
        assert all(part in entry for part in (title, firm, begin, end, place)), lines
