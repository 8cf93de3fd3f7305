"""The terms of redflags.yaml, in all the forms that people write.

A term's mark is one character of the private use area, so that a group of terms is a string of marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from aiscreen.taxonomy.patterns.groups import FIRST_MARK, forms


class Terms:
    """All terms of a file, found together, the longest first. A term may be in several groups.

    `classes`: a group's marks; `names`: a mark's term as it is written; `firsts`: the words that it may start with.
    """

    def __init__(self, spelled: Mapping[str, Any]) -> None:
        self.classes: Mapping[str, str] = spelled["classes"]
        self.names: Mapping[str, str] = spelled["names"]
        self.firsts: Mapping[str, Sequence[str]] = spelled["firsts"]
        self._by_first: Mapping[str, Sequence[tuple[tuple[str, ...], str]]] = spelled["by_first"]

    @staticmethod
    def spelled(groups: Mapping[str, Iterable[str]]) -> dict[str, Any]:
        """The terms of groups in all their forms, as plain data for the cache."""
        classes: dict[str, str] = {}
        names: dict[str, str] = {}
        by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        marks: dict[tuple[str, ...], str] = {}
        for group, terms in groups.items():
            own: dict[str, None] = {}
            for term in terms:
                spellings = list(forms(term))
                mark = next((marks[form] for form in spellings if form in marks), None)
                mark = mark or chr(FIRST_MARK + len(names))
                names.setdefault(mark, term)
                for form in spellings:
                    if form not in marks:
                        marks[form] = mark
                        by_first.setdefault(form[0], []).append((form, mark))
                own[mark] = None
            classes[group] = "".join(own)
        firsts: dict[str, dict[str, None]] = {}
        for form, mark in marks.items():
            firsts.setdefault(mark, {})[form[0]] = None
        for entries in by_first.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
        return {
            "classes": classes,
            "names": names,
            "firsts": {mark: tuple(words) for mark, words in firsts.items()},
            "by_first": by_first,
        }

    def find(self, tokens: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
        """First and last token, and mark, of every term in a sentence; none overlap."""
        by_first = self._by_first
        free = 0
        for at, token in enumerate(tokens):
            if token in by_first and at >= free:
                for form, mark in by_first[token]:
                    if tokens[at : at + len(form)] == form:
                        free = at + len(form)
                        yield at, free - 1, mark
                        break
