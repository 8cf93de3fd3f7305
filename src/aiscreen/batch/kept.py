"""What one run finds in the store and adds to it: under the keys of its parser and its policy, now and then."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import PurePath
from typing import Any

from aiscreen.batch.body import body_in_role
from aiscreen.batch.keys import parser_key, policy_key
from aiscreen.batch.work import Done, Failed
from aiscreen.errors import ConfigError
from aiscreen.reports.data import Cells
from aiscreen.screen import Options
from aiscreen.store import Store

PASSING = frozenset(("timeout", "memory", "internal", "unreadable", "missing"))
"""Failures that another try may not meet; they are not kept in the store."""


def suffix_of(label: str) -> str:
    """The end of a document's name, by which the reader tells texts apart: the same bytes under another name's end are
    another document."""
    return PurePath(label).suffix.lower()


class Kept:
    """The store as one run sees it. A document is named by its content's SHA-256 and its label."""

    def __init__(self, store: Store, options: Options, hashes: Mapping[str, str]) -> None:
        self._store = store
        self._parser = parser_key(options)
        self._policy = policy_key(options, hashes)
        self._today = options.today.isoformat()
        self._waiting: list[Callable[[], None]] = []

    def parsed(self, sha256: str, label: str) -> bytes | None:
        """The parsed document and résumé, packed; None also where the disk has spoiled it."""
        packed = self._store.parsed(sha256, self._parser + suffix_of(label))
        return packed if packed is not None and _is_whole(packed) else None

    def failure(self, sha256: str, label: str) -> tuple[str, str] | None:
        """Why it could not be read: reason and detail."""
        return self._store.failure(sha256, self._parser + suffix_of(label))

    def facts(self, sha256: str, label: str) -> dict[str, Any] | None:
        """What ranking needs of its assessments; None also where they do not hold today, or are spoiled."""
        try:
            facts = self._store.facts(sha256, self._policy + suffix_of(label))
        except ValueError:  # the disk has spoiled it
            return None
        return facts if facts is not None and facts["today"] in (None, self._today) else None

    def body(self, sha256: str, label: str, role: str) -> bytes:
        """The JSON of its assessment for a role."""
        packed = self._store.body(sha256, self._policy + suffix_of(label))
        if packed is None:
            raise _lost(label)
        try:
            return body_in_role(packed, role)
        except (zlib.error, ValueError):
            raise _spoiled(sha256, label) from None

    def cells(self, sha256: str, label: str, role: str) -> Cells:
        """A spreadsheet's cells of its assessment for a role."""
        try:
            cells = self._store.cells(sha256, self._policy + suffix_of(label))
        except ValueError:
            raise _spoiled(sha256, label) from None
        if cells is None:
            raise _lost(label)
        return {**cells[""], **cells[role]}

    def put(self, sha256: str, label: str, outcome: Done | Failed) -> None:
        """Take what came of a document, to be written with the next `write`."""
        store, suffix = self._store, suffix_of(label)
        parser, policy = self._parser + suffix, self._policy + suffix
        if isinstance(outcome, Failed):
            if outcome.reason not in PASSING:
                told = outcome.reason, outcome.detail
                self._waiting.append(partial(store.put_failure, sha256, parser, *told))
            return
        if outcome.parsed is not None:
            who = {key: outcome.assessed.facts[key] for key in ("name", "email")}
            self._waiting.append(partial(store.put_parsed, sha256, parser, outcome.parsed, **who))
        self._waiting.append(partial(store.put_assessed, sha256, policy, outcome.assessed))

    def write(self) -> None:
        """Write what waits, in one short transaction: another run may write to the store as well."""
        if self._waiting:
            with self._store.transaction():
                for put in self._waiting:
                    put()
            self._waiting.clear()


def _is_whole(packed: bytes) -> bool:
    """Whether something packed can be unpacked: it carries a sum over what is in it."""
    try:
        return bool(zlib.decompress(packed))
    except zlib.error:
        return False


def _lost(label: str) -> ConfigError:
    return ConfigError(
        f"the store has lost {label} since it was looked up: was it erased or pruned meanwhile? Run the same command again"
    )


def _spoiled(sha256: str, label: str) -> ConfigError:
    return ConfigError(
        f"what the store keeps of {label} is damaged; `aiscreen store erase --candidate {sha256}` "
        "(with the --store of this run) makes the next run work it out again"
    )
