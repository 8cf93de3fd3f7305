"""Dates: every form, every language, and the way back from any date that is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiscreen.parsing.dates import find, remove
from aiscreen.parsing.words.calendar import MONTHS, OPEN, RANGE_WORDS

RANGES = [
    ("Jan 2020 - Present", "2020-01", None),
    ("01/2020-03/2022", "2020-01", "2022-03"),
    ("2017-19", "2017", "2019"),
    ("2021-06 / present", "2021-06", None),
    ("2018-10 / 2021-05", "2018-10", "2021-05"),
    ("2020/21", "2020", "2021"),
    ("1999–2003", "1999", "2003"),
    ("since 2021", "2021", None),
    ("Seit März 2019", "2019-03", None),
    ("depuis janvier 2020", "2020-01", None),
    ("September 2017 onwards", "2017-09", None),
    ("Mar 2018 to date", "2018-03", None),
    ("2021 –", "2021", None),
    ("Jun - Sep 2018", "2018-06", "2018-09"),
    ("Nov – Feb 2020", "2019-11", "2020-02"),
    ("Jun, 2022 - Present", "2022-06", None),
    ("2022-06 — 2023-01", "2022-06", "2023-01"),
    ("2022-06 -> 2023-01", "2022-06", "2023-01"),
    ("2022-06 -> Present", "2022-06", None),
    ("06/19 - 08/21", "2019-06", "2021-08"),
    ("15.03.2019 - 30.04.2020", "2019-03", "2020-04"),
    ("Q3 2020 – Q1 2021", "2020-07", "2021-03"),
    ("Fall 2019 - Spring 2021", "2019", "2021"),
    ("from 2019 to 2021", "2019", "2021"),
    ("May 2019 until August 2021", "2019-05", "2021-08"),
    ("06.2019 bis 07.2020", "2019-06", "2020-07"),
    ("janvier 2019 - aujourd'hui", "2019-01", None),
    ("marzo de 2020 - actualidad", "2020-03", None),
    ("fevereiro de 2018 até hoje", "2018-02", None),
    ("mei 2017 tot heden", "2017-05", None),
    ("gennaio 2015 - oggi", "2015-01", None),
    ("2014年4月 - 2018年3月", "2014-04", "2018-03"),
    ("Sept. '19 – Jan. '21", "2019-09", "2021-01"),
    ("(2019–now)", "2019", None),
    ("4/18 - 11/20", "2018-04", "2020-11"),
    ("4/18 – Present", "2018-04", None),
    ("mid-2016 to end of 2018", "2016", "2018"),
    ("Mitte 2016 - Ende 2018", "2016", "2018"),
    ("début 2016 - fin 2018", "2016", "2018"),
    ("principios de 2016 - finales de 2018", "2016", "2018"),
    ("Present - Aug 2018", "2018-08", None),
    ("Feb 2018 (4 months)", "2018-02", "2018-05"),
    ("Nov 2018 · 3 mos", "2018-11", "2019-01"),
    ("FY2018 - FY2019", "2018", "2019"),
    ("FY18 - FY19", "2018", "2019"),
    ("2Q18 - 3Q19", "2018-04", "2019-09"),
    ("Q2'18 - Q3'19", "2018-04", "2019-09"),
    ("04/25/2018 - 11/30/2020", "2018-04", "2020-11"),
    ("da aprile 2018 ad oggi", "2018-04", None),
    ("2014+", "2014", None),
    ("2014 ->", "2014", None),
    ("2014 - ...", "2014", None),
    ("2014 – ?", "2014", None),
    ("2014–pres", "2014", None),
    ("2014 - current position", "2014", None),
    ("2014 – still employed", "2014", None),
    ("2014 – hasta la fecha", "2014", None),
    ("2014 – até o momento", "2014", None),
    ("siden 2014", "2014", None),
    ("Mar-14 - Present", "2014-03", None),
    ("March 1st 2014 - present", "2014-03", None),
    ("1 March 2014 – present", "2014-03", None),
    ("2014年3月 - 現在", "2014-03", None),
    ("2014年3月至今", "2014-03", None),
    ("2014年3月至2016年4月", "2014-03", "2016-04"),
    ("2014-03-01 to 2016-04-30", "2014-03", "2016-04"),
    ("04/05/21 - 30/06/22", "2021-05", "2022-06"),
    ("04/25/18 - 11/30/20", "2018-04", "2020-11"),
    ("01.04.18 – heute", "2018-04", None),
    ("1H14 - 2H16", "2014-01", "2016-12"),
    ("01–12/2014", "2014-01", "2014-12"),
    ("3 June – 30 August 2014", "2014-06", "2014-08"),
    ("June 3 - August 30, 2014", "2014-06", "2014-08"),
    ("Jan 1 – Dec 31, 2014", "2014-01", "2014-12"),
    ("May 2014/June 2016", "2014-05", "2016-06"),
    ("ca. 2014-2016", "2014", "2016"),
    ("between 2014 and 2016", "2014", "2016"),
    ("du 3 mai 2014 au 4 juin 2016", "2014-05", "2016-06"),
]


@pytest.mark.parametrize(("text", "start", "end"), RANGES)
def test_a_range_is_found_whole(text: str, start: str, end: str | None) -> None:
    (found,) = find(text)
    assert (found.start, found.end, found.current, found.single) == (start, end, end is None, False)
    assert remove(text, [found]).lower() in ("", "from")


@pytest.mark.parametrize(
    "text",
    [
        "14/2018 - 17/2020",
        "scored 3/10",
        "page 4/18 of it",
        "18/04",
        "Volvo 2/20 beta",
        "06.12.34.56.78",
        "releases 1.10.22 - 1.12.23",
        "June 3 and later",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert find(text) == ()


def test_a_range_written_backwards_is_turned_and_says_so() -> None:
    (found,) = find("Q4 2021 - Q2 2019")
    assert (found.start, found.end, found.turned) == ("2019-04", "2021-12", True)


@pytest.mark.parametrize(
    ("text", "date"),
    [("2019-06", "2019-06"), ("Sept. '19", "2019-09"), ("Summer 2018", "2018"), ("May 5, 2020", "2020-05"), ("5. Mai 2020", "2020-05"),
     ("01 août 2021", "2021-08"), ("2019/6", "2019-06"), ("'21 Dec 2020", "2020-12"), ("Expected May 2027", "2027-05"), ("1–30 June 2014", "2014-06")],
)  # fmt: skip
def test_a_single_date_keeps_its_precision(text: str, date: str) -> None:
    found = find(text)[-1]
    assert (found.start, found.end, found.single, found.current) == (date, date, True, False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "present",
        "to date",
        "Python 3.11",
        "call +44 7700 900123",
        "$2020 saved",
        "4,2019 rows",
        "may",
        "100 years",
        "v1.2.2019.4",
        "12 of 13",
    ],
)
def test_no_date_where_there_is_none(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "rest"),
    [("Acme Inc, Berlin (Jan 2020 – Mar 2021, 1 yr 3 mos)", "Acme Inc, Berlin"), ("Jan 2019 – Feb 2020 · 1 year 2 months", ""),
     ("ML Engineer, Acme | 2020 - now", "ML Engineer, Acme"), ("2019–2021: Analyst at Acme", "Analyst at Acme")],
)  # fmt: skip
def test_what_is_left_without_dates(text: str, rest: str) -> None:
    assert remove(text, find(text)) == rest


NAMES = sorted({name for name in MONTHS if len(name) > 2})
DASHES = ["-", " - ", "–", " – ", "—", " — ", " to ", " until ", " bis ", " à "]


def written(year: int, month: int, form: int, name: str) -> str:
    short = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1]
    forms = [
        f"{month:02d}/{year}",
        f"{year}-{month:02d}",
        f"{month:02d}.{year}",
        f"{short} {year}",
        f"{short}. {year}",
        f"{short}, {year}",
        f"{name} {year}",
        f"{name.title()} {year}",
    ]
    return forms[form % len(forms)]


@given(
    st.integers(1960, 2029),
    st.integers(1, 12),
    st.integers(0, 150),
    st.integers(0, 7),
    st.sampled_from(DASHES),
    st.sampled_from(NAMES),
    st.sampled_from(NAMES),
)
def test_any_written_range_parses_back(
    year: int, month: int, months: int, form: int, dash: str, one: str, two: str
) -> None:
    last = year * 12 + month - 1 + months
    end_year, end_month = divmod(last, 12)
    if form % 8 >= 6:
        month, end_month = MONTHS[one], MONTHS[two] - 1
        if (end_year, end_month + 1) < (year, month):
            end_year = year + 1
    text = written(year, month, form, one) + dash + written(end_year, end_month + 1, form, two)
    (found,) = find(text)
    assert (found.start, found.end) == (f"{year}-{month:02d}", f"{end_year}-{end_month + 1:02d}"), text
    assert not found.single


@given(st.integers(1960, 2029), st.sampled_from(sorted(OPEN)), st.sampled_from([" - ", " – ", " to "]))
def test_any_open_end_means_current(year: int, word: str, dash: str) -> None:
    (found,) = find(f"{year}{dash}{word}")
    assert (found.start, found.end, found.current) == (str(year), None, True)


@given(st.integers(1960, 2020), st.integers(0, 9), st.sampled_from(sorted(RANGE_WORDS)))
def test_any_range_word_joins_years(year: int, years: int, word: str) -> None:
    (found,) = find(f"{year} {word} {year + years}")
    assert (found.start, found.end) == (str(year), str(year + years))


@given(st.text(alphabet="0123456789 -–/.,'JanFebMryQapustecd()~年月", max_size=40))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    at = 0
    for found in find(text):
        assert at <= found.begin < found.stop <= len(text)
        at = found.stop
        assert found.start is None or found.end is None or found.start[:4] <= found.end[:4]
    remove(text, find(text))
