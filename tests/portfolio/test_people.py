"""Who a commit is by, and whose lines stand."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aiscreen.models.portfolio import Identity
from aiscreen.portfolio.git import unquoted
from aiscreen.portfolio.origin import account_of
from aiscreen.portfolio.people import Candidate, Mailmap, is_machine, name_key
from tests.portfolio.history import ADA, BEN, CHI, History, git


@pytest.mark.parametrize(
    ("name", "email", "is_ada"),
    [
        ("Ada Okafor", "ada@work.example", True),
        ("Okafor, Ada", "x@y.z", True),
        ("ada okafor", "", True),
        ("Ada N. Okafor", "x@y.z", True),
        ("Ada Ökafor", "x@y.z", True),
        ("Somebody", "ADA@okafor.dev", True),
        ("Somebody", "1234567+ada-okafor@users.noreply.github.com", True),
        ("Somebody", "ada-okafor@users.noreply.github.com", True),
        ("Somebody", "77-ada-okafor@users.noreply.gitlab.com", True),
        ("ada-okafor", "x@y.z", True),
        ("A. Okafor", "ada.okafor@work.example", True),
        ("ada", "ada_okafor@work.example", True),
        ("Ben Lindqvist", "ada.okafor@work.example", False),
        ("A. Okafor", "a.okafor@work.example", False),
        ("Ada", "x@y.z", False),
        ("Ada O.", "x@y.z", False),
        ("Ada Lovelace", "x@y.z", False),
        ("Okafor", "x@y.z", False),
        ("Ben Okafor", "x@y.z", False),
        ("Somebody", "ada@okafor.dev.evil.example", False),
        ("Somebody", "not-ada-okafor@users.noreply.github.com", False),
        ("Somebody", "ada-okafor@users.noreply.github.com.evil.example", False),
        ("", "", False),
    ],
)
def test_recognises_the_candidate(name, email, is_ada):
    candidate = Candidate(Identity(names=["Ada Okafor"], emails=["ada@okafor.dev"], usernames=["ada-okafor"]))
    assert candidate.wrote((name, email)) is is_ada


def test_names_in_scripts_without_spaces_are_full_names():
    assert Candidate(Identity(names=["王小明"])).wrote(("王小明", "x@y.z"))
    assert not Candidate(Identity(names=["Ada"])).wrote(("Ada", "x@y.z"))
    assert not Candidate(Identity()).named


@given(st.text(max_size=60), st.text(max_size=60))
def test_nobody_is_recognised_by_nothing(name, email):
    assert not Candidate(
        Identity(names=["", " ", "x"], emails=["", "no-address"], usernames=["", "@"])
    ).wrote((name, email))
    assert name_key(name) == name_key(name.upper().lower()) or not name.isascii()


def test_mailmap_forms():
    mailmap = Mailmap(
        "# comment\nAda Okafor <ada@okafor.dev>\nAda Okafor <ada@okafor.dev> <ada@old.example>\n"
        "Ben L <ben@example.org> benny <b@x.org> # tail\n<new@x.org> <old@x.org>\nbroken <\n"
    )
    assert mailmap(("A", "ADA@okafor.dev")) == ("Ada Okafor", "ADA@okafor.dev")
    assert mailmap(("anything", "ada@old.example")) == ("Ada Okafor", "ada@okafor.dev")
    assert mailmap(("Benny", "b@x.org")) == ("Ben L", "ben@example.org")
    assert mailmap(("other", "b@x.org")) == ("other", "b@x.org")
    assert mailmap(("N", "old@x.org")) == ("N", "new@x.org")


def test_mailmap_of_the_repository_counts(tmp_path, judge):
    history = History(tmp_path / "r").commit({"a.py": "x = 1\n"}, author=("ao", "laptop@local"))
    history.commit({".mailmap": "Ada Okafor <ada@okafor.dev> ao <laptop@local>\n"}, author=BEN)
    assert judge(history.build()).authorship.own_commits == 1


@pytest.mark.parametrize(
    ("name", "machine"),
    [
        ("dependabot[bot]", True),
        ("renovate", True),
        ("github-actions", True),
        ("Deploy Bot", True),
        ("Ada Okafor", False),
        ("Talbot Rice", False),
        ("Botond Kovács", False),
        ("Abbot", False),
    ],
)
def test_machines_are_no_authors(name, machine):
    assert is_machine((name, "x@y.z")) is machine


@pytest.mark.parametrize(
    ("url", "account"),
    [
        ("git@github.com:ada/tool.git", ("ada", "tool")),
        ("https://github.com/ada/tool", ("ada", "tool")),
        ("https://github.com/ada/tool.git/", ("ada", "tool")),
        ("ssh://git@host.example:2222/team/tool.git", ("team", "tool")),
        ("https://gitlab.com/group/sub/tool.git", ("group", "tool")),
        ("/srv/git/tool.git", None),
        ("../tool", None),
    ],
)
def test_accounts_of_addresses(url, account):
    assert account_of(url) == account


def test_quoted_paths():
    assert unquoted(b'"b/\\303\\244 \\"x\\"\\t.py"') == 'b/Ã¤ "x"\t.py'
    assert unquoted(b"b/plain.py") == "b/plain.py"


def written(rng: random.Random, count: int) -> list[str]:
    return [f"value_{rng.randrange(10**6)} = compute({rng.randrange(10**6)})" for _ in range(count)]


def test_share_of_lines_agrees_with_blame(tmp_path, judge):
    """Three people edit and move forty files in turn; the estimate is held against git itself."""
    rng = random.Random(3)
    history = History(tmp_path / "blamed")
    files = {f"pkg/file{n}.py": written(rng, 40) for n in range(40)}
    history.commit({path: "\n".join(lines) + "\n" for path, lines in files.items()}, author=BEN)
    for step in range(150):
        path = rng.choice(sorted(files))
        lines = files[path]
        at = rng.randrange(len(lines))
        files[path] = [*lines[:at], *written(rng, rng.randrange(1, 12)), *lines[at + rng.randrange(0, 8) :]]
        author = (ADA, BEN, CHI)[step % 3]
        if step % 10 == 9:
            new = f"moved/file{step}.py"
            files[new] = files.pop(path)
            history.commit({new: "\n".join(files[new]) + "\n"}, renames={path: new}, author=author)
        else:
            history.commit({path: "\n".join(files[path]) + "\n"}, author=author)
    place = history.build()
    blamed = mine = 0
    for path in sorted(files):
        for line in git(place, "blame", "--line-porcelain", "-M", "HEAD", "--", path).split("\n"):
            if line.startswith("author-mail "):
                mine += ADA[1] in line
                blamed += 1
    share = judge(place).authorship.share_lines
    assert mine / blamed == pytest.approx(share, abs=0.02)
    assert 0.1 < share < 0.9


def test_lines_follow_renames_by_others(tmp_path, judge):
    history = History(tmp_path / "moved").commit({"old.py": "import torch\nprint(torch.ones(3))\n" * 5})
    history.commit({}, renames={"old.py": "new/place.py"}, author=BEN).commit(
        {"b.py": "x = 12345\n" * 10}, author=BEN
    )
    repo = judge(history.build())
    assert repo.authorship.share_lines == pytest.approx(0.5)
    assert repo.verified["pytorch"][0].file == "moved/new/place.py"


def test_lines_that_others_replaced_verify_nothing(tmp_path, judge):
    history = History(tmp_path / "replaced").commit({"a.py": "import torch\nprint(torch.ones(3))\n"})
    history.commit({"a.py": "import tensorflow\nprint(tensorflow.ones(3))\n"}, author=BEN)
    repo = judge(history.build())
    assert "tensorflow" in {skill.id for skill in repo.skills}
    assert repo.verified == {} and repo.authorship.share_lines == 0.0


def test_merges_and_branches_are_walked_once(tmp_path, judge):
    history = History(tmp_path / "merged").commit({"a.py": "a = 1000\n"}, author=BEN)
    history.commit({"b.py": "import redis\nredis.Redis()\n"}, branch="topic", start="main")
    history.commit({"a.py": "a = 2000\n"}, author=BEN)
    history.commit(
        {"b.py": "import redis\nredis.Redis()\n"},
        author=BEN,
        merge="topic",
        message="Merge pull request #7 from ada/topic",
    )
    repo = judge(history.build())
    assert repo.authorship.commits == 3 and repo.authorship.own_commits == 1
    assert repo.origin in ("upstream", "shared") and "redis" in repo.verified


def test_work_on_a_branch_counts_as_commits_but_not_as_accepted(tmp_path, judge):
    history = History(tmp_path / "branched").commit({"a.py": "a = 1000\n"}, author=BEN)
    for number in range(4):
        history.commit({"a.py": f"a = {number}000\n"}, author=BEN)
    history.commit({"b.py": "import redis\nredis.Redis()\n"}, branch="topic", start="main")
    repo = judge(history.build())
    assert repo.authorship.own_commits == 1 and repo.origin == "fork" and repo.verified == {}


def test_backdated_history_is_named_mildly(tmp_path, judge):
    history = History(tmp_path / "backdated")
    when = history.now
    for number in range(40):
        history.commit({f"f{number}.py": "x = 1\n"}, days=9, committed=when)
    mark = judge(history.build()).mark("backdated")
    assert mark is not None and "40 commits" in mark.note and mark.weight == 0
    honest = History(tmp_path / "honest")
    for number in range(40):
        honest.commit({f"f{number}.py": "x = 1\n"}, days=9)
    assert judge(honest.build()).mark("backdated") is None


def test_without_a_candidate_the_only_author_is_taken_and_several_are_not(tmp_path, sample, judge):
    alone = judge(sample("service"), Identity())
    assert alone.authorship.assumed and alone.origin == "own" and alone.verified
    several = judge(sample("upstream"), Identity())
    assert not several.authorship.known and several.origin == "unknown" and several.verified == {}
    assert any("3 authors and no candidate named" in warning for warning in several.warnings)


def test_a_copy_of_known_teaching_material(tmp_path, judge):
    place = (
        History(tmp_path / "handson-ml3")
        .commit({"a.py": "x = 1000\n" * 9}, author=BEN)
        .commit({"b.py": "y = 2\n"})
        .build()
    )
    assert judge(place).origin == "copied" and judge(place).strength == 0.0


def test_a_licence_of_somebody_else_over_a_dump_is_a_copy(tmp_path, judge, sample):
    code = {
        f"m{n}.py": "\n".join(f"def f{n}_{k}(x):\n    return x * {k}" for k in range(30)) for n in range(9)
    }
    place = (
        History(tmp_path / "gpt")
        .commit({"LICENSE": "MIT License\n\nCopyright (c) 2022 Andrea Kaplan\n", **code})
        .build()
    )
    repo = judge(place)
    assert repo.origin == "copied" and "Andrea Kaplan" in repo.mark("foreign-license").note
    assert judge(sample("service")).mark("foreign-license") is None


def test_evidence_of_a_language_is_a_definition_of_the_candidates(tmp_path, judge):
    theirs = "import os\n\n\ndef theirs():\n    return os.sep\n\n\n"
    ours = "def ours(value):\n" + "".join(f"    value += {n}000\n" for n in range(60)) + "    return value\n"
    history = History(tmp_path / "r").commit({"a.py": theirs}, author=BEN).commit({"a.py": theirs + ours})
    (evidence,) = judge(history.build()).verified["python"]
    assert (evidence.line, evidence.quote) == (8, "def ours(value):")
