"""The forms in which a repository may be handed over: clone, bare, zip, plain, folder, worktree, shallow, SHA-256."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from aiscreen.portfolio import examine
from tests.portfolio.history import History, git


def zipped(place: Path, archive: Path, *, prefix: str = "", leave_out: str = "\0") -> Path:
    """A zip of a folder, as `zip -r` makes it."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        for path in sorted(place.rglob("*")):
            name = path.relative_to(place).as_posix()
            if path.is_file() and not name.startswith(leave_out):
                made.write(path, prefix + name)
    return archive


def told(repo):
    """What must not depend on the form."""
    return (
        repo.kind,
        repo.grade,
        repo.origin,
        repo.strength,
        repo.authorship,
        repo.languages,
        sorted(repo.verified),
    )


def test_bare_and_zipped_clones_say_the_same(tmp_path, sample, judge):
    place = sample("service")
    git(tmp_path, "clone", "-q", "--bare", str(place), "service.git")
    as_clone = told(judge(place))
    assert told(judge(tmp_path / "service.git")) == as_clone
    assert told(judge(zipped(place, tmp_path / "a.zip"))) == as_clone
    assert told(judge(zipped(place, tmp_path / "b.zip", prefix="service/"))) == as_clone
    assert told(judge(zipped(tmp_path / "service.git", tmp_path / "c.zip"))) == as_clone
    assert judge(zipped(place, tmp_path / "d.zip", prefix="service/")).name == "service"


def test_packed_and_loose_objects_say_the_same(tmp_path, sample, judge):
    place = sample("service")
    git(tmp_path, "clone", "-q", "--no-local", str(place), "packed")
    git(tmp_path / "packed", "pack-refs", "--all")
    loose = tmp_path / "loose"
    git(tmp_path, "init", "-q", "-b", "main", str(loose))
    (pack,) = (tmp_path / "packed/.git/objects/pack").glob("*.pack")
    git(loose, "unpack-objects", "-q", input=pack.read_bytes())
    git(loose, "update-ref", "refs/heads/main", git(place, "rev-parse", "HEAD").strip())
    assert told(judge(tmp_path / "packed")) == told(judge(loose)) == told(judge(place))


def test_files_without_history_are_judged_but_nobodys(tmp_path, sample, judge):
    archive = zipped(sample("service"), tmp_path / "service.zip", prefix="service-main/", leave_out=".git/")
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(tmp_path / "plain")
    for place in (archive, tmp_path / "plain/service-main"):
        repo = judge(place)
        assert (repo.kind, repo.grade, repo.origin) == ("service", "production", "unknown")
        assert repo.verified == {} and {"fastapi", "docker"} <= {skill.id for skill in repo.skills}
        assert repo.strength == 0.25
        assert any("whose work this is cannot be known" in warning for warning in repo.warnings)


def test_a_folder_of_repositories(tmp_path, known, ada):
    for name in ("one", "group/two", "group/deep/three"):
        History(tmp_path / name).commit({"a.py": "import redis\nredis.Redis()\n"}).build()
    (tmp_path / "notes").mkdir()
    repos = examine([tmp_path, tmp_path / "one"], ada, taxonomy=known)
    assert [repo.name for repo in repos] == ["one", "two", "three", "one"]
    assert all(repo.verified for repo in repos)


def test_a_linked_worktree_inside_the_folder_is_not_lost(tmp_path, judge):
    place = History(tmp_path / "main").commit({"a.py": "import redis\nredis.Redis()\n"}).build()
    git(place, "worktree", "add", "-q", str(tmp_path / "side"))
    repo = judge(tmp_path / "side")
    assert repo.origin == "unknown" and any("points elsewhere" in warning for warning in repo.warnings)


def test_a_shallow_clone_is_no_dump(tmp_path, sample, judge):
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{sample('service')}", "shallow")
    repo = judge(tmp_path / "shallow")
    assert repo.mark("dump") is None and repo.authorship.share_lines is None
    assert repo.verified == {} and repo.origin == "unknown"
    git(tmp_path, "clone", "-q", "--depth", "3", f"file://{sample('service')}", "deeper")
    assert set(judge(tmp_path / "deeper").verified) == set()  # its last two commits add prose alone
    git(tmp_path, "clone", "-q", "--depth", "4", f"file://{sample('service')}", "deepest")
    assert "mlflow" in judge(tmp_path / "deepest").verified
    assert any("shallow" in warning for warning in repo.warnings)


def test_sha256_repositories(tmp_path, judge):
    place = tmp_path / "sha256"
    git(tmp_path, "init", "-q", "-b", "main", "--object-format=sha256", str(place))
    (place / "a.py").write_text("import redis\nredis.Redis()\n")
    git(place, "add", "a.py")
    git(place, "commit", "-qm", "one")
    repo = judge(place)
    assert repo.head is not None and len(repo.head) == 64 and "redis" in repo.verified


def test_detached_and_unborn_heads(tmp_path, judge):
    place = History(tmp_path / "r").commit({"a.py": "import redis\nredis.Redis()\n"}).build()
    git(place, "checkout", "-q", "--detach")
    assert "redis" in judge(place).verified
    git(place, "symbolic-ref", "HEAD", "refs/heads/none")
    assert "redis" in judge(place).verified
    git(tmp_path, "init", "-q", str(tmp_path / "empty"))
    empty = judge(tmp_path / "empty")
    assert (empty.kind, empty.strength, empty.authorship.commits) == ("empty", 0.0, 0)


def test_without_git_the_user_is_told(tmp_path, sample, judge, monkeypatch):
    from aiscreen.errors import InputError

    place = sample("service")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(InputError, match="git is not installed"):
        judge(place)


def test_same_input_same_bytes(sample, judge):
    first = judge(sample("upstream")).model_dump_json()
    assert all(judge(sample("upstream")).model_dump_json() == first for _ in range(3))


def test_nothing_is_left_behind(tmp_path, sample, judge, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    import tempfile

    monkeypatch.setattr(tempfile, "tempdir", None)
    judge(sample("service"))
    judge(zipped(sample("service"), tmp_path / "a.zip"))
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_credentials_in_a_remote_are_not_shown(tmp_path, judge):
    place = (
        History(tmp_path / "r")
        .commit({"a.py": "x = 1\n"}, author=("B", "b@x.org"))
        .commit({"b.py": "y = 1\n"})
        .build()
    )
    git(place, "remote", "add", "upstream", "https://ada:ghp_secretsecret@github.com/acme/r.git")
    text = judge(place).model_dump_json()
    assert "ghp_secret" not in text and "acme/r" in text
