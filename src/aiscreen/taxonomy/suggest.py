"""Did you mean: the nearest known name to one that is not known."""

from __future__ import annotations

import re
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], *, least: float = 70.0) -> str | None:
    """The known name most like `word` (rapidfuzz ratio, 0-100, of at least `least`), else the shortest one that has it
    as a part ("bedrock" for "amazon-bedrock"), or None. Ties go to the first in alphabetical order."""
    from rapidfuzz import fuzz, process

    names = sorted(known)
    asked = word.casefold()
    found = process.extractOne(asked, [name.casefold() for name in names], scorer=fuzz.ratio)
    if found and found[1] >= least:
        return names[found[2]]
    holding = [name for name in names if len(asked) > 2 and asked in re.split(r"[-_ ]", name.casefold())]
    return min(holding, key=len, default=None)


def did_you_mean(word: str, known: Iterable[str], *, otherwise: str = "") -> str:
    """A suggestion in words: the nearest name, else `otherwise`."""
    name = nearest(word, known)
    return f"did you mean `{name}`?" if name else otherwise


def slug(text: str) -> str:
    """Text as an id: small letters and digits, joined by hyphens."""
    from aiscreen.text import fold

    return re.sub(r"[^a-z0-9+#]+", "-", fold(text)).strip("-")
