"""The audit: exact fractions, known intervals, counts that fit, and no verdict."""

from __future__ import annotations

import csv
import json
from fractions import Fraction
from math import comb
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiscreen.cli.audit import load, read_groups, read_results
from aiscreen.errors import ConfigError, InputError
from aiscreen.reports.fairness import CURVE, Audit, Person, Table, audit
from aiscreen.reports.fairness_text import audit_json, audit_markdown, audit_text
from aiscreen.reports.statistics import fisher, median, ratio_interval, wilson


def group(name: str, scores: list[int], attribute: str = "sex") -> list[Person]:
    return [Person(Fraction(score), {attribute: name}) for score in scores]


def table(result: Audit, attribute: str = "sex", measure: str = "scoring rate") -> Table:
    return next(t for t in result.tables if t.attribute == attribute and t.measure == measure)


def test_four_fifths_exactly_is_not_below() -> None:
    people = group("a", [90] * 50 + [10] * 50) + group("b", [90] * 40 + [10] * 60)
    rows = {
        row.group: row for row in table(audit(people, threshold=Fraction(80)), measure="selection rate").rows
    }
    assert rows["b"].ratio == Fraction(4, 5)
    assert not rows["b"].below
    one_less = group("a", [90] * 50 + [10] * 50) + group("b", [90] * 39 + [10] * 61)
    assert {
        r.group: r.below
        for r in table(audit(one_less, threshold=Fraction(80)), measure="selection rate").rows
    } == {
        "a": False,
        "b": True,
    }


def test_scoring_rate_is_above_the_median_of_all() -> None:
    people = group("a", [10, 20, 30, 40]) + group("b", [50, 60]) + [Person(Fraction(35), {})]
    result = audit(people)
    assert result.median == 35
    rows = {row.group: row for row in table(result).rows}
    assert rows["a"].rate == Fraction(1, 4)
    assert rows["b"].rate == 1
    assert rows["a"].ratio == Fraction(1, 4)
    assert table(result).unknown == 1


def test_small_groups_are_marked_and_are_no_yardstick() -> None:
    people = group("a", [60] * 40 + [10] * 59) + group("tiny", [99])
    rows = {row.group: row for row in table(audit(people)).rows}
    assert rows["tiny"].small and rows["tiny"].ratio is None
    assert rows["a"].ratio == 1


def test_pairs_of_attributes_and_their_unknowns() -> None:
    people = [
        Person(Fraction(80), {"sex": "f", "race": "x"}),
        Person(Fraction(20), {"sex": "m", "race": "x"}),
        Person(Fraction(60), {"sex": "f"}),
    ]
    both = table(audit(people), "race × sex")
    assert [row.group for row in both.rows] == ["x × f", "x × m"]
    assert both.unknown == 1


def test_top_takes_all_who_tie() -> None:
    result = audit(group("a", [90, 80, 80, 70]), top=2)
    assert result.cut == 80
    assert table(result, measure="selection rate").rows[0].hits == 3


def test_nobody_selected_is_no_ratio() -> None:
    result = audit(group("a", [10, 20]) + group("b", [15, 5]), threshold=Fraction(99))
    assert [row.ratio for row in table(result, measure="selection rate").rows] == [None, None]


def test_curve_runs_over_the_cut_offs() -> None:
    points = audit(group("a", [90, 50]) + group("b", [50, 20])).curves["sex"]
    assert [point.threshold for point in points] == list(CURVE)
    assert next(p for p in points if p.threshold == 50).ratios == {"a": 1, "b": Fraction(1, 2)}
    assert next(p for p in points if p.threshold == 95).lowest is None


def test_wilson_known_values() -> None:
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)  # Newcombe 1998, method 3
    assert wilson(0, 20) == pytest.approx((0.0, 0.1611), abs=1e-4)
    assert wilson(29, 29) == pytest.approx((0.8830, 1.0), abs=1e-4)


def test_fisher_known_values() -> None:
    assert fisher((1, 10), (11, 14)) == pytest.approx(0.002759, abs=1e-6)
    assert float(fisher((3, 4), (1, 4))) == pytest.approx(0.485714, abs=1e-6)


