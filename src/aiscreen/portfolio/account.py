"""What GitHub says of an account: the one part of aiscreen that goes online, and only when asked."""

from __future__ import annotations

import re
import urllib.parse
from typing import Any

from aiscreen.errors import ConfigError, InputError
from aiscreen.models.portfolio import Account, HostedRepository, MergedPullRequest
from aiscreen.portfolio.github import GitHub, Limited
from aiscreen.text import clean, squeeze

_USER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})")
_PAGE, _PAGES = 100, 3
"""Repositories on a page, and pages that are asked for."""
_RELEASES_OF = 8
"""Repositories whose releases are asked for: those with most stars."""


def read_account(github: GitHub, user: str) -> Account:
    """Repositories, merged pull requests to others' projects, and releases of an account.

    Raises InputError where the host cannot be reached or knows no such account, ConfigError for a name that
    cannot be one. A rate limit or a refused part is told in `warnings`; the rest stands.
    """
    if not _USER.fullmatch(user):
        raise ConfigError(
            f"{user!r} is no GitHub user name; give the one in the address of the account's page"
        )
    try:
        found = github.get(f"/users/{user}")
    except Limited as error:
        raise InputError("offline", str(error), "github") from None
    if not isinstance(found, dict):
        raise InputError("missing", f"GitHub knows no account {user!r}; check its spelling", user)
    account = Account(user=_text(found.get("login")) or user, url=_text(found.get("html_url")))
    for part in (_repositories, _pull_requests, _releases):
        try:
            part(github, account)
        except Limited as error:
            account.warnings.append(str(error))
            break
        except InputError as error:
            account.warnings.append(error.detail)
    return account


def _repositories(github: GitHub, account: Account) -> None:
    for page in range(1, _PAGES + 1):
        rows = github.get(f"/users/{account.user}/repos?type=owner&sort=pushed&per_page={_PAGE}&page={page}")
        account.repositories += map(_repository, _objects(rows))
        if not isinstance(rows, list) or len(rows) < _PAGE:
            return
    account.warnings.append(f"only the {_PAGE * _PAGES} repositories pushed to last were listed")


def _pull_requests(github: GitHub, account: Account) -> None:
    query = urllib.parse.quote(f"type:pr is:merged is:public author:{account.user} -user:{account.user}")
    found = github.get(f"/search/issues?q={query}&sort=updated&order=desc&per_page={_PAGE}")
    if not isinstance(found, dict):
        return
    total = found.get("total_count")
    account.merged_total = total if isinstance(total, int) else 0
    pulls = map(_pull_request, _objects(found.get("items")))
    account.merged = sorted(pulls, key=lambda pull: (pull.merged or "", pull.url), reverse=True)


def _releases(github: GitHub, account: Account) -> None:
    own = [repo for repo in account.repositories if not repo.fork and not repo.archived]
    own.sort(key=lambda repo: (-repo.stars, repo.name))
    for repo in own[:_RELEASES_OF]:
        if not re.fullmatch(r"[\w.-]{1,100}", repo.name) or repo.name in (".", ".."):
            continue
        rows = github.get(f"/repos/{account.user}/{repo.name}/releases?per_page={_PAGE}")
        repo.releases = len(rows) if isinstance(rows, list) else None


def _objects(answer: Any) -> list[dict[str, Any]]:
    """The objects of an answer that should be a list of them."""
    return [row for row in answer if isinstance(row, dict)] if isinstance(answer, list) else []


def _repository(row: dict[str, Any]) -> HostedRepository:
    stars = row.get("stargazers_count")
    return HostedRepository(
        name=_text(row.get("name")),
        url=_text(row.get("html_url")),
        fork=row.get("fork") is True,
        archived=row.get("archived") is True,
        stars=stars if isinstance(stars, int) else 0,
        language=_text(row.get("language")) or None,
        created=_day(row.get("created_at")),
        pushed=_day(row.get("pushed_at")),
    )


def _pull_request(item: dict[str, Any]) -> MergedPullRequest:
    pull = item.get("pull_request")
    merged = pull.get("merged_at") if isinstance(pull, dict) else None
    return MergedPullRequest(
        repository="/".join(_text(item.get("repository_url")).split("/")[-2:]),
        title=_text(item.get("title")),
        url=_text(item.get("html_url")),
        merged=_day(merged or item.get("closed_at")),
    )


def _text(value: Any) -> str:
    return squeeze(clean(value))[:300] if isinstance(value, str) else ""


def _day(value: Any) -> str | None:
    return value[:10] if isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\d", value) else None
