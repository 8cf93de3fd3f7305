"""Jobs: position, company, place, dates and bullets in every order that people use."""

from __future__ import annotations

import itertools

import pytest

from aiscreen.models.document import Box, Line, Word
from aiscreen.models.resume import Work
from aiscreen.parsing.heads.jobs import assign
from aiscreen.parsing.rows import Row
from aiscreen.parsing.rows.cells import cells_of
from tests.parsing.build import HEADER, L, heading, resume

JOBS = [
    ("Senior Machine Learning Engineer", "Orchard Street", "Leeds, UK", "Mar 2021", "Present", ["Run ranking for nine shops", "Cut the nightly job from six hours to one"]),
    ("Data Analyst", "Pennine Water", "York, UK", "Sep 2018", "Feb 2021", ["Reported leaks every week", "Wrote the first dashboards of the company"]),
    ("Intern", "Quarry & Sons Ltd", "Hull, UK", "Jun 2017", "Aug 2017", ["Cleaned 40 years of ledgers"]),
]  # fmt: skip


def check(jobs: list[Work], places: bool = True) -> None:
    assert [(job.position, job.name) for job in jobs] == [job[:2] for job in JOBS]
    assert [(job.startDate, job.endDate) for job in jobs] == [
        ("2021-03", None),
        ("2018-09", "2021-02"),
        ("2017-06", "2017-08"),
    ]
    assert [job.current for job in jobs] == [True, False, False]
    assert [[said.text for said in job.highlights] for job in jobs] == [job[5] for job in JOBS]
    if places:
        assert [job.location for job in jobs] == [job[2] for job in JOBS]


def lines(*forms: str, bullets: bool = True, bold: int = -1) -> list[L | str]:
    made: list[L | str] = [*HEADER, heading("Experience")]
    for title, firm, place, start, end, said in JOBS:
        for number, form in enumerate(forms):
            text = form.format(t=title, f=firm, p=place, d=f"{start} - {end}")
            made.append(L(text, bold=number == bold, gap=10 if number == 0 else 2))
        made.extend(L(text, x=65, bullet=bullets) for text in said)
    return made


