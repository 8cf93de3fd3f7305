"""Runs the examples that skills and red flags carry: the linter sits below matching and judging, so they come from
here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from aiscreen.matching import Matcher
    from aiscreen.models.assessment import Flag
    from aiscreen.taxonomy import Taxonomy
    from aiscreen.taxonomy.yamlfile import Path


class Examples:
    """The runners for one check; they share a matcher. What they found is kept: files that have not changed since, under a
    program that has not, are not put to the test again."""

    def __init__(self) -> None:
        self._ready: tuple[Taxonomy, Matcher] | None = None

    def _matcher(self, taxonomy: Taxonomy) -> Matcher:
        from aiscreen.matching import Matcher

        if self._ready is None or self._ready[0] is not taxonomy:
            self._ready = taxonomy, Matcher(taxonomy)
        return self._ready[1]

    def of_skills(self, taxonomy: Taxonomy) -> list[tuple[Path, str]]:
        """Each example sentence of a skill that the matcher reads otherwise: its place, and why."""
        return _kept("examples-skills", taxonomy, self._of_skills)

    def of_rules(self, taxonomy: Taxonomy) -> list[tuple[Path, str]]:
        """Each example of a red flag that its rule reads otherwise: its place, and why.

        An example of a sentence's rule is a sentence; one of a document's rule a small plain-text résumé.
        """
        return _kept("examples-rules", taxonomy, self._of_rules)

    def _of_skills(self, taxonomy: Taxonomy) -> Iterator[tuple[Path, str]]:
        matcher = self._matcher(taxonomy)
        for name, skill in taxonomy.skills.items():
            if skill.examples is None:
                continue
            for index, text in enumerate(skill.examples.match):
                mentions = matcher.find(text)
                if all(mention.skill != name for mention in mentions):
                    found = ", ".join(
                        f"`{each}`" for each in dict.fromkeys(mention.skill for mention in mentions)
                    )
                    why = f"`{name}` is not found here" + (f", only {found}" if found else "")
                    yield ("skills", name, "examples", "match", index), why
            for index, text in enumerate(skill.examples.miss):
                surface = next(
                    (mention.surface for mention in matcher.find(text) if mention.skill == name), None
                )
                if surface is not None:
                    yield (
                        ("skills", name, "examples", "miss", index),
                        f"`{name}` is found here, as `{surface}`",
                    )

    def _of_rules(self, taxonomy: Taxonomy) -> Iterator[tuple[Path, str]]:
        from aiscreen.judging.flags import flags_in_text

        matcher = self._matcher(taxonomy)
        as_of = _month_after(taxonomy.redflags.updated)
        for name, rule in taxonomy.redflags.rules.items():
            for kind, texts in (("hit", rule.examples.hit), ("miss", rule.examples.miss)):
                for index, text in enumerate(texts):
                    if rule.of_sentence:
                        flags = flags_in_text(text, taxonomy, matcher)
                    else:
                        flags = _flags_in_resume(text, taxonomy, matcher, as_of)
                    why = _wrong(name, kind, [flag.rule for flag in flags])
                    if why:
                        yield ("rules", name, "examples", kind, index), why


def _kept(
    name: str, taxonomy: Taxonomy, run: Callable[[Taxonomy], Iterable[tuple[Path, str]]]
) -> list[tuple[Path, str]]:
    """What a runner finds, from the cache where files and program are those of an earlier check."""
    from aiscreen import cache

    key = cache.key_of([taxonomy.key, cache.program()]) if taxonomy.key else ""
    found: list[tuple[Path, str]] | None = cache.read(name, key) if key else None
    if found is None:
        found = list(run(taxonomy))
        if key:
            cache.write(name, key, found)
    return found


def _wrong(name: str, kind: str, raised: list[str]) -> str:
    """What is wrong with the flags that an example raises; empty where nothing is."""
    if kind == "miss":
        return f"`{name}` is raised here" if name in raised else ""
    others = ", ".join(f"`{each}`" for each in dict.fromkeys(raised))
    return "" if name in raised else f"`{name}` is not raised here" + (f", only {others}" if others else "")


def _flags_in_resume(text: str, taxonomy: Taxonomy, matcher: Matcher, as_of: date) -> list[Flag]:
    from aiscreen import parsing, reading
    from aiscreen.errors import InputError
    from aiscreen.judging.flags import find_flags

    try:
        document = reading.read("example.txt", data=text.encode())
    except InputError:  # an example too empty to be a document raises nothing
        return []
    resume = parsing.parse(document)
    return find_flags(resume, document, matcher.find_all(resume), taxonomy, as_of)


def _month_after(updated: str) -> date:
    """The first day of the month after a written month."""
    from datetime import date

    year, month = int(updated[:4]), int(updated[5:7])
    return date(year + month // 12, month % 12 + 1, 1)
