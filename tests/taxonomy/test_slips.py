"""Mistakes as people make them by hand: each is told once, in its place, with a way to mend it."""

from __future__ import annotations

import pytest

from aiscreen.taxonomy.shipped import Kind
from tests.taxonomy.test_lint import lint, shipped_text

SKILLS = """schema: aiscreen.skills/1
updated: 2026-11
categories:
  data: Data stack
  retrieval: Retrieval and search
skills:
  qdrant:
    name: Qdrant
    category: retrieval
    aliases: [qdrant db]
    released: 2021-05
  beam:
    name: Apache Beam
    category: data
    cased: [Beam]
    implies: [qdrant]
    context:
      near: [pipeline, dataflow, streaming]
    examples:
      match: ["Wrote Beam pipelines on Dataflow"]
      miss: ["Aligned the laser beam of the scanner"]
"""
ROLES = """schema: aiscreen.roles/1
roles:
  risk:
    name: Risk modeller
    like: ml-engineer
    drop: [frameworks]
    needs:
      go: {name: Go, weight: 3, required: true, skills: [go]}
"""
FLAGS = """schema: aiscreen.redflags/1
extends: shipped
rules:
  ours:
    kind: unproven
    severity: low
    when: {test: says, any: [deployed in excel]}
    message: "served from a spreadsheet: {found}"
    ask: Who used it?
    listen_for: [users]
    examples: {hit: [Model deployed in Excel], miss: [Exported scores to Excel]}
"""
FILES: dict[str, Kind] = {SKILLS: "skills", ROLES: "roles", FLAGS: "redflags"}


@pytest.mark.parametrize(
    ("text", "before", "after", "place", "rule", "advice"),
    [
        (SKILLS, "name: Qdrant", "name: 1.10", "8:11", "wrong-type", 'quote it: "1.10"'),
        (SKILLS, "name: Qdrant", "name: 007", "8:11", "wrong-type", 'quote it: "007"'),
        (SKILLS, "name: Qdrant", "name: no", "8:11", "wrong-type", 'quote it: "no"'),
        (SKILLS, "[qdrant db]", "0", "10:14", "wrong-type", 'write it as a list: ["0"]'),
        (SKILLS, "[qdrant db]", "[“qdrant db”]", "10:15", "syntax", 'write "qdrant db"'),
        (SKILLS, "[qdrant db]", "[qdrant db", "10:14", "syntax", "add the missing `,` or bracket"),
        (SKILLS, "[qdrant db]", "[qdrant: db]", "10:15", "wrong-type", 'quote it: "qdrant: db"'),
        (SKILLS, "2021-05", "05-2021", "11:15", "bad-date", "write 2021-05"),
        (SKILLS, "2021-05", "May 2021", "11:15", "bad-date", "write 2021-05"),
        (SKILLS, "2021-05", "17.05.2021", "11:15", "bad-date", "write 2021-05"),
        (SKILLS, "2021-05", "202105", "11:15", "bad-date", "write 2021-05"),
        (SKILLS, "2021-05", "2021-13", "11:15", "bad-date", "there is no month 13: write 2021 and a month from 01 to 12"),
        (SKILLS, "2021-05", "0", "11:15", "bad-date", "write year and month as YYYY-MM, such as 2016-09, or leave it out"),
        (SKILLS, "2021-05", "2021-05\n    status: retired\n    retired: 2031-05", "13:14", "bad-date", "check the month, or leave out `status: retired` until then"),
        (SKILLS, "    category: retrieval", "   category: retrieval", "9:4", "syntax", "indent it by 2 or 4"),
        (SKILLS, "    category: retrieval", "      category: retrieval", "9:15", "syntax", "indent it by 4 spaces, as that one; or quote the text above"),
        (SKILLS, "category: retrieval", "category retrieval", "9:5", "syntax", "write `category: retrieval`; indent text that goes on"),
        (SKILLS, "category: retrieval", "category:retrieval", "9:5", "syntax", "write `category: retrieval`"),
        (SKILLS, "category: retrieval", "category: retreival", "9:15", "unknown-reference", "did you mean `retrieval`?"),
        (SKILLS, "name: Apache Beam", "<<: {kind: tool}\n    name: Apache Beam", "13:5", "anchor", "write the fields out"),
        (SKILLS, "implies: [qdrant]", "implies: [Qdrant DB]", "16:15", "unknown-reference", "its id is `qdrant`"),
        (SKILLS, "schema: aiscreen.skills/1\n", "", "1:1", "missing-field", "begin with `schema: aiscreen.skills/1`"),
        (SKILLS, "    context:\n      near:", "    context: yes\n    phrases:", "17:14", "wrong-type", "its fields: after, before, company, deny, everyday, lists, near, person"),
        (ROLES, "ml-engineer", "ml-enginer", "5:11", "unknown-reference", "did you mean `ml-engineer`?"),
        (ROLES, "ml-engineer", "risk", "5:11", "cycle", "remove one of these links"),
        (ROLES, "frameworks", "framework", "6:12", "unknown-reference", "did you mean `frameworks`?"),
        (ROLES, "    like: ml-engineer\n", "", "5:12", "unknown-reference", "say with `like:` which role's needs this one takes over"),
        (ROLES, "required: true", "required: yes", "8:43", "wrong-type", "write true"),
        (ROLES, "skills: [go]", "skills: [golang]", "8:58", "unknown-reference", "its id is `go`"),
        (FLAGS, "{found}", "{fund}", "8:14", "unknown-reference", "did you mean `found`?"),
        (FLAGS, '"served from a spreadsheet: {found}"', "{found} served", "8:22", "syntax", "quote the whole text"),
        (FLAGS, "extends: shipped", "extends: shiped", "2:10", "wrong-type", "did you mean `shipped`?"),
        (FLAGS, "extends: shipped", "extend: shipped", "2:1", "unknown-field", "did you mean `extends`?"),
        (FLAGS, "extends: shipped\n", "", "1:1", "missing-field", "add `extends: shipped` to take over what the file does not say"),
        (FLAGS, "rules:\n", "rules:\n  buzzwords: off\n", "4:14", "wrong-type", "to leave a shipped entry out, write `drop: [buzzwords]`"),
        (FLAGS, "says, any: [deployed in excel]", "hidden-says, same_as: instructions", "7:40", "unknown-reference", "did you mean `hidden-instructions`?"),
        (FLAGS, "says, any: [deployed in excel]", "number, of: [recall], unit: percent", "7:5", "invalid", ""),
    ],
)  # fmt: skip
def test_a_slip_is_told_once_with_its_place_and_remedy(
    text: str, before: str, after: str, place: str, rule: str, advice: str
) -> None:
    assert before in text
    others = {"skills": shipped_text("skills")} if text is ROLES else {}
    problems = lint(text.replace(before, after, 1), FILES[text], **others)
    assert [(f"{p.line}:{p.column}", p.rule, p.suggestion) for p in problems] == [(place, rule, advice)]
    assert all(p.source for p in problems)


