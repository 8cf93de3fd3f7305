"""Assessments as they are kept: one text for every role, from which each role's own JSON is put together again.

What roles have in common is written once; the pieces that differ are cut out, and kept for each role. So another
role needs no judging, and its JSON is the same to the byte as that of a fresh run.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from itertools import chain, zip_longest

from pydantic_core import to_json

HEAD = b'{"rank":null,"document":{"path":""'
"""How every kept assessment begins: without rank and path, which belong to a run and not to a content."""
CUT = b"\0"
"""Stands between pieces; JSON never holds it."""


def body_in_role(packed: bytes, role: str) -> bytes:
    """The JSON of one of the assessments."""
    count, *parts = zlib.decompress(packed).split(CUT)
    size = int(count)
    shared, rows = parts[:size], parts[size:]
    at = rows[::size].index(role.encode()) * size
    return b"".join(chain.from_iterable(zip_longest(shared, rows[at + 1 : at + size], fillvalue=b"")))


def with_run(body: bytes, rank: int | None, label: str, also: Sequence[str] = ()) -> bytes:
    """A kept assessment's JSON with the rank, the path and the other files of this run put in."""
    whole = to_json({"rank": rank, "document": {"path": label}})[:-2] + body[len(HEAD) :]
    if also:
        empty = b'"also":[]}'
        assert whole.endswith(empty), "Assessment must end with `also`"
        whole = whole[: -len(empty)] + b'"also":' + to_json(also) + b"}"
    return whole
