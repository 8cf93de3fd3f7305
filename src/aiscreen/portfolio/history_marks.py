"""The marks that only a history shows: what came in whole or in one commit, made-up dates, others' part in it."""

from __future__ import annotations

from collections.abc import Sequence

from aiscreen.models.portfolio import Mark
from aiscreen.portfolio.data import signs
from aiscreen.portfolio.git import Git
from aiscreen.portfolio.history import Commit, History
from aiscreen.portfolio.imports import Brought
from aiscreen.portfolio.origin import Story
from aiscreen.portfolio.skills import LineCounts
from aiscreen.portfolio.tree import Tree, of_commit
from aiscreen.text import count

_DUMP_SHARE = 0.9
_DUMP_COMMITS = 30
_DUMP_LINES = 200
"""What one commit must have brought of all that stands for a dump, where there are no more commits and no fewer lines."""


def history_marks(story: Story, imports: Sequence[Brought], came: Sequence[Mark]) -> list[Mark]:
    """The marks that only a history shows. `came` are marks of files that came in whole."""
    notes = {
        "issues": f"{story.issues} commits name the issue that they close" if story.issues > 1 else "",
        "contributors": f"{count(story.others, 'commit')} by others in it" if story.others else "",
        "imported": _import_notes(imports, came),
        "dump": f"commit {story.dump.id[:10]} brought nearly all of it" if story.dump else "",
        "backdated": story.backdated,
        "foreign-license": f"the licence names {story.foreign_license[0]}, who is no author here"
        if story.foreign_license
        else "",
    }
    evidence = {"foreign-license": [story.foreign_license[1]] if story.foreign_license else []}
    return [signs()[id].mark(note, evidence.get(id, ())) for id, note in notes.items() if note]


def _import_notes(imports: Sequence[Brought], came: Sequence[Mark]) -> str:
    """What came in whole, and what of it is the candidate's."""
    notes = []
    for worked in (True, False):
        alike = [brought for brought in imports if brought.worked is worked]
        if not alike:
            continue
        named = ", ".join(brought.commit[:10] for brought in alike[:3])
        files, lines = sum(brought.files for brought in alike), sum(brought.lines for brought in alike)
        commits = f"commit {named}" if len(alike) == 1 else f"{len(alike)} commits ({named})"
        what = f"{commits} brought {count(files, 'file')} ({count(lines, 'line')}) in whole"
        if worked:
            notes.append(
                f"{what} and later commits worked on them: they count half, as their making cannot be seen"
            )
        else:
            notes.append(
                f"{what} and hardly any work on them followed: a template, a copy, or work done elsewhere"
            )
            signs = ", ".join(mark.name for mark in came)
            notes.append(f"they verify nothing{f', nor do the signs in them ({signs})' if signs else ''}")
    return "; ".join(notes)


def find_dump(git: Git, history: History, tree: Tree, counts: LineCounts) -> Commit | None:
    """The one commit that brought at least nine tenths of what stands, where there is such a one."""
    human = sorted(history.human, key=lambda commit: (commit.authored, commit.id))
    lines = sum(total for _, total in counts.files.values())
    if history.cut or not human or len(human) > _DUMP_COMMITS or lines < _DUMP_LINES:
        return None
    standing = {(path, blob) for path, blob in tree.blobs.items() if path in counts.files}
    before: set[tuple[str, str]] = set()
    for commit in human[:4]:
        now = set(of_commit(git, commit.id).blobs.items()) & standing
        brought = sum(counts.files[path][1] for path, _ in now - before)
        if brought >= _DUMP_SHARE * lines:
            return commit
        before |= now
    return None
