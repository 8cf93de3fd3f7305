"""Short files that build on the shipped ones."""

from __future__ import annotations

import sys
from pathlib import Path

import jsonschema
import pytest

from aiscreen import cache
from aiscreen.taxonomy import load
from aiscreen.taxonomy.lint import check
from aiscreen.taxonomy.schema import schema
from aiscreen.taxonomy.shipped import KINDS, Kind
from aiscreen.taxonomy.yamlfile import read_yaml
from tests.taxonomy.test_lint import lint

MINE = "schema: aiscreen.skills/1\ncategories: {a: A}\nskills: {perl: {name: Perl, category: a}}\n"
HEAD = "schema: aiscreen.{}/1\nextends: shipped\n"


def told(kind: Kind, body: str) -> list[tuple[str, int, int, str, str]]:
    """Rule, place, message and remedy of every problem in a file that extends the shipped one."""
    problems = lint(HEAD.format(kind) + body, kind)
    return [(p.rule, p.line, p.column, p.message, p.suggestion) for p in problems]


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_says_nothing_is_the_shipped_one(kind: Kind, tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text(HEAD.format(kind), encoding="utf-8")
    assert lint(path.read_bytes(), kind) == []
    ours, usual = load(**{kind: path}), load()
    assert ours.skills == usual.skills
    assert list(ours.roles.roles.items()) == list(usual.roles.roles.items())
    assert list(ours.redflags.rules.items()) == list(usual.redflags.rules.items())
    assert sorted(ours.hashes) == sorted(["ours.yaml", f"shipped {kind}.yaml", *(f"{k}.yaml" for k in KINDS if k != kind)])  # fmt: skip


def test_another_shipped_file_is_another_taxonomy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept of a short file is not used over a newer shipped one."""
    monkeypatch.setenv("AISCREEN_CACHE_DIR", str(tmp_path / "cache"))
    path = tmp_path / "ours.yaml"
    path.write_text(HEAD.format("skills"), encoding="utf-8")
    keys = []
    for base in ("one", "two"):
        monkeypatch.setattr(
            sys.modules["aiscreen.taxonomy.load"], "base_of", lambda kind, data, base=base: base
        )
        keys.append(load(skills=path).key)
    assert keys[0] != keys[1]
    assert cache.read("taxonomy", str(keys[0])) is not None


@pytest.mark.parametrize(
    ("kind", "body", "problem"),
    [
        ("redflags", "drop: [buzwords]\n", ("unknown-reference", 3, 8, "there is no shipped rule `buzwords` to drop", "did you mean `buzzwords`?")),
        ("redflags", "rules:\n  buzwords: {severity: high}\n", ("unknown-reference", 4, 3, "there is no shipped rule `buzwords` to change", "did you mean `buzzwords`?")),
        ("redflags", "rules:\n  injection: {severity: high}\n", ("unknown-reference", 4, 3, "there is no shipped rule `injection` to change", "its rules are `hidden-instructions`, `score-demanded-of-machines`, `instructions-to-machines`")),
        ("redflags", "rules:\n  buzzwords: {severity: hihg}\n", ("wrong-type", 4, 25, "`hihg` is not allowed here", "did you mean `high`?")),
        ("redflags", "rules:\n  buzzwords: {examples: {hit: [Nothing, 7]}}\n", ("wrong-type", 4, 41, "text is wanted, this is the number `7`", 'quote it: "7"')),
        ("skills", "skills:\n  qdran: {aliases: [our vectors]}\n", ("unknown-reference", 4, 3, "there is no shipped skill `qdran` to change", "did you mean `qdrant`?")),
        ("skills", "skills:\n  ours: {name: LangChain, category: mlops}\n", ("alias-collision", 4, 16, "`LangChain` is also a spelling of the shipped `langchain`", "keep it with one of them, or make it a phrase of both, each with a `context:`")),
        ("skills", "skills:\n  python: {aliases: [FAISS]}\n", ("alias-collision", 4, 22, "`FAISS` is also a spelling of the shipped `faiss`", "keep it with one of them, or make it a phrase of both, each with a `context:`")),
        ("skills", "drop: [keras]\nskills:\n  pytorch: {implies: [keras]}\n", ("unknown-reference", 5, 23, "there is no skill `keras`", "this file drops it")),
        ("roles", "roles:\n  ml-enginer: {titles: [ml person]}\n", ("unknown-reference", 4, 3, "there is no shipped role `ml-enginer` to change", "did you mean `ml-engineer`?")),
    ],
)  # fmt: skip
def test_a_mistake_is_told_once_and_in_its_place(
    kind: Kind, body: str, problem: tuple[str, int, int, str, str]
) -> None:
    assert told(kind, body) == [problem]


def test_a_dropped_entry_written_anew_is_ones_own_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    entry = "skills:\n  pytorch: {name: PyTorch, category: deep-learning}\n"
    path.write_text(HEAD.format("skills") + "drop: [pytorch]\n" + entry, encoding="utf-8")
    ours, usual = load(skills=path), load()
    assert usual.skills["pytorch"].aliases and ours.skills["pytorch"].aliases == []
    assert any("pytorch" in skill.implies for skill in ours.skills.values())


def test_what_named_a_dropped_entry_no_longer_does(tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text(HEAD.format("skills") + "drop: [pytorch]\n", encoding="utf-8")
    skills = load(skills=path).skills
    assert "pytorch" not in skills
    assert all("pytorch" not in (*s.implies, *s.not_, *s.replaced_by) for s in skills.values())
    path.write_text(HEAD.format("redflags") + "drop: [instructions-to-machines]\n", encoding="utf-8")
    hidden = load(redflags=path).redflags.rules["hidden-instructions"].when
    assert hidden.test == "hidden-says"
    assert hidden.same_as is None and "(ignore|disregard|forget) (all|any|your) (instructions|guidelines|rules)" in hidden.any  # fmt: skip


def test_a_rule_given_another_test_keeps_nothing_of_the_shipped_one() -> None:
    body = "rules:\n  buzzwords: {when: {test: says, any: [synergy]}, examples: {hit: [Synergy], miss: [Energy]}}\n"
    assert told("redflags", body) == []


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("skills", {"skills": {"pytorch": {"aliases": ["x"]}}}),
        ("roles", {"roles": {"ml-engineer": {"needs": {"python": {"weight": 2}}}}}),
        ("redflags", {"rules": {"buzzwords": {"severity": "low", "when": {"at_least": 5}}}}),
    ],
)
def test_an_editor_takes_part_of_an_entry_only_where_the_file_extends(
    kind: Kind, body: dict[str, object]
) -> None:
    checks = jsonschema.Draft202012Validator(schema(kind))
    data = {"schema": f"aiscreen.{kind}/1", **body}
    assert checks.is_valid({**data, "extends": "shipped"})
    assert not checks.is_valid(data)
    assert not checks.is_valid({**data, "extends": "shipped", "rulez": {}})


def test_the_places_of_values_that_were_added_to_a_list() -> None:
    text = HEAD.format("skills") + "skills:\n  pytorch: {aliases: [ours, 7]}\n"
    file = read_yaml("skills.yaml", text.encode())
    from aiscreen.taxonomy.extend import complete

    complete("skills", file)
    complete("skills", file)
    aliases = file.data["skills"]["pytorch"]["aliases"]
    assert aliases[-2:] == ["ours", 7] and len(aliases) > 2
    at = ("skills", "pytorch", "aliases", len(aliases) - 1)
    assert (file.span(at).column, file.holds(at), file.holds((*at[:3], 0))) == (29, True, False)


def test_a_shipped_example_that_no_longer_holds_is_a_warning_at_what_changed() -> None:
    """Its entry, where the file names it; a rule that somebody's skills.yaml has no skill for is no fault of the file."""
    text = HEAD.format("redflags") + "rules:\n  buzzwords: {severity: info}\n"
    files = {
        "redflags": read_yaml("redflags.yaml", text.encode()),
        "skills": read_yaml("skills.yaml", MINE.encode()),
    }
    failing = [(("rules", "buzzwords", "examples", "hit", 0), "`buzzwords` is not raised here")]
    found = check(files, run_rule_examples=lambda _: failing, only=["redflags.yaml"]).problems
    assert [(p.severity, p.rule, p.line, p.column) for p in found] == [("warning", "failing-example", 4, 3)]
    assert found[0].message == "with these changes, `buzzwords` is not raised here in a shipped example of it"
