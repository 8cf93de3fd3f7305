"""Patterns of contact matter: addresses, networks, the labels before them, the words that are no name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aiscreen.text import fold

EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%'-]{1,64}@[\w-]+(?:\.[\w-]+)+", re.UNICODE)

URL = re.compile(
    r"(?:https?://|www\.)[^\s|,;<>()]+|(?<![\w@.])(?:[\w-]+\.)+(?:com|org|net|io|ai|dev|me|app|co|edu|gov|info|tech|example|de|fr|es|pt|nl|it|uk|eu|in|ch|at|be|us|ca|jp|xyz|site|page|blog|cloud|design|name|pro|online|sh|so|fm|gg|is|no|se|dk|fi|pl|cz|ie|br|mx|ar|au|nz|sg|hk|tw|cn|kr)\b(?:/[^\s|,;<>()]*)?",
    re.IGNORECASE,
)


def urls(text: str) -> Iterator[re.Match[str]]:
    """The web addresses in a text."""
    return URL.finditer(text) if "." in text or "://" in text else iter(())


def without_emails(text: str, instead: str) -> str:
    """A text with a sign in place of each e-mail address."""
    return EMAIL.sub(instead, text) if "@" in text else text


def behind(pattern: re.Pattern[str], text: str) -> str:
    """A text without what a pattern finds at its start."""
    match = pattern.match(text)
    return text[match.end() :] if match else text


NETWORKS: tuple[tuple[str, str], ...] = (
    ("github.com", "GitHub"), ("github.io", "GitHub"), ("linkedin.com", "LinkedIn"), ("gitlab.com", "GitLab"), ("twitter.com", "Twitter"), ("x.com", "X"),
    ("kaggle.com", "Kaggle"), ("huggingface.co", "Hugging Face"), ("stackoverflow.com", "Stack Overflow"), ("medium.com", "Medium"),
    ("scholar.google", "Google Scholar"), ("orcid.org", "ORCID"), ("researchgate.net", "ResearchGate"), ("bitbucket.org", "Bitbucket"), ("xing.com", "XING"),
    ("leetcode.com", "LeetCode"), ("dev.to", "DEV"), ("behance.net", "Behance"), ("dribbble.com", "Dribbble"), ("facebook.com", "Facebook"),
    ("instagram.com", "Instagram"), ("youtube.com", "YouTube"), ("mastodon", "Mastodon"), ("bsky.app", "Bluesky"), ("t.me", "Telegram"), ("codeberg.org", "Codeberg"),
    ("hackerrank.com", "HackerRank"), ("codeforces.com", "Codeforces"), ("openreview.net", "OpenReview"), ("substack.com", "Substack"), ("indeed.com", "Indeed"),
)  # fmt: skip

NETWORK_NAMES = {name.casefold(): name for _, name in NETWORKS}

LABELLED = re.compile(
    r"^(?:e-?mail(?:\s*address)?|phone|tel(?:efon|ephone|\.)?|téléphone|teléfono|telefone|mobile|cell|mobil|address|adresse|anschrift|dirección|endereço|adres|indirizzo|location|website|web|site|url|portfolio|homepage|"
    r"linked-?in|git-?hub|git-?lab|twitter|skype|city|place|ort|wohnort|based in|contact|name|full name|name of (?:the )?(?:candidate|applicant)|(?:candidate|applicant)(?:['’]?s)?(?: name)?|nom|nombre|nome|naam|title|current location|mobile no\.?|ph|m|t|e|w|p|a)\s*[:.|]\s*",
    re.IGNORECASE,
)

PERSONAL = re.compile(
    r"\b(?:born|date of birth|dob|birth|geboren|geburtsdatum|nationality|nationalität|staatsangehörigkeit|nacionalidad|nationalité|marr?i[eé]e?|married|verheiratet|casad[oa]|célibataire|ledig|solter[oa]|marital|familienstand|gender|driving|permis|führerschein|visa|citizen|willing to relocate|updated|page)\b",
    re.IGNORECASE,
)

NAMED = re.compile(
    r"(?:(?:full |candidate['’]?s? |applicant['’]?s? )?name|name of (?:the )?(?:candidate|applicant)|candidate|applicant|nom(?: et prénom)?|nombre(?: y apellidos)?|nome(?: completo| e cognome)?|naam)\s?:\s",
    re.IGNORECASE,
)
"""What stands before a name in a form."""

TITLES = re.compile(
    r"^(?:curriculum\s*vitae|curriculum|r[ée]sum[ée]|cv|lebenslauf|c\.\s?v\.|bewerbung|currículo|hoja de vida|personal cv)(?:\s+(?:of|von|de)\b|\s*[:–—|-])?\s*",
    re.IGNORECASE,
)

TITLE_WORDS = ("vitae", "resume", "résume", "resumé", "résumé", "lebenslauf", "cv")
"""How a title ends, also behind a name."""

TITLES_AFTER = re.compile(
    r"\s*(?:[-–—|,:'’s]*\s*)?\b(?:curriculum vitae|r[ée]sum[ée]|lebenslauf|cv)$", re.IGNORECASE
)

CONTACT_LABELS = frozenset(
    fold(label)
    for label in """name|full name|first name|surname|name surname|surname name|first name surname|surname first name|surname s first name s|first name s surname s|first names surnames|name and surname|family name first name|nom prénom|prénom nom|prénom s nom s|nom s prénom s|nombre y apellidos|apellidos nombre|apellido s nombre s|nome e cognome|cognome nome|nome cognome|nome apelido|voornaam achternaam|nachname vorname|vor und zuname|telephone|phone|phone number|mobile|mobile phone|mobile number|tel|cell|e mail|email|e mail address|email address|mail|address|home address|current address|location|
    city|place|residence|present designation|current designation|designation|current location|website|web|site|homepage|portfolio|linkedin|github|gitlab|desired position|position|job title|title|profession|current position|current role|present position|present role|current employment|objective|job applied for|position applied for|preferred job|occupational field|puesto actual|puesto de trabajo|puesto de trabajo solicitado|empleo deseado|empleo solicitado|profesión|emploi visé|poste actuel|profession|métier|angestrebte stelle|aktuelle position|derzeitige position|beruf|posizione ricoperta|posizione attuale|posizione ricercata|posizione desiderata|ruolo desiderato|professione|posto di lavoro|cargo atual|cargo pretendido|profissão|huidige functie|gewenste functie|functie|beroep|occupation|current job|emploi recherché|poste visé|puesto solicitado|occupazione desiderata|angestrebte tätigkeit|angestrebte position|target position|applied position|vor und nachname|vorname nachname|anschrift|
    adresse|telefon|handy|mobil|wohnort|berufsbezeichnung|nom|prénom|nom et prénom|téléphone|portable|courriel|nombre|nombre completo|teléfono|correo|correo electrónico|dirección|nome|telefone|endereço|telefono|indirizzo|naam|adres|telefoon|
    zielposition|wunschposition|angestrebte stelle|target role|desired role|gewünschte position|poste recherché|puesto deseado|skype|blog|url""".replace(
        "\n    ", ""
    ).split("|")
)
"""What forms call the fields of a header, as `heading_words.key` writes them."""

PERSONAL_LABELS = frozenset(
    fold(label)
    for label in """date of birth|birth date|birthday|born|dob|date and place of birth|place of birth|nationality|citizenship|gender|sex|marital status|civil status|age|religion|photo|driving licence|driving license|visa|visa status|passport|
    geburtsdatum|geburtsort|geboren|staatsangehörigkeit|nationalität|familienstand|date de naissance|nationalité|situation familiale|fecha de nacimiento|nacionalidad|estado civil|data de nascimento|nacionalidade|geboortedatum|nationaliteit|
    data di nascita|nazionalità|stato civile|father s name|father's name|fathers name|father name|mother s name|mother's name|mothers name|spouse name|husband s name|husband's name|permanent residence|children|passport no|passport number|passport details|pan no|pan number|blood group|caste|community|languages known|known languages|hobbies|linguistic abilities|marital""".replace(
        "\n    ", ""
    ).split("|")
)
"""Fields that say nothing about what a person can do."""
