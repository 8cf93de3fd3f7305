"""The books of one run: which document stands where, in a temporary database on disk, so that memory stays flat."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from aiscreen.batch.kept import suffix_of
from aiscreen.batch.people import Who, at_odds, same_person
from aiscreen.errors import ConfigError
from aiscreen.models.assessment import Skipped

SCHEMA = """
CREATE TABLE ledger (
    number INTEGER PRIMARY KEY, label TEXT NOT NULL, suffix TEXT NOT NULL, sha256 TEXT, state TEXT NOT NULL,
    reason TEXT, detail TEXT, role TEXT, score REAL, name TEXT, name_key TEXT, email TEXT, phone TEXT,
    profile TEXT, date TEXT, sketch TEXT, worst INTEGER, person TEXT);
CREATE INDEX ledger_sha ON ledger (sha256, suffix);
"""
MOST_ALIKE = 200
"""So many documents that share a name or a contact are compared with each other."""

RANKED = """
SELECT CASE WHEN score IS NULL THEN NULL ELSE rank() OVER (ORDER BY score IS NULL, score DESC) END,
    sha256, label, role, person
FROM (SELECT *, row_number() OVER (PARTITION BY person ORDER BY date DESC, sha256, label) AS newest
      FROM ledger WHERE state = 'done')
