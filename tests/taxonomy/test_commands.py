"""`aiscreen taxonomy` as people run it."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from aiscreen import cli

GOOD = "schema: aiscreen.skills/1\nupdated: 2026-11\ncategories: {tools: Tools}\nskills:\n"
PERL = "  perl: {name: Perl, category: tools}\n"
BAD = "  scala: {name: Scala, category: tolls}\n"


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.chdir(tmp_path)


def run(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    code = cli.run(["taxonomy", *args])
    out, err = capsys.readouterr()
    return code, out, err


def put(name: str, text: str) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")
    return name


def test_the_shipped_files_have_no_problems(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check") == (0, "", "3 files checked: no problems\n")


def test_a_clean_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", put("skills.yaml", GOOD + PERL)) == (0, "", "1 file checked: no problems\n")


def test_text_has_the_line_and_a_remedy(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "check", put("skills.yaml", GOOD + PERL + BAD))
    assert (code, err) == (1, "1 file checked: 1 error, 0 warnings\n")
    assert out == (
        "skills.yaml:6:34: error[unknown-reference] there is no category `tolls`\n"
        "  |\n"
        "6 |   scala: {name: Scala, category: tolls}\n"
        "  |                                  ^^^^^ did you mean `tools`?\n"
    )


def test_warnings_alone_are_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    text = GOOD + "  perl: {name: Perl, category: tools, aliases: [perl]}\n"
    code, out, err = run(capsys, "check", put("skills.yaml", text))
    assert (code, err) == (0, "1 file checked: 0 errors, 1 warning\n")
    assert "warning[redundant-alias]" in out


def test_other_formats(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    name = put("skills.yaml", GOOD + PERL + BAD)
    annotation = (
        "::error file=skills.yaml,line=6,endLine=6,col=34,endColumn=39,title=aiscreen unknown-reference"
        "::there is no category `tolls`%0Adid you mean `tools`?\n"
    )
    code, out, _ = run(capsys, "check", name, "--format", "json")
    assert code == 1 and [problem["rule"] for problem in json.loads(out)["problems"]] == ["unknown-reference"]
    code, out, _ = run(capsys, "check", name, "--format", "sarif", "--output", "out.sarif")
    assert code == 1 and out == ""
    official = json.loads(
        (Path(__file__).parent / "data" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")
    )
    jsonschema.Draft4Validator(official).validate(json.loads(Path("out.sarif").read_text(encoding="utf-8")))
    assert run(capsys, "check", name, "--format", "github")[1] == annotation
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert run(capsys, "check", name)[1] == annotation
    assert run(capsys, "check", name, "--format", "text")[1].startswith("skills.yaml:6:34: error")


def test_files_are_told_by_their_schema_and_referred_to_from_beside(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A role file may name what the skills beside it define; without them the shipped ones count."""
    role = (
        "schema: aiscreen.roles/1\nupdated: 2026-11\nroles:\n  perl-engineer:\n    name: Perl engineer\n    like: ml-engineer\n"
        "    needs:\n      perl: {name: Perl, skills: [perl-and-nothing-else]}\n"
    )
    code, out, _ = run(capsys, "check", put("policy/any name.yaml", role))
    assert code == 1 and "there is no skill `perl-and-nothing-else`" in out
    put("policy/skills.yaml", GOOD + "  perl-and-nothing-else: {name: Perl, category: tools}\n")
    code, out, err = run(capsys, "check", "policy/any name.yaml")
    assert "perl-and-nothing-else" not in out
    assert "1 file checked" in err


def test_a_folder_several_of_a_kind_and_the_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    put("one/skills.yaml", GOOD + PERL + BAD)
    put("two.yaml", GOOD + PERL + "  raku: {name: Raku, category: tulls}\n")
    put("what.yaml", "schema: aiscreen.skils/1\n")
    put("other.yaml", "- a list\n")
    code, out, err = run(capsys, "check", "one", "two.yaml", "what.yaml", "other.yaml")
    assert code == 1 and err.startswith("4 files checked: 4 errors")
    heads = [line.split(" error")[0] for line in out.splitlines() if " error[" in line]
    assert heads == ["one/skills.yaml:6:34:", "other.yaml:1:1:", "two.yaml:6:32:", "what.yaml:1:9:"]
    assert "did you mean `aiscreen.skills/1`?" in out


