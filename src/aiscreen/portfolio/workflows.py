"""CI as its files say it: the commands that jobs run, read as text. A YAML reader is not needed, so no YAML can harm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aiscreen.portfolio.data import matches

CI_FILE = re.compile(
    r"(?:\.github/workflows/[^/]+\.ya?ml|\.gitlab-ci\.ya?ml|(?:.*/)?\.gitlab/.*\.ya?ml|\.circleci/config\.ya?ml|"
    r"\.?azure-pipelines[\w.-]*\.ya?ml|(?:.*/)?Jenkinsfile[\w.-]*|\.travis\.ya?ml|\.drone\.ya?ml|\.woodpecker(?:/.*)?\.ya?ml|"
    r"bitbucket-pipelines\.ya?ml|\.buildkite/.*\.ya?ml|cloudbuild\.ya?ml|\.gitea/workflows/[^/]+\.ya?ml|"
    r"\.forgejo/workflows/[^/]+\.ya?ml|appveyor\.yml|\.cirrus\.yml|\.ci/[\w.-]+)",
    re.IGNORECASE,
)
SYSTEMS = {
    ".github/": ("GitHub Actions",),
    ".gitlab": ("GitLab CI", "GitLab CI/CD"),
    ".circleci": ("CircleCI",),
    "azure-pipelines": ("Azure DevOps", "Azure Pipelines"),
    ".azure-pipelines": ("Azure DevOps", "Azure Pipelines"),
    "jenkinsfile": ("Jenkins",),
    ".travis": ("Travis CI",),
    "bitbucket-pipelines": ("Bitbucket Pipelines",),
    ".buildkite": ("Buildkite",),
    "cloudbuild": ("Google Cloud Build", "Cloud Build"),
}
_KEY = re.compile(
    r"^(\s*)(?:-\s+)?(run|script|before_script|after_script|commands?|install|bash|sh|pwsh|inlineScript|args)\s*:\s*(.*)$"
)
_MAPPING = re.compile(r"-\s+[\w-]+:(?:\s|$)")
_SHELL_STEP = re.compile(
    r"\b(?:sh|bat|powershell)\s*(?:\(\s*)?(?:script:\s*)?('''|\"\"\"|'|\")(.*?)\1", re.DOTALL
)
TESTS = re.compile(
    r"\b(?:pytest|py\.test|tox|nox|nosetests|nose2)\b(?!\s*(?:==|>=|~=|<|\.|,|-\w+\s*[=<>]))|\bpython3?\s+-m\s+unittest\b|\bmake\s+(?:\S+\s+)*"
    r"(?:tests?|check|ci|unit|coverage|cov|verify)\b|\b(?:just|task|hatch|rake|invoke|inv|pdm|rye|pixi|poe)\s+(?:run\s+)?\S*\btest\S*|"
    r"\b(?:npm|yarn|pnpm|bun)\s+(?:run\s+)?(?:\S*:)?test\S*|\b(?:jest|vitest|mocha)\b|\bgo\s+test\b|\bcargo\s+(?:test|nextest)\b|"
    r"\bmvnw?\b[^\n]*\b(?:test|verify|install)\b|\bgradlew?\b[^\n]*\b(?:test|check|build)\b|\bsbt\b[^\n]*\btest\b|\bctest\b|"
    r"\bbazel(?:isk)?\s+test\b|\bdbt\s+(?:test|build)\b|\bdotnet\s+test\b|\bmanage\.py\s+test\b|(?:^|[\s/])(?:run_?)?tests?\.sh\b",
)
_INSTALLS = re.compile(
    r"\b(?:pip3?|uv|conda|mamba|poetry|pdm|npm|yarn|apt(?:-get)?|brew|pipx)\s+(?:pip\s+)?(?:install|add)\b"
)
DELIVERS = re.compile(
    r"\bdocker\s+(?:buildx\s+build[^\n]*--push|push|compose\s+[^\n]*push)|\bkubectl\s+(?:apply|set|rollout)|\bhelm\s+(?:upgrade|install)|"
    r"\bterraform\s+apply|\bpulumi\s+up|\bgcloud\s+(?:run|app|functions|builds|ai)\b[^\n]*\b(?:deploy|submit)|\baws\s+(?:ecs|lambda|s3|"
    r"cloudformation|sagemaker|deploy)\b|\baz\s+(?:webapp|containerapp|ml|functionapp)\b|\btwine\s+upload|\b(?:uv|poetry|hatch|flit|npm|cargo)"
    r"\s+publish|\bflyctl?\s+deploy|\bserverless\s+deploy|\bcdk\s+deploy|\bsam\s+deploy|\bmodal\s+deploy|\bansible-playbook\b|\bargocd\b"
)
DELIVERING_ACTION = re.compile(
    r"uses:\s*['\"]?(?:docker/build-push-action|pypa/gh-action-pypi-publish|aws-actions/[\w-]*deploy[\w-]*|google-github-actions/deploy[\w-]*|"
    r"azure/(?:webapps-deploy|k8s-deploy|aks-[\w-]+|functions-action)|superfly/flyctl-actions|softprops/action-gh-release|"
    r"goreleaser/goreleaser-action|actions/deploy-pages)@?",
    re.IGNORECASE,
)
_ON_CHANGE = re.compile(r"\b(?:push|pull_request|pull_request_target|merge_group|schedule)\b")


@dataclass(frozen=True, slots=True)
class Command:
    """What a job runs, at a line from 1."""

    line: int
    text: str


def commands(path: str, text: str) -> Iterator[Command]:
    """The commands in a CI file, comments left out."""
    if path.lower().rpartition("/")[2].startswith("jenkinsfile"):
        for step, first in matches(_SHELL_STEP, text, 2):
            yield from _own_lines(step[2].split("\n"), first)
        return
    if "/" in path and path.startswith(".ci/") and not path.endswith((".yml", ".yaml")):
        yield from _own_lines(text.split("\n"), 1)
        return
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        found = _KEY.match(lines[at]) if len(lines[at]) < 4000 else None
        at += 1
        if not found:
            continue
        indent, value = len(found[1]), found[3].strip()
        if value and not value.startswith(("|", ">")):
            yield from _own_lines([value], at)
            continue
        start = at
        while at < len(lines) and _belongs(lines[at], indent, listed=not value):
            at += 1
        block = lines[start:at] if value else [_item(line) for line in lines[start:at]]
        yield from _own_lines(block, start + 1)


def _item(line: str) -> str:
    """A line of a list of commands; empty where it is a mapping or no item: then the key was a name, not a script."""
    bare = line.strip()
    return bare[2:] if bare.startswith("- ") and not _MAPPING.match(bare) else ""


def _belongs(line: str, indent: int, *, listed: bool) -> bool:
    bare = line.lstrip()
    depth = len(line) - len(bare)
    return not bare or depth > indent or (listed and depth == indent and bare.startswith("- "))


def _own_lines(lines: list[str], first: int) -> Iterator[Command]:
    for number, line in enumerate(lines, first):
        bare = line.strip()
        if bare and not bare.startswith(("#", "//")):
            yield Command(number, bare[:2000])


def runs_tests(command: str) -> bool:
    """Whether a command runs tests whose failure fails the job."""
    for part in re.split(r"&&|;", command):
        if (
            TESTS.search(part)
            and not _INSTALLS.search(part)
            and not part.strip().startswith(("echo", "name:"))
        ):
            return not re.search(r"\|\|\s*(?:true|exit 0|:|echo)", command)
    return False


def on_changes(path: str, text: str) -> bool:
    """Whether the file's jobs run when code changes (or on a schedule), not only by hand."""
    if "/workflows/" not in path:
        return True
    head = text.partition("\njobs:")[0]
    return bool(_ON_CHANGE.search(re.sub(r"#.*", "", head)))