def test_an_entry_of_the_wrong_level_is_sent_below_its_section() -> None:
    problems = lint(SKILLS.replace("  beam:", "beam:"))
    told = [(p.line, p.suggestion) for p in problems if p.rule == "unknown-field"]
    assert told == [(12, "indent it, if it belongs under `skills:`")]


def test_what_a_role_is_like_hides_nothing_below_it() -> None:
    text = (
        ROLES.replace("ml-engineer", "ml-enginer")
        .replace("[go]", "[nobody]")
        .replace("weight: 3", "weight: x")
    )
    assert [(p.line, p.rule) for p in lint(text, "roles", skills=shipped_text("skills"))] == [
        (5, "unknown-reference"),
        (8, "wrong-type"),
        (8, "unknown-reference"),
    ]


def test_weights_hide_nothing_below_them() -> None:
    text = shipped_text("roles").replace("max: 36", "max: 37", 1).replace("skills: [go]", "skills: [golang]")
    text = text.replace("skills: [python, go, bash]", "skills: [python, golang, bash]", 1)
    found = [p.rule for p in lint(text, "roles", skills=shipped_text("skills"))]
    assert found == ["weights", "unknown-reference"]


def test_what_replaces_each_other_is_a_cycle_and_nothing_else() -> None:
    text = SKILLS.replace("released: 2021-05", "replaced_by: [beam]").replace(
        "implies: [qdrant]", "replaced_by: [qdrant]\n    status: retired\n    retired: 2024-01"
    )
    assert [(p.line, p.rule) for p in lint(text)] == [(16, "cycle")]


def test_an_announced_end_is_no_mistake() -> None:
    assert lint(SKILLS.replace("2021-05", "2021-05\n    retired: 2031-05")) == []


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("", "begin with `schema: aiscreen.skills/1`"),
        ("- a\n", "write `name: value` lines"),
        (
            "schema: aiscreen.skills/1\nextends: shipped\nskills: [a]\n",
            "write `name: value` lines in place of",
        ),
        (SKILLS.replace("[qdrant db]", "{qdrant: db}"), "write it as a list: one `- ` item a line"),
    ],
)
def test_a_shape_that_is_wrong_is_told_with_the_right_one(text: str, advice: str) -> None:
    assert any(problem.suggestion.startswith(advice) for problem in lint(text.encode()))


@pytest.mark.parametrize(
    ("before", "after", "advice"),
    [
        ("max: 36}", "max: 46}", "take 10 away from one `max:` or several, until they add up to 100"),
        ("max: 36}", "max: 26}", "add 10 to one `max:` or several, until they add up to 100"),
        ("listed: 0.12 ", "listed: 7.5 ", "write a number that is 1 or less"),
        ("full_months: 24", "full_months: -3", "write a number that is more than 0"),
    ],
)
def test_a_number_that_does_not_fit_is_told_with_one_that_does(before: str, after: str, advice: str) -> None:
    roles = shipped_text("roles")
    assert before in roles
    assert [problem.suggestion for problem in lint(roles.replace(before, after, 1).encode(), "roles")] == [
        advice
    ]
