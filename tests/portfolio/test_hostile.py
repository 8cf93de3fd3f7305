"""Crafted repositories run nothing and lead nowhere.

Each trap is set in a clone, the clone is examined, and a canary must still be silent. Where plain git would have
sprung the trap, the test springs it afterwards, so that a trap that is none cannot pass for safety.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
import zipfile
import zlib
from collections.abc import Callable
from hashlib import sha1
from pathlib import Path

import pytest

from aiscreen.errors import AiscreenError, InputError
from aiscreen.portfolio import examine, limits
from tests.portfolio.history import ADA, History, git

CASES: dict[str, tuple[str, list[str] | None]] = {
    # trap: configuration (CANARY is a program), and the plain git command that springs it
    "fsmonitor": ("[core]\n\tfsmonitor = CANARY", ["status"]),
    "pager": ("[core]\n\tpager = CANARY", ["-p", "log"]),
    "pager for log": ("[pager]\n\tlog = CANARY", ["-p", "log"]),
    "editor": ("[core]\n\teditor = CANARY", ["commit", "--amend"]),
    "external diff": ("[diff]\n\texternal = CANARY", ["diff", "HEAD~1"]),
    "text conversion": ('[diff "trap"]\n\ttextconv = CANARY', ["log", "-p"]),
    "diff command": ('[diff "trap"]\n\tcommand = CANARY', ["diff", "HEAD~1"]),
    "filters": (
        '[filter "trap"]\n\tclean = CANARY\n\tsmudge = CANARY\n\trequired = true',
        ["checkout", "-f", "HEAD~1", "--", "."],
    ),
    "filter process": ('[filter "trap"]\n\tprocess = CANARY', ["checkout", "-f", "HEAD~1", "--", "."]),
    "hooks path": ("[core]\n\thooksPath = HOOKS", ["checkout", "-q", "HEAD~1"]),
    "ssh command": ("[core]\n\tsshCommand = CANARY", ["fetch", "ssh://host.invalid/x"]),
    "ask for a password": ("[core]\n\taskPass = CANARY", None),
    "credential helper": ("[credential]\n\thelper = CANARY", None),
    "alias": ("[alias]\n\tlog = !CANARY\n\tls-tree = !CANARY", None),
    "signatures": ("[log]\n\tshowSignature = true\n[gpg]\n\tprogram = CANARY", None),
    "include": ("[include]\n\tpath = INCLUDED", ["status"]),
    "include if": ('[includeIf "gitdir:**"]\n\tpath = INCLUDED', ["status"]),
    "lazy fetch": (
        '[remote "origin"]\n\turl = ext::CANARY\n\tpromisor = true\n[extensions]\n\tpartialClone = origin\n'
        '[core]\n\trepositoryFormatVersion = 1\n[protocol "ext"]\n\tallow = always',
        None,
    ),
    "submodule": ('[submodule "x"]\n\tactive = true\n\tupdate = !CANARY\n\turl = ./x', None),
    "interactive filter": ("[interactive]\n\tdiffFilter = CANARY", None),
    "merge driver": ('[merge "trap"]\n\tdriver = CANARY', None),
    "alternate refs": ("[core]\n\talternateRefsCommand = CANARY", None),
    "trailer": ('[trailer "x"]\n\tcmd = CANARY', None),
}
ATTRIBUTES = "* diff=trap filter=trap merge=trap\n"


@pytest.fixture
def canary(tmp_path: Path) -> Callable[[], bool]:
    """Tells whether the canary's program has run. The program is `tmp_path/canary`, a hooks folder `tmp_path/hooks`."""
    sung = tmp_path / "sung"
    program = tmp_path / "canary"
    program.write_text(f"#!/bin/sh\ntouch '{sung}'\n")
    program.chmod(0o755)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for hook in (
        "post-checkout",
        "post-index-change",
        "reference-transaction",
        "fsmonitor-watchman",
        "pre-auto-gc",
    ):
        shutil.copy(program, hooks / hook)
    return sung.exists


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A repository of Ada's whose attributes call for every kind of driver."""
    history = History(tmp_path / "clone")
    history.commit({"a.py": "import numpy as np\nx = np.ones(3)\n", ".gitattributes": ATTRIBUTES})
    history.commit(
        {"b.py": "def two():\n    return 2\n", "a.py": "import numpy as np\nx = np.ones(4)\n"},
        author=("B", "b@x.org"),
    )
    history.commit({"c.py": "def three():\n    return 3\n"})
    place = history.build()
    (place / "a.py").write_text("changed\n")
    return place


