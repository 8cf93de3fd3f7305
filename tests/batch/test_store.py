"""The store keeps what was committed, forgets what it is told to, and says so when it cannot be used."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest

from aiscreen import store as store_module
from aiscreen.errors import ConfigError
from aiscreen.store import Assessed, Store

SHA, OTHER = "a" * 64, "b" * 64
FACTS = {"score": 4.5, "name": "zoe angstrom", "email": "zoe@mail.example"}


def filled(path: Path) -> Store:
    store = Store(path)
    store.put_parsed(SHA, "p1", b'{"x":1}', name="Zoë Ångström", email="Zoe@Mail.example")
    store.put_assessed(SHA, "policy", Assessed(b"body", FACTS, {"name": "Zoë"}))
    store.put_parsed(OTHER, "p1", b"{}", name="Someone Else", email=None)
    store.put_failure(OTHER, "p1", "damaged", "is damaged")
    return store


def test_what_is_put_comes_back_under_its_keys_only(tmp_path: Path) -> None:
    with filled(tmp_path / "store.sqlite3") as store:
        assert store.parsed(SHA, "p1") == b'{"x":1}'
        assert store.parsed(SHA, "p2") is None, "another parser parses again"
        assert store.body(SHA, "policy") == b"body"
        assert store.cells(SHA, "policy") == {"name": "Zoë"}
        assert store.facts(SHA, "policy") == FACTS
        assert store.body(SHA, "another policy") is None
        assert store.failure(OTHER, "p1") == ("damaged", "is damaged")
        assert store.failure(SHA, "p1") is None


@pytest.mark.parametrize("who", ["zoe@mail.example", "ZOE ANGSTROM", SHA])
def test_a_candidate_is_erased_by_email_name_or_hash_and_leaves_no_trace_in_the_file(
    tmp_path: Path, who: str
) -> None:
    path = tmp_path / "store.sqlite3"
    with filled(path) as store:
        assert store.erase(who) == 1
        assert store.parsed(SHA, "p1") is None
        assert store.body(SHA, "policy") is None
        assert store.parsed(OTHER, "p1") == b"{}", "others stay"
        assert store.erase(who) == 0
    raw = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"angstrom" not in raw
    assert b"zoe@mail.example" not in raw
    assert b"someone else" in raw


@pytest.mark.parametrize("who", ["zoe@mail.example", "Zoë Ångström", SHA])
def test_a_candidate_is_erased_though_only_the_assessment_is_left(tmp_path: Path, who: str) -> None:
    with filled(tmp_path / "store.sqlite3") as store:
        store.connection.execute("DELETE FROM parsed WHERE sha256 = ?", (SHA,))
        assert store.erase(who) == 1
        assert store.body(SHA, "policy") is None


def test_prune_goes_by_age(tmp_path: Path) -> None:
    with filled(tmp_path / "store.sqlite3") as store:
        store.connection.execute(
            "UPDATE parsed SET stored = ? WHERE sha256 = ?", (time.time() - 10 * 86400, SHA)
        )
        assert store.prune(5) == 1
        assert store.counts() == {"parsed": 1, "assessed": 1, "failed": 1}


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    with filled(tmp_path / "store.sqlite3"):
        if os.name == "posix":
            assert (tmp_path / "store.sqlite3").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "content", [b"not a database at all, but long enough to be read as one" * 40, b"SQLite format 3\x00junk"]
)
def test_a_file_that_is_no_store_is_named_with_the_remedy(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "store.sqlite3"
    path.write_bytes(content)
    with pytest.raises(ConfigError, match="choose another"):
        Store(path)
    assert path.read_bytes() == content, "a stranger's file is left as it was"


def test_a_store_of_a_later_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(ConfigError, match="another version"):
        Store(path)


def test_killed_without_warning_it_holds_all_that_was_committed(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    program = textwrap.dedent(
        f"""
        import os, signal
        from pathlib import Path
        from aiscreen.store import Assessed, Store
        store = Store(Path({str(path)!r}))
        for n in range(50):
            with store.transaction():
                store.put_assessed(f"{{n:064d}}", "policy", Assessed(b"x" * 5000, {{"n": n}}, {{}}))
        store.connection.execute("BEGIN")
        store.put_assessed("f" * 64, "policy", Assessed(b"in flight", {{}}, {{}}))
        os.kill(os.getpid(), signal.SIGKILL)
        """
    )
    died = subprocess.run([sys.executable, "-c", program], capture_output=True)
    assert died.returncode == -9, died.stderr
    with Store(path) as store:
        assert store.counts()["assessed"] == 50
        assert store.body("f" * 64, "policy") is None
        assert store.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_store_of_the_first_version_keeps_what_was_parsed(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    with filled(path) as store:
        store.connection.execute("PRAGMA user_version = 1")
    with Store(path) as store:
        assert store.counts() == {"parsed": 2, "assessed": 0, "failed": 1}


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE notes (body TEXT)")
    connection.close()
    with pytest.raises(ConfigError, match="another program's"):
        Store(path)


def test_a_store_in_use_is_waited_for_and_then_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "store.sqlite3"
    monkeypatch.setattr("aiscreen.store.WAIT_SECONDS", 0.05)
    told = pytest.raises(ConfigError, match="in use")
    with Store(path) as other, other.transaction(), told, Store(path) as store, store.transaction():
        store.put_failure(SHA, "p1", "damaged", "is damaged")


def test_a_full_disk_is_told_and_what_was_kept_is_there(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    with pytest.raises(ConfigError, match="no space left"), filled(path) as store:
        pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
        store.connection.execute(f"PRAGMA max_page_count = {pages}")
        with store.transaction():
            store.put_parsed(OTHER, "p2", b"x" * 100_000, name=None, email=None)
    with Store(path) as store:
        assert store.body(SHA, "policy") == b"body"
        assert store.parsed(OTHER, "p2") is None


def test_a_store_damaged_in_the_middle_is_told(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    with filled(path) as store:
        for n in range(40):
            store.put_parsed(f"{n:064d}", "p1", b"x" * 4000, name=None, email=None)
    raw = bytearray(path.read_bytes())
    raw[4096:] = b"\xff" * (len(raw) - 4096)
    path.write_bytes(raw)
    with pytest.raises(ConfigError, match="damaged"), Store(path) as store:
        store.parsed(SHA, "p1")


def test_a_store_that_another_program_holds_for_long_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "TRY_SECONDS", 0.05)
    with Store(tmp_path / "s.sqlite3") as store:
        other = sqlite3.connect(store.path, isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        threading.Timer(0.5, lambda: other.execute("COMMIT")).start()
        with store.transaction():
            store.put_failure("ab" * 32, "parser", "empty", "the file is empty")
        assert store.failure("ab" * 32, "parser")
        other.execute("BEGIN IMMEDIATE")
        monkeypatch.setattr(store_module, "PATIENCE_SECONDS", 0.2)
        with pytest.raises(sqlite3.OperationalError, match="locked"), store.transaction():
            pass
        other.close()
