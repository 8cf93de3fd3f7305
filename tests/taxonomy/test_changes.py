"""What changed between two policy files."""

from __future__ import annotations

from aiscreen.taxonomy.changes import GONE, Change, applied, changes
from aiscreen.taxonomy.yamlfile import read_yaml

OLD = """schema: aiscreen.skills/1
updated: 2026-10
skills:
  perl: {name: Perl, aliases: [perl5, plperl]}
  scala: {name: Scala, released: 2004-01}
  cobol: {name: COBOL}
"""
NEW = """schema: aiscreen.skills/1
updated: 2026-11
skills:
  perl:
    name: Perl
    aliases: [plperl, perl 6]
    cased: [PERL]
  rust: {name: Rust}
  scala: {name: Scala}
"""


def found(old: str, new: str) -> list[Change]:
    return changes("skills", read_yaml("old", old.encode()), read_yaml("new", new.encode()))


def test_every_field_with_its_line() -> None:
    assert [f"{each.file}:{each.line} {each}" for each in found(OLD, NEW)] == [
        "new:2 ~ updated: 2026-10 -> 2026-11",
        "new:6 ~ skills.perl.aliases: + perl 6, - perl5",
        "new:7 + skills.perl.cased",
        "new:8 + skills.rust",
        "old:5 - skills.scala.released",
        "old:6 - skills.cobol",
    ]


def test_nothing_changed() -> None:
    assert found(OLD, OLD.replace("{name: Perl, aliases", "{  name: Perl, aliases") + "# a comment\n") == []


def test_an_order_a_type_and_a_truth_value() -> None:
    assert [
        str(each)
        for each in found("a: [x, y]\nb: true\nc: [1]\nd: '1'\n", "a: [y, x]\nb: false\nc: {}\nd: 1\n")
    ] == [
        "~ a: in another order",
        "~ b: true -> false",
        "~ c",
        "~ d: 1 -> 1",
    ]


def test_all_changes_made_one_after_the_other_give_the_new_file() -> None:
    data = read_yaml("old", OLD.encode()).data
    for change in found(OLD, NEW):
        data = applied(data, change)
    assert data == read_yaml("new", NEW.encode()).data


def test_a_change_leaves_the_old_data_alone() -> None:
    data = {"a": {"b": [1]}}
    assert applied(data, Change("skills", ("a", "b"), [1], GONE, "f", 1)) == {"a": {}}
    assert applied(data, Change("skills", ("c", "d"), GONE, 2, "f", 1)) == {"a": {"b": [1]}, "c": {"d": 2}}
    assert data == {"a": {"b": [1]}}