def test_usage_errors(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "check", "nowhere.yaml")
    assert (code, out) == (2, "") and "nowhere.yaml: cannot be read: No such file" in err
    Path("empty").mkdir()
    assert run(capsys, "check", "empty")[0] == 2
    assert run(capsys, "check", "--format", "xml")[0] == 2
    assert run(capsys, "show", "python", "--skills", put("s.yaml", GOOD + PERL + BAD))[0] == 2


def test_show(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "show", "pyspark")
    assert code == 0
    rows = dict(line.strip().split("  ", 1) for line in out.splitlines()[1:])
    assert out.startswith("PySpark\n") and "spark" in rows["implies"] and rows["id"].strip() == "pyspark"
    assert run(capsys, "show", "PySpark")[1] == out
    assert "theano" in run(capsys, "show", "pytorch")[1]


def test_show_what_there_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "show", "pytroch")
    assert (code, out, err) == (2, "", "aiscreen: there is no skill `pytroch`; did you mean `pytorch`?\n")
    code, _, err = run(capsys, "show", "zzqx jjw [bold] \x1b[31m")
    assert code == 2 and "\x1b" not in err


def lines(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def test_try(capsys: pytest.CaptureFixture[str]) -> None:
    text = "Clustered shoppers with supervised algorithms such as K-means in PyTorch"
    code, out, _ = run(capsys, "try", text, "--format", "json")
    (found,) = lines(out)
    assert code == 0 and list(found) == ["text", "skills", "flags"] and found["text"] == text
    assert [list(skill) for skill in found["skills"]] == [
        ["id", "name", "surface", "start", "end", "how"]
    ] * len(found["skills"])
    pytorch = next(skill for skill in found["skills"] if skill["id"] == "pytorch")
    assert text[pytorch["start"] : pytorch["end"]] == pytorch["surface"] == "PyTorch"
    assert [list(flag) for flag in found["flags"]] == [["rule", "kind", "severity", "message"]]
    assert found["flags"][0]["kind"] == "fundamentals"
    code, out, _ = run(capsys, "try", text)
    assert code == 0 and "PyTorch (pytorch)" in out and "  ! " in out


def test_try_reads_lines(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    data = "Built a PyTorch model\r\n\nR\u202eL \x1b[31m[bold]\u2028x\n".encode() + b"\xff Keras"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    code, out, _ = run(capsys, "try", "-", "--format", "json")
    assert code == 0 and "\x1b" not in out and "\u202e" not in out
    texts = ["Built a PyTorch model", "", "R\u202eL \x1b[31m[bold]\u2028x", "\ufffd Keras"]
    assert [json.loads(line)["text"] for line in out.rstrip("\n").split("\n")] == texts


def test_schema(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "schema")
    assert code == 0 and list(json.loads(out)) == ["skills", "roles", "redflags"]
    code, one, _ = run(capsys, "schema", "roles")
    assert json.loads(one) == json.loads(out)["roles"]
    assert run(capsys, "schema", "--output", "a/b")[0] == 0
    assert Path("a/b/roles.schema.json").read_text(encoding="utf-8") == one
    put("file", "")
    assert run(capsys, "schema", "--output", "file")[0] == 2


def test_diff(capsys: pytest.CaptureFixture[str]) -> None:
    put("old/skills.yaml", GOOD + PERL)
    put("new/skills.yaml", GOOD.replace("11", "12") + PERL.replace("Perl", "PERL"))
    code, out, _ = run(capsys, "diff", "old", "new/skills.yaml")
    assert code == 0
    assert out == (
        "skills: 2 changes\n"
        "  new/skills.yaml:2  ~ updated: 2026-11 -> 2026-12\n"
        "  new/skills.yaml:5  ~ skills.perl.name: Perl -> PERL\n"
    )
    assert run(capsys, "diff", "old", "old")[1] == "nothing changed\n"
    assert run(capsys, "diff", "old", put("bad/skills.yaml", GOOD + PERL + BAD))[0] == 2
    assert run(capsys, "diff", "old", put("text.yaml", "- a list\n"))[0] == 2


SHIPPER = """Ines Marchetti
Machine Learning Engineer
ines@mail.example | Milan, Italy

Experience

Senior Machine Learning Engineer, Vela Commerce
March 2022 - Present
- Own the search ranking service in PyTorch on Kubernetes, 3,200 requests per second at 45 ms p99
- Deployed churn models to production on AWS, serving 2 million customers

Skills
Python, PyTorch, Kubernetes, AWS
"""
LISTER = """Jonas Berg
Data Analyst
jonas@mail.example | Oslo, Norway

Experience

Data Analyst, Fjord Retail
March 2022 - Present
- Made monthly sales reports

Skills
Python
"""
SMALL = """schema: aiscreen.skills/1
updated: 2026-11
categories: {languages: Languages, deep-learning: Deep learning, infrastructure: Infrastructure, cloud: Cloud}
skills:
  python: {name: Python, category: languages, kind: language}
  kubernetes: {name: Kubernetes, category: infrastructure}
  aws: {name: AWS, category: cloud}
"""


def test_diff_says_whose_rank_moves_by_which_line(capsys: pytest.CaptureFixture[str]) -> None:
    put("cv/ines.txt", SHIPPER)
    put("cv/jonas.txt", LISTER)
    put("cv/empty.txt", "")
    put("old.yaml", SMALL)
    put("new.yaml", SMALL + "  pytorch: {name: PyTorch, category: deep-learning}\n")
    args = ("diff", "old.yaml", "new.yaml", "cv", "--role", "deep-learning-engineer", "--as-of", "2026-11-01")
    code, out, err = run(capsys, *args)
    assert code == 3 and "empty.txt" in err
    report = out.splitlines()
    assert report[:4] == [
        "skills: 1 change",
        "  new.yaml:8  + skills.pytorch",
        "",
        "0 of 2 ranks move, 1 scores",
    ]
    assert report[4].startswith("  cv/ines.txt: rank 1, score ")
    before, after = (float(score) for score in report[4].rpartition("score ")[2].split(" -> "))
    points, rest = report[5].split(maxsplit=1)
    assert rest == "new.yaml:8  + skills.pytorch"
    assert float(points) == pytest.approx(after - before, abs=0.11) and after > before
    assert "jonas" not in out
    assert run(capsys, *args)[1] == out


def test_diff_traces_a_role_to_its_weight(capsys: pytest.CaptureFixture[str]) -> None:
    """Points moved between two dimensions: two lines, each tried alone, make no valid file; together they do."""
    from aiscreen.taxonomy import shipped

    roles = shipped.path("roles").read_text(encoding="utf-8")
    put("old/roles.yaml", roles)
    most, next_most = sorted(map(int, re.findall(r"max: (\d+)\}", roles)), reverse=True)[:2]
    first, second = f"max: {most}}}", f"max: {next_most}}}"
    assert most > next_most > 0
    moved = roles.replace(first, f"max: {most - 20}}}", 1).replace(second, f"max: {next_most + 20}}}", 1)
    put("new/roles.yaml", moved)
    put("cv/ines.txt", SHIPPER)
    code, out, _ = run(capsys, "diff", "old", "new", "cv", "--as-of", "2026-11-01")
    assert code == 0 and "roles: 2 changes" in out
    assert f"~ rubric.dimensions.production.max: {most} -> {most - 20}" in out
    points, place, *_ = out.splitlines()[-2].split(maxsplit=2)
    lines = [number for number, row in enumerate(roles.splitlines(), 1) if first in row or second in row]
    assert float(points) and place == f"new/roles.yaml:{lines[0]}"
    assert out.splitlines()[-1].strip().startswith(f"and  new/roles.yaml:{lines[1]}  ~ rubric.dimensions")
