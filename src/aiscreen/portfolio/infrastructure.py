"""What is there besides source: containers, clusters, clouds, services. Names found in files, with their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from aiscreen.portfolio.catalog import Catalog
from aiscreen.portfolio.data import matches
from aiscreen.portfolio.facts import Facts
from aiscreen.portfolio.workflows import CI_FILE, SYSTEMS, commands

_DOCKERFILE = re.compile(r"(?:[\w.-]+\.)?(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?", re.IGNORECASE)
_COMPOSE = re.compile(r"(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml", re.IGNORECASE)
_FROM = re.compile(r"^[ \t]*FROM[ \t]+(?:--platform=\S+[ \t]+)?(\S+)", re.IGNORECASE | re.MULTILINE)
_IMAGE = re.compile(r"^[ \t]*(?:-[ \t]+)?image:[ \t]*[\"']?([\w./:@-]+)", re.MULTILINE)
_KIND = re.compile(r"^kind:[ \t]*([A-Za-z]+)[ \t]*$", re.MULTILINE)
_API = re.compile(r"^apiVersion:\s*\S", re.MULTILINE)
_RESOURCE = re.compile(r'^[ \t]*(?:resource|data)[ \t]+"([a-z0-9_]+)"', re.MULTILINE)
_KINDS = {
    "InferenceService": ("KServe",),
    "SeldonDeployment": ("Seldon Core",),
    "RayCluster": ("Ray",),
    "RayService": ("Ray Serve", "Ray"),
    "RayJob": ("Ray",),
    "ServiceMonitor": ("Prometheus",),
    "PodMonitor": ("Prometheus",),
    "PrometheusRule": ("Prometheus",),
    "CronWorkflow": ("Argo Workflows",),
    "WorkflowTemplate": ("Argo Workflows",),
    "ApplicationSet": ("Argo CD",),
    "PyTorchJob": ("Kubeflow",),
    "ScaledObject": ("KEDA",),
    "VirtualService": ("Istio",),
    "Rollout": ("Argo Rollouts",),
}
_FILES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern), skills)
    for pattern, skills in (
        (r"(?:.*/)?Chart\.ya?ml", ("Helm",)),
        (r"(?:.*/)?kustomization\.ya?ml", ("Kustomize", "Kubernetes")),
        (r"(?:.*/)?dvc\.yaml|(?:.*/)?\.dvc/config|.*\.dvc", ("DVC",)),
        (r"(?:.*/)?MLproject", ("MLflow",)),
        (r"(?:.*/)?prometheus[\w.-]*\.ya?ml", ("Prometheus",)),
        (r"(?:.*/)?grafana/.*\.(?:json|ya?ml)", ("Grafana",)),
        (r"(?:.*/)?dbt_project\.ya?ml", ("dbt",)),
        (r"(?:.*/)?feature_store\.yaml", ("Feast",)),
        (r"(?:.*/)?bentofile\.ya?ml", ("BentoML",)),
        (r"(?:.*/)?config\.pbtxt", ("Triton Inference Server", "NVIDIA Triton")),
        (r"(?:.*/)?\.pre-commit-config\.ya?ml", ("pre-commit",)),
        (r"(?:.*/)?serverless\.ya?ml", ("Serverless Framework", "AWS Lambda")),
        (r"(?:.*/)?Pulumi\.ya?ml", ("Pulumi",)),
        (r"(?:.*/)?playbook[\w-]*\.ya?ml|(?:.*/)?ansible\.cfg", ("Ansible",)),
        (r"(?:.*/)?CMakeLists\.txt", ("CMake",)),
        (r"(?:.*/)?BUILD\.bazel|(?:.*/)?MODULE\.bazel", ("Bazel",)),
        (r"(?:.*/)?.*\.proto", ("Protocol Buffers", "gRPC")),
    )
)
_CLOUD_ACTIONS = {
    "aws-actions/": ("AWS", "Amazon Web Services"),
    "google-github-actions/": ("Google Cloud", "GCP"),
    "azure/": ("Azure", "Microsoft Azure"),
    "hashicorp/setup-terraform": ("Terraform",),
    "docker/build-push-action": ("Docker",),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A skill that a file shows, by id, at a line from 1."""

    skill: str
    path: str
    line: int
    how: Literal["file", "manifest"] = "file"


