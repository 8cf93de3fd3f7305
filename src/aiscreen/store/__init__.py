"""What was already done, kept in one SQLite file: parsed résumés, assessments and failures, keyed on content.

A parsed résumé is keyed on the file's SHA-256 and the parser's fingerprint; assessments, kept for every role at
once, on the policy, the options and the judge's fingerprint as well. So a changed file, taxonomy or program
recomputes just what depends on it, and another role recomputes nothing. Writes are transactions: killed at any
moment, the file holds all that was committed.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiscreen.errors import ConfigError
from aiscreen.store.troubles import in_words
from aiscreen.text import fold

SCHEMA = """
CREATE TABLE IF NOT EXISTS parsed (
    sha256 TEXT NOT NULL, parser TEXT NOT NULL, name TEXT, email TEXT, stored REAL NOT NULL, body BLOB NOT NULL,
    PRIMARY KEY (sha256, parser));
CREATE TABLE IF NOT EXISTS assessed (
    sha256 TEXT NOT NULL, policy TEXT NOT NULL, facts TEXT NOT NULL, cells TEXT NOT NULL, stored REAL NOT NULL,
    body BLOB NOT NULL, PRIMARY KEY (sha256, policy));
CREATE TABLE IF NOT EXISTS failed (
    sha256 TEXT NOT NULL, parser TEXT NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL, stored REAL NOT NULL,
    PRIMARY KEY (sha256, parser));
