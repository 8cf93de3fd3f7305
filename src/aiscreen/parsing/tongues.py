"""Human languages and how well each is spoken: lists, and the grids of levels that a Europass form has."""

from __future__ import annotations

import re
from itertools import takewhile

from aiscreen.models.resume import Language
from aiscreen.parsing.rows import Row
from aiscreen.parsing.rows.grids import level
from aiscreen.parsing.sections.infer import tongue
from aiscreen.parsing.statements import Ledger
from aiscreen.parsing.words.heading_names import name_of
from aiscreen.parsing.words.headings import key
from aiscreen.parsing.words.lists import split_list
from aiscreen.parsing.words.schools import LANGUAGE_NAMES
from aiscreen.text import either, has_digit

_LEVEL = re.compile(
    r"\b(?:native|mother tongue|bilingual|fluent|proficient|advanced|intermediate|upper[- ]intermediate|elementary|beginner|basic|basics|basis|conversational|business|professional|working|limited|full|good|excellent|very good|fair|notions|learning|[abc][12]\b|"
    r"muttersprache|muttersprachlich|fließend|verhandlungssicher|grundkenntnisse|gut|sehr gut|gute kenntnisse|langue maternelle|courant|bilingue|débutant|intermédiaire|avancé|scolaire|nativo|nativa|fluido|avanzado|intermedio|básico|lengua materna|fluente|avançado|intermediário|moedertaal|vloeiend|goed|madrelingua|fluente|ottimo|buono|scolastico|toefl|ielts|jlpt|hsk|n[1-5])\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+(?:and|und|et|y|e|en)\s+(?=[A-ZÀ-Ý])")
_NEXT = re.compile(r"(?<=\b[A-C][12])\s+(?=[A-ZÀ-Ý]\w+\s*[:(])")
"""Where the next language begins behind a level, without any mark ("Euskera: C1  Inglés: B2")."""
_WORD = re.compile(r"[^\W\d_]+")
_EDGES = re.compile(r"^[\s:(–—-]+|[\s)]+$")
_PARTED = re.compile(r"\s*[(:–—-]\s*")
_COLUMNS = """
    understanding, speaking, writing, listening, reading, spoken interaction, spoken production, oral interaction, oral production, written production,
    verstehen, sprechen, schreiben, hören, lesen, an gesprächen teilnehmen, zusammenhängendes sprechen, miteinander sprechen,
    comprendre, parler, écrire, écouter, lire, prendre part à une conversation, s'exprimer oralement en continu, compréhension, expression orale,
    expression écrite, interaction orale, production orale, production écrite,
    comprender, hablar, escribir, comprensión auditiva, comprensión de lectura, comprensión lectora, comprensión, interacción oral, expresión oral,
    expresión escrita, expresión, producción oral, producción escrita, escritura, lectura,
    compreender, falar, escrever, compreensão oral, compreensão, leitura, interação oral, produção oral, produção escrita, escrita,
    comprensione, parlato, produzione scritta, ascolto, lettura, interazione orale, interazione, produzione orale,
    self assessment, european level, selbstbeurteilung, auto évaluation, niveau européen, autoevaluación, nivel europeo, autoavaliação, nível europeu,
    autovalutazione, livello europeo, proficient user, independent user, basic user, proficient, independent, user, utilisateur expérimenté,
    utilisateur indépendant, utilisateur élémentaire, utente avanzato, utente autonomo, utente base, usuario competente, usuario independiente,
    usuario básico, spoken, interaction, production,
    begrijpen, spreken, schrijven, luisteren, lezen, interactie, productie, gesproken interactie, gesproken productie, schrijfvaardigheid
"""
_OTHERS = r"(?:other|andere|weitere|autres?|otros?|outras?|altr[ae]|overige)(?: [aeios])? (?:language|sprache|langue|idioma|lingua|lingue|talen|taal)\w*(?: [aeins])?"
_GRID = re.compile(rf"\b(?:{either(key(name) for name in _COLUMNS.split(','))}|{_OTHERS})\b")
"""What the columns of a grid of levels are called, and what names the languages in it."""
_MOTHER = re.compile(
    r"(?:mother tongue|native language|muttersprache|langues? maternelle|lenguas? materna|idiomas? materno|linguas? materna|madrelingua|lingua madre|moedertaal)"
)
_CEFR = re.compile(r"[abc][12]")
_LEGEND = re.compile(
    r"^(?:levels?|niveaus?|niveaux|niveles|niveis|livelli|stufen) |\b(?:europ\w+|gemeinsamer) .*(?:refer|framework)"
)


