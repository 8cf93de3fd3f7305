"""`aiscreen taxonomy diff`: what changed between two taxonomies, whose rank that moves, and by which line."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiscreen.errors import ConfigError, InputError, TaxonomyError
from aiscreen.taxonomy import shipped
from aiscreen.taxonomy.changes import Change, applied, changes
from aiscreen.taxonomy.lint import check
from aiscreen.taxonomy.lint.select import expand, kind_of
from aiscreen.taxonomy.load import Taxonomy, assemble, fatal, read_policy
from aiscreen.taxonomy.shipped import KINDS, Kind
from aiscreen.taxonomy.validate import validate
from aiscreen.text import clean, count

if TYPE_CHECKING:
    from aiscreen.models.assessment import Assessment
    from aiscreen.models.document import Document
    from aiscreen.models.resume import Resume
    from aiscreen.screen import Options, Screener
    from aiscreen.taxonomy.yamlfile import YamlFile

TRACED = 200
"""Up to so many changes are tried one by one, to say which of them moves whom."""
_NOTABLE = 0.05


Effect = tuple[tuple[Change, ...], float]
"""Changes, and by how many points they move a score."""


@dataclass(frozen=True)
class Side:
    """One side of a comparison: the named files, the shipped ones for the other kinds."""

    files: Mapping[Kind, YamlFile]
    taxonomy: Taxonomy
    named: frozenset[Kind]


def compare(old: Path, new: Path, resumes: Sequence[Path], options: Options) -> tuple[str, list[InputError]]:
    """The whole report, and the résumés that could not be read.

    Raises ConfigError where a file cannot be read or compared, TaxonomyError where one has errors.
    """
    before, after = _side(old), _side(new)
    if not before.named & after.named:
        held = [" and ".join(sorted(side.named)) for side in (before, after)]
        raise ConfigError(f"{old} holds {held[0]} and {new} holds {held[1]}: give two files of one kind")
    found = [change for kind in KINDS for change in changes(kind, before.files[kind], after.files[kind])]
    lines = list(_told(found))
    unread: list[InputError] = []
    if resumes and found:
        lines += ["", *_moves(before, after, found, resumes, options, unread)]
    return "\n".join(map(clean, lines)) + "\n", unread


def _told(found: Sequence[Change]) -> Iterator[str]:
    if not found:
        yield "nothing changed"
    for kind in KINDS:
        own = [change for change in found if change.kind == kind]
        if own:
            yield f"{kind}: {count(len(own), 'change')}"
            yield from (f"  {change.file}:{change.line}  {change}" for change in own)


def _side(path: Path) -> Side:
    files: dict[Kind, YamlFile] = {}
    for each in expand([path]):
        file = read_policy(each)
        kind = kind_of(file)
        if kind is None:
            raise ConfigError(
                f"{each} is none of {', '.join(f'{kind}.yaml' for kind in KINDS)}: it has no `schema:`; name one of these, or add it"
            )
        files[kind] = file
    named = frozenset(files)
    own = [file.name for file in files.values()]
    files = {kind: files[kind] if kind in files else read_policy(shipped.path(kind)) for kind in KINDS}
    checked = check(files, only=own)
    if errors := fatal(checked.problems):
        raise TaxonomyError(errors)
    return Side(files, assemble(checked.context.models, {}), named)


@dataclass
class _Candidate:
    document: Document
    resume: Resume


def _moves(
    before: Side, after: Side, found: Sequence[Change], resumes: Sequence[Path], options: Options, unread: list[InputError]
) -> Iterator[str]:  # fmt: skip
    """The candidates whose score or rank is another, and what each change does to it by itself."""
    from aiscreen.batch.sources import expand
    from aiscreen.judging.ranking import rank
    from aiscreen.parsing import parse
    from aiscreen.reading import read_isolated
    from aiscreen.screen import Screener

    screener = Screener(options)
    candidates: list[_Candidate] = []
    for source in expand([str(path) for path in resumes]):
        try:
            document = read_isolated(source.label, data=source.load())
        except InputError as error:
            unread.append(error)
            continue
        candidates.append(_Candidate(document, parse(document)))
    old = {each.document.path: each for each in rank(_assess(screener, before.taxonomy, candidates))}
    new = {each.document.path: each for each in rank(_assess(screener, after.taxonomy, candidates))}
    moved = [path for path, each in new.items() if _differs(each, old[path])]
    ranks = sum(old[path].rank != new[path].rank for path in moved)
    yield f"{ranks} of {len(candidates)} ranks move, {len(moved)} scores"
    changed = [candidate for candidate in candidates if candidate.document.path in moved]
    effects = _effects(screener, before, found, changed, old) if len(found) <= TRACED else {}
    for path in moved:
        yield from _move(old[path], new[path], effects.get(path, []))
    if len(found) > TRACED and moved:
        yield f"more than {TRACED} changes: which of them moves whom was not traced"


def _differs(new: Assessment, old: Assessment) -> bool:
    return new.rank != old.rank or new.score != old.score


def _move(old: Assessment, new: Assessment, effects: list[Effect]) -> Iterator[str]:
    ranks = f"rank {old.rank}" if old.rank == new.rank else f"rank {old.rank} -> {new.rank}"
    total = (new.score or 0.0) - (old.score or 0.0)
    role = "" if old.role == new.role else f", role {old.role} -> {new.role}"
    yield f"  {new.document.path}: {ranks}, score {_score(old)} -> {_score(new)}{role}"
    for together, points in sorted(effects, key=lambda effect: (-abs(effect[1]), effect[0][0].line)):
        first, *others = (f"{change.file}:{change.line}  {change}" for change in together)
        yield f"    {points:+.1f}  {first}"
        yield from (f"{'and':>8}  {other}" for other in others)
    rest = total - sum(points for _, points in effects)
    if effects and abs(rest) >= _NOTABLE:
        yield f"    {rest:+.1f}  by these changes together"
    elif not effects and old.score != new.score:
        yield f"    {total:+.1f}  by several changes together"
    elif old.score == new.score:
        yield "    others moved past"


def _score(assessment: Assessment) -> str:
    return "none" if assessment.score is None else f"{assessment.score:.1f}"


def _assess(screener: Screener, taxonomy: Taxonomy, candidates: Sequence[_Candidate]) -> list[Assessment]:
    from aiscreen.matching import Matcher

    own = copy.copy(screener)
    own.taxonomy, own.matcher = taxonomy, Matcher(taxonomy)
    return [own.judge(candidate.document, candidate.resume) for candidate in candidates]


def _effects(
    screener: Screener,
    before: Side,
    found: Sequence[Change],
    candidates: Sequence[_Candidate],
    old: Mapping[str, Assessment],
) -> dict[str, list[Effect]]:
    """What each change by itself does to each candidate's score. Changes that make no valid file alone (a point moved from
    one dimension to another) are tried together with those beside them."""
    effects: dict[str, list[Effect]] = {}
    for together in _apart(before, found) if candidates else ():
        taxonomy = _with(before, together)
        if taxonomy is None:
            continue
        for assessment in _assess(screener, taxonomy, candidates):
            points = (assessment.score or 0.0) - (old[assessment.document.path].score or 0.0)
            if abs(points) >= _NOTABLE:
                effects.setdefault(assessment.document.path, []).append((together, points))
    return effects


def _apart(before: Side, found: Sequence[Change]) -> Iterator[tuple[Change, ...]]:
    """The changes one by one; those that need each other in one piece, by the part of the file that they are in."""
    bound: dict[tuple[Kind, tuple[str | int, ...]], list[Change]] = {}
    for change in found:
        if _with(before, (change,)) is not None:
            yield (change,)
        else:
            bound.setdefault((change.kind, change.path[:2]), []).append(change)
    yield from map(tuple, bound.values())


def _with(before: Side, together: Sequence[Change]) -> Taxonomy | None:
    """The old taxonomy with changes of one file made, or None where that is not valid."""
    kind = together[0].kind
    data: Any = before.files[kind].data
    for change in together:
        data = applied(data, change)
    file = copy.copy(before.files[kind])
    file.data = data
    model, problems = validate(kind, file)
    if problems or model is None:
        return None
    old = before.taxonomy
    models: dict[Kind, Any] = {"roles": old.roles, "redflags": old.redflags}
    if kind == "skills":
        models["skills"] = model
        return assemble(models, {})
    models[kind] = model
    return Taxonomy(old.skills, models["roles"], models["redflags"], {}, old.categories)
