"""Sentences as people write them: traps in which nothing may be found, and skills that must be."""

from __future__ import annotations

from pathlib import Path

import pytest

from aiscreen.matching import Matcher
from aiscreen.taxonomy import Taxonomy

DATA = Path(__file__).parent / "data"


def cases(name: str) -> list[tuple[str, str, set[str]]]:
    """Section, sentence and skill ids of every line "sentence => id, id"."""
    found = []
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            sentence, _, ids = line.partition("=>")
            section = "skills" if sentence.startswith("[skills] ") else "other"
            found.append(
                (section, sentence.removeprefix("[skills] ").strip(), set(ids.replace(",", " ").split()))
            )
    return found


TRAPS = cases("traps.txt")
FINDS = cases("finds.txt")


def test_there_are_enough() -> None:
    assert len(TRAPS) >= 200
    assert len(FINDS) >= 190


@pytest.mark.parametrize(("section", "sentence", "allowed"), TRAPS)
def test_traps_hold_no_skill(matcher: Matcher, section: str, sentence: str, allowed: set[str]) -> None:
    assert {mention.skill for mention in matcher.find(sentence, section=section)} <= allowed


@pytest.mark.parametrize(("section", "sentence", "wanted"), FINDS)
def test_skills_are_found(matcher: Matcher, section: str, sentence: str, wanted: set[str]) -> None:
    assert wanted <= {mention.skill for mention in matcher.find(sentence, section=section)}


def test_expected_ids_exist(taxonomy: Taxonomy) -> None:
    named = {skill for _, _, ids in TRAPS + FINDS for skill in ids}
    assert sorted(named - set(taxonomy.skills)) == []


def test_examples_of_the_taxonomy(taxonomy: Taxonomy, matcher: Matcher) -> None:
    wrong = []
    for identifier, skill in taxonomy.skills.items():
        if skill.examples is None:
            continue
        for sentence in skill.examples.match:
            if identifier not in {mention.skill for mention in matcher.find(sentence)}:
                wrong.append(f"{identifier} not found: {sentence}")
        for sentence in skill.examples.miss:
            if identifier in {mention.skill for mention in matcher.find(sentence)}:
                wrong.append(f"{identifier} found: {sentence}")
    assert wrong == []


def test_sentences_of_everyday_life_name_no_tool(matcher: Matcher, taxonomy: Taxonomy) -> None:
    """Sentences in which a word or a name is just that: nobody's tool, platform or language is found."""
    lines = (DATA / "everyday.txt").read_text(encoding="utf-8").splitlines()
    found = {
        line: [m.skill for m in matcher.find(line) if taxonomy.skills[m.skill].is_thing] for line in lines
    }
    assert len(lines) > 90
    assert {line: skills for line, skills in found.items() if skills} == {}
