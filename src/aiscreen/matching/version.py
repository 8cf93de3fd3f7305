"""Which version of a skill a text names."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"(?:\s?\(?|-)v?(?:ersion\s)?(\d+(?:\.(?:\d+|x))*)(.{0,12})", re.DOTALL | re.IGNORECASE)
_RUN_ON = re.compile(r"(\d+)$")
# Behind a bare number: what shows that it is a version, and counts no years or projects and is no mark out of five.
_VERSION_ENDS = re.compile(
    r"\s*(?:$|[A-Z][A-Z\d]+\b|[,;:)|\n]|\.\s|\.$|(?:to|and|or|code|codebase|on|with|in|for|from|into|dags|flows|era)\b)"
)


def version_after(text: str, start: int, end: int, keys: tuple[str, ...]) -> str:
    """The key of the version whose number ends the name at [start, end) ("Python2") or follows it ("Python 2.7").

    "1.x" and "2" are any version of that line; a bare number that counts years or projects is none.
    """
    match = _NUMBER.match(text, end)
    if match and ("." in match[1] or _VERSION_ENDS.match(match[2])):
        number = match[1].lower()
    elif text[end - 1].isdigit() and (run_on := _RUN_ON.search(text, start, end)):
        number = run_on[1]
    else:
        return ""
    for key in keys:
        stem = key.removesuffix(".x")
        if number == stem or number.startswith(stem + "."):
            return key
    return ""