counts = st.tuples(st.integers(0, 30), st.integers(1, 30)).map(lambda pair: (min(pair), pair[1]))


@given(counts, counts)
def test_fisher_is_a_symmetric_probability(a: tuple[int, int], b: tuple[int, int]) -> None:
    p = fisher(a, b)
    assert 0 < p <= 1
    assert p == fisher(b, a)
    seen = Fraction(comb(a[1], a[0]) * comb(b[1], b[0]), comb(a[1] + b[1], a[0] + b[0]))
    assert p >= seen


@given(counts, counts)
def test_intervals_hold_what_they_are_about(a: tuple[int, int], b: tuple[int, int]) -> None:
    low, high = wilson(*a)
    assert 0 <= low <= a[0] / a[1] <= high <= 1
    if b[0]:
        ratio = (a[0] / a[1]) / (b[0] / b[1])
        low, upper = ratio_interval(a, b)
        assert low <= ratio + 1e-9
        assert upper is None or upper >= ratio - 1e-9


@given(st.lists(st.fractions(0, 100, max_denominator=10), min_size=1, max_size=40))
def test_median_halves(values: list[Fraction]) -> None:
    middle = median(values)
    assert sum(v < middle for v in values) <= len(values) / 2
    assert sum(v > middle for v in values) <= len(values) / 2


def candidate(path: str, score: float | None) -> dict[str, Any]:
    return {
        "document": {"path": path, "sha256": f"hash-{path}", "pages": 1},
        "score": score,
        "name": path.upper(),
    }


CANDIDATES = [
    candidate("in/a.pdf", 80.5),
    candidate("in/b.pdf", 20),
    candidate("in/c.pdf", None),
    candidate("in/d.pdf", 50),
]


