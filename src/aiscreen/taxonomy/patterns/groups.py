"""Groups of words that a file names once and many patterns share: `<people>` stands for each of its words.

A word may be in several groups. Words of the same groups have one mark between them, a character of the private use
area, so that a group is a string of marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from aiscreen.taxonomy.patterns.walk import NO_TERMS, Terms
from aiscreen.taxonomy.patterns.words import words_of

FIRST_MARK = 0xE000
_MEMO = 50_000
_Forms = Sequence[tuple[Sequence[str], str]]
"""What may follow a word to make up a term, and the term's mark; the longest first."""


def forms(term: str) -> Iterator[tuple[str, ...]]:
    """A term's tokens; without its hyphens ("kmeans"); the plurals of both, which are the third persons of verbs."""
    spelled = [words_of(term)]
    if "-" in term and " " not in term:
        spelled.append(words_of(term.replace("-", "")))
    for form in spelled:
        if not form:
            continue
        yield form
        last = form[-1]
        if last.isalpha() and last[-1] not in "s" and len(last) > 1:
            yield (
                *form[:-1],
                last[:-1] + "ies" if last[-1] == "y" and last[-2] not in "aeiou" else last + "s",
            )
            if last.endswith(("x", "ch", "sh")):
                yield (*form[:-1], last + "es")


class Groups:
    """The words of groups, found in a sentence: at each word the longest term that starts there.

    `classes`: a group's marks. A term is words (`call centre`), in the singular and the plural, or an ending of single words
    (`*ologist`), of those that are no term themselves.
    """

    def __init__(self, spelled: Mapping[str, Any]) -> None:
        self.classes: Mapping[str, str] = spelled["classes"]
        self._at = _At(spelled)

    @staticmethod
    def spelled(groups: Mapping[str, Iterable[str]]) -> dict[str, Any]:
        """The terms of groups in all their forms, as plain data for the cache."""
        of: dict[tuple[str, ...], dict[str, None]] = {}
        for group, terms in groups.items():
            for term in terms:
                for form in forms(term.removeprefix("*")):
                    key = (f"*{form[0]}",) if term[0] == "*" else form
                    of.setdefault(key, {})[group] = None
        marks: dict[tuple[str, ...], str] = {}
        for named in of.values():
            marks.setdefault(tuple(named), chr(FIRST_MARK + len(marks)))
        by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        by_end: dict[str, str] = {}
        for form, named in sorted(of.items(), key=lambda each: -len(each[0])):
            mark = marks[tuple(named)]
            if form[0][0] == "*":
                by_end[form[0][1:]] = mark
            else:
                by_first.setdefault(form[0], []).append((form[1:], mark))
        return {
            "classes": {
                group: "".join([mark for named, mark in marks.items() if group in named]) for group in groups
            },
            "by_first": by_first,
            "by_end": dict(sorted(by_end.items(), key=lambda each: -len(each[0]))),
        }

    def find(self, words: Sequence[str]) -> Terms:
        """Where terms are: the first word's index to the mark and the index behind the term."""
        found: dict[int, tuple[str, int]] = {}
        for at, started in enumerate(map(self._at.__getitem__, words)):
            for rest, mark in started:
                end = at + 1 + len(rest)
                if not rest or tuple(words[at + 1 : end]) == rest:
                    found[at] = mark, end
                    break
        return found or NO_TERMS


class _At(dict[str, _Forms]):
    """The terms that a word may start; worked out when it is first met, as words repeat between résumés."""

    def __init__(self, spelled: Mapping[str, Any]) -> None:
        self._by_first: Mapping[str, _Forms] = spelled["by_first"]
        self._by_end: Mapping[str, str] = spelled["by_end"]
        self._ends = tuple(self._by_end)

    def __missing__(self, word: str) -> _Forms:
        started = self._by_first.get(word, ())
        if word.endswith(self._ends) and all(rest for rest, _ in started):
            started = (*started, ((), next(self._by_end[end] for end in self._ends if word.endswith(end))))
        if len(self) > _MEMO:
            self.clear()
        self[word] = started
        return started
