"""Front matter: what stands above a Markdown page in YAML or TOML. It says how a site shows the page, at times who wrote it, and
with some templates it holds the résumé itself."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

from aiscreen.reading.jsonresume import write_resume
from aiscreen.reading.sheet import Ink, Sheet

_FRONT = re.compile(r"---\s*\n(.*?\n)(?:---|\.\.\.)\s*(?:\n|$)|\+\+\+\s*\n.*?\n\+\+\+\s*(?:\n|$)", re.S)
_MOST = 60_000
"""Characters in the front matter of a page, at the most."""
_TOLD = re.compile(
    r"^[ \t]*(?:name|author|full_?name|title|work|experiences?|employment|jobs|education)[ \t]*:", re.I | re.M
)
_OWNER = re.compile(
    r"^(.+?)['’]s? (?:CV|R[ée]sum[ée]|Curriculum Vitae)$|^(?:CV|R[ée]sum[ée]|Curriculum Vitae) of (.+)$", re.I
)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}")
_NO_LETTERS = re.compile(r"[\W_]+")
_FIRST = 600
"""Characters at a page's start in which its own heading stands."""

_SECTIONS = {
    "work": "work experience experiences workexperience professionalexperience employment employmenthistory jobs positions career",
    "education": "education studies academics educations",
    "projects": "projects",
    "volunteer": "volunteer volunteering",
    "publications": "publications papers",
    "certificates": "certificates certifications licenses",
    "awards": "awards honors honours",
    "languages": "languages",
}
_FIELDS = {
    "position": "position role title jobtitle designation",
    "name": "company employer organization organisation name firm",
    "institution": "institution school university college institute",
    "studyType": "degree studytype qualification program programme",
    "area": "area major field fieldofstudy subject",
    "startDate": "startdate start from begin datestart",
    "endDate": "enddate end to until dateend",
    "period": "period date dates duration years year time when",
    "location": "location place city",
    "summary": "summary description about",
    "highlights": "highlights responsibilities achievements bullets points tasks details duties accomplishments",
    "language": "language",
    "fluency": "fluency level proficiency",
    "issuer": "issuer authority",
    "awarder": "awarder",
    "publisher": "publisher journal venue",
    "score": "score gpa grade",
    "url": "url website link",
}
_BASICS = {
    "name": "name fullname author",
    "label": "label headline jobtitle position tagline role title profession",
    "email": "email mail",
    "phone": "phone telephone tel mobile",
    "city": "location address city",
    "url": "website homepage url",
    "summary": "summary about profile bio objective",
}


def write_front(text: str, sheet: Sheet) -> str:
    """Writes what the front matter of a page tells of the résumé; returns the page below it."""
    front = _FRONT.match(text)
    if front is None:
        return text
    body = text[front.end() :]
    source = front[1] or ""
    if len(source) > _MOST or not _TOLD.search(source):
        return body
    said = _read(source)
    if (resume := _resume(said)) is not None:
        write_resume(sheet, resume)
    elif (name := _name(said)) and name.casefold() not in body[:_FIRST].casefold():
        sheet.add([[(name, Ink(22.0, True))]])
        sheet.skip(6.0)
    return body


def _read(source: str) -> dict[str, Any]:
    """The front matter's fields, by their names without marks and capitals; none where it is broken."""
    import yaml

    try:
        said = yaml.safe_load(source)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return _folded(said)


def _folded(value: object) -> dict[str, Any]:
    fields = value.items() if isinstance(value, dict) else ()
    return {_NO_LETTERS.sub("", str(name)).casefold(): one for name, one in fields}


def _name(said: Mapping[str, Any]) -> str:
    """Whom a page is about: its name or author, or the owner that its title names ("Jane Doe's CV")."""
    owner = _OWNER.match(title) if isinstance(title := said.get("title"), str) else None
    named = [said.get("name"), said.get("fullname"), said.get("author"), *(owner.groups() if owner else ())]
    return next(
        (name.strip() for name in named if isinstance(name, str) and _NAME.fullmatch(name.strip())), ""
    )


def _resume(said: Mapping[str, Any]) -> dict[str, Any] | None:
    """The résumé that the fields hold, in the form of a JSON Resume; None where they list neither jobs nor studies."""
    found: dict[str, Any] = {}
    for section, names in _SECTIONS.items():
        listed: list[Any] = next(
            (said[name] for name in names.split() if isinstance(said.get(name), list)), []
        )
        entries = [_named(_folded(one), _FIELDS) for one in listed if isinstance(one, dict)]
        if entries:
            found[section] = [_in_section(entry, section) for entry in entries]
    if not found.keys() & {"work", "education"}:
        return None
    nested = [_folded(said.get(name)) for name in ("basics", "contact", "personal", "header")]
    basics = _named({name: one for fields in (said, *nested) for name, one in fields.items()}, _BASICS)
    if isinstance(city := basics.pop("city", None), str):
        basics["location"] = {"city": city}
    found["basics"] = basics
    found["skills"] = _skills(said.get("skills", said.get("technologies")))
    return found


def _named(fields: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """Fields under their standard names, dates as they are written."""
    made: dict[str, Any] = {}
    for standard, others in names.items():
        value = next((fields[name] for name in others.split() if fields.get(name)), None)
        if value is not None:
            made[standard] = value.isoformat() if isinstance(value, datetime.date) else value
    if isinstance(told := made.get("summary"), list):
        made["highlights"] = told
    return made


def _in_section(entry: dict[str, Any], section: str) -> dict[str, Any]:
    """An entry whose "title" or "name" means what it does in its section."""
    title = entry.get("position")
    if section == "education":
        entry.setdefault("studyType", title)
        entry.setdefault("institution", entry.get("name"))
    elif section in ("projects", "publications", "certificates"):
        entry.setdefault("name", title)
    elif section == "awards":
        entry["title"] = title or entry.get("name")
    elif section == "languages":
        entry.setdefault("language", entry.get("name"))
    return entry


def _skills(value: object) -> list[dict[str, Any]]:
    """Lists of skills: bare, by their labels, or as groups with a name and what they list."""
    if isinstance(value, dict):
        value = [{"name": str(name), "items": items} for name, items in value.items()]
    if not isinstance(value, list):
        return []
    bare = [one for one in value if isinstance(one, str)]
    groups = [_folded(one) for one in value if isinstance(one, dict)]
    made: list[dict[str, Any]] = [
        {
            "name": group.get("name") or group.get("category") or group.get("title"),
            "keywords": next(
                (group[key] for key in ("keywords", "items", "skills", "list") if key in group), []
            ),
        }
        for group in groups
    ]
    for group in made:
        if isinstance(group["keywords"], str):
            group["keywords"] = [group["keywords"]]
    return [{"keywords": bare}, *made] if bare else made
