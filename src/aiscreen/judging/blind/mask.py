"""Masks one candidate's texts, one kind of word after the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from aiscreen.judging.blind.contact import without_contact
from aiscreen.judging.blind.labels import PERSONAL, PLACE, SCHOOL
from aiscreen.judging.blind.names import Names, Spans
from aiscreen.judging.blind.own import IN_STATE, Own
from aiscreen.judging.blind.personal import without_personal
from aiscreen.judging.blind.schools import without_schools, without_years
from aiscreen.models.resume import Resume
from aiscreen.parsing.words.heading_names import name_of
from aiscreen.parsing.words.places import known
from aiscreen.parsing.words.titles import title_score

_LABEL = 24
"""Letters in the name of a section, at the most."""
_TWICE = re.compile(r"(\[\w+\])(?:,? \1)+")
_TOWN = re.compile(
    rf"(?:(?<=^)|(?<=[|·•—–:] )|(?<=\] ))([A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+)?), {re.escape(PLACE)}"
)
_BESIDE = re.compile(rf"{re.escape(PLACE)},? (?:[A-Z]{{2,3}}|[A-Z]{{1,2}}\d[A-Z\d]?)\b")
"""A state's letters or the first half of a post code behind a town."""
_RUN = re.compile(r"\b[A-ZÀ-Þ][\w'’.-]*(?: [A-ZÀ-Þ][\w'’.-]*){0,2}")

Tools = Callable[[str], Spans]


class Mask:
    """Masks one candidate's texts; `repositories` are the names of the examined ones, and `tools` gives the spans of a
    text that name tools: these are kept, whatever words of the candidate's life they hold."""

    def __init__(
        self,
        resume: Resume,
        repositories: Iterable[str] = (),
        tools: Tools | None = None,
    ) -> None:
        own = Own.of(resume)
        self._tools = tools
        self._broken = own.broken
        self._labels = {name: f"repository-{number}" for number, name in enumerate(repositories, 1)}
        for text, label in own.labelled.items():
            self._labels.setdefault(text, label)
        longest = sorted((word for word in self._labels if word), key=lambda w: (-len(w), w))
        self._words = (
            re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w|-\d)") if longest else None
        )
        called = "|".join(map(re.escape, own.schools))
        # with a name behind, it may be a firm of the same name
        self._schools = re.compile(rf"\b(?:{called})\b(?! [A-Z])") if called else None
        self._names = Names(own, tools)

    def __call__(self, text: str, section: str = "") -> str:
        """The text without what tells who the candidate is."""
        section = _named_section(text) or section
        text = self._labelled(without_contact(self._broken.get(text, text), section))
        text = self._names.without(text, section)
        if section == "code":
            return text
        if section == "interests" and not self._kept(text):
            return PERSONAL
        if section == "header":
            text = _BESIDE.sub(PLACE, _TOWN.sub(_town, _RUN.sub(_place, text)))
        text = IN_STATE.sub(lambda m: _in_state(m, section), text)
        if self._schools is not None:
            text = self._schools.sub(SCHOOL, text)
        text = without_personal(without_schools(text, section), section)
        return _TWICE.sub(r"\1", without_years(text, section))

    def _kept(self, text: str) -> bool:
        """Whether an interest tells of work: a heading, or something that names a tool. The others tell of a life."""
        return name_of(text) is not None or bool(self._tools and list(self._tools(text)))

    def _labelled(self, text: str) -> str:
        """The text with what was parsed replaced, but for the names of tools that are longer."""
        if self._words is None or not self._words.search(text):
            return text
        spans = list(self._tools(text)) if self._tools else []

        def hide(found: re.Match[str]) -> str:
            label = self._labels[found[0]]
            inside = any(a <= found.start() and found.end() <= b and found.span() != (a, b) for a, b in spans)
            return found[0] if inside and not label.startswith("repository") else label

        return self._words.sub(hide, text)


def _named_section(text: str) -> str | None:
    """The section that a statement names before its colon, "Education: Durham, 2009-2013", wherever it stands."""
    label, colon, _ = text.partition(":")
    named = name_of(label) if colon and len(label) < _LABEL else None
    return named[0] if named and named[0] in ("education", "interests") else None


def _in_state(found: re.Match[str], section: str) -> str:
    """A town before its state's letters: a listed one, in a header any."""
    listed = known(found[1]) or (section == "header" and title_score(found[1]) < 1)
    return PLACE if listed else found[0]


def _town(found: re.Match[str]) -> str:
    """A town that nobody listed, before a place that is masked; a title or a firm's words stay."""
    return found[0] if title_score(found[1]) >= 1 else PLACE


def _place(found: re.Match[str]) -> str:
    """A header's words, as a place where they are one, whole or from their first word on."""
    words = found[0].split(" ")
    for count in range(len(words), 0, -1):
        if known(" ".join(words[:count])):
            return " ".join([PLACE, *words[count:]])
    return found[0]


def masked(
    value: Any,
    mask: Callable[[str, str], str],
    telling: Callable[[str], bool],
    section: str = "",
    key: str = "",
) -> Any:
    """A dump with its texts masked: those in fields that are `telling` by their name."""
    if isinstance(value, dict):
        inside = str(value.get("section") or section)
        return {name: masked(each, mask, telling, inside, name) for name, each in value.items()}
    if isinstance(value, list):
        return [masked(each, mask, telling, section, key) for each in value]
    return mask(value, section) if isinstance(value, str) and telling(key) else value
