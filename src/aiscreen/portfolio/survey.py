"""What each file is, by its path alone: language, test, notebook, manifest; and what is not the authors' work."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import PurePosixPath

from aiscreen.portfolio import limits
from aiscreen.portfolio.tree import Tree
from aiscreen.text import vocabulary

LANGUAGES = {
    ".py": "Python", ".pyi": "Python", ".pyx": "Cython", ".ipynb": "Jupyter", ".r": "R", ".rmd": "R", ".jl": "Julia",
    ".scala": "Scala", ".sc": "Scala", ".java": "Java", ".kt": "Kotlin", ".kts": "Kotlin", ".go": "Go", ".rs": "Rust",
    ".c": "C", ".h": "C", ".cc": "C++", ".cpp": "C++", ".cxx": "C++", ".hpp": "C++", ".hh": "C++", ".cu": "CUDA",
    ".cuh": "CUDA", ".cs": "C#", ".swift": "Swift", ".m": "Objective-C", ".mm": "Objective-C", ".js": "JavaScript",
    ".jsx": "JavaScript", ".mjs": "JavaScript", ".cjs": "JavaScript", ".ts": "TypeScript", ".tsx": "TypeScript",
    ".vue": "JavaScript", ".svelte": "JavaScript", ".rb": "Ruby", ".php": "PHP", ".sql": "SQL", ".sh": "Shell",
    ".bash": "Shell", ".ps1": "PowerShell", ".lua": "Lua", ".pl": "Perl", ".ex": "Elixir", ".exs": "Elixir",
    ".erl": "Erlang", ".hs": "Haskell", ".clj": "Clojure", ".dart": "Dart", ".tf": "Terraform", ".proto": "Protobuf",
    ".mojo": "Mojo", ".zig": "Zig", ".ml": "OCaml", ".f90": "Fortran", ".sas": "SAS", ".cypher": "Cypher",
}  # fmt: skip
CONFIGURATION = vocabulary(
    ".yaml .yml .toml .cfg .ini .json .conf .tfvars .properties .env .hcl .pbtxt .j2 .tpl .dvc .xml .gradle .bicep .prom"
)
PROSE = vocabulary(".md .rst .txt .adoc .tex .org")
_NAMED = re.compile(
    r"(?:dockerfile|containerfile|makefile|jenkinsfile|procfile|pipfile|justfile|taskfile|vagrantfile|tiltfile|earthfile|"
    r"rakefile|cmakelists\.txt|mlproject|license|licence|copying|notice|codeowners|gemfile|go\.mod|description|namespace|py\.typed|dvc\.lock|"
    r"environment|\.pre-commit-config|\.flake8|\.dockerignore|\.gitlab-ci|\.travis|\.env.*|requirements.*\.in)(?:[.\-_].*)?",
    re.IGNORECASE,
)
_FOREIGN = vocabulary(
    "node_modules bower_components vendor vendored _vendor third_party third-party thirdparty 3rdparty 3rd_party extern "
    "external site-packages dist-packages venv .venv virtualenv __pycache__ .ipynb_checkpoints .tox .nox .eggs pods "
    "jspm_packages .terraform .next .nuxt .git .svn .hg .idea .gradle .cargo __macosx"
)
_BUILT = vocabulary("dist build target out _build htmlcov coverage .cache mlruns wandb lightning_logs")
_GENERATED = re.compile(
    r"(?:\.min\.(?:js|css)|_pb2(?:_grpc)?\.pyi?|\.pb\.(?:go|cc|h)|\.bundle\.js|\.generated\.\w+|_generated\.\w+|-lock\.json|"
    r"\.lock|\.sum|\.map|\.g\.dart|\.snap)$",
    re.IGNORECASE,
)
_ASIDE = vocabulary(
    "examples example docs doc documentation samples sample demo demos cookbook cookbooks recipes tutorials tutorial "
    "benchmarks benchmark playground sandbox website site templates cookiecutter fixtures"
)
_ENVIRONMENTS = frozenset(("venv", ".venv", "virtualenv", "node_modules", "site-packages"))
_TEST_PATH = re.compile(
    r"(?:^|/)(?:tests?|testing|__tests__|spec|specs|e2e|integration[-_]tests?|unit[-_]?tests?)/|"
    r"(?:^|/)(?:test_[^/]*|[^/]*_tests?|conftest)\.py$|[^/]*(?:_test\.(?:go|rs|cc|cpp)|\.(?:test|spec)\.[cm]?[jt]sx?)$|"
    r"(?:^|/)src/test/|(?:Test|Tests|Spec|Suite|IT)\.(?:java|scala|kt|cs)$"
)


@dataclass
class Survey:
    """The files of a tree, sorted by what they are. Every list is in path order."""

    code: dict[str, str] = field(default_factory=dict)
    """Path to language: source files of the repository's own, tests among them, notebooks not."""
    notebooks: list[str] = field(default_factory=list)
    tests: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    """Manifests, configuration and prose."""
    environments: list[str] = field(default_factory=list)
    """One path in each checked-in environment (`venv`, `node_modules`)."""
    skipped: int = 0
    """Own source files too large or too many to read."""

    @property
    def python(self) -> list[str]:
        return [path for path, language in self.code.items() if language == "Python"]

    @cached_property
    def scripts(self) -> dict[str, frozenset[str]]:
        """The modules in each folder that is no package: they hide installed ones of the same name from each other."""
        folders: dict[str, set[str]] = {}
        for path in self.python:
            folder, _, name = path.rpartition("/")
            folders.setdefault(folder, set()).add(name.removesuffix(".py"))
        return {folder: frozenset(found) for folder, found in folders.items() if "__init__" not in found}

    @cached_property
    def aside(self) -> frozenset[str]:
        """Files that show how to use the thing and are not the thing: examples, documents. None where all of it is such."""
        paths = [*self.code, *self.notebooks, *self.texts]
        found = frozenset(path for path in paths if not _ASIDE.isdisjoint(path.lower().split("/")[:-1]))
        return (
            found if any(path not in found and path not in self.tests for path in self.code) else frozenset()
        )

    @property
    def readable(self) -> list[str]:
        """All that is worth reading, manifests and prose first."""
        return [*self.texts, *self.code, *self.notebooks]

    def set_aside(self, paths: Collection[str]) -> None:
        """Leave out files that a history shows to have come from elsewhere."""
        for path in paths:
            self.code.pop(path, None)
        for kept in (self.notebooks, self.tests, self.texts):
            kept[:] = [path for path in kept if path not in paths]


