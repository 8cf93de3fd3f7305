"""Blind reading: what tells who somebody is, is masked in all that a report shows. Scores never rest on it anyway.

Masked are name, contact, profiles, pronouns and forms of address, dates of birth and ages, nationality, family,
religion and mother tongue, groups of people alike, schools, graduation years, the places of the candidate's life,
referees, and the names of repositories. The words masked come from what was parsed, and from patterns for what was not.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from aiscreen.judging.blind.labels import PLACE, SCHOOL
from aiscreen.judging.blind.mask import Mask, Tools, masked
from aiscreen.judging.blind.personal import fluent
from aiscreen.judging.file_names import blind_path
from aiscreen.models.assessment import Assessment
from aiscreen.models.resume import Resume
from aiscreen.text import squeeze

if TYPE_CHECKING:
    from aiscreen.matching import Matcher

__all__ = ["Mask", "blind", "blind_path", "blind_resume", "tools_of"]

_TEXTS = frozenset({"quote", "message", "ask", "because", "note", "reason", "text", "file", "listen_for"})
_KEPT = frozenset({"section", "startDate", "endDate", "language"})
"""Fields of a résumé that tell nothing, or are masked apart."""


def blind(
    assessment: Assessment,
    resume: Resume,
    matcher: Matcher | None = None,
    repositories: Iterable[str] = (),
) -> Assessment:
    """The assessment with all of its texts masked, without name and file name. Score and order stay as they are.

    What the matcher finds is the name of a tool, and stays; `repositories` are the names of those examined.
    """
    data = assessment.model_dump()
    named = _repositories(data) | dict.fromkeys(repositories)
    data = masked(data, Mask(resume, named, tools_of(matcher)), _TEXTS.__contains__)
    data["name"] = None
    document = data["document"]
    document["path"] = blind_path(assessment.document.path, assessment.document.sha256)
    data["also"] = [blind_path(path, assessment.document.sha256) for path in assessment.also]
    return Assessment.model_validate(data)


def tools_of(matcher: Matcher | None) -> Tools | None:
    """Where a text names tools, as a matcher finds them."""
    if matcher is None:
        return None
    return lambda text: [(found.start, found.end) for found in matcher.find(text, unowned=True)]


def _repositories(value: Any) -> dict[str, None]:
    """The names of the repositories that are quoted, in the order of an assessment."""
    if isinstance(value, dict):
        own = dict.fromkeys([value["file"].partition("/")[0]] if value.get("file") else [])
        value = list(value.values())
    else:
        own = {}
    for each in value if isinstance(value, list) else ():
        own |= _repositories(each)
    return own


def blind_resume(resume: Resume, matcher: Matcher | None = None) -> Resume:
    """The résumé with the same masks: for the output of parsing."""
    mask = Mask(resume, tools=tools_of(matcher))
    taught = " ".join(mask(said.text, said.section) for said in resume.of_section("education"))
    data = resume.model_dump()
    basics = data["basics"]
    basics |= {"name": None, "email": None, "phone": None, "url": None, "location": None, "profiles": []}
    for name in ("work", "volunteer", "education"):
        for entry in data[name]:
            entry["location"] = PLACE if entry["location"] else None
    for study in data["education"]:
        study |= {"institution": SCHOOL if study["institution"] else None, "startDate": None, "endDate": None}
        study |= {"score": None, "current": False}
        study["area"] = _left(study["area"] or "", taught)
    for item in (*data["certificates"], *data["awards"], *data["publications"]):
        item["date"] = None
        item["url"] = None
    for spoken in data["languages"]:
        spoken["fluency"] = fluent(spoken["fluency"]) if spoken["fluency"] else None
    said = {
        name: masked(part, mask, lambda key: key not in _KEPT, "header" if name == "basics" else name)
        for name, part in data.items()
    }
    return Resume.model_validate(said)


def _left(area: str, taught: str) -> str | None:
    """A field of study without the parts that its section no longer says: a school's town, the half of its name."""
    return ", ".join(part for part in area.split(", ") if squeeze(part) in squeeze(taught)) or None
