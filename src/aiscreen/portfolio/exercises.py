"""The marks of an exercise: notebooks alone, competitions, coursework, tutorials, teaching data sets.

One word is not enough to call something coursework; two independent tells are, or one in the name of its folders.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from aiscreen.models.assessment import Evidence
from aiscreen.portfolio.data import line_at, tell
from aiscreen.portfolio.facts import EVIDENCE, Facts, Finding
from aiscreen.text import count, squeeze

_NOTEBOOK_SHARE = 0.6
_PROSE_CHARACTERS = 100_000
_PACKAGING = ("pyproject.toml", "setup.cfg", "setup.py")
Place = tuple[str, int, str]
"""Path, line, and the words found."""


def exercise_marks(facts: Facts) -> Iterator[Finding]:
    """Each mark of an exercise, with evidence and a note."""
    yield from _notebooks(facts)
    yield from _competition(facts)
    yield from _coursework(facts)
    yield from _practice(facts)
    if places := list(_words(facts, "tutorial")):
        yield "tutorial", _evidence(facts, places), ""
    yield from _toy_data(facts)


def notebook_share(facts: Facts) -> float:
    """The share of code lines that stand in notebooks."""
    inside = sum(len(notebook.code.split("\n")) for notebook in facts.notebooks.values())
    outside = sum(facts.tree.bytes(path).count(b"\n") + 1 for path in facts.survey.code)
    return inside / (inside + outside) if inside else 0.0


def _notebooks(facts: Facts) -> Iterator[Finding]:
    share = notebook_share(facts)
    packaged = any(path.endswith(_PACKAGING) for path in [*facts.survey.texts, *facts.survey.python])
    packaged = packaged or any(path.endswith("__init__.py") for path in facts.survey.python)
    if share >= _NOTEBOOK_SHARE and not (packaged and share < 0.9):
        note = f"{round(share * 100)} % of the code stands in {count(len(facts.notebooks), 'notebook')}"
        first = list(facts.notebooks)[:EVIDENCE]
        yield "notebooks", [facts.evidence(path, 1, quote=path) for path in first], note


def _competition(facts: Facts) -> Iterator[Finding]:
    places = [*_words(facts, "competition"), *_folders(facts, "competition")]
    code = tell("competition").code
    assert code is not None
    for path in [*facts.survey.python, *facts.notebooks]:
        if facts.is_beside(path):
            continue
        data = facts.tree.bytes(path)
        if b"kaggle" not in data and b"submission" not in data:
            continue
        text = facts.notebooks[path].code if path in facts.notebooks else facts.tree.text(path)
        if found := code.search(text):
            line = line_at(text, found.start())
            lines = facts.notebooks[path].lines if path in facts.notebooks else None
            places.append((path, lines[line - 1] if lines and line <= len(lines) else line, found[0].lower()))
    if len({words for _, _, words in places}) > 1:
        yield "competition", _evidence(facts, places), ""


def _coursework(facts: Facts) -> Iterator[Finding]:
    folders = list(_folders(facts, "coursework"))
    words = list(_words(facts, "coursework"))
    strong = len({place[2] for place in folders}) >= 2 or (folders and words)
    if strong or len({place[2] for place in words}) >= 2:
        yield "coursework", _evidence(facts, [*words, *folders]), ""


def _practice(facts: Facts) -> Iterator[Finding]:
    """Solutions of set problems: the repository or its README is named after the site that sets them."""
    (pattern,) = tell("practice").words
    if any(path.endswith(_PACKAGING) for path in [*facts.survey.texts, *facts.survey.python]):
        return  # a tool for such a site
    titles = [
        (path, text.lstrip("# \n").partition("\n")[0]) for path, text in _prose(facts) if "/" not in path
    ]
    for path, title in [*titles, ("", facts.name.replace("-", " ").replace("_", " "))]:
        if pattern.search(title):
            yield "practice", [facts.evidence(path, 1, quote=title)] if path else [], ""
            return


def template_words(facts: Facts) -> Evidence | None:
    """Where the README says that a template or a generator made what stands here."""
    (pattern,) = tell("template").words
    for path, text in _prose(facts):
        if "/" not in path and (found := pattern.search(text)):
            return facts.at(path, text, found.start())
    return None


def _toy_data(facts: Facts) -> Iterator[Finding]:
    """Teaching data sets in the README's first lines, in notebooks or in file names: not in tests, not in passing."""
    (pattern,) = tell("toy-data").words
    places: list[Place] = []
    for path, text in _prose(facts):
        if found := pattern.search(text[:1500]):
            places.append((path, line_at(text, found.start()), found[0].lower()))
    own = [path for path in facts.notebooks if path not in facts.survey.aside]
    for path in [*own, *(p for p in facts.tree.sizes if p.endswith(".csv"))]:
        if found := pattern.search(path.replace("_", " ").replace("-", " ")):
            places.append((path, 1, found[0].lower()))
    if places:
        yield "toy-data", _evidence(facts, places), ", ".join(sorted({words for _, _, words in places})[:4])


def _prose(facts: Facts) -> Iterator[tuple[str, str]]:
    """The READMEs with their text, as far as it is read."""
    for path in facts.readmes:
        yield path, facts.tree.text(path)[:_PROSE_CHARACTERS]


def _words(facts: Facts, id: str) -> Iterator[Place]:
    """Each pattern's first hit in READMEs and in the prose of notebooks."""
    texts = list(_prose(facts))
    notebooks = [
        (path, notebook) for path, notebook in facts.notebooks.items() if path not in facts.survey.aside
    ]
    texts += [(path, notebook.prose[:_PROSE_CHARACTERS]) for path, notebook in notebooks[:40]]
    for pattern in tell(id).words:
        for path, text in texts:
            if found := pattern.search(text):
                line = line_at(text, found.start()) if path not in facts.notebooks else 1
                yield path, line, squeeze(found[0].lower())
                break


def _folders(facts: Facts, id: str) -> Iterator[Place]:
    """The first path for each distinct name that a pattern finds."""
    seen: set[str] = set()
    for pattern in tell(id).paths:
        for path in [*facts.survey.code, *facts.notebooks, *facts.tree.sizes]:
            if facts.is_beside(path):
                continue
            found = pattern.search(path)
            if found and (words := found[0].strip("/_-. ").lower()) not in seen:
                seen.add(words)
                yield path, 1, words
                if len(seen) >= 6:
                    return


def _evidence(facts: Facts, places: Iterable[Place]) -> list[Evidence]:
    found = (facts.evidence(path, line, quote=words if line == 1 else None) for path, line, words in places)
    return list(islice(found, EVIDENCE))