def survey(tree: Tree) -> Survey:
    """Sort a tree's files and read ahead those worth reading, within the limits."""
    found = Survey()
    seen_environments: set[str] = set()
    for path, size in tree.sizes.items():
        if (place := _foreign_place(path)) is not None:
            if place in _ENVIRONMENTS and place not in seen_environments:
                seen_environments.add(place)
                found.environments.append(path)
            continue
        _sort_in(found, path, size)
    _read_ahead(found, tree)
    return found


def is_source(path: str) -> bool:
    """Whether a path is code, a notebook or configuration of the repository's own."""
    name = path.rpartition("/")[2]
    suffix = PurePosixPath(name).suffix.lower()
    if _foreign_place(path) is not None or _GENERATED.search(name):
        return False
    return (
        suffix == ".ipynb" or suffix in LANGUAGES or suffix in CONFIGURATION or bool(_NAMED.fullmatch(name))
    )


def _sort_in(found: Survey, path: str, size: int) -> None:
    name = path.rpartition("/")[2]
    suffix = PurePosixPath(name).suffix.lower()
    if _GENERATED.search(name) and not name.endswith("dvc.lock"):
        if name in LOCKFILES:
            found.texts.append(path)
    elif suffix == ".ipynb":
        if size <= limits.NOTEBOOK_BYTES:
            found.notebooks.append(path)
        else:
            found.skipped += 1
    elif suffix in LANGUAGES:
        if size > limits.FILE_BYTES:
            found.skipped += 1
            return
        found.code[path] = LANGUAGES[suffix]
        if _TEST_PATH.search(path):
            found.tests.append(path)
    elif size <= limits.FILE_BYTES and (suffix in CONFIGURATION or suffix in PROSE or _NAMED.fullmatch(name)):
        found.texts.append(path)


LOCKFILES = vocabulary(
    "uv.lock poetry.lock pdm.lock Pipfile.lock package-lock.json yarn.lock pnpm-lock.yaml Cargo.lock go.sum conda-lock.yml "
    "pixi.lock requirements.lock"
)


@lru_cache(maxsize=4096)
def _foreign_folder(folder: str) -> str | None:
    parts = folder.lower().split("/")
    for depth, part in enumerate(parts):
        if part in _FOREIGN or part.endswith((".egg-info", ".dist-info")):
            return part
        if part in _BUILT and depth <= 1:
            return part
    return None


def _foreign_place(path: str) -> str | None:
    folder = path.rpartition("/")[0]
    return _foreign_folder(folder) if folder else None


def _read_ahead(found: Survey, tree: Tree) -> None:
    """Read what is worth reading in one go; cut off by bytes and count, texts (mostly manifests) before code."""
    left = limits.TOTAL_BYTES
    wanted: list[str] = []
    lockfiles = {path for path in found.texts if path.rpartition("/")[2] in LOCKFILES}
    for path in sorted(
        found.readable, key=lambda p: (p in found.code or p in found.notebooks, p.count("/"), p)
    ):
        if path in lockfiles:
            continue
        left -= tree.sizes[path]
        if left < 0 or len(wanted) >= limits.FILES_READ:
            found.skipped += 1
            _forget(found, path)
        else:
            wanted.append(path)
    tree.load(wanted)


def _forget(found: Survey, path: str) -> None:
    found.code.pop(path, None)
    for paths in (found.notebooks, found.tests, found.texts):
        if path in paths:
            paths.remove(path)
