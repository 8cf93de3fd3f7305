"""Fictional people as résumés, built from short YAML without a page or a parser."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from aiscreen.models.document import Document
from aiscreen.models.resume import (
    Basics,
    Education,
    Item,
    Project,
    Resume,
    SkillGroup,
    Statement,
    Work,
)

AS_OF = date(2026, 11, 1)
DATA = Path(__file__).parent / "data"


def people(name: str = "people.yaml") -> list[dict[str, Any]]:
    """The people of a file as written."""
    return list(yaml.safe_load((DATA / name).read_text(encoding="utf-8")))


class _Page:
    """Gives every statement its own line."""

    def __init__(self) -> None:
        self.statements: list[Statement] = []

    def say(self, text: str, section: str, entry: int | None = None) -> Statement:
        line = len(self.statements) + 1
        statement = Statement(
            text=text,
            page=1,
            line=line,
            bbox=(50, 12.0 * line, 500, 12.0 * line + 10),
            section=section,
            entry=entry,
        )
        self.statements.append(statement)
        return statement


def resume_of(person: dict[str, Any]) -> Resume:
    """A person as a résumé with work, projects, open source, skills and a degree."""
    page = _Page()
    basics = Basics(name=person.get("name", "Robin Doe"), label=person.get("label"))
    if summary := person.get("summary"):
        basics.summary = [page.say(summary, "summary")]
    work = [_job(page, index, job) for index, job in enumerate(person.get("work", []))]
    projects = [_project(page, index, each) for index, each in enumerate(person.get("projects", []))]
    for text in person.get("oss", []):
        page.say(text, "open-source")
    for text in person.get("publications", []):
        page.say(text, "publications")
    education = []
    if degree := person.get("degree"):
        kind, _, area = degree.partition(" ")
        school = person.get("school", "State University")
        head = page.say(f"{degree}, {school}", "education", 0)
        education = [Education(studyType=kind, area=area or None, institution=school, address=head)]
    skills = []
    if listed := person.get("skills"):
        skills = [SkillGroup(keywords=listed, address=page.say(", ".join(listed), "skills"))]
    return Resume(
        basics=basics,
        work=work,
        projects=projects,
        education=education,
        skills=skills,
        publications=[Item(name=text) for text in person.get("publications", [])],
        statements=page.statements,
        confidence={"overall": 0.9},
    )


def _job(page: _Page, index: int, job: dict[str, Any]) -> Work:
    head = page.say(f"{job['title']}, {job.get('company', 'Acme')}", "work", index)
    return Work(
        name=job.get("company", "Acme"),
        position=job["title"],
        location=job.get("location"),
        startDate=job.get("from"),
        endDate=job.get("to"),
        current="to" not in job,
        address=head,
        highlights=[page.say(text, "work", index) for text in job.get("bullets", [])],
    )


def _project(page: _Page, index: int, project: dict[str, Any]) -> Project:
    head = page.say(project["name"], "projects", index)
    return Project(
        name=project["name"],
        url=project.get("url"),
        address=head,
        highlights=[page.say(text, "projects", index) for text in project.get("bullets", [])],
    )


def document_of(resume: Resume, name: str = "person.txt") -> Document:
    """A document to go with a résumé: its path and a hash of what it says."""
    import hashlib

    said = "\n".join(statement.text for statement in resume.statements)
    return Document(
        path=name, sha256=hashlib.sha256(said.encode()).hexdigest(), kind="text", pages=1, lines=()
    )
