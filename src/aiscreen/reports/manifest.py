"""What a run depended on: hashes of inputs and policy, the version and the options. Equal manifests mean equal results."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

from aiscreen import __version__
from aiscreen.models.assessment import DocumentRef

LONG = 200
"""Characters from which on an option's text (a job advert) is told by its hash."""
Option = str | bool | int | None


def manifest(
    inputs: Iterable[DocumentRef], taxonomy: Mapping[str, str], options: Mapping[str, Option]
) -> str:
    """The manifest as JSON, in a fixed order. `taxonomy` maps a policy file's name to its SHA-256; `digest` is over all
    the rest."""
    data = {
        "schema": "aiscreen.manifest/1",
        "tool": f"aiscreen {__version__}",
        "inputs": sorted(
            ({"path": each.path, "sha256": each.sha256} for each in inputs),
            key=lambda i: (i["sha256"], i["path"]),
        ),
        "taxonomy": dict(sorted(taxonomy.items())),
        "options": {name: _told(options[name]) for name in sorted(options)},
    }
    whole = json.dumps(data, ensure_ascii=False, sort_keys=True).encode()
    return json.dumps(data | {"digest": _sha256(whole)}, ensure_ascii=False, indent=2) + "\n"


def _told(value: Option) -> Option:
    long = isinstance(value, str) and len(value) > LONG
    return f"sha256:{_sha256(str(value).encode())}" if long else value


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