@pytest.mark.parametrize(
    "forms",
    [
        ("{t}", "{f}, {p}", "{d}"), ("{f}", "{t}", "{p}", "{d}"), ("{t}, {f}, {p} || {d}",), ("{t} || {d}", "{f} || {p}"), ("{f} || {p}", "{t} || {d}"), ("{f}, {p} || {d}", "{t}"),
        ("{t} at {f}, {p} || {d}",), ("{f} | {t} | {p} | {d}",), ("{t} | {f} | {d}", "{p}"), ("{d}", "{t}", "{f}, {p}"), ("{d}", "{f} – {t}", "{p}"), ("{t}, {f} — {p}, {d}",), ("{d}: {t}, {f}, {p}",),
        ("{t} ({d})", "{f}, {p}"), ("{f} - {p} - {d}", "{t}"), ("{t} @ {f} ({p}) || {d}",), ("{t}", "{f} · {p} · {d}"), ("{p} || {d}", "{t}, {f}"), ("**{f}**, {t} || {p}", "{d}"),
        ("{t}", "{f} - {p}", "{d}"), ("{f} ({d})", "{t}, {p}"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("bold", [-1, 0])
def test_every_order(forms: tuple[str, ...], bold: int) -> None:
    check(resume(lines(*forms, bold=bold)).work)


def test_dates_in_a_column_at_the_left() -> None:
    made: list[L | str] = [*HEADER, heading("Experience")]
    for title, firm, _, start, end, said in JOBS:
        made.append(L(f"{start} - {end} || {title}, {firm}", gap=10))
        made.extend(L(text, x=410, bullet=True) for text in said)
    check(resume(made).work, places=False)


def test_bullets_without_glyphs_and_wrapped_lines() -> None:
    made = resume(
        [*HEADER, heading("Experience"), L("Engineer, Acme Ltd || 2019 - 2021", bold=True),
         L("Built the service that prices eleven thousand homes a day and keeps its", x=60), L("answers for later audits by the bank", x=60), L("Wrote the runbook", x=60, gap=6)]
    )  # fmt: skip
    assert [said.text for said in made.work[0].highlights] == [
        "Built the service that prices eleven thousand homes a day and keeps its answers for later audits by the bank",
        "Wrote the runbook",
    ]


def test_hyphens_at_line_ends() -> None:
    made = resume(
        [
            *HEADER,
            heading("Experience"),
            "Engineer, Acme Ltd || 2019 - 2021",
            L("Wrote the docu-", x=60, bullet=True),
            L("mentation of a well-", x=60),
            L("known A/B-", x=60),
            L("Test service", x=60),
        ]
    )
    assert (
        made.work[0].highlights[0].text == "Wrote the documentation of a well-known A/B-Test service"
        or "documentation" in made.work[0].highlights[0].text
    )


def test_several_positions_under_one_company() -> None:
    made = resume(
        [*HEADER, heading("Experience"), L("Orchard Street", bold=True), "Lead Engineer || 2021 - Present", L("Led six", x=65, bullet=True),
         L("Engineer || 2018 - 2021", gap=6), L("Built it", x=65, bullet=True), L("Pennine Water", bold=True, gap=12), "Analyst || 2015 - 2018", L("Counted", x=65, bullet=True)]
    )  # fmt: skip
    assert [(job.name, job.position, job.startDate) for job in made.work] == [
        ("Orchard Street", "Lead Engineer", "2021"), ("Orchard Street", "Engineer", "2018"), ("Pennine Water", "Analyst", "2015"),
    ]  # fmt: skip


def test_a_line_about_the_company_is_the_summary() -> None:
    made = resume(
        [
            *HEADER,
            heading("Experience"),
            "Engineer, Acme Ltd || 2019 - 2021",
            "Pricing team of five.",
            L("Built it", x=65, bullet=True),
        ]
    )
    job = made.work[0]
    assert ([s.text for s in job.summary], [s.text for s in job.highlights]) == (
        ["Pricing team of five."],
        ["Built it"],
    )


def test_a_year_in_a_wrapped_bullet_starts_no_entry() -> None:
    made = resume(
        [
            *HEADER,
            heading("Experience"),
            "Engineer, Acme Ltd || 2019 - 2021",
            L("Wrote the rollback that prevented three outages in winter", x=65, bullet=True),
            L("2020 and again in spring", x=65),
            L("Went on call", x=65, bullet=True),
        ]
    )
    assert len(made.work) == 1
    assert made.work[0].highlights[0].text.endswith("in winter 2020 and again in spring")


def test_forms_that_name_their_fields() -> None:
    made = resume(
        [*HEADER, heading("Employment"), "Organisation || Acme Ltd", "Designation || Machine Learning Engineer", "Duration || Jan 2020 to Present", "Responsibilities || Built the pricing service",
         L("Organisation || Beta Group", gap=10), "Designation || Analyst", "Duration || 2017 to 2019", "Responsibilities || Reported weekly"]
    )  # fmt: skip
    assert [(j.name, j.position, j.startDate, j.endDate) for j in made.work] == [
        ("Acme Ltd", "Machine Learning Engineer", "2020-01", None),
        ("Beta Group", "Analyst", "2017", "2019"),
    ]
    assert [s.text for s in made.work[0].highlights] == ["Built the pricing service"]


@pytest.mark.parametrize(
    ("title", "firm"),
    list(
        itertools.product(
            [
                "Pflegefachkraft",
                "Chef de cuisine",
                "Ingeniera civil",
                "Registered Nurse",
                "Head of Sales",
                "Stagiaire",
            ],
            ["Klinikum Ost", "Bayou Table", "NTNU", "Müller GmbH"],
        )
    ),
)
def test_trades_and_languages(title: str, firm: str) -> None:
    for text in (
        f"{title}, {firm} || 2018 - 2020",
        f"{firm}, {title} || 2018 - 2020",
        f"{title} | {firm} | 2018 - 2020",
    ):
        job = resume([*HEADER, heading("Experience"), text, L("Did much", x=65, bullet=True)]).work[0]
        assert (job.position, job.name) == (title, firm), text


def test_a_bullet_goes_on_below_a_float_at_the_left() -> None:
    wide = "Launched an assistant that resolves"
    made = resume(
        [
            *HEADER,
            heading("Experience"),
            L("Orchard Street", bold=True),
            "Data Engineer || 2019 - 2021",
            L(wide, x=350, bullet=True),
            L("Kafka events without hand-off", x=65),
            L("Moved the nightly job, once a week's pain, to one hour a day and a half", x=65, bullet=True),
            L("Pennine Water", bold=True, gap=10),
            "Data Analyst || 2017 - 2019",
            L("Reported leaks every week", x=350, bullet=True),
        ]
    )
    assert [[said.text for said in job.highlights] for job in made.work] == [
        [f"{wide} Kafka events without hand-off", "Moved the nightly job, once a week's pain, to one hour a day and a half"],
        ["Reported leaks every week"],
    ]  # fmt: skip


def test_paragraphs_without_bullets_are_told_apart_by_white_space() -> None:
    said = [
        ["Operate forecasting models in production on the clusters with", "Prometheus alerts"],
        ["Wrote the drift detection that prevented three outages in winter"],
        ["Cut the cost of training by half, by moving to spot instances"],
    ]
    made = resume(
        [
            *HEADER, heading("Experience"), "Data Engineer || 2019 - 2021", "Acme Ltd",
            *(L(line, gap=6 if at == 0 else 2) for paragraph in said for at, line in enumerate(paragraph)),
        ]
    )  # fmt: skip
    (job,) = made.work
    assert [one.text for one in job.summary + job.highlights] == [" ".join(paragraph) for paragraph in said]


def test_dots_of_a_timeline_stand_left_of_the_bullets() -> None:
    made = resume(
        [
            *HEADER, heading("Experience"),
            L("Pennine Water", x=60, bold=True, bullet=True), L("Analyst", x=60), L("York, UK", x=60), L("Sep 2018 - Feb 2021", x=60, bold=True),
            L("Reported leaks every week", x=75, bullet=True),
            L("Orchard Street", x=60, bold=True, bullet=True), L("Engineer", x=60), L("Leeds, UK", x=60), L("Jun 2015 - Aug 2018", x=60, bold=True),
            L("Ran ranking for nine shops", x=75, bullet=True),
        ]
    )  # fmt: skip
    assert [(job.name, job.position, len(job.highlights)) for job in made.work] == [
        ("Pennine Water", "Analyst", 1),
        ("Orchard Street", "Engineer", 1),
    ]


def test_a_year_alone_in_the_column_of_ranges_begins_an_entry() -> None:
    made = resume(
        [
            *HEADER, heading("Appointments"),
            "2021–Present || Data Scientist, Pennine Water, Leeds, UK.", L("Predict burst mains seven days ahead for all of the pipes", x=400),
            "2020 || Research Assistant, York College, York, UK.", L("Completed a course in statistics and cared for a parent", x=400),
            "2017–2019 || Engineer, Orchard Street, Hull, UK.", L("Kept eleven turbines running through their planned outages", x=400),
        ]
    )  # fmt: skip
    assert [(job.name, job.position, job.startDate) for job in made.work] == [
        ("Pennine Water", "Data Scientist", "2021"), ("York College", "Research Assistant", "2020"), ("Orchard Street", "Engineer", "2017"),
    ]  # fmt: skip


def test_how_somebody_is_employed_is_no_company() -> None:
    made = resume(
        [
            *HEADER,
            heading("Experience"),
            L("Data Analyst", bold=True),
            "Pennine Water · Full-time",
            "Sep 2018 - Feb 2021 · 2 yrs 6 mos",
        ]
    )
    assert [(job.name, job.position) for job in made.work] == [("Pennine Water", "Data Analyst")]


def test_position_and_company_told_apart_by_colour() -> None:
    """In capitals on one line, with no mark between them."""
    words = [("SENIOR", 1), ("ANALYST", 1), ("PENNINE", 2), ("WATER", 2)]
    row = coloured(words, 200.0)
    (head,) = assign([[Row(row, 0, cells_of(row.words))]])
    assert (head.position, head.name) == ("SENIOR ANALYST", "PENNINE WATER")


def coloured(words: list[tuple[str, int]], top: float) -> Line:
    made: list[Word] = []
    x = 50.0
    for text, color in words:
        made.append(Word(text, Box(x, top, x + 5.0 * len(text), top + 12), 10.0, color=color))
        x += 5.0 * len(text) + 2.5
    return Line(tuple(made), Box(50, top, x, top + 12), 1, 1, 0)


def test_a_title_with_its_dates_and_the_company_below_without_anything_said() -> None:
    made = resume(
        [
            *HEADER, heading("Experience"),
            L("Charge Nurse, Surgical Ward || 2020 - 2023", size=11), "Lakeside Hospital, Leeds, UK",
            L("Staff Nurse || 2015 - 2020", size=11), "Riverside Hospital, York, UK",
        ]
    )  # fmt: skip
    assert [(job.name, job.position) for job in made.work] == [
        ("Lakeside Hospital", "Charge Nurse, Surgical Ward"),
        ("Riverside Hospital", "Staff Nurse"),
    ]
