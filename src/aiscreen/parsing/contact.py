"""Who the candidate is: name, headline, e-mail, phone, place, links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from aiscreen.models.document import Document
from aiscreen.models.resume import Basics, Location, Profile
from aiscreen.parsing import dates as grammar
from aiscreen.parsing.people_words import title_score
from aiscreen.parsing.places import is_place, place_score
from aiscreen.parsing.rows import Row
from aiscreen.parsing.sections import name_of
from aiscreen.text import fold

EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%'-]{1,64}@[\w-]+(?:\.[\w-]+)+", re.UNICODE)
_PHONE = re.compile(
    r"(?<![\w@/.-])(?:\(?\+\s?\d{1,3}\)?|00\d{1,3}|\(?\d)(?:[\s.()\-–/]{0,3}\d){6,13}(?!\d)(?:\s?(?:x|ext\.?)\s?\d{1,5})?",
    re.IGNORECASE,
)
_URL = re.compile(
    r"(?:https?://|www\.)[^\s|,;<>()]+|(?<![\w@.])(?:[\w-]+\.)+(?:com|org|net|io|ai|dev|me|app|co|edu|gov|info|tech|example|de|fr|es|pt|nl|it|uk|eu|in|ch|at|be|us|ca|jp|xyz|site|page|blog|cloud|design|name|pro|online|sh|so|fm|gg|is|no|se|dk|fi|pl|cz|ie|br|mx|ar|au|nz|sg|hk|tw|cn|kr)\b(?:/[^\s|,;<>()]*)?",
    re.IGNORECASE,
)
_NETWORKS: tuple[tuple[str, str], ...] = (
    ("github.com", "GitHub"), ("github.io", "GitHub"), ("linkedin.com", "LinkedIn"), ("gitlab.com", "GitLab"), ("twitter.com", "Twitter"), ("x.com", "X"),
    ("kaggle.com", "Kaggle"), ("huggingface.co", "Hugging Face"), ("stackoverflow.com", "Stack Overflow"), ("medium.com", "Medium"),
    ("scholar.google", "Google Scholar"), ("orcid.org", "ORCID"), ("researchgate.net", "ResearchGate"), ("bitbucket.org", "Bitbucket"), ("xing.com", "XING"),
    ("leetcode.com", "LeetCode"), ("dev.to", "DEV"), ("behance.net", "Behance"), ("dribbble.com", "Dribbble"), ("facebook.com", "Facebook"),
    ("instagram.com", "Instagram"), ("youtube.com", "YouTube"), ("mastodon", "Mastodon"), ("bsky.app", "Bluesky"), ("t.me", "Telegram"), ("codeberg.org", "Codeberg"),
    ("hackerrank.com", "HackerRank"), ("codeforces.com", "Codeforces"), ("openreview.net", "OpenReview"), ("substack.com", "Substack"), ("indeed.com", "Indeed"),
)  # fmt: skip
_NETWORK_NAMES = {name.casefold(): name for _, name in _NETWORKS}
_TITLES = re.compile(
    r"^(?:curriculum\s*vitae|curriculum|r[ée]sum[ée]|cv|lebenslauf|c\.\s?v\.|bewerbung|currículo|hoja de vida|personal cv)(?:\s+(?:of|von|de)\b|\s*[:–—|-])?\s*",
    re.IGNORECASE,
)
_TITLES_AFTER = re.compile(
    r"\s*(?:[-–—|,:'’s]*\s*)?\b(?:curriculum vitae|r[ée]sum[ée]|lebenslauf|cv)$", re.IGNORECASE
)
_CREDENTIALS = re.compile(
    r"(?:\s*,?\s+|\s*,\s*)\(?(?:Ph\.?\s?D\.?|M\.?D\.?|MBA|M\.?Sc\.?|B\.?Sc\.?|M\.?Eng\.?|B\.?Eng\.?|M\.?S\.|B\.?Tech|M\.?Tech|PMP|CPA|CFA|RN|BSN|MSN|PE|P\.?\s?Eng\.?|Esq\.?|CISSP|Dipl\.-Ing\.?|CEng|FRM|SHRM-CP|LLM|JD|DDS|DVM|EIT|CSM|ACCA|he/him|she/her|they/them)\)?$"
)
_LABELLED = re.compile(
    r"^(?:e-?mail(?:\s*address)?|phone|tel(?:efon|ephone|\.)?|téléphone|teléfono|telefone|mobile|cell|mobil|address|adresse|anschrift|dirección|endereço|adres|indirizzo|location|website|web|site|url|portfolio|homepage|"
    r"linked-?in|git-?hub|git-?lab|twitter|skype|city|place|ort|wohnort|based in|contact|name|full name|nom|nombre|nome|naam|title|current location|mobile no\.?|ph|m|t|e|w|p|a)\s*[:.|]\s*",
    re.IGNORECASE,
)
_PERSONAL = re.compile(
    r"\b(?:born|date of birth|dob|birth|geboren|geburtsdatum|nationality|nationalität|staatsangehörigkeit|nacionalidad|nationalité|marital|familienstand|gender|driving|permis|führerschein|visa|citizen|willing to relocate|updated|page)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"^[^\W\d_][\w.'’ʼ`\-\u2010\u2011]*$", re.UNICODE)
_INNER = re.compile(r"[-'’\u2010\u2011][A-ZÀ-Þ]")
_PARTICLES = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "du",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "ten",
        "ter",
        "zu",
        "bin",
        "ibn",
        "al",
        "el",
        "y",
        "e",
        "af",
        "av",
        "abu",
        "ben",
        "mac",
        "mc",
        "san",
        "santa",
        "st.",
        "bint",
    ]
)


@dataclass
class Contact:
    """What was found, and which rows it used (`rows` by identity of their line)."""

    basics: Basics
    used: set[int] = field(default_factory=set)
    prose: list[Row] = field(default_factory=list)


def find_contact(header: list[Row], elsewhere: list[Row], document: Document) -> Contact:
    """Reads the header's rows; `elsewhere` are rows of contact sections; links and the whole text back them up."""
    basics = Basics()
    contact = Contact(basics)
    rows = header + elsewhere
    _emails(basics, rows, document)
    _phones(basics, rows)
    _links(basics, rows, document)
    name_row = _name(basics, header, document)
    if name_row is not None:
        contact.used.add(id(name_row.line))
        _label(contact, header, name_row)
    _place(basics, rows)
    return contact


