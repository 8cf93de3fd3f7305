"""What to write instead: values in a person's words, and the remedy for one of another type than its field's."""

from __future__ import annotations

import re
from typing import Any

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_YES, _NO = frozenset({"yes", "y", "on", "true"}), frozenset({"no", "n", "off", "false"})
_SHOWN = 60


def described(value: Any, written: str = "") -> str:
    """A value in a person's words; `written` is how a number stands in the file (1.10, 007)."""
    if isinstance(value, bool):
        return f"the truth value `{str(value).lower()}`"
    if isinstance(value, (int, float)):
        return f"the number `{written or value}`"
    if isinstance(value, str):
        return f"the text `{short(value)}`"
    return "a list" if isinstance(value, list) else "a mapping" if isinstance(value, dict) else "nothing"


def remedy(wanted: str, value: Any, written: str = "") -> str:
    """How to write a value as what is wanted: text, a list, true or false, a number."""
    shown = written or (str(value).lower() if isinstance(value, bool) else str(value))
    plain = isinstance(value, (bool, int, float))
    if wanted == "text":
        if plain:
            return f'quote it: "{shown}"'
        pair = next(iter(value.items())) if isinstance(value, dict) and len(value) == 1 else None
        if pair and isinstance(pair[1], str):  # `- Wrote: this` is a mapping to YAML
            return f'quote it: "{pair[0]}: {pair[1]}"'
        return "write one text" if isinstance(value, list) else ""
    if wanted == "a list" and isinstance(value, dict):
        return "write it as a list: one `- ` item a line, in place of `name: value`"
    if wanted == "a list":
        return (
            f'write it as a list: ["{shown}"]' if plain else f"write it as a list: [{shown}]" if value else ""
        )
    if not isinstance(value, str):
        return ""
    if wanted == "true or false":
        said = value.lower()
        if said in {"true", "false"}:
            return "remove the quotes"
        return "write true" if said in _YES else "write false" if said in _NO else f"write {wanted}"
    if wanted in {"a whole number", "a number"}:
        return "remove the quotes" if re.fullmatch(r"[-+]?[0-9.]+", value) else f"write {wanted}"
    return ""


def month_advice(value: Any) -> str:
    """How to write what was meant as a month."""
    text = str(value).strip().lower()
    year = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)
    if found := re.fullmatch(r"((?:19|20)\d\d)(0[1-9]|1[0-2])", text):
        return f"write {found[1]}-{found[2]}"
    if not year:
        return "write year and month as YYYY-MM, such as 2016-09, or leave it out"
    rest = re.findall(r"\d+|[a-z]+", text[: year.start()] + " " + text[year.end() :])
    named = [_MONTHS[word[:3]] for word in rest if word[:3] in _MONTHS]
    numbers = [int(word) for word in rest if word.isdigit()]
    if text.startswith(year[0]):  # 2021-5-17
        numbers = numbers[:1]
    elif len(numbers) > 1:  # 17.05.2021, or 05/17/2021
        numbers = [number for number in numbers if number <= 12]
    months = named or numbers
    if len(months) == 1 and 1 <= months[0] <= 12:
        return f"write {year[0]}-{months[0]:02}"
    if len(months) == 1 and not named:
        return f"there is no month {months[0]}: write {year[0]} and a month from 01 to 12"
    return f"write year and month: {year[0]}-01 if only the year is known"


def short(value: Any) -> str:
    """A value's text, cut where it is long."""
    text = str(value)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}..."
