"""Runs the examples that skills and red flags carry: the linter sits below matching and judging, so they come from
here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from aiscreen.matching import Matcher
    from aiscreen.models.assessment import Flag
    from aiscreen.taxonomy import Taxonomy
    from aiscreen.taxonomy.yamlfile import Path


def run_skill_examples(taxonomy: Taxonomy) -> Iterator[tuple[Path, str]]:
    """Each example sentence of a skill that the matcher reads otherwise: its place, and why."""
    from aiscreen.matching import Matcher

    matcher = Matcher(taxonomy)
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
            surface = next((mention.surface for mention in matcher.find(text) if mention.skill == name), None)
            if surface is not None:
                yield ("skills", name, "examples", "miss", index), f"`{name}` is found here, as `{surface}`"


def run_rule_examples(taxonomy: Taxonomy) -> Iterator[tuple[Path, str]]:
    """Each example of a red flag that its rule reads otherwise: its place, and why.

    An example of a sentence's rule is a sentence; one of a document's rule a small plain-text résumé.
    """
    from aiscreen.judging.flags import flags_in_text
    from aiscreen.matching import Matcher

    matcher = Matcher(taxonomy)
    as_of = _month_after(taxonomy.redflags.updated)
    for name, rule in taxonomy.redflags.rules.items():
        for kind, texts in (("hit", rule.examples.hit), ("miss", rule.examples.miss)):
            for index, text in enumerate(texts):
                if rule.of_sentence:
                    flags = flags_in_text(text, taxonomy, matcher)
                else:
                    flags = _flags_in_resume(text, taxonomy, matcher, as_of)
                raised = [flag.rule for flag in flags]
                if (name in raised) != (kind == "hit"):
                    others = ", ".join(f"`{each}`" for each in dict.fromkeys(raised))
                    why = f"`{name}` is raised here" if kind == "miss" else f"`{name}` is not raised here"
                    why += f", only {others}" if kind == "hit" and others else ""
                    yield ("rules", name, "examples", kind, index), why


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