def infrastructure(facts: Facts, catalog: Catalog) -> Iterator[Found]:
    """Skills shown by files that are no source code, in path order."""
    for path in [*facts.survey.texts, *facts.survey.code]:
        name = path.rpartition("/")[2]
        for pattern, skills in _FILES:
            if pattern.fullmatch(path):
                yield from _each(catalog.find(skills), path, _first_line(facts, path))
        if _DOCKERFILE.fullmatch(name):
            yield from _images(facts, catalog, path, _FROM, "Docker")
        elif _COMPOSE.fullmatch(name):
            yield from _images(facts, catalog, path, _IMAGE, "Docker Compose", "Docker")
        elif name.endswith(".tf"):
            yield from _terraform(facts, catalog, path)
        elif CI_FILE.fullmatch(path):
            yield from _ci(facts, catalog, path)
        elif name.endswith((".yaml", ".yml")):
            yield from _kubernetes(facts, catalog, path)


def kubernetes_kind(text: str) -> int | None:
    """Where a YAML text says what it is a manifest of; None where it is none for a cluster."""
    kind = _KIND.search(text) if _API.search(text) else None
    return kind.start() if kind else None


def _each(skills: list[str], path: str, line: int) -> Iterator[Found]:
    for skill in skills:
        yield Found(skill, path, line)


def _images(
    facts: Facts, catalog: Catalog, path: str, pattern: re.Pattern[str], *skills: str
) -> Iterator[Found]:
    text = facts.tree.text(path)
    first = True
    for image, line in matches(pattern, text):
        if first:
            yield from _each([id for skill in skills for id in catalog.find([skill])], path, line)
            first = False
        yield from _each(catalog.image(image[1]), path, line)


def _terraform(facts: Facts, catalog: Catalog, path: str) -> Iterator[Found]:
    text = facts.tree.text(path)
    for resource, line in matches(_RESOURCE, text):
        yield from _each([*catalog.find(["Terraform"]), *catalog.terraform(resource[1])], path, line)


def _kubernetes(facts: Facts, catalog: Catalog, path: str) -> Iterator[Found]:
    text = facts.tree.text(path)
    if not _API.search(text):
        return
    for kind, line in matches(_KIND, text):
        yield from _each([*catalog.find(["Kubernetes"]), *catalog.find(_KINDS.get(kind[1], ()))], path, line)
    for image, line in matches(_IMAGE, text):
        yield from _each(catalog.image(image[1]), path, line)


def _ci(facts: Facts, catalog: Catalog, path: str) -> Iterator[Found]:
    text = facts.tree.text(path)
    system = next((names for prefix, names in SYSTEMS.items() if path.lower().startswith(prefix)), ())
    run = next(commands(path, text), None)
    yield from _each(catalog.find(system), path, run.line if run else _first_line(facts, path))
    for number, line in enumerate(text.split("\n"), 1):
        _, uses, action = line.partition("uses:")
        if uses:
            for prefix, skills in _CLOUD_ACTIONS.items():
                if action.strip(" '\"").lower().startswith(prefix):
                    yield from _each(catalog.find(skills), path, number)


def _first_line(facts: Facts, path: str) -> int:
    """The first line that says something: neither blank nor a comment."""
    for number, line in enumerate(facts.tree.bytes(path)[:20_000].split(b"\n"), 1):
        bare = line.strip()
        if bare and not bare.startswith((b"#", b"//", b"{", b"---")):
            return number
    return 1
