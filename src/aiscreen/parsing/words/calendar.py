"""Words of the calendar in English, German, French, Spanish, Portuguese, Dutch and Italian."""

from __future__ import annotations

from aiscreen.text import fold

_NAMES: tuple[tuple[str, ...], ...] = (
    ("january jan janvier janv januar jän jänner enero ene janeiro januari gennaio gen janurary januray",),
    (
        "february feb febr février févr fév februar febrero fevereiro fev februari febbraio feburary febuary februrary",
    ),
    ("march mar mars märz mär mrz marzo março maart mrt",),
    ("april apr avril avr abril abr aprile",),
    ("may mai mayo maio mei maggio mag",),
    ("june jun juin juni junio junho giugno giu",),
    ("july jul juillet juil juli julio julho luglio lug",),
    ("august aug août aout agosto ago augustus",),
    ("september sep sept septembre setember septemper septiembre setiembre setembro set settembre sett",),
    ("october oct octobre oktober okt octubre outubro out ottobre ott",),
    ("november nov novembre noviembre novembro novemeber",),
    ("december dec décembre déc dezember dez diciembre dic dezembro dicembre decemeber",),
)


def _months() -> dict[str, int]:
    found: dict[str, int] = {}
    for number, (names,) in enumerate(_NAMES, 1):
        for name in names.split():
            found[name] = number
            found[fold(name)] = number
    return found


MONTHS: dict[str, int] = _months()
"""Month names and abbreviations, with and without accents, lower case."""

SEASONS: tuple[str, ...] = (
    "spring", "summer", "fall", "autumn", "winter",
    *(f"{season} {term}" for season in ("spring", "summer", "fall", "autumn", "winter") for term in ("term", "semester", "quarter")),
    "frühling", "frühjahr", "sommer", "herbst", "wintersemester", "sommersemester", "ws", "ss", "wise", "sose",
    "printemps", "été", "automne", "hiver",
    "primavera", "verano", "otoño", "invierno", "verão", "outono", "inverno", "estate", "autunno",
    "lente", "zomer", "herfst", "michaelmas", "hilary", "trinity",
    "early", "mid", "late", "end of", "end", "beginning of", "start of",
    "anfang", "mitte", "ende", "début", "debut", "mi", "fin", "principios", "mediados", "finales", "inicio", "início", "meados", "fim", "final",
    "begin", "eind", "medio", "inizio", "metà", "fine",
)  # fmt: skip

OPEN: tuple[str, ...] = (
    "present", "current", "currently", "now", "today", "ongoing", "on-going", "to date", "till date", "date", "till now",
    "till today", "tilldate", "till-date", "continuing", "in progress", "til now", "up to now", "up to date", "the present", "present day", "present time", "tbd",
    "pres", "curr", "still employed", "current position", "present position", "current role", "current job",
    "heute", "jetzt", "aktuell", "laufend", "andauernd", "dato", "gegenwärtig", "gegenwart",
    "présent", "aujourd'hui", "aujourd’hui", "aujourdhui", "auj", "auj.", "actuel", "actuellement", "ce jour", "en cours", "maintenant",
    "presente", "act.", "actual", "actualidad", "la actualidad", "actualmente", "la fecha", "hoy", "ahora",
    "atual", "atualmente", "o momento", "momento", "hoje", "o presente", "agora", "atualidade",
    "heden", "nu", "huidig", "vandaag", "oggi", "attuale", "attualmente", "in corso", "ad oggi", "adesso",
    "obecnie", "nadal", "do dziś", "do teraz", "současnost", "dosud", "súčasnosť", "prezent", "jelenleg", "günümüz", "halen", "devam ediyor",
    "nuvarande", "pågående", "nuværende", "nåværende", "nykyinen", "今", "至今", "現在", "现在", "현재",
)  # fmt: skip

RANGE_WORDS: tuple[str, ...] = (
    "to", "until", "till", "til", "through", "thru", "up to", "bis", "bis zum", "à", "au", "jusqu'à", "jusqu’à", "jusqu'en", "a", "al", "hasta", "hasta la",
    "até", "ate", "tot", "t/m", "tot en met", "fino a", "fino al", "ad", "and", "en", "und", "et",
)  # fmt: skip

SINCE: tuple[str, ...] = (
    "since", "from", "starting", "started", "start", "start date", "joined", "as of", "seit", "ab", "depuis", "dès", "desde", "a partir de", "sinds", "vanaf", "dal", "da", "siden", "sedan", "od",
)  # fmt: skip

UNTIL: tuple[str, ...] = (
    "until",
    "till",
    "up to",
    "bis",
    "jusqu'à",
    "jusqu'en",
    "hasta",
    "até",
    "tot",
    "fino a",
    "fino al",
)

ONWARDS: tuple[str, ...] = ("onwards", "onward", "and onwards", "to present", "-present", "ff", "ff.")

STARTS: tuple[str, ...] = (
    "from", "start", "start date", "started", "begin", "von", "beginn", "eintritt", "du", "début", "de", "debut", "desde", "inicio", "fecha de inicio", "início", "admissão",
    "van", "dal", "da", "inizio", "date from", "from date", "joined",
)  # fmt: skip

ENDS: tuple[str, ...] = (
    "to", "end", "end date", "ended", "until", "till", "bis", "ende", "austritt", "au", "fin", "hasta", "a", "fecha de fin", "fim", "até", "término", "saída",
    "tot", "einde", "al", "fine", "date to", "to date", "left",
)  # fmt: skip
"""What forms call the two ends of a range, each before a colon."""
