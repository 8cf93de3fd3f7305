"""Links: profiles elsewhere, and the candidate's own site."""

from __future__ import annotations

import re

from aiscreen.models.document import Document
from aiscreen.models.resume import Basics, Profile
from aiscreen.parsing.rows import Cell, Row
from aiscreen.parsing.words.contact import NETWORK_NAMES, NETWORKS, urls, without_emails

_NAMED = re.compile(
    r"(?:(?P<n>[A-Za-z ]+?)\s*[:|]\s*(?P<u>[\w.-]+))|(?P<u2>[\w.-]+)\s*\((?P<n2>[A-Za-z ]+)\)"
)
_USER = re.compile(r"[\w.-]+")
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)


def find_links(basics: Basics, rows: list[Row], document: Document) -> None:
    """Profiles and the site of their own, from shown addresses, link targets, and names beside a network's name."""
    shown = [match.group().rstrip(".,;)") for row in rows for match in urls(without_emails(row.text, " "))]
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
            if basics.url is None and "europass." not in site and (url in shown or url in behind):
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
    """ "GitHub: jdoe", "jdoe (GitHub)", or the network's name with the user's below it or, larger, above."""
    for i, row in enumerate(rows):
        for cell in row.cells:
            match = _NAMED.fullmatch(cell.text)
            name = NETWORK_NAMES.get(((match["n"] or match["n2"]) if match else cell.text).strip().casefold())
            if name is None or name in seen:
                continue
            user = (match["u"] or match["u2"]) if match else None
            if user is None:
                user = (_user_above(rows[i - 1], rows[i]) if i else None) or (
                    _user_in(rows[i + 1], cell) if i + 1 < len(rows) else None
                )
            seen.add(name)
            basics.profiles.append(Profile(network=name, username=user))


def _user_in(row: Row, cell: Cell) -> str | None:
    """What stands in a row over or under a network's name, where it could be a user's."""
    names = [c.text for c in row.cells if abs(c.x0 - cell.x0) < 3 and _USER.fullmatch(c.text)]
    return names[0] if names and names[0].casefold() not in NETWORK_NAMES else None


def _user_above(above: Row, row: Row) -> str | None:
    """The user's name above a network's name in smaller letters."""
    close = above.line.page == row.line.page and 0 < row.y - above.y < 2.5 * row.first.size
    return _user_in(above, row.cells[0]) if close and above.first.size > row.first.size + 0.9 else None
