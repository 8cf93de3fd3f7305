"""The keys under which results are kept: digests of all that they depend on beside the document."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aiscreen.screen import Options


@lru_cache(maxsize=1)
def fingerprints() -> tuple[str, str]:
    """Digests of the program's own source and of the library that reads PDF, of the part that parses and of the whole:
    what was computed by another version is computed again."""
    package = Path(__file__).parents[1]
    library = version("pypdfium2").encode()
    parser, whole = hashlib.sha256(library), hashlib.sha256(library)
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package)
        body = place.as_posix().encode() + b"\0" + path.read_bytes()
        whole.update(body)
        if place.parts[0] in ("reading", "parsing", "models", "text.py"):
            parser.update(body)
    return parser.hexdigest()[:16], whole.hexdigest()[:16]


def parser_key(options: Options) -> str:
    """A digest of all that parsing depends on beside the document."""
    return f"{fingerprints()[0]}{'-ocr' if options.ocr else ''}"


def policy_key(options: Options, hashes: Mapping[str, str]) -> str:
    """A digest of all that kept assessments depend on beside the document and the day: policy, options, program. The
    role is no part of it where every role's assessment is kept."""
    shown = {
        "hashes": dict(hashes),
        "role": options.role if options.one_role else None,
        "job": options.job,
        "as_of": str(options.as_of),
        "blind": options.blind,
        "ocr": options.ocr,
        "program": fingerprints()[1],
    }
    return hashlib.sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()[:32]
