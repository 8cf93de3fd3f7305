"""`aiscreen portfolio PATH...`: what a candidate's own repositories prove."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aiscreen.cli import options as o
from aiscreen.cli.settings import PageFormat
from aiscreen.errors import ConfigError, InputError

if TYPE_CHECKING:
    from aiscreen.models.portfolio import Account, Identity, PortfolioReport, RepoEvidence
    from aiscreen.models.resume import Resume
    from aiscreen.taxonomy import Taxonomy


Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH...",
        readable=False,
        help="Clones, bare repositories, folders of them, plain folders, zips.",
    ),
]
Names = Annotated[
    list[str] | None,
    typer.Option(
        "--name",
        "-n",
        metavar="NAME",
        help="The candidate's name in commits, or user name on a code host (may be given again).",
    ),
]
Emails = Annotated[
    list[str] | None,
    typer.Option(
        "--email", metavar="ADDRESS", help="The candidate's address in commits (may be given again)."
    ),
]
ResumeFile = Annotated[
    Path | None,
    typer.Option(
        "--resume",
        help="A résumé: who the candidate is, and what it claims of these repositories.",
        metavar="FILE",
    ),
]
User = Annotated[
    str | None,
    typer.Option(
        "--github",
        metavar="USER",
        help="Also ask GitHub (online, with GITHUB_TOKEN where set) for repositories, merged pull requests, releases.",
    ),
]
Refresh = Annotated[bool, typer.Option("--refresh", help="Ask GitHub again for what is already cached.")]
Explain = Annotated[bool, typer.Option("--explain", "-e", help="Show all evidence.")]


def portfolio(
    paths: Paths = None,
    name: Names = None,
    email: Emails = None,
    resume: ResumeFile = None,
    github: User = None,
    refresh: Refresh = False,
    blind: o.Blind = False,
    explain: Explain = False,
    format: o.PageOption = PageFormat.terminal,
    output: o.Output = None,
    skills: o.Skills = None,
) -> int:
    """Show what repositories prove: what they are, whose work, which skills, and which claims their code bears out.

    Nothing in a repository is run, and nothing it configures is obeyed. Only --github goes online.

    \b
    aiscreen portfolio ~/clones/candidate --email ada@okafor.dev
    aiscreen portfolio fraud-scoring.zip --resume ada.pdf --format markdown
    """
    from aiscreen import __version__, taxonomy
    from aiscreen.cli.output import console_for, say, write
    from aiscreen.models.portfolio import PortfolioReport
    from aiscreen.reports.portfolio import render

    if not paths and not github:
        raise ConfigError("nothing to look at; give the PATH of a repository, or --github USER")
    if blind and github:
        raise ConfigError("--blind has nothing to show of --github USER: an account's page says whose it is")
    known = taxonomy.load(skills)
    identity, parsed = _identity(name, email, github, resume)
    repositories, failed = _examine(paths or [], identity, known, parsed)
    account = _account(github, failed, refresh=refresh) if github else None
    report = PortfolioReport(
        schema="aiscreen.portfolio/1",
        tool=f"aiscreen {__version__}",
        taxonomy=dict(known.hashes),
        candidate=identity,
        repositories=repositories,
        account=account,
    )
    if blind:
        report, failed = _blinded(report, failed, parsed, known)
    if repositories or account or format is PageFormat.json:
        console = console_for(format, output)
        write(render(report, format.value, explain=explain, console=console), output)
    for failure in failed:
        say(f"aiscreen: {failure}")
    return 3 if failed else 0


def _blinded(
    report: PortfolioReport, failed: list[InputError], resume: Resume | None, known: Taxonomy
) -> tuple[PortfolioReport, list[InputError]]:
    """The report and what could not be read, without whose it is."""
    from aiscreen.judging.blind import tools_of
    from aiscreen.judging.blind.repositories import blind_portfolio
    from aiscreen.judging.file_names import blind_error
    from aiscreen.matching import Matcher

    return blind_portfolio(report, resume, tools_of(Matcher(known))), [blind_error(each) for each in failed]


def _identity(
    name: list[str] | None, email: list[str] | None, github: str | None, resume: Path | None
) -> tuple[Identity, Resume | None]:
    """Who the candidate is, from what was typed and the résumé's head."""
    from aiscreen.models.portfolio import Identity

    names = name or []
    users = [given for given in [*names, github or ""] if given and not given.strip().count(" ")]
    identity = Identity(names=names, emails=email or [], usernames=list(dict.fromkeys(users)))
    if resume is None:
        return identity, None
    from aiscreen import parsing, reading

    parsed = parsing.parse(reading.read_isolated(resume))
    found = Identity.of(parsed)
    merged = {
        field: list(dict.fromkeys([*getattr(identity, field), *getattr(found, field)]))
        for field in ("names", "emails", "usernames")
    }
    return Identity(**merged), parsed


def _examine(
    paths: list[Path], identity: Identity, known: Taxonomy, resume: Resume | None
) -> tuple[list[RepoEvidence], list[InputError]]:
    """Each path by itself: one that cannot be read does not stop the rest."""
    from aiscreen.cli.progress import naming
    from aiscreen.portfolio import examine

    found: list[RepoEvidence] = []
    failed: list[InputError] = []
    with naming() as show:
        for path in dict.fromkeys(paths):
            try:
                found.extend(examine([path], identity, taxonomy=known, resume=resume, begin=show))
            except InputError as error:
                failed.append(error)
    return found, failed


def _account(user: str, failed: list[InputError], *, refresh: bool) -> Account | None:
    """What GitHub says of the candidate; where it says nothing, why is among what `failed`."""
    import platformdirs

    from aiscreen.portfolio.account import read_account
    from aiscreen.portfolio.github import GitHub

    github = GitHub(
        base=os.environ.get("GITHUB_API_URL") or None,
        token=os.environ.get("GITHUB_TOKEN") or os.environ.get("GH_TOKEN") or None,
        cache=Path(platformdirs.user_cache_dir("aiscreen")) / "github",
        refresh=refresh,
    )
    try:
        return read_account(github, user)
    except InputError as error:
        failed.append(error)
        return None