def spring(place: Path, command: list[str]) -> None:
    """Run plain git as a careless reviewer would."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(place.parent),
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_AUTHOR_NAME": "x",
        "GIT_AUTHOR_EMAIL": "x",
        "GIT_COMMITTER_NAME": "x",
        "GIT_COMMITTER_EMAIL": "x",
    }
    subprocess.run(
        ["git", "-C", str(place), *command], env=environment, capture_output=True, timeout=30, check=False
    )


@pytest.mark.parametrize("trap", CASES)
def test_configuration_is_never_obeyed(trap, clone, canary, tmp_path, judge):
    setting, command = CASES[trap]
    setting = setting.replace("CANARY", str(tmp_path / "canary")).replace("HOOKS", str(tmp_path / "hooks"))
    included = tmp_path / "included"
    included.write_text(f"[core]\n\tfsmonitor = {tmp_path / 'canary'}\n")
    with (clone / ".git/config").open("a") as config:
        config.write(setting.replace("INCLUDED", str(included)) + "\n")
    before = snapshot(clone)
    repo = judge(clone)
    assert not canary(), "a program of the repository's ran"
    assert snapshot(clone) == before, "the repository was written to"
    assert repo.authorship.own_commits == 2 and "numpy" in repo.verified
    if command is not None and trap not in ("pager", "pager for log"):  # a pager needs a terminal
        spring(clone, command)
        assert canary(), "the trap was no trap"


def snapshot(place: Path) -> dict[str, tuple[int, int]]:
    """Every file below a place with its size and time of change."""
    found = (path for path in place.rglob("*") if path.is_file())
    return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in found}


def test_hooks_in_the_git_folder_do_not_run(clone, canary, tmp_path, judge):
    shutil.rmtree(clone / ".git/hooks", ignore_errors=True)
    shutil.copytree(tmp_path / "hooks", clone / ".git/hooks")
    assert judge(clone).authorship.commits == 3 and not canary()
    spring(clone, ["checkout", "-f", "HEAD~1"])
    assert canary()


def test_the_users_own_configuration_is_not_obeyed_either(clone, canary, tmp_path, judge, monkeypatch):
    (tmp_path / ".gitconfig").write_text(
        f"[core]\n\tfsmonitor = {tmp_path / 'canary'}\n[alias]\n\tlog = !{tmp_path / 'canary'}\n"
    )
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(tmp_path / "canary"))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_TRACE", str(tmp_path / "trace"))
    assert judge(clone).authorship.own_commits == 2
    assert not canary() and not (tmp_path / "trace").exists()


def test_a_work_tree_elsewhere_is_not_looked_at(clone, tmp_path, judge):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "secret.py").write_text("import torch\nprint(torch)\n")
    with (clone / ".git/config").open("a") as config:
        config.write(f"[core]\n\tworktree = {elsewhere}\n")
    assert "pytorch" not in judge(clone).verified


def private(tmp_path: Path) -> Path:
    """A repository of the reviewer's that no candidate's repository may borrow from."""
    history = History(tmp_path / "private")
    return history.commit({"secret.py": "import torch\nprint(torch.ones(2))\n"}, author=ADA).build()


def test_a_git_file_that_points_elsewhere_is_not_followed(tmp_path, judge):
    secret = private(tmp_path)
    place = tmp_path / "pointer"
    place.mkdir()
    (place / ".git").write_text(f"gitdir: {secret}/.git\n")
    (place / "x.py").write_text("x = 1\n")
    repo = judge(place)
    assert not repo.skills and not repo.authorship.commits
    assert any("points elsewhere" in warning for warning in repo.warnings)


@pytest.mark.parametrize(
    "part", [".git", ".git/objects", ".git/objects/pack", ".git/refs", ".git/HEAD", ".git/packed-refs"]
)
def test_links_in_place_of_git_s_own_parts_are_not_followed(part, tmp_path, judge):
    secret = private(tmp_path)
    git(secret, "repack", "-adq")
    git(secret, "pack-refs", "--all")
    place = tmp_path / "linked"
    shutil.copytree(secret, place)
    target = place / part
    shutil.rmtree(target) if target.is_dir() else target.unlink()
    target.symlink_to(secret / part)
    (place / "secret.py").unlink()
    repo = judge(place)
    # A linked refs folder costs nothing here, since the same refs stand packed; all else leaves nothing to read.
    assert repo.authorship.commits == (1 if part == ".git/refs" else 0)


def test_linked_packs_and_loose_objects_are_not_read(tmp_path, judge):
    secret = private(tmp_path)
    place = tmp_path / "linked"
    shutil.copytree(secret, place)
    for loose in [path for path in (place / ".git/objects").rglob("*") if path.is_file()]:
        source = secret / loose.relative_to(place)
        loose.unlink()
        loose.symlink_to(source)
    repo = judge(place)
    assert repo.authorship.commits == 0 and repo.skills == []
    assert any("links to elsewhere" in warning for warning in repo.warnings)


@pytest.mark.parametrize("kind", ["alternates", "http-alternates"])
def test_alternates_are_not_followed(kind, tmp_path, judge):
    secret = private(tmp_path)
    place = History(tmp_path / "borrower").commit({"a.py": "x = 1\n"}).build()
    (place / ".git/objects/info").mkdir(exist_ok=True)
    (place / ".git/objects/info" / kind).write_text(f"{secret}/.git/objects\n")
    (place / ".git/refs/heads/main").write_text(git(secret, "rev-parse", "HEAD"))
    if kind == "alternates":
        assert git(place, "show", "HEAD:secret.py").startswith("import torch"), "the trap was no trap"
    repo = judge(place)
    assert "pytorch" not in repo.verified and repo.head is None


def test_links_out_of_the_tree_are_not_read(tmp_path, judge):
    secret = tmp_path / "secret.py"
    secret.write_text("import torch\nprint(torch)\n")
    place = tmp_path / "linked"
    place.mkdir()
    for name, target in (("a.py", secret), (".mailmap", secret), ("README.md", secret), ("deep", tmp_path)):
        (place / name).symlink_to(target)
    (place / "pipe.py").parent.mkdir(exist_ok=True)
    os.mkfifo(place / "pipe.py")
    assert judge(place).skills == []
    git(place, "init", "-q", "-b", "main")
    git(place, "add", "a.py", ".mailmap", "README.md", "deep")
    git(place, "commit", "-qm", "links")
    repo = judge(place)
    assert repo.skills == [] and repo.files == 0 and repo.authorship.commits == 1


def test_replaced_and_grafted_history_is_not_believed(clone, judge):
    first, last = (
        git(clone, "rev-list", "--max-parents=0", "HEAD").strip(),
        git(clone, "rev-parse", "HEAD").strip(),
    )
    git(clone, "replace", last, first)
    (clone / ".git/info").mkdir(exist_ok=True)
    (clone / ".git/info/grafts").write_text(f"{last}\n")
    assert judge(clone).authorship.commits == 3


def test_a_commit_graph_of_lies_is_not_read(clone, judge):
    git(clone, "commit-graph", "write", "--reachable")
    graph = clone / ".git/objects/info/commit-graph"
    graph.chmod(0o644)
    graph.write_bytes(b"CGPH" + b"\xff" * 200)
    assert judge(clone).authorship.commits == 3


def test_names_with_escapes_cannot_reach_the_terminal(tmp_path, known, ada):
    evil = "\x1b]0;owned\x07\x1b[31mred"
    place = History(tmp_path / "evil").commit(
        {'"a\\033[2J.py"': "import torch\nprint(torch, '\x1b[2J')\n", "README.md": f"Uses Kubernetes {evil}\n"},
        author=(f"Ada Okafor{evil}", "ada@okafor.dev"),
        message=evil,
    ).build(checkout=False)  # fmt: skip
    (repo,) = examine([place], ada, taxonomy=known)
    from aiscreen.models.portfolio import PortfolioReport
    from aiscreen.reports.portfolio import render

    report = PortfolioReport(tool="test", repositories=[repo], schema="aiscreen.portfolio/1")
    assert "pytorch" in repo.verified
    for text in (
        render(report, "terminal", explain=True),
        render(report, "markdown", explain=True),
        render(report, "json"),
    ):
        assert "\x1b" not in text and "\x07" not in text and "\\u001b" not in text


def test_markup_in_names_is_plain_text(tmp_path, judge):
    from aiscreen.models.portfolio import PortfolioReport
    from aiscreen.reports.portfolio import render

    files = {
        "[bold]x[/].py": "import torch\nprint(torch)\n",
        "README.md": "[/] uses Kubernetes <script>alert(1)</script>\n",
    }
    repo = judge(History(tmp_path / "[red]").commit(files).build())
    report = PortfolioReport(tool="test", repositories=[repo], schema="aiscreen.portfolio/1")
    assert "[bold]x[/].py" in render(report, "terminal") and "<script>" not in render(report, "markdown")


def git_bomb(place: Path) -> Path:
    """A tree of ten levels of ten: 10,000,000,000 files in a dozen objects."""
    git(place.parent, "init", "-q", str(place))

    def store(kind: str, data: bytes) -> str:
        full = f"{kind} {len(data)}\0".encode() + data
        name = sha1(full, usedforsecurity=False).hexdigest()
        path = place / ".git/objects" / name[:2] / name[2:]
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(zlib.compress(full))
        return name

    name, mode = store("blob", b"one laugh\n"), "100644"
    for _ in range(10):
        name, mode = (
            store("tree", b"".join(f"{mode} d{n}\0".encode() + bytes.fromhex(name) for n in range(10))),
            "40000",
        )
    who = f"{ADA[0]} <{ADA[1]}> 1700000000 +0000"
    commit = store("commit", f"tree {name}\nauthor {who}\ncommitter {who}\n\nbomb\n".encode())
    (place / ".git/refs/heads").mkdir(exist_ok=True)
    (place / ".git/refs/heads/main").write_text(commit + "\n")
    (place / ".git/HEAD").write_text("ref: refs/heads/main\n")
    return place


def test_a_tree_bomb_is_cut_off(tmp_path, judge, monkeypatch):
    monkeypatch.setattr(limits, "GIT_SECONDS", 2.0)
    monkeypatch.setattr(limits, "TREE_OUTPUT", 1 << 20)
    monkeypatch.setattr(limits, "DIFF_SILENCE", 0.5)
    repo = judge(git_bomb(tmp_path / "bomb"))
    assert repo.authorship.commits == 1 and repo.verified == {} and repo.strength < 0.1
    told = " ".join(repo.warnings)
    assert (
        "the tree was read in part" in told and "changes were read in part: git diff-tree took longer" in told
    )


def test_a_repository_of_another_user_is_read_all_the_same(tmp_path, judge, monkeypatch):
    place = History(tmp_path / "theirs").commit({"a.py": "import redis\nredis.Redis()\n"}).build()
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    refused = subprocess.run(["git", "-C", str(place), "log"], capture_output=True, check=False)
    assert b"dubious ownership" in refused.stderr
    if os.geteuid() == 0:
        for path in [place, *place.rglob("*")]:
            os.chown(path, 65534, 65534)
    assert "redis" in judge(place).verified


def test_submodules_are_neither_followed_nor_fetched(tmp_path, judge, canary):
    inner = History(tmp_path / "inner").commit({"b.py": "import torch\ntorch.ones(1)\n"}).build()
    modules = f'[submodule "x"]\n\tpath = x\n\turl = {inner}\n\tupdate = !{tmp_path / "canary"}\n'
    place = (
        History(tmp_path / "outer")
        .commit({"a.py": "import redis\nredis.Redis()\n", ".gitmodules": modules})
        .build()
    )
    git(place, "update-index", "--add", "--cacheinfo", f"160000,{git(inner, 'rev-parse', 'main').strip()},x")
    git(place, "commit", "-qm", "Add x")
    shutil.copytree(inner, place / "x", dirs_exist_ok=True)
    repo = judge(place)
    assert "redis" in repo.verified and "pytorch" not in {skill.id for skill in repo.skills}
    assert not canary() and repo.files == 2


def test_a_huge_blob_is_not_read(tmp_path, judge):
    place = (
        History(tmp_path / "huge")
        .commit({"data.py": "x = 1\n" * 400_000, "a.py": "import redis\nredis.Redis()\n"})
        .build()
    )
    repo = judge(place)
    assert any("too large" in warning for warning in repo.warnings)
    assert repo.languages.get("Python", 0) < 10 and "redis" in repo.verified


@pytest.mark.parametrize("damage", ["pack", "idx", "loose", "head", "refs", "empty"])
def test_damage_is_told_and_not_fatal(damage, tmp_path, sample, judge):
    place = tmp_path / "damaged"
    shutil.copytree(sample("service"), place)
    folder = place / ".git"
    if damage in ("pack", "idx"):
        git(place, "repack", "-adq")
        (pack,) = folder.glob(f"objects/pack/*.{damage}")
        data = bytearray(pack.read_bytes())
        data[100:400] = b"\x00" * 300
        pack.chmod(0o644)
        pack.write_bytes(data)
    elif damage == "loose":
        for pack in folder.glob("objects/pack/*"):
            pack.chmod(0o644)
            pack.unlink()
    elif damage == "head":
        (folder / "HEAD").write_bytes(b"\xff\x00 ref: ../../../etc/passwd\n")
    elif damage == "refs":
        (folder / "refs/heads/main").write_text("not an object\n")
        (folder / "packed-refs").write_text("zz refs/heads/main\n" * 5)
    else:
        shutil.rmtree(folder / "objects")
        (folder / "objects").mkdir()
    repo = judge(place)
    assert repo.strength <= 1.0
    if damage == "head":
        assert repo.authorship.commits == 8


PYTHON_BOMBS = {
    "nested": "(" * 5000 + ")" * 5000,
    "nested lists": "x = " + "[" * 90 + "]" * 90,
    "unary": "x = " + "-" * 100_000 + "1",
    "not": "x = " + "not " * 50_000 + "1",
    "attributes": "x = a" + ".b" * 50_000,
    "calls": "x = a" + "()" * 50_000,
    "sums": "x = " + "+".join("1" * 50_000),
    "powers": "x = " + "**".join("2" * 20_000),
    "lambda": "lambda: " * 5_000 + "1",
    "elif": "if a: pass\n" + "elif a: pass\n" * 5_000,
    "blocks": "".join(" " * n + "if a:\n" for n in range(95)) + " " * 95 + "pass\n",
    "strings": "x = f'" + "{" * 500 + "}" * 500 + "'",
    "nul": "x = '\0'\n",
    "surrogates": "x = '\\ud800'\n",
    "big number": "x = " + "9" * 100_000,
}


@pytest.mark.parametrize("bomb", PYTHON_BOMBS)
def test_python_that_is_a_bomb_harms_nobody(bomb, tmp_path, judge):
    (tmp_path / "bomb.py").write_text(PYTHON_BOMBS[bomb])
    (tmp_path / "good.py").write_text("import redis\nredis.Redis()\n")
    assert "redis" in {skill.id for skill in judge(tmp_path).skills}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.ipynb", "[" * 100_000),
        ("b.ipynb", '{"cells": [1, {"cell_type": "code", "source": {"a": 1}}, {"cell_type": "code", "source": [1, null]}]}'),
        ("c.ipynb", '{"cells": "x", "metadata": []}'),
        ("pyproject.toml", "a = " + "[" * 50_000),
        ("package.json", "[" * 100_000),
        ("package.json", '{"dependencies": ["x", 1], "devDependencies": null}'),
        ("pyproject.toml", 'project = 1\n[tool]\npoetry = "x"\n'),
        ("pyproject.toml", '[project]\ndependencies = "x"\n[tool.poetry.group]\ndev = 3\n'),
        (".github/workflows/ci.yml", "run: |\n" * 20_000),
        (".github/workflows/ci.yml", "a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(99)) + "run: pytest\n"),
        ("requirements.txt", "\x00" * 10_000 + "a" * 300_000),
        ("README.md", "# " + "kubernetes " * 90_000),
        ("README.md", "<" * 50_000 + "](" * 50_000),
        (".mailmap", "<" * 100_000 + ">\n" + "A <a@b> B <c@d>\n" * 10),
        ("LICENSE", "copyright (c) " + "2020, " * 3000),
        ("main.tf", 'resource "' + "a" * 500_000),
    ],
)  # fmt: skip
def test_files_that_lie_about_their_kind_harm_nobody(name, text, tmp_path, judge):
    path = tmp_path / "repo" / name
    path.parent.mkdir(parents=True)
    path.write_text(text)
    (tmp_path / "repo/good.py").write_text("import redis\nredis.Redis()\n")
    assert "redis" in {skill.id for skill in judge(tmp_path / "repo").skills}


def test_an_archive_cannot_write_or_read_outside(tmp_path, judge):
    place = tmp_path / "zip" / "evil.zip"
    place.parent.mkdir()
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr("repo/a.py", "import redis\nredis.Redis()\n")
        for name in (
            "../out.py",
            "/tmp/out.py",
            "repo/../../out.py",
            "C:/out.py",
            "repo\\..\\out.py",
            "repo/.git/../../out",
        ):
            archive.writestr(name, "import torch\nprint(torch)\n")
        link = zipfile.ZipInfo("repo/link.py")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    repo = judge(place)
    assert [skill.id for skill in repo.skills if skill.how == "import"] == ["redis"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["evil.zip", "zip"]
    assert any("left alone" in warning for warning in repo.warnings)


def test_a_zip_bomb_is_left_alone(tmp_path, judge, monkeypatch):
    place = tmp_path / "bomb.zip"
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("repo/a.py", "import redis\nredis.Redis()\n")
        archive.writestr("repo/bomb.py", b"#" * (64 << 20))
    assert judge(place).files == 1
    monkeypatch.setattr(limits, "ARCHIVE_BYTES", 10)
    repo = judge(place)
    assert repo.skills == []


def test_a_zip_that_lies_about_a_size_is_held_to_the_limit(tmp_path, judge):
    place = tmp_path / "liar.zip"
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.py", "import redis\nredis.Redis()\n" + "#" * 5_000_000)
    data = place.read_bytes().replace((5_000_028).to_bytes(4, "little"), (28).to_bytes(4, "little"))
    place.write_bytes(data)
    assert judge(place).languages.get("Python", 0) <= 3


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04" + b"\x00" * 50, b"not a zip at all", b"\x1f\x8b" * 90]
)
def test_what_is_no_archive_is_an_input_error(content, tmp_path, judge):
    (tmp_path / "x.zip").write_bytes(content)
    with pytest.raises(InputError):
        judge(tmp_path / "x.zip")


def test_a_missing_path_is_an_input_error(tmp_path, judge):
    with pytest.raises(AiscreenError, match="no such file or folder"):
        judge(tmp_path / "nothing")


SLOW = {
    "README.md": ["#" * 900_000, "# x\n" + ("<" * 1900 + "\n") * 40, "# x\n" + ("](" * 900 + "\n") * 40, "a " * 400_000],
    "k8s/a.yaml": ["\n" * 900_000, " " * 900_000, "kind:" + "\n" * 900_000, "apiVersion: x\n" + "image:" * 100_000],
    "Dockerfile": ["\n" * 900_000, "FROM " + " " * 900_000, "FROM --platform=" * 50_000],
    "compose.yaml": ["- " * 400_000, "\n\t" * 400_000],
    "go.mod": ["\n" * 900_000, "a." * 400_000, "require " * 100_000],
    "main.go": ["\n" * 900_000, "import " * 100_000, '"a.' * 300_000],
    "app.js": ["from" * 200_000, "import(" * 100_000, "require ( " * 90_000],
    "lib.rs": ["\n" * 900_000, "#[" * 400_000],
    "Jenkinsfile": ["sh" + " " * 900_000, "sh '" * 200_000, "sh '''" * 100_000],
    "Makefile": ["\t" * 900_000, "a:\n" * 200_000, "a" * 900_000, "a" + " " * 900_000],
    ".github/workflows/ci.yml": ["run: " + "make " * 150_000, "run: " + "make a\n" * 100_000, "- " * 300_000, "run:\n" * 150_000],
    "LICENSE": ["copyright " * 90_000, "\n" * 900_000, "copyright " + "1" * 900_000],
    "app.py": ["#" + "sk-" * 300_000, "# xox" * 100_000, "# AKIA" * 100_000, "import " * 100_000, "\n" * 900_000],
    "requirements.txt": ["a" * 900_000, "a[" * 300_000, "\n" * 900_000],
    "nb.ipynb": ["\n" * 900_000, '{"cells": []}' + " " * 900_000, '"' * 900_000],
    "a.tf": ["\n" * 900_000, 'resource "' * 90_000],
    ".mailmap": ["a <" * 200_000, "<>" * 300_000],
}  # fmt: skip


@pytest.mark.parametrize("name", SLOW)
def test_no_text_makes_a_pattern_slow(name, tmp_path, judge):
    for number, text in enumerate(SLOW[name]):
        path = tmp_path / str(number) / name
        path.parent.mkdir(parents=True)
        path.write_text(text)
        start = time.process_time()
        judge(tmp_path / str(number))
        assert time.process_time() - start < 3.0, text[:30]


def test_no_name_makes_a_pattern_slow(tmp_path, judge):
    name = "hw-" * 60 + "!"
    folders = "/".join([name] * 5)
    history = History(tmp_path / "r")
    history.commit(
        {f"{folders}/{name}.py": "x = 1\n"},
        author=("bot " * 20_000 + "x", "b" * 90_000),
        message="(#1" * 90_000,
    )
    place = history.build(checkout=False, tags=("v1." + "1" * 150 + "!", "v1.2" + "-a" * 60 + "!"))
    git(place, "remote", "add", "upstream", "https://" + "a/" * 20_000)
    start = time.process_time()
    judge(place)
    assert time.process_time() - start < 3.0
