"""Loading: the shipped files, a person's own, and the cache between runs."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from aiscreen import cache
from aiscreen.cli.examples import Examples
from aiscreen.errors import ConfigError, TaxonomyError
from aiscreen.matching import Matcher
from aiscreen.taxonomy import load, shipped
from aiscreen.taxonomy.load import Taxonomy
from aiscreen.taxonomy.thaw import freeze, thaw
from aiscreen.taxonomy.validate import validate
from aiscreen.taxonomy.yamlfile import read_yaml

MINE = """schema: aiscreen.skills/1
categories: {languages: Languages}
skills:
  perl: {name: Perl, category: languages, aliases: [perl5], versions: {"5": {released: 1994-10}}}
"""


@pytest.fixture(autouse=True)
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AISCREEN_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache" / "taxonomy"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.yaml"
    path.write_text(MINE, encoding="utf-8")
    return path


def test_the_shipped_files() -> None:
    taxonomy = load()
    assert taxonomy.skills["python"].name == "Python"
    assert sorted(taxonomy.hashes) == ["redflags.yaml", "roles.yaml", "skills.yaml"]
    assert all(len(digest) == 64 for digest in taxonomy.hashes.values())
    assert {skill.category for skill in taxonomy.skills.values()} <= set(taxonomy.categories)
    with pytest.raises(AttributeError):
        taxonomy.skills = {}  # type: ignore[misc]


def test_a_file_of_ones_own(mine: Path) -> None:
    taxonomy = load(skills=mine)
    assert list(taxonomy.skills) == ["perl"]
    assert "mine.yaml" in taxonomy.hashes
    assert taxonomy.skills["perl"].versions["5"].released == "1994-10"


def test_all_problems_of_a_file_of_ones_own(mine: Path) -> None:
    mine.write_text(MINE + "  go: {name: Go, category: langs}\n  go: {name: Go}\n", encoding="utf-8")
    with pytest.raises(TaxonomyError) as caught:
        load(skills=mine)
    found = [(problem.rule, problem.line, problem.column) for problem in caught.value.problems]
    assert found == [("bare-alias", 5, 14), ("unknown-reference", 5, 28), ("duplicate-key", 6, 3)]
    assert str(caught.value).splitlines()[1] == (
        f"{mine}:5:28: error[unknown-reference] there is no category `langs` (did you mean `languages`?)"
    )


@pytest.mark.parametrize("kind", shipped.KINDS)
def test_broken_yaml_of_any_kind(tmp_path: Path, kind: shipped.Kind) -> None:
    path = tmp_path / f"{kind}.yaml"
    path.write_text(f"schema: aiscreen.{kind}/1\nupdated: [\n", encoding="utf-8")
    with pytest.raises(TaxonomyError) as caught:
        load(**{kind: path})
    assert [problem.rule for problem in caught.value.problems] == ["syntax"]


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"nowhere\.yaml: cannot be read: No such file"):
        load(skills=tmp_path / "nowhere.yaml")
    with pytest.raises(ConfigError, match="cannot be read"):
        load(skills=tmp_path)
    with pytest.raises(ConfigError, match="cannot be read"):
        load(skills="nul\0byte")


def test_the_second_load_is_the_first_one_over(mine: Path, cache_folder: Path) -> None:
    first = load(skills=mine)
    assert len(list(cache_folder.glob("taxonomy-*.bin"))) == 1
    second = load(skills=mine)
    assert second == first
    assert second.skills["perl"] is not first.skills["perl"]
    assert freeze(second.roles) == freeze(first.roles)
    assert freeze(second.redflags) == freeze(first.redflags)


def test_a_change_of_one_byte_is_another_taxonomy(mine: Path) -> None:
    before = load(skills=mine)
    mine.write_text(MINE.replace("perl5", "perl6"), encoding="utf-8")
    after = load(skills=mine)
    assert (before.skills["perl"].aliases, after.skills["perl"].aliases) == (["perl5"], ["perl6"])


@pytest.mark.parametrize("damage", [b"", b"x", b"cut", b"flip", b"shape"])
def test_a_damaged_entry_is_passed_over_and_written_anew(
    mine: Path, cache_folder: Path, damage: bytes
) -> None:
    first = load(skills=mine)
    (entry,) = cache_folder.glob("taxonomy-*.bin")
    whole = entry.read_bytes()
    key = entry.stem.removeprefix("taxonomy-")
    if damage == b"shape":
        cache.write("taxonomy", key, {"skills": {"skills": 7}, "roles": [], "redflags": None})
    else:
        entry.write_bytes({b"cut": whole[:-9], b"flip": whole[:-9] + b"\0" + whole[-8:]}.get(damage, damage))
    assert load(skills=mine) == first
    assert entry.read_bytes() == whole


def test_an_entry_of_another_owner_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    cache.write("thing", "k", [1])
    assert cache.read("thing", "k") == [1]
    monkeypatch.setattr(os, "getuid", lambda: 4321)
    assert cache.read("thing", "k") is None


def test_where_nothing_can_be_written_nothing_is_said(
    mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("AISCREEN_CACHE_DIR", str(blocked))
    assert list(load(skills=mine).skills) == ["perl"]
    assert capsys.readouterr() == ("", "")


def test_old_entries_are_forgotten(cache_folder: Path) -> None:
    for number in range(cache.KEEP + 4):
        cache.write("thing", f"{number:040}", number)
        os.utime(cache_folder / f"thing-{number:040}.bin", (number, number))
    cache.write("thing", "z" * 40, 0)
    assert len(list(cache_folder.glob("thing-*"))) == cache.KEEP
    assert not list(cache_folder.glob(".new-*"))


def test_what_is_not_plain_is_not_kept(cache_folder: Path) -> None:
    cache.write("thing", "k", object())
    assert not cache_folder.exists()


def test_the_matcher_is_kept_and_finds_the_same(mine: Path, cache_folder: Path) -> None:
    text = "Wrote Perl and perl5 scripts for years."
    first = Matcher(load(skills=mine)).find(text)
    assert len(list(cache_folder.glob("matcher-*.bin"))) == 1
    assert first and Matcher(load(skills=mine)).find(text) == first


@pytest.mark.parametrize("kind", shipped.KINDS)
def test_thawed_models_are_the_validated_ones(kind: shipped.Kind) -> None:
    model, problems = validate(kind, read_yaml(kind, shipped.path(kind).read_bytes()))
    assert [problem for problem in problems if problem.severity == "error"] == []
    thawed = thaw(type(model), freeze(model))
    assert thawed == model
    assert thawed.model_dump() == model.model_dump()
    assert type(model).model_validate(thawed.model_dump(by_alias=True)) == model


def test_a_second_process_reads_no_yaml(mine: Path) -> None:
    code = f"import sys; from aiscreen.taxonomy import load; load(skills={str(mine)!r}); print('yaml' in sys.modules)"
    command = [sys.executable, "-c", code]
    said = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(2)]
    assert said == ["True\n", "False\n"]


def test_a_check_does_not_let_a_bad_file_through(mine: Path) -> None:
    """What follows the schema is kept by a check; it is still not good enough to load."""
    from aiscreen.taxonomy.lint import check
    from aiscreen.taxonomy.lint.select import select

    mine.write_text(MINE + "  go: {name: Go, category: languages}\n", encoding="utf-8")
    for _ in range(2):
        (batch,), _, _ = select([mine])
        found = check(batch.files, only=batch.own).problems
        assert [problem.rule for problem in found] == ["bare-alias"]
        with pytest.raises(TaxonomyError):
            load(skills=mine)


def test_groups_that_nobody_defines_are_an_error_even_in_the_shipped_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in shipped.KINDS:
        text = shipped.path(kind).read_text(encoding="utf-8")
        (tmp_path / f"{kind}.yaml").write_text(
            text.replace("\n      members: [", "\n      members: [nobodys, ", 1), encoding="utf-8"
        )
    monkeypatch.setattr(shipped, "folder", lambda: tmp_path)
    with pytest.raises(TaxonomyError, match="there is no group or category `nobodys`"):
        load()
    with pytest.raises(TaxonomyError, match="nobodys"):
        load(roles=tmp_path / "roles.yaml")


def test_parts_of_a_kept_taxonomy_are_built_when_asked_for(mine: Path) -> None:
    import copy
    import pickle
    from dataclasses import replace

    first, second = load(skills=mine), load(skills=mine)
    assert "roles" not in vars(second) and "redflags" not in vars(second)
    assert second.skills.get("perl") is second.skills["perl"] and second.skills.get("cobol") is None
    assert "perl" in second.skills and "cobol" not in second.skills and len(second.skills) == 1
    assert dict(second.skills.items()) == dict(first.skills)
    again = pickle.loads(pickle.dumps(copy.copy(second)))
    assert again == first
    assert replace(second, roles=None).redflags == first.redflags  # type: ignore[arg-type]
    assert "roles" not in vars(second) or second.roles == first.roles
    with pytest.raises(AttributeError, match="no colours"):
        second.colours  # noqa: B018


def test_the_indexes_of_the_roles_words_are_kept_and_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    first = load()
    monkeypatch.setattr("aiscreen.taxonomy.roles.indexed", lambda entries: pytest.fail("indexed again"))
    second = load()
    assert second.roles.indexes == first.roles.indexes
    assert second.roles.titles.labels("Senior Machine Learning Engineer") >= {"ai"}
    other = second.roles.with_role("mine", second.roles.roles["ml-engineer"])
    with pytest.raises(pytest.fail.Exception, match="indexed again"):
        _ = other.indexes  # another file of roles has indexes of its own


def test_a_forged_part_of_a_cache_is_an_error_with_a_remedy(mine: Path, cache_folder: Path) -> None:
    import marshal

    load(skills=mine)
    (entry,) = cache_folder.glob("taxonomy-*.bin")
    key = entry.stem.removeprefix("taxonomy-")
    found = cache.read("taxonomy", key)
    cache.write("taxonomy", key, {**found, "roles": marshal.dumps([1]), "entries": {"perl": b"?"}})
    taxonomy = load(skills=mine)
    for read in (lambda: taxonomy.roles, lambda: taxonomy.skills["perl"]):
        with pytest.raises(ConfigError, match="delete the folder"):
            read()


def test_examples_are_put_to_the_test_once(monkeypatch: pytest.MonkeyPatch, cache_folder: Path) -> None:
    """As long as neither the files nor the program change; what failed is told again."""
    taxonomy = load()
    wrong = [(("skills", "go", "examples", "miss", 0), "`go` is found here, as `Go`")]
    runs: list[str] = []

    def run(self: Examples, given: Taxonomy) -> list[tuple[tuple[str | int, ...], str]]:
        runs.append(given.key or "")
        return wrong

    monkeypatch.setattr(Examples, "_of_skills", run)
    assert [Examples().of_skills(taxonomy) for _ in range(2)] == [wrong, wrong]
    assert len(runs) == 1
    Examples().of_skills(replace(taxonomy, key="another"))
    assert runs[1:] == ["another"]
    monkeypatch.setattr("aiscreen.cache.program", lambda: "another program")
    Examples().of_skills(taxonomy)
    assert len(runs) == 3
