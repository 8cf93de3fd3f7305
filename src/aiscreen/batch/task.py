"""One document's work, as a worker does it: bytes in, plain bytes out. The same here, in a process, on a cluster."""

from __future__ import annotations

import gc
import json
import zlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from pydantic_core import to_json

from aiscreen.batch.packing import pack_roles
from aiscreen.batch.people import name_key
from aiscreen.batch.work import Done, Failed, Task
from aiscreen.errors import InputError
from aiscreen.models.assessment import SEVERITIES, Assessment
from aiscreen.models.document import Box, Document, Hidden, Link
from aiscreen.models.resume import Resume
from aiscreen.reports.data import Cells, cells, cells_in_role
from aiscreen.screen import Options, Screener
from aiscreen.store import Assessed
from aiscreen.text import fold

COLLECTED = 100_000
"""Objects left over after which a worker looks for cycles among them: a document leaves a hundred. Python itself looks
for them once in the middle of each document, which takes a thirtieth of the time."""


@lru_cache(maxsize=1)
def screener(options: Options) -> Screener:
    """The worker's screener, made once."""
    made = Screener(options)
    made.prepare()
    gc.freeze()  # the policy stays for good: no collection need go through it again
    gc.set_threshold(COLLECTED, 10, 10)
    return made


def perform(options: Options, task: Task) -> Done | Failed:
    """Screen one document. What aiscreen cannot read comes back as Failed; nothing else is caught here."""
    own = screener(options)
    if task.parsed is not None:
        document, resume = unpack(task.parsed)
        parsed = None
    else:
        try:
            document, resume = own.read_here(task.label, task.data)
        except InputError as error:
            return Failed(error.reason, error.detail)
        parsed = pack(document, resume)
    assessments = own.judge_roles(slim(document), resume)
    assessments[0].document.path = ""  # paths belong to a run, not to a content; the roles share the document
    facts = facts_of(assessments, document, resume)
    # Where neither the options nor the document say what "present" means, the result holds for today alone.
    facts["today"] = None if options.as_of or document.date else options.today.isoformat()
    return Done(parsed, Assessed(pack_roles(assessments), facts, rows_of(assessments)))


def slim(document: Document) -> Document:
    """The document without its lines: all that judging may look at, and all that is kept."""
    return replace(document, lines=(), running=(), path="")


def pack(document: Document, resume: Resume) -> bytes:
    """A parsed document as two lines of JSON, compressed: the document without its lines, the résumé."""
    body = to_json(slim(document)) + b"\n" + resume.model_dump_json(exclude_defaults=True).encode()
    return zlib.compress(body, 1)


def unpack(body: bytes) -> tuple[Document, Resume]:
    """The document (without lines) and résumé that `pack` wrote."""
    first, second = zlib.decompress(body).split(b"\n", 1)
    slimmed = json.loads(first)
    slimmed["date"] = date.fromisoformat(slimmed["date"]) if slimmed["date"] else None
    slimmed["lines"] = slimmed["running"] = ()
    slimmed["warnings"] = tuple(slimmed["warnings"])
    slimmed["hidden"] = tuple(Hidden(**{**row, "box": Box(**row["box"])}) for row in slimmed["hidden"])
    slimmed["links"] = tuple(Link(**{**row, "box": Box(**row["box"])}) for row in slimmed["links"])
    return Document(**slimmed), Resume.model_validate_json(second)


def facts_of(assessments: Sequence[Assessment], document: Document, resume: Resume) -> dict[str, Any]:
    """What ranking and grouping need: scores by role, the best role, whose résumé it is and how new, and a sketch of
    what it says."""
    basics = resume.basics
    digits = "".join(c for c in basics.phone or "" if c.isdigit())
    accounts = sorted(f"{p.network} {p.username or p.url}" for p in basics.profiles if p.username or p.url)
    return {
        "scores": {each.role: each.score for each in assessments},
        "best": assessments[0].roles[0].id,
        "name": fold(basics.name or ""),
        "name_key": name_key(basics.name),
        "email": fold(basics.email or ""),
        "phone": digits[-9:] if len(digits) >= 7 else "",
        "profile": fold(accounts[0]) if accounts else "",
        "date": document.date.isoformat() if document.date else "",
        "sketch": sketch(resume),
        "worst": max((SEVERITIES.index(flag.severity) for flag in assessments[0].flags), default=-1),
    }


def rows_of(assessments: Sequence[Assessment]) -> dict[str, Cells]:
    """The first assessment's row of a spreadsheet under "", and for each role the cells that it changes."""
    first = {**cells(assessments[0]), **cells_in_role(assessments[0])}
    rows: dict[str, Cells] = {"": first}
    for each in assessments:
        rows[str(each.role)] = {c: v for c, v in cells_in_role(each).items() if v != first[c]}
    return rows


def sketch(resume: Resume, size: int = 32) -> list[int]:
    """The smallest hashes of the statements (a bottom-k sketch): two sketches' overlap estimates how alike two
    résumés are, whatever their layout."""
    hashes = {zlib.crc32(fold(s.text).encode()) for s in resume.statements if len(s.text) > 24}
    return sorted(hashes)[:size]
