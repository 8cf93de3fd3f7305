"""A parsed résumé in the JSON Resume form (https://jsonresume.org/schema)."""

from __future__ import annotations

from typing import Any

from aiscreen.models.resume import Dated, Education, Item, Project, Resume, Statement, Work


def to_jsonresume(resume: Resume) -> dict[str, Any]:
    """The résumé as a JSON Resume document. Absent values are left out; a current entry has no endDate."""
    basics = resume.basics
    place = basics.location
    return _full(
        {
            "basics": _full(
                {
                    "name": basics.name,
                    "label": basics.label,
                    "email": basics.email,
                    "phone": basics.phone,
                    "url": basics.url,
                    "summary": _text(basics.summary),
                    "location": _full(
                        {
                            "address": place.text,
                            "city": place.city,
                            "region": place.region,
                            "country": place.country,
                        }
                    )
                    if place
                    else None,
                    "profiles": [_full(profile.model_dump()) for profile in basics.profiles],
                }
            ),
            "work": [_work(job) for job in resume.work],
            "volunteer": [_volunteer(job) for job in resume.volunteer],
            "education": [_education(course) for course in resume.education],
            "projects": [_project(project) for project in resume.projects],
            "skills": [_full({"name": group.name, "keywords": group.keywords}) for group in resume.skills],
            "languages": [_full(language.model_dump()) for language in resume.languages],
            "awards": [_item(item, "title", "awarder", "date") for item in resume.awards],
            "certificates": [_item(item, "name", "issuer", "date") for item in resume.certificates],
            "publications": [_item(item, "name", "publisher", "releaseDate") for item in resume.publications],
        }
    )


def _full(values: dict[str, Any]) -> dict[str, Any]:
    """Only the keys that hold something."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}


def _text(said: list[Statement]) -> str:
    return " ".join(statement.text for statement in said)


def _span(entry: Dated) -> dict[str, Any]:
    return {"startDate": entry.startDate, "endDate": None if entry.current else entry.endDate}


def _work(job: Work) -> dict[str, Any]:
    return _full(
        {
            "name": job.name,
            "position": job.position,
            "location": job.location,
            "url": job.url,
            **_span(job),
            "summary": _text(job.summary),
            "highlights": [statement.text for statement in job.highlights],
        }
    )


def _volunteer(job: Work) -> dict[str, Any]:
    made = _work(job)
    if "name" in made:
        made = {"organization": made.pop("name"), **made}
    return made


def _education(course: Education) -> dict[str, Any]:
    return _full(
        {
            "institution": course.institution,
            "area": course.area,
            "studyType": course.studyType,
            "location": course.location,
            **_span(course),
            "score": course.score,
            "courses": [statement.text for statement in course.highlights],
        }
    )


def _project(project: Project) -> dict[str, Any]:
    return _full(
        {
            "name": project.name,
            "description": project.description,
            "entity": project.entity,
            **_span(project),
            "url": project.url,
            "highlights": [statement.text for statement in project.highlights],
        }
    )


def _item(item: Item, name: str, issuer: str, date: str) -> dict[str, Any]:
    return _full({name: item.name, issuer: item.issuer, date: item.date, "url": item.url})
