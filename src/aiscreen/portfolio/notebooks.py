"""Jupyter notebooks: the code of their cells, with the line of the file that each line stands on."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

_JSON_LINE = re.compile(r'^\s*(".*"),?\s*$')
_MAGIC = re.compile(r"^\s*(?:%|!|\?)|\?\s*$")


@dataclass
class Notebook:
    """The code cells joined (magics blanked out), its prose, and the file's line for each line of code."""

    code: str = ""
    prose: str = ""
    lines: list[int] = field(default_factory=list)
    language: str = "python"


def read_notebook(text: str) -> Notebook | None:
    """A notebook's code and prose; None where the file is none."""
    try:
        loaded = json.loads(text)
    except (ValueError, RecursionError):
        return None
    cells = loaded.get("cells") if isinstance(loaded, dict) else None
    if not isinstance(cells, list):
        return None
    places = _places(text)
    notebook = Notebook(language=_language(loaded))
    code: list[str] = []
    prose: list[str] = []
    for cell in cells:
        if not isinstance(cell, dict):
            continue
        lines = _source(cell)
        if cell.get("cell_type") == "markdown":
            prose.extend(lines)
        elif cell.get("cell_type") == "code":
            for line in lines:
                notebook.lines.append(_place(places, line))
                code.append("" if _MAGIC.search(line) else line)
    notebook.code, notebook.prose = "\n".join(code), "\n".join(prose)
    return notebook


def _source(cell: dict[str, object]) -> list[str]:
    source = cell.get("source")
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    return source.split("\n") if isinstance(source, str) and source else []


def _language(loaded: dict[str, object]) -> str:
    metadata = loaded.get("metadata")
    kernel = metadata.get("kernelspec") if isinstance(metadata, dict) else None
    language = kernel.get("language") if isinstance(kernel, dict) else None
    return language.lower() if isinstance(language, str) else "python"


def _places(text: str) -> dict[str, list[int]]:
    """For each JSON string that stands alone on a line, the lines it stands on, last first."""
    places: dict[str, list[int]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) < 2000 and (found := _JSON_LINE.match(line)):
            try:
                value = json.loads(found[1])
            except ValueError:
                continue
            places.setdefault(value.rstrip("\n"), []).append(number)
    for numbers in places.values():
        numbers.reverse()
    return places


def _place(places: dict[str, list[int]], line: str) -> int:
    numbers = places.get(line)
    if not numbers:
        return 1
    return numbers.pop() if len(numbers) > 1 else numbers[0]
