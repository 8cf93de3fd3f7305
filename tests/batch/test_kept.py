"""What a run finds in the store, and what it does where the disk has spoiled or somebody has emptied it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from aiscreen.batch.kept import Kept
from aiscreen.batch.task import perform
from aiscreen.batch.work import Done, Failed, Task
from aiscreen.errors import ConfigError
from aiscreen.screen import Options
from aiscreen.store import Store

TEXT = (Path(__file__).resolve().parents[2] / "examples/computer-vision-engineer.txt").read_bytes()
SHA = "ab" * 32


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store that holds a document."""
    outcome = perform(Options(), Task("a.txt", TEXT))
    assert isinstance(outcome, Done)
    with Store(tmp_path / "store.sqlite3") as store:
        kept = Kept(store, Options(), {})
        kept.put(SHA, "a.txt", outcome)
        kept.put(SHA, "a.pdf", Failed("damaged", "has the name of a PDF but is none"))
        kept.write()
    return tmp_path / "store.sqlite3"


def spoil(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_the_same_bytes_under_another_kind_of_name_have_their_own_fate(path: Path) -> None:
    with Store(path) as store:
        kept = Kept(store, Options(), {})
        assert (
            kept.facts(SHA, "elsewhere/B.TXT")
            and kept.parsed(SHA, "b.txt")
            and not kept.failure(SHA, "b.txt")
        )
        assert kept.failure(SHA, "b.pdf") and not kept.facts(SHA, "b.pdf") and not kept.parsed(SHA, "b.pdf")


def test_a_spoiled_resume_is_parsed_again(path: Path) -> None:
    spoil(path, "UPDATE parsed SET body = CAST(substr(body, 1, 200) || x'00' || substr(body, 202) AS BLOB)")
    with Store(path) as store:
        assert Kept(store, Options(), {}).parsed(SHA, "a.txt") is None


@pytest.mark.parametrize("statement", ["UPDATE assessed SET body = x'00'", "UPDATE assessed SET cells = '{'"])
def test_a_spoiled_assessment_is_told_with_the_remedy(path: Path, statement: str) -> None:
    spoil(path, statement)
    with (
        Store(path) as store,
        pytest.raises(ConfigError, match=f"a.txt is damaged; .*erase --candidate {SHA}"),
    ):
        kept = Kept(store, Options(), {})
        kept.body(SHA, "a.txt", "ml-engineer")
        kept.cells(SHA, "a.txt", "ml-engineer")


def test_what_is_no_text_any_more_is_not_quoted(path: Path) -> None:
    spoil(path, "UPDATE assessed SET facts = CAST(x'7b80ff' AS TEXT)")
    with (
        pytest.raises(ConfigError, match=r"is damaged .* \(malformed text\); delete it"),
        Store(path) as store,
    ):
        Kept(store, Options(), {}).facts(SHA, "a.txt")


def test_spoiled_facts_are_worked_out_again(path: Path) -> None:
    spoil(path, "UPDATE assessed SET facts = '{'")
    with Store(path) as store:
        assert Kept(store, Options(), {}).facts(SHA, "a.txt") is None


def test_what_was_erased_meanwhile_is_told(path: Path) -> None:
    with Store(path) as store:
        kept = Kept(store, Options(), {})
        assert store.erase(SHA) == 1
        with pytest.raises(ConfigError, match="erased or pruned meanwhile"):
            kept.body(SHA, "a.txt", "ml-engineer")
