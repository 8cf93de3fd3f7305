"""The books of a run: order, ties, and the same person counted once."""

from __future__ import annotations

from typing import Any

import pytest

from aiscreen.batch.ledger import Ledger
from aiscreen.batch.people import name_key
from aiscreen.errors import ConfigError


@pytest.fixture
def ledger() -> Ledger:
    return Ledger()


def facts(
    score: float | None,
    *,
    email: str = "",
    phone: str = "",
    profile: str = "",
    name: str = "",
    date: str = "",
    sketch: range = range(0),
) -> dict[str, Any]:
    return {
        "role": "ai-engineer",
        "score": score,
        "name": name,
        "name_key": name_key(name),
        "email": email,
        "phone": phone,
        "profile": profile,
        "date": date,
        "sketch": list(sketch),
        "worst": -1,
    }


def enter(ledger: Ledger, *rows: dict[str, Any]) -> None:
    for number, row in enumerate(rows):
        assert ledger.enter(number, f"file{number}.pdf", f"{number:064d}")
        ledger.done(number, row)
    ledger.settle_same()
    ledger.group()


def ranks(ledger: Ledger) -> list[tuple[int | None, str, list[str]]]:
    return [(place.rank, place.label, [label for label, _ in place.also]) for place in ledger.ranked()]


def test_ties_share_a_rank_and_no_score_has_no_rank_and_stands_last(ledger: Ledger) -> None:
    enter(ledger, facts(50.0), facts(None), facts(70.0), facts(50.0), facts(10.0))
    assert ranks(ledger) == [
        (1, "file2.pdf", []),
        (2, "file0.pdf", []),
        (2, "file3.pdf", []),
        (4, "file4.pdf", []),
        (None, "file1.pdf", []),
    ]


def test_one_person_is_ranked_once_by_the_newest_file(ledger: Ledger) -> None:
    enter(
        ledger,
        facts(50.0, email="ann@mail.example", name="ann lee", date="2024-01-01"),
        facts(60.0, email="bob@mail.example", name="bob ray", date="2024-01-01"),
        facts(40.0, email="ann@mail.example", name="ann m. lee", date="2025-06-01"),
    )
    assert ranks(ledger) == [(1, "file1.pdf", []), (2, "file2.pdf", ["file0.pdf"])]
    assert ledger.people() == 2


def test_namesakes_are_one_only_where_they_say_the_same_things(ledger: Ledger) -> None:
    enter(
        ledger,
        facts(50.0, email="a@x.example", name="wei chen", sketch=range(20)),
        facts(51.0, email="b@x.example", name="wei chen", sketch=range(100, 120)),
        facts(52.0, email="c@x.example", name="wei chen", sketch=range(2, 20)),
        facts(53.0, email="d@x.example", name="li wang", sketch=range(20)),
    )
    people = [[label, *also] for _, label, also in ranks(ledger)]
    assert sorted(sorted(files) for files in people) == [
        ["file0.pdf", "file2.pdf"],
        ["file1.pdf"],
        ["file3.pdf"],
    ]


def test_the_same_content_twice_is_work_once(ledger: Ledger) -> None:
    assert ledger.enter(0, "one.pdf", "a" * 64)
    assert not ledger.enter(1, "copy.pdf", "a" * 64)
    assert ledger.enter(2, "bad.pdf", "b" * 64)
    assert not ledger.enter(3, "bad copy.pdf", "b" * 64)
    ledger.done(0, facts(5.0))
    ledger.failed(2, "damaged", "is damaged")
    assert ledger.settle_same() == 1
    ledger.group()
    assert ranks(ledger) == [(1, "one.pdf", ["copy.pdf"])]
    assert [row.path for row, _ in ledger.skipped()] == ["bad copy.pdf", "bad.pdf"]


def test_results_are_handed_on_only_behind_all_earlier_ones(ledger: Ledger) -> None:
    for number in range(3):
        ledger.enter(number, f"{number}", f"{number:064d}")
    ledger.done(0, facts(1.0))
    ledger.done(2, facts(1.0))
    assert [row[0] for row in ledger.settled(0)] == [0]
    ledger.failed(1, "damaged", "is damaged")
    assert [row[0] for row in ledger.settled(1)] == [1, 2]


def test_what_is_joined_by_one_thing_is_joined_with_what_another_joins(ledger: Ledger) -> None:
    enter(
        ledger,
        facts(50.0, email="old@x.example", phone="555501340", name="ann lee"),
        facts(51.0, email="new@x.example", profile="github annlee", name="ann lee"),
        facts(52.0, email="new@x.example", phone="555501340", name="ann lee"),
        facts(53.0, profile="github annlee", name="lee ann"),
    )
    assert ledger.people() == 1


def test_an_agency_writes_its_address_on_every_resume(ledger: Ledger) -> None:
    agency = {"email": "jobs@agency.example", "phone": "555501340"}
    people = [f"{first} {last}" for first in ("ann", "bob", "cem") for last in ("lee", "ray", "fox")]
    enter(
        ledger,
        *[facts(50.0, name=name, sketch=range(9 * n, 9 * n + 9), **agency) for n, name in enumerate(people)],
    )
    assert ledger.people() == len(people)


def test_a_name_cut_short_makes_no_two_people_one(ledger: Ledger) -> None:
    shared = {"phone": "555501340", "sketch": range(20)}
    enter(ledger, *[facts(50.0, name=name, **shared) for name in ("ann k. lee", "ann lee", "ann m. lee")])
    people = [{label, *also} for _, label, also in ranks(ledger)]
    assert people == [{"file0.pdf", "file1.pdf"}, {"file2.pdf"}]


def test_a_full_disk_under_the_books_is_not_taken_for_the_stores(ledger: Ledger) -> None:
    ledger.connection.execute("PRAGMA max_page_count = 5")
    with pytest.raises(ConfigError, match=r"temporary files .*full.*SQLITE_TMPDIR"):
        for number in range(1000):
            ledger.enter(number, f"{number:0100d}.pdf", f"{number:064d}")
