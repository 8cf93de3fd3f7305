"""Links: profiles elsewhere, and the candidate's own site."""

from __future__ import annotations

import re

from aiscreen.models.document import Document
from aiscreen.models.resume import Basics, Profile
from aiscreen.parsing.contact_words import NETWORK_NAMES, NETWORKS, urls, without_emails
from aiscreen.parsing.rows import Row

_NAMED = re.compile(
    r"(?:(?P<n>[A-Za-z ]+?)\s*[:|]\s*(?P<u>[\w.-]+))|(?P<u2>[\w.-]+)\s*\((?P<n2>[A-Za-z ]+)\)"
)
_USER = re.compile(r"[\w.-]+")
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)


def find_links(basics: Basics, rows: list[Row], document: Document) -> None:
    """Profiles and the site of their own, from shown addresses, link targets, and names beside a network's name."""
    shown = (
        [match.group().rstrip(".,;)") for row in rows for match in urls(without_emails(row.text, " "))]
        if rows
        else []
    )
    first_page = [
        link.uri for link in document.links if link.page == 1 and link.uri.lower().startswith("http")
    ]
    behind = [
        word.link
        for row in rows
        for cell in row.cells
        for word in cell.words
        if word.link and word.link.lower().startswith("http")
    ]
    seen: set[str] = set()
    for url in [*shown, *behind, *first_page]:
        bare = _SCHEME.sub("", url).rstrip("/")
        low = bare.lower()
        site = low.partition("/")[0]
        network = next((name for host, name in NETWORKS if host in low and _is_at(host, low, site)), None)
        full = url if url.lower().startswith("http") else f"https://{url}"
        if network is None:
            if basics.url is None and (url in shown or url in behind):
                basics.url = full
            continue
        if (
            network in seen
            or (network == "GitHub" and bare.count("/") > 1)
            or ("/" not in bare and "github.io" not in bare)
        ):
            continue
        seen.add(network)
        basics.profiles.append(Profile(network=network, username=bare.rsplit("/", 1)[-1] or None, url=full))
    _named_profiles(basics, rows, seen)


def _is_at(host: str, address: str, site: str) -> bool:
    """Whether an address, on a `site`, leads to a host or one of its own."""
    return address.startswith(host) or f".{host}" in site


def _named_profiles(basics: Basics, rows: list[Row], seen: set[str]) -> None:
    """ "GitHub: jdoe", "jdoe (GitHub)", or the network's name with the user's below it."""
    for i, row in enumerate(rows):
        for cell in row.cells:
            match = _NAMED.fullmatch(cell.text)
            name = NETWORK_NAMES.get(((match["n"] or match["n2"]) if match else cell.text).strip().casefold())
            if name is None or name in seen:
                continue
            user = (match["u"] or match["u2"]) if match else None
            if user is None and i + 1 < len(rows):
                below = [c for c in rows[i + 1].cells if abs(c.x0 - cell.x0) < 3 and _USER.fullmatch(c.text)]
                user = below[0].text if below and below[0].text.casefold() not in NETWORK_NAMES else None
            seen.add(name)
            basics.profiles.append(Profile(network=name, username=user))