def write_groups(path: Path, rows: list[list[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return path


@pytest.mark.parametrize("form", ["report", "jsonl", "list"])
@pytest.mark.parametrize(
    ("column", "names"),
    [
        ("file", ["a.pdf", "b.pdf", "zz.pdf"]),
        ("sha256", ["HASH-IN/A.PDF", "hash-in/b.pdf", "x"]),
        ("name", ["IN/A.PDF", "IN/B.PDF", "?"]),
    ],
)
def test_results_and_groups_meet(tmp_path: Path, form: str, column: str, names: list[str]) -> None:
    results = tmp_path / "results"
    if form == "report":
        results.write_text(json.dumps({"candidates": CANDIDATES, "skipped": []}))
    elif form == "list":
        results.write_text(json.dumps(CANDIDATES))
    else:
        lines = [json.dumps(c) for c in CANDIDATES] + [json.dumps({"skipped": {"path": "x"}})]
        results.write_text("\n".join(lines) + "\n")
    candidates = (
        CANDIDATES
        if column != "sha256"
        else [
            {**c, "document": {**c["document"], "sha256": c["document"]["sha256"].lower()}}
            for c in CANDIDATES
        ]
    )
    assert len(candidates) == 4
    groups = write_groups(
        tmp_path / "g.csv",
        [[column, "sex"], [names[0], "f"], [names[1], "Prefer not to say"], [names[2], "m"]],
    )
    result = load(results, groups)
    assert (result.people, result.unscored, result.unused) == (3, 1, 1)
    assert [row.group for row in table(result).rows] == ["f"]
    assert table(result).unknown == 2


def test_no_verdict_is_given(tmp_path: Path) -> None:
    people = group("a", [90] * 50 + [10] * 50) + group("b", [90] * 20 + [10] * 80)
    result = audit(people, threshold=Fraction(80))
    for text in (audit_text(result), audit_markdown(result), audit_json(result)):
        assert "complian" not in text.lower()
        assert "0.4" in text
        assert "no proof" in text
    assert "< 4/5" in audit_text(result)


def test_a_terminal_of_80_columns_is_wide_enough() -> None:
    long = "Two or More Races (Not Hispanic or Latino)"
    people = [
        Person(Fraction(score), {"ethnicity": name, "sex": sex, "age": age})
        for name, score in ((long, 90), ("White", 40))
        for sex in ("Female", "Male")
        for age in ("40 and over", "under 40")
        for _ in range(1000)
    ]
    text = audit_text(audit(people, top=12))
    assert max(map(len, text.splitlines())) < 80
    assert "Hispanic or" in text


def test_a_yardstick_of_one_is_told() -> None:
    few = audit(group("a", [90]) + group("b", [90] * 9 + [10] * 11), threshold=Fraction(80))
    many = audit(group("a", [90] * 30) + group("b", [90] * 9 + [10] * 11), threshold=Fraction(80))
    for written in (audit_text, audit_markdown):
        assert "against 1 of a: too few" in written(few)
        assert "too few" not in written(many)


def test_a_ratio_just_below_is_not_rounded_up() -> None:
    people = group("a", [90] * 1000) + group("b", [90] * 799 + [10] * 201)
    assert " 0.79 " in audit_text(audit(people, threshold=Fraction(80)))


def test_other_ratios_are_rounded() -> None:
    people = group("a", [90] * 100) + group("b", [90] * 857 + [10] * 143)
    assert " 0.86 " in audit_text(audit(people, threshold=Fraction(80)))


@pytest.mark.parametrize(
    "text", ["", "{", "[1, 2", "\x00", '{"candidates": 3}', '[{"score": NaN, "document": {}}]', "[" * 100_000]
)
def test_results_that_are_none(tmp_path: Path, text: str) -> None:
    results = tmp_path / "r.json"
    results.write_text(text)
    groups = write_groups(tmp_path / "g.csv", [["file", "sex"], ["a.pdf", "f"]])
    with pytest.raises((InputError, ConfigError)):
        load(results, groups)


@pytest.mark.parametrize("rows", [[], [["file"]], [["who", "sex"], ["a", "f"]], [["file"], ["a.pdf"]]])
def test_groups_that_are_none(tmp_path: Path, rows: list[list[str]]) -> None:
    with pytest.raises(ConfigError):
        read_groups(write_groups(tmp_path / "g.csv", rows))


def test_a_list_that_names_no_candidate_is_refused(tmp_path: Path) -> None:
    """As happens to a list of files held against blind results."""
    results = tmp_path / "r.json"
    results.write_text(json.dumps(CANDIDATES))
    groups = write_groups(tmp_path / "g.csv", [["file", "sex"], ["other.pdf", "f"], ["another.pdf", "m"]])
    with pytest.raises(ConfigError, match="sha256sum"):
        load(results, groups)


def test_missing_files(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        list(read_results(tmp_path / "none.json"))
    with pytest.raises(ConfigError):
        read_groups(tmp_path / "none.csv")


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_tables_as_spreadsheets_save_them(tmp_path: Path, mark: str, encoding: str) -> None:
    rows = [["File", " Gender "], ["a, b.pdf" if mark != "," else "ab.pdf", "männlich"], ["c.pdf", "f"]]
    path = tmp_path / "g.csv"
    path.write_bytes("\r\n".join(mark.join(row) for row in rows).encode(encoding))
    listed, key = read_groups(path)
    assert key == "path"
    assert listed == {rows[1][0]: {"Gender": "männlich"}, "c.pdf": {"Gender": "f"}}


def test_a_list_that_contradicts_itself_or_cannot_be_read_is_told(tmp_path: Path) -> None:
    twice = write_groups(tmp_path / "g.csv", [["file", "sex"], ["a.pdf", "f"], ["a.pdf", "m"]])
    with pytest.raises(ConfigError, match=r"says two things of a\.pdf"):
        read_groups(twice)
    same = write_groups(tmp_path / "g.csv", [["file", "sex"], ["a.pdf", "f"], ["a.pdf", "f"]])
    assert read_groups(same)[0] == {"a.pdf": {"sex": "f"}}
    (tmp_path / "g.csv").write_bytes("file,sex\na.pdf,männlich\n".encode("latin-1"))
    with pytest.raises(ConfigError, match="save it as `CSV UTF-8`"):
        read_groups(tmp_path / "g.csv")
    with pytest.raises(ConfigError, match="there is no such file"):
        read_groups(tmp_path / "none.csv")