"""
VERSION = 2
WAIT_SECONDS = 30.0
"""How long another program may hold the store when it is opened."""
TRY_SECONDS, PATIENCE_SECONDS = 5.0, 300.0
"""How long it may hold it while we are at work, as to prune a large store takes; every so often Ctrl-C is listened to."""
TABLES = ("parsed", "assessed", "failed")


@dataclass(frozen=True, slots=True)
class Assessed:
    """A résumé's assessments for its roles as they are kept: their JSON, packed, the facts that ranking needs, and the
    cells of a spreadsheet, both had without opening it."""

    body: bytes
    facts: dict[str, Any]
    cells: dict[str, Any]


class Store:
    """The store at `path`, made where there is none. Raises ConfigError where it cannot be opened."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            new = not path.exists()
            self.connection = sqlite3.connect(path, isolation_level=None, timeout=WAIT_SECONDS)
            if new and os.name == "posix":
                path.chmod(0o600)  # résumés are personal data
            for setting in ("journal_mode = WAL", "synchronous = NORMAL", "secure_delete = ON"):
                self.connection.execute(f"PRAGMA {setting}")
            self._prepare()
            self.connection.execute(f"PRAGMA busy_timeout = {1000 * TRY_SECONDS:.0f}")
        except (sqlite3.Error, OSError) as error:
            raise ConfigError(in_words(path, error)) from None

    def _prepare(self) -> None:
        """Make the tables, or bring those of an earlier version up to date. Raises ConfigError for a file that is not ours."""
        version = self._value("PRAGMA user_version")
        tables = {row[0] for row in self.connection.execute("SELECT name FROM sqlite_master")}
        if version == 0 and tables and "parsed" not in tables:
            raise ConfigError(f"{self.path} is another program's database; choose another with --store")
        if version not in (0, 1, VERSION):
            raise ConfigError(
                f"{self.path} was written by another version of aiscreen; choose another --store"
            )
        if version == 1:  # its assessments were kept for one role only
            self.connection.execute("DROP TABLE IF EXISTS assessed")
        self.connection.executescript(SCHEMA)
        self.connection.execute(f"PRAGMA user_version = {VERSION}")

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """Closes the store. What the database could not do is told in a person's words, as a ConfigError."""
        self.connection.close()
        if isinstance(error, sqlite3.Error):
            raise ConfigError(in_words(self.path, error)) from None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes inside are kept, or none."""
        self._begin()
        try:
            yield
        except BaseException:
            if self.connection.in_transaction:  # a full disk has ended it already
                self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def _begin(self) -> None:
        """Begin to write, when whoever else writes is done."""
        end = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                self.connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > end:
                    raise
            else:
                return

    def _value(self, statement: str, *values: str) -> Any:
        """The first column of a statement's first row; None where there is no row."""
        row = self.connection.execute(statement, values).fetchone()
        return row[0] if row else None

    def parsed(self, sha256: str, parser: str) -> bytes | None:
        """The parsed document and résumé of a file, packed."""
        found: bytes | None = self._value(
            "SELECT body FROM parsed WHERE sha256 = ? AND parser = ?", sha256, parser
        )
        return found

    def put_parsed(
        self, sha256: str, parser: str, body: bytes, *, name: str | None, email: str | None
    ) -> None:
        """Keep a parsed résumé; `name` and `email` are what `erase` finds it by."""
        self.connection.execute(
            "INSERT OR REPLACE INTO parsed VALUES (?, ?, ?, ?, ?, ?)",
            (sha256, parser, fold(name or ""), fold(email or ""), time.time(), body),
        )

    def body(self, sha256: str, policy: str) -> bytes | None:
        """The packed assessments of a file under a policy."""
        found: bytes | None = self._assessed("body", sha256, policy)
        return found

    def facts(self, sha256: str, policy: str) -> dict[str, Any] | None:
        """What ranking needs of the assessments, without their body."""
        found = self._assessed("facts", sha256, policy)
        return json.loads(found) if found else None

    def cells(self, sha256: str, policy: str) -> dict[str, Any] | None:
        """What a spreadsheet shows of the assessments, without their body."""
        found = self._assessed("cells", sha256, policy)
        return json.loads(found) if found else None

    def _assessed(self, column: str, sha256: str, policy: str) -> Any:
        return self._value(f"SELECT {column} FROM assessed WHERE sha256 = ? AND policy = ?", sha256, policy)

    def put_assessed(self, sha256: str, policy: str, assessed: Assessed) -> None:
        """Keep assessments."""
        facts, cells = (json.dumps(kept, ensure_ascii=False) for kept in (assessed.facts, assessed.cells))
        self.connection.execute(
            "INSERT OR REPLACE INTO assessed VALUES (?, ?, ?, ?, ?, ?)",
            (sha256, policy, facts, cells, time.time(), assessed.body),
        )

    def failure(self, sha256: str, parser: str) -> tuple[str, str] | None:
        """Why a file could not be read: reason and detail."""
        row: tuple[str, str] | None = self.connection.execute(
            "SELECT reason, detail FROM failed WHERE sha256 = ? AND parser = ?", (sha256, parser)
        ).fetchone()
        return row

    def put_failure(self, sha256: str, parser: str, reason: str, detail: str) -> None:
        """Keep why a file could not be read, so that it is not tried again."""
        self.connection.execute(
            "INSERT OR REPLACE INTO failed VALUES (?, ?, ?, ?, ?)",
            (sha256, parser, reason, detail, time.time()),
        )

    def counts(self) -> dict[str, int]:
        """Rows by table."""
        return {table: self._value(f"SELECT count(*) FROM {table}") for table in TABLES}

    def size(self) -> int:
        """Bytes that it holds, those not yet moved from its log among them."""
        return int(self._value("PRAGMA page_count") * self._value("PRAGMA page_size"))

    def prune(self, older_than_days: float) -> int:
        """Forget what was stored longer ago; returns how many rows went."""
        before = time.time() - older_than_days * 86400.0
        with self.transaction():
            gone = sum(
                self.connection.execute(f"DELETE FROM {table} WHERE stored < ?", (before,)).rowcount
                for table in TABLES
            )
        self._shrink()
        return gone

    def erase(self, candidate: str) -> int:
        """Erase a candidate, named by e-mail address, full name or a file's SHA-256: parsed and assessed.

        Returns how many documents went. The space is overwritten, not only freed.
        """
        key = fold(candidate)
        with self.transaction():
            found = self.connection.execute(
                "SELECT sha256 FROM parsed WHERE :key IN (email, name, sha256) "
                "UNION SELECT sha256 FROM assessed WHERE :key IN "
                "(json_extract(facts, '$.email'), json_extract(facts, '$.name'), sha256) "
                "UNION SELECT sha256 FROM failed WHERE sha256 = :key",
                {"key": key},
            ).fetchall()
            shas = {row[0] for row in found}
            for sha256 in shas:
                for table in TABLES:
                    self.connection.execute(f"DELETE FROM {table} WHERE sha256 = ?", (sha256,))
        self._shrink()
        return len(shas)

    def _shrink(self) -> None:
        self.connection.execute("VACUUM")
        self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def default_path() -> Path:
    """The store in the user's data folder; `AISCREEN_STORE` names another."""
    named = os.environ.get("AISCREEN_STORE")
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("aiscreen") / "store.sqlite3"