def _emails(basics: Basics, rows: list[Row], document: Document) -> None:
    for row in rows:
        if "@" in row.text and (match := EMAIL.search(row.text)):
            basics.email = match.group().strip(".'-")
            return
    for link in document.links:
        if link.uri.lower().startswith("mailto:") and (match := EMAIL.search(link.uri[7:])):
            basics.email = match.group()
            return
    for line in document.lines:
        if "@" in line.text and (match := EMAIL.search(line.text)):
            basics.email = match.group().strip(".'-")
            return
    for row in rows:
        if "@" in row.text and (match := EMAIL.search(row.text.replace(" ", ""))):
            basics.email = match.group()
            return


def _phones(basics: Basics, rows: list[Row]) -> None:
    for row in rows:
        if sum(c.isdigit() for c in row.text) < 7:
            continue
        for match in _PHONE.finditer(row.text):
            digits = re.sub(r"\D", "", match.group())
            if not 7 <= len(digits) <= 15 or (
                grammar.find(match.group()) and "+" not in match.group() and len(digits) < 9
            ):
                continue
            basics.phone = match.group().strip(" -–./")
            return


def _links(basics: Basics, rows: list[Row], document: Document) -> None:
    """Profiles and the site of their own, from shown addresses, link targets, and names beside a network's name."""
    shown = (
        [match.group().rstrip(".,;)") for row in rows for match in _URL.finditer(EMAIL.sub(" ", row.text))]
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
        bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", url, flags=re.IGNORECASE).rstrip("/")
        network = next(
            (
                name
                for host, name in _NETWORKS
                if bare.lower().startswith(host) or f".{host}" in bare.lower().split("/")[0]
            ),
            None,
        )
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


def _named_profiles(basics: Basics, rows: list[Row], seen: set[str]) -> None:
    """ "GitHub: jdoe", "jdoe (GitHub)", or the network's name with the user's below it."""
    for i, row in enumerate(rows):
        for cell in row.cells:
            match = re.fullmatch(
                r"(?:(?P<n>[A-Za-z ]+?)\s*[:|]\s*(?P<u>[\w.-]+))|(?P<u2>[\w.-]+)\s*\((?P<n2>[A-Za-z ]+)\)",
                cell.text,
            )
            name = _NETWORK_NAMES.get(
                ((match["n"] or match["n2"]) if match else cell.text).strip().casefold()
            )
            if name is None or name in seen:
                continue
            user = (match["u"] or match["u2"]) if match else None
            if user is None and i + 1 < len(rows):
                below = [
                    c
                    for c in rows[i + 1].cells
                    if abs(c.x0 - cell.x0) < 3 and re.fullmatch(r"[\w.-]+", c.text)
                ]
                user = below[0].text if below and below[0].text.casefold() not in _NETWORK_NAMES else None
            seen.add(name)
            basics.profiles.append(Profile(network=name, username=user))


def _reads_as_name(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= 6 or any(c.isdigit() or c in "@/:|•·_" for c in text) or len(text) < 3:
        return False
    if "," in text and (len(words) > 4 or title_score(text) >= 1):
        return False
    if not all(_WORD.match(word.strip(",()\"“”'’.")) or len(word) <= 2 for word in words):
        return False
    return all(
        word[:1].isupper()
        or not word[0].isascii()
        or word.casefold() in _PARTICLES
        or not word[0].isalpha()
        or _INNER.search(word)
        for word in words
    ) or (text.islower() and len(words) >= 2)


def _clean_name(text: str) -> str:
    text = _TITLES_AFTER.sub("", _TITLES.sub("", text)).strip(" ,;:|–—-•·")
    text = _LABELLED.sub("", text)
    before = None
    while before != text:
        before, text = text, _CREDENTIALS.sub("", text).strip(" ,|")
    letters = text.split()
    if len(letters) >= 4 and all(len(word) == 1 for word in letters):
        return text
    return text


def _name(basics: Basics, header: list[Row], document: Document) -> Row | None:
    """The name: large, near the top, made of capitalised words, like the e-mail address; never a title of a document."""
    best: tuple[float, Row, str] | None = None
    sizes = sorted((row.first.size for row in header), reverse=True)
    top = sizes[0] if sizes else 0.0
    mailbox = re.sub(r"[\W\d_]+", "", fold((basics.email or "").partition("@")[0]))
    for order, row in enumerate(header[:40]):
        if row.line.page > 1 or row.bullet:
            continue
        for number, cell in enumerate(row.cells):
            text = _clean_name(cell.text)
            rest = None
            if not _reads_as_name(text):
                pieces = re.split(r"\s*[,|•·–—]\s+|\s+-\s+", text)
                rest = pieces[0]
                if len(pieces) < 2 or not _reads_as_name(pieces[0]):
                    continue
                text = pieces[0]
            score = _name_score(text, cell.words[0].size, top, order, number, mailbox)
            if best is None or score > best[0] + 1e-9:
                best = (score, row, text)
    if best is None or best[0] < 1.0:
        return None
    _, row, text = best
    basics.name = _whole_name(text, row, header)
    return row


def _name_score(text: str, size: float, top: float, order: int, number: int, mailbox: str) -> float:
    words = text.split()
    score = 2.0 if 2 <= len(words) <= 4 else 0.3 if len(words) == 1 else 1.2
    score += 3.0 * (size / top) if top else 0.0
    score -= 0.12 * order + 0.3 * number
    if name_of(text) is not None or fold(text) in _NETWORK_NAMES:
        score -= 4
    if title_score(text) >= 1.2:
        score -= 3.0
    if is_place(text):
        score -= 2.5
    if mailbox:
        parts = [re.sub(r"\W+", "", fold(word)) for word in words]
        score += min(2.4, 1.2 * sum(len(part) >= 3 and part in mailbox for part in parts))
    return score


def _whole_name(text: str, row: Row, header: list[Row]) -> str:
    """A name that goes on over the next row in the same large style; letter-spaced letters joined."""
    i = header.index(row)
    size = row.first.size
    body = sorted(r.first.size for r in header)[len(header) // 2]
    if len(text.split()) <= 4 and i + 1 < len(header):
        below = header[i + 1]
        if (
            abs(below.first.size - size) < 0.6
            and size > body + 2
            and below.count <= 2
            and _reads_as_name(below.text)
            and title_score(below.text) < 1
            and fold(below.text) != fold(text)
            and below.line.page == row.line.page
            and 0 <= below.line.box.top - row.line.box.top < 2.2 * size
        ):
            return f"{text} {below.text}"
    return text


def _label(contact: Contact, header: list[Row], name_row: Row) -> None:
    """The headline: beside the name, else on one of the rows below it."""
    basics = contact.basics
    i = header.index(name_row)
    cells = [cell.text for cell in name_row.cells]
    joined = " | ".join(cells)
    after = joined.partition(basics.name or "\0")[2] if basics.name else ""
    pieces = [p.strip() for p in re.split(r"\s*[|•·–—]\s*|^\s*,\s*|\s+-\s+", after) if p.strip()]
    for piece in pieces:
        if title_score(piece) >= 1 and not _is_contact(piece):
            basics.label = piece
            return
    best: tuple[float, str, Row] | None = None
    for order, row in enumerate(header[i + 1 : i + 8] + header[max(0, i - 2) : i]):
        if row.bullet or row.line.page != name_row.line.page:
            continue
        candidates = [cell.text for cell in row.cells]
        if len(row.cells) > 1 and all(not _is_contact(c) for c in candidates):
            candidates = [row.text]
        for text in candidates:
            if (
                _is_contact(text)
                or fold(text) == fold(basics.name or "")
                or is_place(text)
                or len(text) > 110
            ):
                continue
            titled = title_score(text)
            near = order == 0
            if titled < 1 and not (
                near
                and row.first.size >= 9
                and not row.prose
                and 1 < len(text.split()) <= 9
                and row.text[:1].isupper()
            ):
                continue
            if row.prose and (row.text.endswith(".") or row.count > 12):
                continue
            score = min(2.0, titled) + (1.0 if near else 0.0) - 0.15 * order
            if best is None or score > best[0]:
                best = (score, text, row)
    if best is not None:
        basics.label = best[1].strip(" |•·–—-,")
        contact.used.add(id(best[2].line))


def _is_contact(text: str) -> bool:
    """Whether a text is contact matter: an address, a number, a link, a label."""
    if EMAIL.search(text) or _URL.search(text) or _LABELLED.match(text) or _PERSONAL.search(text):
        return True
    if sum(c.isdigit() for c in text) >= 5 or fold(text).strip() in _NETWORK_NAMES:
        return True
    return name_of(text) is not None or bool(_TITLES.fullmatch(text))


_SPLIT = re.compile(r"\s*[|•·‧∙⋅◦]\s*|\s+[–—]\s+|\s{2,}|\t")


def _place(basics: Basics, rows: list[Row]) -> None:
    best: tuple[float, str] | None = None
    for order, row in enumerate(rows):
        if row.prose:
            continue
        for cell in row.cells:
            for piece in _SPLIT.split(EMAIL.sub("|", cell.text)):
                text = _LABELLED.sub("", piece).strip(" ,;:")
                score = place_score(text)
                if score < 0.9:
                    continue
                if "," not in text and len(text.split()) == 1:
                    score -= 0.2
                score -= 0.005 * order
                if best is None or score > best[0]:
                    best = (score, text)
    if best is not None:
        basics.location = location(best[1])


def location(text: str) -> Location:
    """A place in its parts: city, then region, then country where there are three; a lone second part is a region
    if it is a state's code, else a country."""
    parts = [part.strip(" ()") for part in re.split(r"[,(]", text) if part.strip(" ()")]
    made = Location(text=text)
    if parts:
        made.city = parts[0]
    if len(parts) == 2:
        if len(parts[1]) == 2 and parts[1].isupper():
            made.region = parts[1]
        else:
            made.country = parts[1]
    elif len(parts) >= 3:
        made.region, made.country = parts[1], parts[2]
    return made
