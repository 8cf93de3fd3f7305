"""Who wrote a commit: mailmap, addresses that hide behind a code host, machines, and the candidate among them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from aiscreen.models.portfolio import Identity
from aiscreen.text import clean, fold, squeeze

Author = tuple[str, str]
"""Name and e-mail address as a commit has them."""

_MAILMAP = re.compile(r"^\s*([^<#]*?)\s*<([^<>]*)>\s*(?:([^<]*?)\s*<([^<>]*)>)?\s*(?:#.*)?$")
_NOREPLY = re.compile(
    r"(?:\d+[+-])?([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)@"
    r"(?:users\.noreply\.(?:github|gitlab)\.com|noreply\.(?:codeberg\.org|gitea\.com))",
    re.IGNORECASE,
)
_BOT = re.compile(
    r"\[bot\]|^(?:dependabot|renovate|pre-commit-ci|github-actions|greenkeeper|snyk|semantic-release|weblate|codecov|"
    r"allcontributors|mergify|imgbot|travis|circleci|jenkins|gitlab-ci|stale|bors|k8s-ci-robot)\b|\bbot\b\W*$",
    re.IGNORECASE,
)
_NAME_PARTS = re.compile(r"[^\W_]+")
_ONE_WORD_SCRIPT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u1100-\u11ff]")
_MAX_MAILMAP = 20_000


class Mailmap:
    """The file in which a project says which names and addresses are one person. Lines that do not fit are passed over."""

    def __init__(self, text: str = "") -> None:
        self._rules: dict[tuple[str, str], tuple[str, str]] = {}
        for line in text.splitlines()[:_MAX_MAILMAP]:
            if len(line) > 500 or not (found := _MAILMAP.match(line)):
                continue
            name, email, old_name, old_email = (part or "" for part in found.groups())
            if old_email:
                self._rules[old_name.casefold(), old_email.casefold()] = name, email
            else:
                self._rules["", email.casefold()] = name, ""

    def __call__(self, author: Author) -> Author:
        """The proper name and address of an author."""
        name, email = author
        rule = self._rules.get((name.casefold(), email.casefold())) or self._rules.get(("", email.casefold()))
        return (rule[0] or name, rule[1] or email) if rule else author


class Candidate:
    """Recognises the candidate among the authors of a history."""

    def __init__(self, identity: Identity) -> None:
        self._names = {key for name in identity.names if (key := name_key(name))}
        self._emails = {fold(email) for email in identity.emails if "@" in email}
        self._usernames = {fold(name.lstrip("@")) for name in identity.usernames if name.strip("@ ")}

    @cached_property
    def named(self) -> bool:
        """Whether there is anything to recognise the candidate by."""
        return bool(self._names or self._emails or self._usernames)

    def wrote(self, author: Author) -> bool:
        """Whether an author is the candidate: same address, same full name in any order, or same user name.

        A single given name ("Ada") is not enough: too many share it. But an address may spell the full name that the
        author's name leaves out (`A. Okafor <ada.okafor@work.example>`).
        """
        name, email = author
        email = fold(email)
        if email in self._emails:
            return True
        if (host := _NOREPLY.fullmatch(email)) and fold(host[1]) in self._usernames:
            return True
        if (key := name_key(name)) in self._names:
            return True
        if not key and name_key(host[1] if host else _local(email)) in self._names:
            return True
        return fold(name).lstrip("@") in self._usernames

    def owns(self, account: str) -> bool:
        """Whether an account on a code host is the candidate's."""
        return fold(account) in self._usernames


def _local(email: str) -> str:
    """The part of an address before the @ where it is written as names are at work, with dots or underscores."""
    local = email.partition("@")[0]
    return "" if "-" in local else local.replace("_", " ")


def name_key(name: str) -> str:
    """A full name for comparison: accents, case, punctuation, initials and the order of its parts folded away.

    Empty where it is no full name: one word is too little to tell a person by, unless its script writes names so.
    """
    parts = _NAME_PARTS.findall(fold(name.split("(")[0]))
    full = sorted(part for part in parts if len(part) > 1)
    if len(full) > 1 or (len(parts) == 1 and len(parts[0]) > 1 and _ONE_WORD_SCRIPT.search(parts[0])):
        return " ".join(full)
    return ""


def is_machine(author: Author) -> bool:
    """Whether a commit was made by a program: dependency updates, releases, formatting."""
    name, email = author
    return bool(_BOT.search(name) or "[bot]" in email)


def is_host(committer: Author) -> bool:
    """Whether a code host stands for whoever pressed the button in its pages: it is nobody."""
    name, email = committer
    return "noreply" in email or fold(name) in ("github", "gitlab")


def label(author: Author) -> str:
    """An author as shown to a person: the name, and the address where it says more."""
    name, email = (squeeze(clean(part))[:80] for part in author)
    return f"{name} <{email}>" if email else name


def one_person(authors: Iterable[Author]) -> set[Author]:
    """The authors that are surely one person with the most frequent one: same name or same address as it."""
    counted = Counter(authors)
    if not counted:
        return set()
    first = min(counted, key=lambda author: (-counted[author], author))
    key, email = name_key(first[0]), fold(first[1])
    return {a for a in counted if a == first or fold(a[1]) == email or (key and name_key(a[0]) == key)}
