"""Dates in numbers alone: which of them is the month follows what the document shows."""

from __future__ import annotations

import pytest

from tests.parsing.build import HEADER, L, heading, resume

LEEDS, SEATTLE, NOWHERE = "+44 7700 900 123 | Leeds, UK", "(206) 555-0199 | Seattle, WA", "Remote"


def spans(contact: str, *dates: str) -> list[tuple[str | None, str | None]]:
    """The dates of jobs, one for each of `dates`, as they are understood beside a way of contact."""
    lines: list[L | str] = [HEADER[0], f"ines@post.example | {contact}", heading("Experience")]
    for number, text in enumerate(dates):
        lines.append(L(f"Data Engineer, Acme {number} Ltd || {text}", bold=True, gap=8.0))
        lines.append(L("Built pipelines for banks", bullet=True, x=60.0))
    return [(job.startDate, job.endDate) for job in resume(lines).work]


@pytest.mark.parametrize(
    ("contact", "dates", "expected"),
    [
        (NOWHERE, "04/05/2021 - 06/07/2022", ("2021-05", "2022-07")),
        (LEEDS, "04/05/2021 - 06/07/2022", ("2021-05", "2022-07")),
        (SEATTLE, "04/05/2021 - 06/07/2022", ("2021-04", "2022-06")),
        (SEATTLE, "04-05-2021 - present", ("2021-04", None)),
        ("+12065550199", "04/05/21 - 06/07/22", ("2021-04", "2022-06")),
        (SEATTLE, "04.05.2021 - 06.07.2022", ("2021-05", "2022-07")),
    ],
)
def test_without_other_signs_the_country_tells(
    contact: str, dates: str, expected: tuple[str, str | None]
) -> None:
    assert spans(contact, dates) == [expected]


def test_a_number_above_twelve_settles_all_dates_whatever_the_country() -> None:
    assert spans(LEEDS, "04/05/2021 - 06/15/2022", "01/02/2020 - 03/04/2021") == [
        ("2021-04", "2022-06"),
        ("2020-01", "2021-03"),
    ]
    assert spans(SEATTLE, "04/05/2021 - 16/05/2022", "01/02/2020 - 03/04/2021") == [
        ("2021-05", "2022-05"),
        ("2020-02", "2021-04"),
    ]


def test_the_number_that_is_always_one_is_the_day() -> None:
    assert spans(LEEDS, "04/01/2021 - 06/01/2022") == [("2021-04", "2022-06")]
    assert spans(SEATTLE, "01/04/2021 - 01/06/2022") == [("2021-04", "2022-06")]


def test_a_range_that_runs_backwards_in_one_order_is_in_the_other() -> None:
    assert spans(LEEDS, "03/11/2021 - 05/04/2021") == [("2021-03", "2021-05")]
