"""How the candidate came to a repository: began it, joined it, contributed to it, or only copied it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from aiscreen.models.assessment import Evidence
from aiscreen.models.portfolio import Identity, Origin
from aiscreen.portfolio.authorship import Work
from aiscreen.portfolio.data import tell
from aiscreen.portfolio.exercises import template_words
from aiscreen.portfolio.facts import Facts
from aiscreen.portfolio.gitdir import GitFolder
from aiscreen.portfolio.history import Commit, History
from aiscreen.portfolio.people import Candidate, is_host, is_machine, name_key
from aiscreen.text import count, fold

_ACCOUNT = re.compile(
    r"(?:^[a-z+]+://[^/]+/|^[^/@]*@?[^/:]+:)(?:scm/|~)?([^/]+)/(.+?)(?:\.git)?/?$", re.IGNORECASE
)
_COPYRIGHT = re.compile(r"^\W*copyright\s+(?:\(c\)|©|&copy;)?\s*(?:[\d, -]+(?:present)?)?,?\s*(?:by\s+)?(.+?)\.?\s*(?:all rights reserved.*)?$", re.IGNORECASE | re.MULTILINE)  # fmt: skip
_PULL_REQUEST = re.compile(
    r"^Merge pull request #\d+|\(#\d+\)\s*$|^Merge branch '.+' into '.+'$|^Merged in .+ \(pull request #\d+\)"
)

_ISSUE = re.compile(r"\b(?:fix(?:e[sd])?|close[sd]?|resolve[sd]?|refs?|issue|gh)[ :-]*(?:[\w./-]*)?#\d+|\b[A-Z]{2,8}-\d+\b", re.IGNORECASE)  # fmt: skip
_TEMPLATE_SHARE = 0.1
"""The share of the standing lines below which a template is used, not built upon."""


@dataclass
class Story:
    """How the candidate came to a repository.

    `accepted` counts their commits that others have built on, or committed for them; `issues` the commits that close
    one; `others` those of others in the candidate's own project. `dump` is the commit that brought nearly the whole
    tree, `backdated` says why its dates are doubted. `reasons` are for a person.
    """

    origin: Origin
    accepted: int = 0
    dump: Commit | None = None
    backdated: str = ""
    pull_requests: int = 0
    issues: int = 0
    others: int = 0
    foreign_license: tuple[str, Evidence] | None = None
    reasons: tuple[str, ...] = ()


def account_of(url: str) -> tuple[str, str] | None:
    """Account and repository of an address on a code host (`git@host:account/repo.git`, `https://host/account/repo`)."""
    found = _ACCOUNT.match(url)
    return (found[1], found[2].rpartition("/")[2]) if found else None


def tell_story(
    history: History, folder: GitFolder, work: Work, facts: Facts, identity: Identity, dump: Commit | None
) -> Story:
    """Judge the origin of a repository with a history."""
    candidate = Candidate(identity)
    story = Story(
        "unknown", dump=dump, backdated=_backdated(work.own if work.authorship.known else history.human)
    )
    story.pull_requests = sum(bool(_PULL_REQUEST.search(commit.subject)) for commit in history.commits)
    story.issues = sum(bool(_ISSUE.search(commit.subject)) for commit in history.human)
    if not work.authorship.known:
        return story
    story.foreign_license = _foreign_license(facts, history, identity)
    story.accepted = len(accepted(history, work))
    accounts = {name: found for name, url in folder.remotes.items() if (found := account_of(url))}
    taught = _teaching_material(accounts, facts)
    began = _began(history, work)
    share = work.authorship.share_lines
    share = share if share is not None else work.authorship.share_commits or 0.0
    if taught and share < 0.5:
        story.origin, story.reasons = "copied", (f"the material of {taught}",)
    elif work.sole and share < _TEMPLATE_SHARE and facts.own.unworked and (said := _template(story, facts)):
        story.origin, story.reasons = "copied", (f"nearly all of it came in whole, and {said}",)
    elif work.sole and dump and story.foreign_license:
        story.origin = "copied"
        story.reasons = (f"its licence names {story.foreign_license[0]}, and all of it came in one commit",)
    elif not work.own:
        story.origin = "fork" if _forked(accounts, candidate) else "unknown"
    elif began or work.sole:
        story.origin = "own" if share >= 0.5 or work.sole else "shared"
        story.others = work.authorship.commits - work.authorship.own_commits if story.origin == "own" else 0
    elif history.cut and not story.accepted:
        story.origin = "unknown"
    else:
        story.origin = _joined(history, work, story, accounts, candidate, share)
    return story


def _template(story: Story, facts: Facts) -> str:
    """What tells that an import is not the candidate's work; empty where nothing does."""
    if story.foreign_license:
        return f"its licence names {story.foreign_license[0]}"
    words = template_words(facts)
    return f"its README says whence: “{words.quote}”" if words else ""


