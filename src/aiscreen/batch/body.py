"""Assessments as they are kept: one text for every role, from which each role's own JSON is put together again.

What roles have in common is written once; the pieces that differ are cut out, and kept for each role. So another
role needs no judging, and its JSON is the same to the byte as that of a fresh run.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from itertools import chain, zip_longest

from pydantic_core import to_json

from aiscreen.judging.criteria import DEPTH
from aiscreen.judging.score import BY_ROLE
from aiscreen.models.assessment import Assessment

HEAD = b'{"rank":null,"document":{"path":""'
"""How every kept assessment begins: without rank and path, which belong to a run and not to a content."""
CUT = b"\0"
"""Stands between pieces; JSON never holds it."""


def pack_roles(assessments: Sequence[Assessment]) -> bytes:
    """One résumé's assessments for several roles, compressed."""
    first = assessments[0]
    body = first.model_dump_json().encode()
    assert body.startswith(HEAD), "Assessment must begin with rank and document.path"
    shared, at = [], 0
    written: dict[int, bytes] = {}
    pieces = [_pieces(each, written) for each in assessments]
    for piece in pieces[0]:
        found = body.index(piece, at)
        shared.append(body[at:found])
        at = found + len(piece)
    shared.append(body[at:])
    rows = [CUT.join([str(each.role).encode(), *own]) for each, own in zip(assessments, pieces, strict=True)]
    return zlib.compress(CUT.join([str(len(shared)).encode(), *shared, *rows]), 1)


def body_in_role(packed: bytes, role: str) -> bytes:
    """The JSON of one of the assessments."""
    count, *parts = zlib.decompress(packed).split(CUT)
    size = int(count)
    shared, rows = parts[:size], parts[size:]
    at = rows[::size].index(role.encode()) * size
    return b"".join(chain.from_iterable(zip_longest(shared, rows[at + 1 : at + size], fillvalue=b"")))


def _pieces(assessment: Assessment, written: dict[int, bytes]) -> list[bytes]:
    """The pieces of an assessment's JSON that a role changes, in their order. No piece is found inside a string: there
    its quotation marks would be escaped. `written` are the questions that were met before: roles share most of them."""
    own = [part for part in assessment.dimensions if part.id in BY_ROLE]
    deep = [criterion for criterion in assessment.criteria if criterion.id == DEPTH]
    for question in assessment.questions:
        if id(question) not in written:
            written[id(question)] = to_json(question)
    return [
        to_json({"score": assessment.score, "range": assessment.range})[1:-1],
        to_json({"role": assessment.role})[1:-1],
        *map(to_json, (*own, *deep)),
        b'"questions":[' + b",".join([written[id(each)] for each in assessment.questions]) + b"]",
    ]


def with_run(body: bytes, label: str, rank: int | None = None, also: list[str] | None = None) -> bytes:
    """A kept assessment's JSON with the path, the rank and the other files of this run put in."""
    whole = to_json({"rank": rank, "document": {"path": label}})[:-2] + body[len(HEAD) :]
    if also:
        empty = b'"also":[]}'
        assert whole.endswith(empty), "Assessment must end with `also`"
        whole = whole[: -len(empty)] + b'"also":' + to_json(also) + b"}"
    return whole
