"""A portfolio without whose it is: repositories are numbered, commits and authors go, code names nobody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from aiscreen.judging.blind.mask import Mask, masked
from aiscreen.models.portfolio import Identity, PortfolioReport
from aiscreen.models.resume import Basics, Profile, Resume

if TYPE_CHECKING:
    from aiscreen.judging.blind.mask import Tools

_TEXTS = frozenset({"quote", "note", "file", "summary", "reasons", "warnings"})
_AUTHOR = re.compile(r"^(.*?)\s*<([^>]*)>$")


def blind_portfolio(
    report: PortfolioReport, resume: Resume | None = None, tools: Tools | None = None
) -> PortfolioReport:
    """The report with its texts masked, for the candidate that was looked for and the authors taken for them; `resume`
    is the candidate's, where there is one."""
    names = dict.fromkeys(repo.name for repo in report.repositories)
    mask = Mask(_candidate(report, resume or Resume()), names, tools)
    data: dict[str, Any] = masked(report.model_dump(by_alias=True), mask, _TEXTS.__contains__)
    data["candidate"] = Identity().model_dump()
    for number, name in enumerate(names, 1):
        for repo in data["repositories"]:
            if repo["name"] == name:
                repo |= {"name": f"repository-{number}", "path": f"repository-{number}", "head": None}
                repo["authorship"]["matched"] = []
    return PortfolioReport.model_validate(data)


def _candidate(report: PortfolioReport, resume: Resume) -> Resume:
    """The résumé with all that a history calls the candidate."""
    basics = resume.basics
    authors = [_AUTHOR.match(author) for repo in report.repositories for author in repo.authorship.matched]
    names = [basics.name or "", *report.candidate.names, *(author[1] for author in authors if author)]
    emails = [basics.email or "", *report.candidate.emails, *(author[2] for author in authors if author)]
    handles = [*report.candidate.usernames, *(email.partition("@")[0] for email in emails)]
    merged = Basics(
        name=" ".join(dict.fromkeys(" ".join(names).split())) or None,
        email=next(filter(None, emails), None),
        profiles=[*basics.profiles, *(Profile(network="", username=handle) for handle in handles if handle)],
        location=basics.location,
    )
    return resume.model_copy(update={"basics": merged})