def _joined(
    history: History,
    work: Work,
    story: Story,
    accounts: dict[str, tuple[str, str]],
    candidate: Candidate,
    share: float,
) -> Origin:
    """Of a repository that others began: an upstream contribution, a part in a team, or a fork."""
    ours, all = work.authorship.own_commits, work.authorship.commits
    if "upstream" in accounts:
        story.reasons = (f"a fork of {'/'.join(accounts['upstream'])}",)
    if share >= 0.5 and ours >= 10:
        story.reasons = (*story.reasons, "others began it; most of what stands is the candidate's")
        return "shared"
    if story.accepted:
        story.reasons = (
            *story.reasons,
            f"{count(story.accepted, 'commit')} of the candidate's taken up by others",
        )
        return "shared" if _early(history, work) and share >= 0.1 else "upstream"
    if _forked(accounts, candidate) or ours <= 3 or ours < all / 50:
        story.reasons = (
            *story.reasons,
            f"{ours} of {all} commits are the candidate's, none taken up by others",
        )
        return "fork"
    return "shared" if share >= 0.1 else "fork"


def _forked(accounts: dict[str, tuple[str, str]], candidate: Candidate) -> bool:
    """Whether the remotes tell that this is the candidate's fork of what others began."""
    return "upstream" in accounts or ("origin" in accounts and candidate.owns(accounts["origin"][0]))


def accepted(history: History, work: Work) -> list[Commit]:
    """The candidate's commits on the main line that somebody else committed for them, or built upon."""
    others: set[str] = set()
    for commit in history.commits:  # children come before their parents
        if commit.id in others or not (commit.author in work.authors or is_machine(commit.author)):
            others.update(commit.parents)
    return [
        c for c in work.own if c.id in history.on_head and (c.id in others or _committed_by_others(c, work))
    ]


def _committed_by_others(commit: Commit, work: Work) -> bool:
    """Whether a maintainer applied it."""
    return commit.committer not in work.authors and not is_host(commit.committer)


def _began(history: History, work: Work) -> bool:
    """Whether the first human commit of the history is the candidate's (a host's or template's aside)."""
    if history.cut:
        return False
    first = [commit for commit in history.roots if not is_machine(commit.author)][:1]
    return any(commit.author in work.authors for commit in first)


def _early(history: History, work: Work) -> bool:
    """Whether the candidate was there within the first tenth of the history, or its first ninety days."""
    human = sorted(history.human, key=lambda commit: commit.authored)
    if not human or not work.own or history.cut:
        return False
    first = min(commit.authored for commit in work.own)
    limit = human[0].authored + timedelta(days=90).total_seconds()
    return first <= max(limit, human[len(human) // 10].authored)


def _backdated(commits: list[Commit]) -> str:
    """Signs of a made-up rhythm: dates over months, all committed within the hour, or authored after committed."""
    if len(commits) < 10:
        return ""
    authored = [commit.authored for commit in commits]
    committed = [commit.committed for commit in commits]
    if max(authored) - min(authored) > 60 * 86400 and max(committed) - min(committed) < 3600:
        return (
            f"{len(commits)} commits dated over {(max(authored) - min(authored)) // 86400} days were all made within one hour; "
            "moving a repository does this too"
        )
    return ""


def _teaching_material(accounts: dict[str, tuple[str, str]], facts: Facts) -> str | None:
    """The known course or book that a repository's remote or name says it is a copy of."""
    pattern = tell("tutorial").upstream
    assert pattern is not None
    names = [*(repository for _, repository in accounts.values()), facts.name]
    return next((name for name in names if pattern.fullmatch(name)), None)


def _foreign_license(facts: Facts, history: History, identity: Identity) -> tuple[str, Evidence] | None:
    """The holder that the root's licence names, where it is a person who is neither an author nor the candidate."""
    authors = {commit.author[0] for commit in history.commits}
    known = {name_key(name) for name in [*identity.names, *authors]}
    words = {fold(word) for word in [*identity.usernames, *authors]}
    for path in facts.survey.texts:
        if not re.fullmatch(r"licen[sc]e(?:\.\w+)?|copying", path, re.IGNORECASE):
            continue
        text = facts.tree.text(path)[:3000]
        for found in _COPYRIGHT.finditer(text):
            holder = re.sub(r"<[^>]*>|https?://\S+", "", found[1]).strip(" .,")
            if re.search(
                r"\[|\{|yyyy|name of|free software foundation|contributors|authors|owner",
                holder,
                re.IGNORECASE,
            ):
                continue
            if not holder or name_key(holder) in known or fold(holder) in words:
                return None
            return holder[:60], facts.at(path, text, found.start(1))
    return None
