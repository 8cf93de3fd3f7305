"""Assessments put into the form in which `body` describes and reads them."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from pydantic_core import to_json

from aiscreen.batch.body import CUT, HEAD
from aiscreen.judging.criteria import DEPTH
from aiscreen.judging.score import BY_ROLE
from aiscreen.models.assessment import Assessment


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
