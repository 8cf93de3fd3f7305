"""Chains that come back to where they began: in what skills imply, in what replaces what, in groups of terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from aiscreen.taxonomy.lint.rule import Context, Rule, of
from aiscreen.taxonomy.problems import Problem
from aiscreen.taxonomy.yamlfile import Path, YamlFile

if TYPE_CHECKING:
    from aiscreen.taxonomy.redflags import RedFlagsFile
    from aiscreen.taxonomy.skills import SkillsFile


@of("skills")
def _of_skills(context: Context, file: YamlFile, model: SkillsFile) -> Iterator[Problem]:
    for field, verb in (("implies", "implies"), ("replaced_by", "is replaced by")):
        graph = {name: getattr(skill, field) for name, skill in model.skills.items()}
        for ring in rings(graph):
            last, first = ring[-1], ring[0]
            path = ("skills", last, field, graph[last].index(first))
            yield _ring(file, path, (*ring, first), verb)


@of("redflags")
def _of_groups(context: Context, file: YamlFile, model: RedFlagsFile) -> Iterator[Problem]:
    graph = {
        name: [term.strip("<>") for term in terms if term[:1] == "<"] for name, terms in model.groups.items()
    }
    for ring in rings(graph):
        last, first = ring[-1], ring[0]
        path = ("groups", last, model.groups[last].index(f"<{first}>"))
        yield _ring(file, path, (*ring, first), "holds")


def _ring(file: YamlFile, path: Path, names: Iterable[str], verb: str) -> Problem:
    chain = f" {verb} ".join(f"`{name}`" for name in names)
    return file.problem("cycle", path, chain, "remove one of these links")


def rings(graph: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """One ring for every link that closes one, found depth first without recursion (a chain may be long)."""
    found: list[list[str]] = []
    done: set[str] = set()
    for start in graph:
        trail: list[str] = []
        on_trail: dict[str, int] = {}
        stack: list[tuple[str, Iterator[str]]] = []
        if start not in done:
            stack.append((start, iter(graph[start])))
            on_trail[start] = 0
            trail.append(start)
        while stack:
            node, links = stack[-1]
            following = next(links, None)
            if following is None:
                stack.pop()
                trail.pop()
                del on_trail[node]
                done.add(node)
            elif following in on_trail:
                found.append(trail[on_trail[following] :])
            elif following in graph and following not in done:
                stack.append((following, iter(graph[following])))
                on_trail[following] = len(trail)
                trail.append(following)
    return found


def cycles(context: Context) -> Iterator[Problem]:
    yield from _of_skills(context)
    yield from _of_groups(context)


RULES = (
    Rule(
        "cycle",
        "error",
        "Skills that imply or replace each other, or groups that hold each other, in a circle.",
        cycles,
    ),
)