WHERE newest = 1 ORDER BY score IS NULL, score DESC, sha256 LIMIT ?
"""
"""The order of `judging.ranking`, over rows on disk."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A place in the ranking: whose assessment, from which file, and the same person's other files (label, content).

    `rank` is None where there is no score.
    """

    rank: int | None
    sha256: str
    label: str
    role: str
    also: list[tuple[str, str]]


class Books(sqlite3.Connection):
    """A temporary database, of which no error is taken for one of the store."""

    def execute(self, *statement: Any) -> sqlite3.Cursor:
        """As a connection does. Raises ConfigError where the disk is full."""
        try:
            return super().execute(*statement)
        except sqlite3.OperationalError as error:
            raise ConfigError(
                f"the books of this run cannot be written to the folder for temporary files ({error}); make room there, "
                "or name another with SQLITE_TMPDIR; what was done before is kept"
            ) from None


class Ledger:
    """States: `waiting`, `done`, `failed`, and `same` for a file whose content came before in this run."""

    def __init__(self) -> None:
        # A database without a name is a file of this process alone that is gone when it ends, whatever way it ends.
        self.connection = sqlite3.connect("", isolation_level=None, factory=Books)
        self.connection.execute("PRAGMA journal_mode = OFF")
        self.connection.executescript(SCHEMA)
        self.connection.execute("BEGIN")

    def enter(self, number: int, label: str, sha256: str | None) -> bool:
        """Write a document in. Returns whether its content, under such a name, is new in this run."""
        suffix = suffix_of(label)
        same = self.connection.execute(
            "SELECT 1 FROM ledger WHERE sha256 = ? AND suffix = ? LIMIT 1", (sha256, suffix)
        ).fetchone()
        self.connection.execute(
            "INSERT INTO ledger (number, label, suffix, sha256, state) VALUES (?, ?, ?, ?, ?)",
            (number, label, suffix, sha256, "same" if same else "waiting"),
        )
        return not same

    def done(self, number: int, facts: dict[str, Any]) -> None:
        """A document has an assessment."""
        self.connection.execute(
            "UPDATE ledger SET state = 'done', role = :role, score = :score, name = :name, name_key = :name_key, "
            "email = :email, phone = :phone, profile = :profile, date = :date, sketch = :sketch, worst = :worst "
            "WHERE number = :number",
            {**facts, "sketch": json.dumps(facts["sketch"]), "number": number},
        )

    def failed(self, number: int, reason: str, detail: str) -> None:
        """A document could not be read."""
        self.connection.execute(
            "UPDATE ledger SET state = 'failed', reason = ?, detail = ? WHERE number = ?",
            (reason, detail, number),
        )

    def named(self, number: int) -> tuple[str | None, str]:
        """The content of a document, where it could be had, and its label."""
        row: tuple[str | None, str] = self.connection.execute(
            "SELECT sha256, label FROM ledger WHERE number = ?", (number,)
        ).fetchone()
        return row

    def settled(self, start: int) -> Iterator[tuple[int, str, str, str, str]]:
        """Number, label, content, state and role of the documents from `start` on that all before are settled too."""
        for row in self.connection.execute(
            "SELECT number, label, sha256, state, role FROM ledger WHERE number >= ? ORDER BY number LIMIT 500",
            (start,),
        ).fetchall():
            if row[3] == "waiting":
                return
            yield row

    def settle_same(self) -> int:
        """Files with the content of an earlier one share its fate: failed with it, or grouped under it.

        Returns how many failed so.
        """
        return self.connection.execute(
            "UPDATE ledger SET state = 'failed', reason = first.reason, detail = first.detail "
            "FROM ledger AS first WHERE ledger.state = 'same' AND first.state = 'failed' "
            "AND first.sha256 = ledger.sha256 AND first.suffix = ledger.suffix"
        ).rowcount

    def group(self) -> None:
        """Give each document a person: those that share a contact or a name are compared, the earliest first."""
        self.connection.execute("UPDATE ledger SET person = sha256 WHERE state = 'done'")
        self.connection.execute("CREATE INDEX ledger_person ON ledger (person)")
        for column in ("email", "phone", "profile", "name_key"):
            self.connection.execute(f"CREATE INDEX ledger_{column} ON ledger ({column})")
            shared = self.connection.execute(
                f"SELECT {column} FROM ledger WHERE state = 'done' AND {column} <> '' "
                f"GROUP BY {column} HAVING count(*) > 1 ORDER BY {column}"
            ).fetchall()
            for (value,) in shared:
                self._join(column, value)

    def _join(self, column: str, value: str) -> None:
        """Join the documents of one person among those that share a value; of many, the first alone are looked at."""
        known: list[tuple[str, Who]] = []
        for person, who in self._whose(column, value):
            for head, other in known:
                if head != person and same_person(who, other) and self._fit(head, person):
                    self.connection.execute("UPDATE ledger SET person = ? WHERE person = ?", (head, person))
                    known = [(head if each == person else each, them) for each, them in known]
                    person = head
            known.append((person, who))

    def _fit(self, person: str, other: str) -> bool:
        """Whether no document of one is at odds with any of the other: a name cut short agrees with many, and must not
        make one person of them."""
        theirs = [who for _, who in self._whose("person", other)]
        return not any(at_odds(who, them) for _, who in self._whose("person", person) for them in theirs)

    def _whose(self, column: str, value: str) -> list[tuple[str, Who]]:
        rows = self.connection.execute(
            f"SELECT person, name, email, phone, profile, sketch FROM ledger "
            f"WHERE state = 'done' AND {column} = ? ORDER BY number LIMIT {MOST_ALIKE}",
            (value,),
        ).fetchall()
        return [
            (person, Who(name, email, phone, profile, frozenset(json.loads(sketch))))
            for person, name, email, phone, profile, sketch in rows
        ]

    def ranked(self, top: int | None = None) -> Iterator[Ranked]:
        """The ranking: a person once, by their newest file; ties share a rank."""
        for rank, sha256, label, role, person in self.connection.execute(
            RANKED, (-1 if top is None else top,)
        ):
            others = self.connection.execute(
                "SELECT label, sha256 FROM ledger WHERE label <> ? AND state <> 'failed' AND sha256 IN "
                "(SELECT sha256 FROM ledger WHERE person = ?) ORDER BY label",
                (label, person),
            ).fetchall()
            yield Ranked(rank, sha256, label, role, others)

    def skipped(self) -> Iterator[tuple[Skipped, str | None]]:
        """The documents that could not be read, by label, each with its content where that is known."""
        for label, sha256, reason, detail in self.connection.execute(
            "SELECT label, sha256, reason, detail FROM ledger WHERE state = 'failed' ORDER BY label"
        ):
            yield Skipped(path=label, reason=reason, detail=detail), sha256

    def inputs(self) -> Iterator[tuple[str, str]]:
        """Content and label of every document, by label."""
        yield from self.connection.execute("SELECT coalesce(sha256, ''), label FROM ledger ORDER BY label")

    def people(self) -> int:
        """How many candidates the ranking holds."""
        return int(self.connection.execute("SELECT count(DISTINCT person) FROM ledger").fetchone()[0])

    def repeated(self) -> int:
        """How many documents that were read are files that were named before."""
        return int(
            self.connection.execute(
                "SELECT count(*) - count(DISTINCT sha256 || label) FROM ledger WHERE state <> 'failed'"
            ).fetchone()[0]
        )

    def worst(self) -> int:
        """The worst flag's severity as an index into SEVERITIES, -1 where there is no flag."""
        return int(self.connection.execute("SELECT coalesce(max(worst), -1) FROM ledger").fetchone()[0])
