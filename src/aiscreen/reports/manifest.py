"""What a run depended on: hashes of inputs and policy, the version and the options. Equal manifests mean equal results."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from aiscreen import __version__
from aiscreen.models.assessment import DocumentRef


def manifest(
    inputs: Iterable[DocumentRef], taxonomy: Mapping[str, str], options: Mapping[str, Any]
) -> dict[str, Any]:
    """The manifest as plain data, in a fixed order. `taxonomy` maps a policy file's name to its SHA-256.

    Options that name files are recorded by name; a long text (a job advert) by its hash. `digest` is over all of it.
    """
    data: dict[str, Any] = {
        "schema": "aiscreen.manifest/1",
        "tool": f"aiscreen {__version__}",
        "inputs": sorted(
            ({"path": each.path, "sha256": each.sha256} for each in inputs),
            key=lambda i: (i["sha256"], i["path"]),
        ),
        "taxonomy": dict(sorted(taxonomy.items())),
        "options": {name: _plain(options[name]) for name in sorted(options)},
    }
    data["digest"] = hashlib.sha256(json.dumps(data, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    return data


def manifest_json(data: Mapping[str, Any]) -> str:
    """The manifest as it is written to a file."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Path):
        return value.name
    if isinstance(value, str) and len(value) > 200:
        return f"sha256:{hashlib.sha256(value.encode()).hexdigest()}"
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)