def part_tongues(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """The rows of a list of skills that tell of human languages, and the others. The first are lists that say so, and a grid
    of levels with its head and its legend."""
    grid = _is_grid(rows)
    spoken: list[Row] = []
    taken: set[int] = set()
    for at, row in enumerate(rows):
        if id(row) not in taken and (listed := _below_label(rows, at)):
            spoken += listed
            taken |= {id(row), *map(id, listed)}
    rows = [row for row in rows if id(row) not in taken]
    if not grid:
        rows = [part for row in rows for part in _beside_list(row)]
    for row, members in level(rows) if grid else [(row, [row]) for row in rows]:
        apart = row.part and _is_tongue(row.text)
        if apart or _names_tongues(row) or _is_mother(row) or (grid and (_graded(row) or _is_frame(row))):
            spoken.append(row)
            taken |= set(map(id, members))
    return spoken, [row for row in rows if id(row) not in taken]


def _below_label(rows: list[Row], at: int) -> list[Row]:
    """The items of the list within an item that says "Languages", where each names one with its level; without bullets
    the rows below that."""
    named = name_of(rows[at].text.strip(" :"))
    if named is None or named[0] != "languages":
        return []
    if not rows[at].bullet:
        return list(takewhile(lambda row: _is_tongue(row.text), rows[at + 1 :]))
    below = list(takewhile(lambda row: row.x0 > rows[at].x0 + 4, rows[at + 1 :]))
    return below if all(_is_tongue(row.text) for row in below) else []


def _beside_list(row: Row) -> list[Row]:
    """A row of skills, and apart from it the cells of a column of human languages beside them, each with its level."""
    spoken = [cell for cell in row.cells if _is_tongue(cell.text)]
    listed = [cell for cell in row.cells if cell not in spoken]
    named = [name_of(cell.text.strip(" :")) for cell in listed]
    if not spoken or all(name is not None and name[0] == "languages" for name in named):
        return [row]
    cells = [listed, *[[cell] for cell in spoken]]
    return [Row(row.line, row.index, group, bullet=row.bullet, part=True) for group in cells]


def _is_tongue(text: str) -> bool:
    """Whether a text names a human language first and then how well it is spoken."""
    name, *level = _WORD.findall(text)[:2] or [""]
    return name.casefold() in LANGUAGE_NAMES and bool(level) and _LEVEL.search(text, len(name)) is not None


def parse_languages(rows: list[Row], ledger: Ledger) -> list[Language]:
    """Human languages with how well each is spoken, beside or below it."""
    found: list[Language] = []
    levels: dict[int, list[str]] = {}
    grid = _is_grid(rows)
    for row in rows:
        ledger.say([row], row.line.text, "languages")
    for row in [whole for whole, _ in level(rows)] if grid else rows:
        if grid and _is_frame(row):
            continue
        if (graded := _graded(row)) is not None:
            name, its = graded
            if name:
                found.append(Language(language=name))
            levels.setdefault(len(found), []).extend(its)
        elif not _levels_below(row, found):
            _listed(row, found)
    for number, its in levels.items():
        if number and found[number - 1].fluency is None:
            low, high = min(its), max(its)
            found[number - 1].fluency = low if low == high else f"{low}-{high}"
    return found


def _names_tongues(row: Row) -> bool:
    """Whether a row is a list of human languages with their name before it ("Languages: French, Dutch")."""
    label, colon, text = row.text.partition(":")
    if len(row.cells) > 1 and (not colon or ":" not in row.cells[0].text):
        label, text = row.cells[0].text, " ".join(cell.text for cell in row.cells[1:])
    elif not colon and row.first.bold:
        words = row.cells[0].words
        lead = [word.text for word in takewhile(lambda word: word.bold, words)]
        label, text = " ".join(lead), " ".join([word.text for word in words[len(lead) :]])
    kind = name_of(label) if text and len(label) < 40 else None
    parts = split_list(text) if kind is not None and kind[0] == "languages" else []
    return bool(parts) and all(
        any(word.strip("():–—-").casefold() in LANGUAGE_NAMES for word in part.split()) for part in parts
    )


def _is_grid(rows: list[Row]) -> bool:
    """Whether rows hold a grid of levels: the names of its columns, or a language with levels and nothing else."""
    return any(_graded(row) or len(_GRID.findall(key(row.text))) > 1 for row in rows)


def _graded(row: Row) -> tuple[str, list[str]] | None:
    """The language that a row of a grid begins with (empty where it stands above) and its levels; None for others."""
    if not has_digit(row.text):
        return None
    said = _GRID.sub(" ", key(row.text)).split()
    names = len(said) - len(levels := [word.upper() for word in said if _CEFR.fullmatch(word)])
    if not levels or names > 1:
        return None
    if not names:
        return ("", levels) if len(levels) < len(key(row.text).split()) else None
    name = next(
        (word for word in row.text.split() if key(word) in said and not _CEFR.fullmatch(key(word))), ""
    )
    return (name.strip(":"), levels) if name.strip(":").casefold() in LANGUAGE_NAMES else None


def _is_frame(row: Row) -> bool:
    """Whether a row holds nothing but the names of a grid's columns, or explains its levels."""
    text = key(row.text)
    return not _GRID.sub("", text).strip() or _LEGEND.search(text) is not None


def _is_mother(row: Row) -> bool:
    """Whether a row names somebody's mother tongue."""
    text = key(row.text)
    return _MOTHER.match(text) is not None and not _GRID.search(text) and tongue(row)


def _levels_below(row: Row, found: list[Language]) -> bool:
    """Gives each language the level that stands below it; whether a row holds just those."""
    cells = [cell.text.strip(" ()") for cell in row.cells]
    above = found[-len(cells) :]
    if len(cells) < 2 or len(above) < len(cells) or any(language.fluency for language in above):
        return False
    if not all(_LEVEL.search(cell) and len(cell.split()) < 4 for cell in cells) or tongue(row):
        return False
    for language, cell in zip(above, cells, strict=True):
        language.fluency = cell
    return True


def _listed(row: Row, found: list[Language]) -> None:
    """The languages of a row that lists them, with a label before them or without."""
    if _is_mother(row):
        names = [match for match in _WORD.finditer(row.text) if match[0].casefold() in LANGUAGE_NAMES]
        label = row.text[: names[0].start()].rstrip(" :").removesuffix("(s)")
        found.extend(Language(language=match[0], fluency=label) for match in names)
        return
    for cell in row.cells:
        label, colon, listed = cell.text.partition(":")
        named = name_of(label) if colon else None
        text = listed if named is not None and named[0] == "languages" else cell.text
        for part in split_list(_NEXT.sub(", ", _AND.sub(", ", text))):
            _language(part, found)


def _language(part: str, found: list[Language]) -> None:
    words = _WORD.findall(part)
    name = next((word for word in words if word.casefold() in LANGUAGE_NAMES), None)
    level = _EDGES.sub("", part.replace(name, "", 1)) if name else part.strip()
    if name is not None:
        found.append(Language(language=name, fluency=level or None))
    elif found and found[-1].fluency is None and _LEVEL.search(level):
        found[-1].fluency = level
    elif (
        words
        and len(words) <= 3
        and not _LEVEL.search(part)
        and part[:1].isupper()
        and len(pieces := _PARTED.split(part, maxsplit=1)) == 2
    ):
        found.append(Language(language=pieces[0].strip(), fluency=pieces[1].strip(" )") or None))
