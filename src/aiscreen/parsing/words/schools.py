"""Words of schools, degrees and human languages."""

from __future__ import annotations

import re
from functools import lru_cache

from aiscreen.parsing.words.places import STATE_CODES, known
from aiscreen.text import small, vocabulary

_INSTITUTION = re.compile(
    r"\b(?:universit\w*|univ\.?|universidad\w*|universidade|uniwersytet\w*|college(?! (?:studies|diploma|degree))|cégep|cegep|colegio|colégio|collège|liceu|ginásio|school|schule|\w*gymnasium|realschule|gesamtschule|berufsschule|institut\w*|academy|akademie|académie|academia|"
    r"hochschule|fachhochschule|polytechni\w*|politecnico|politécnic\w*|école|ecole|lycée|liceo|instituto|istituto|escuela|escola|facult\w*|faculdade|iit|nit|iiit|mit|eth|epfl|eth zürich|ucl|lse|ucla|caltech|insa|"
    r"tu|rwth|kit|lmu|fh|th|vu|uva|tud|kth|ntnu|dtu|epita|hec|essec|esade|iese|insead|supélec|centralesupélec|mines|ens|seminary|conservatory|bootcamp|community college|vidyalaya|mahavidyalaya|polytech|suny|cuny|uc berkeley|"
    r"cambridge|oxford|stanford|harvard|princeton|yale|georgia tech|virginia tech|eth zurich|coursera|udacity|edx|general assembly|cifp|cpifp|ies|iut|afpa|berufskolleg|oberschule|volkshochschule|ihk|itis|hogeschool|universiteit|università|puc(?:[- ](?:minas|rio|sp|rs|campinas|goiás|paraná))|pucrs|usp|unicamp|unesp|uf(?:mg|rj|rgs|sc|pr|pe|ba|c|f|scar|rn|ce)|utfpr|uerj|unifesp|fatec|fgv|senai|senac|cefet|unam|itesm|itam|uned|szkoła|egyetem\w*|üniversite\w*|univerzit\w*|politechnika|politechniki|akademia|vysoké učení|vysoká škola|főiskola|yliopisto|korkeakoulu|högskola\w*|høgskole\w*|højskole\w*|háskóli|sveučilište|universitatea|universitate|πανεπιστήμιο|університет|университет)\b",
)
_PREFIX = (
    r"b\.?s\.?[-/+]m\.?s\.?|b\.?\s?tech\.?\s?[-/+]\s?m\.?\s?tech\.?|"
    r"ph\.?\s?d\.?|d\.?phil\.?|doctorate|doctoral|doctor of \w+(?: \w+)?|dr\.?\s?(?:rer\.?\s?nat|ing|phil|med)\.?|promotion|post-?doc\w*|ed\.?d\.?|m\.?d\.?|j\.?d\.?|dba|"
    r"m\.?\s?b\.?\s?a\.?|m\.?\s?s\.?\s?c\.?|m\.?\s?s\.?|m\.?\s?eng\.?|m\.?\s?tech\.?|m\.?\s?e\.?|m\.?\s?a\.?|m\.?\s?phil\.?|m\.?c\.?a\.?|m\.?\s?res\.?|m\.?ed\.?|ll\.?m\.?|mfa|mph|mpa|mpp|m\.?com\.?|msc|meng|mtech|pgdm|pgd|"
    r"bsee|bscs|bsme|bsce|bscpe|bsit|mscs|msee|msis|msba|msds|msai|msit|mscis|b\.?\s?s\.?\s?c\.?|b\.?\s?s\.?|b\.?\s?eng\.?|b\.?\s?tech\.?|b\.?\s?e\.?|b\.?\s?a\.?|b\.?c\.?a\.?|b\.?com\.?|b\.?b\.?a\.?|bhrm|bdes|mdes|bmus|mmus|bnurs|bhsc|mhsc|basc|masc|bmath|bcs|ll\.?b\.?|bfa|bsn|b\.?ed\.?|b\.?arch\.?|b\.?pharm\w*|bba|btech|beng|"
    r"a\.?a\.?s?\.?|a\.?s\.?|associate(?:'?s)?(?: of \w+| degree)?|"
    r"(?:\w+(?:['’]s)? ){1,3}(?:degree|diploma|diplom)\b|classes (?:préparatoires|prépas?)|prépa|(?:executive |integrated |joint |double |dual )?(?:master|bachelor)(?:'?s|’s)?(?: degree)?(?: of (?:science|arts|engineering|technology|business administration|philosophy|education|laws|commerce|fine arts|computer applications|design|architecture|pharmacy|public health|public policy|applied science|computer science|research|music|social work|nursing))?(?: \(?(?:hons?|honours)\.?\)?)?|"
    r"licen[cs]e|licence professionnelle|licenciatura|licenciad[oa]|licentiate|laurea(?: magistrale| triennale| specialistica)?|grado|máster|master(?: universitario)?|mestrado|mestre|doutorado|doctorado|doctorat|dottorato(?: di ricerca)?|bacharelado|bacharel|graduação|tecnólogo|maestría|"
    r"diploma of (?:college|collegial|higher|general|vocational|advanced) (?:studies|education)|diplôme d['’]ingénieur(?: d['’][eé]tat)?|diplôme|diplom(?:-\w+|\w*in|\w+)?|dipl\.?-?\s?\w*\.?|diploma|diplomado|magister|staatsexamen|abitur|fachabitur|matura|baccalauréat|bachillerato|vwo|havo|mbo|hbo|ausbildung|dut|d\.u\.t\.?|bts|bac(?:calauréat)? (?:scientifique|général|technologique|littéraire)|cap|a-?levels?|gcses?|high school(?: diploma)?|ged|secondary|higher secondary|"
    r"m\.?b\.?\s?b\.?s\.?|m\.?b\.?\s?ch\.?b\.?|bm\s?bs|bds|bdsc|dmd|dnb|mrc[ps](?:\s?\(uk\))?|mbbch|pharm\.?d\.?|b\.?p\.?t\.?|m\.?p\.?t\.?|bams|bhms|gnm|pgdca|pgdba|pgdbm|dca|puc(?![- ](?:minas|rio|sp|rs|campinas|goiás|paraná))|p\.u\.c\.?|s\.?s\.?l\.?c\.?|s\.?s\.?c\.?|h\.?s\.?c\.?|x(?:ii)?(?:th)? std\.?|1[02]th(?: std\.?| class| standard| grade)?|"
    r"dscg|dcg|decf|dpecf|ssc|hsc|cbse|icse|10th|12th|class x(?:ii)?|intermediate|t[ée]cnic[oa] superior|t[ée]cnic[oa](?= (?:en|em) )|ciclo formativo(?: de grado (?:medio|superior))?|formación profesional|bachiller|bac pro|baccalauréat professionnel|bep|titre professionnel|fachhochschulreife|(?:allgemeine )?hochschulreife|mittlere reife|realschulabschluss|staatlich geprüfte?r? \w+|perito|diploma di maturità|maturità|ingénieur|ingeniero|ingeniería|engenharia|nanodegree|(?:graduate |postgraduate |professional |executive )?certificate|pg diploma|postgraduate diploma|hnd|hnc|foundation degree|minor|major|b\.?s\.?n\.?|b\.?voc|abschluss|mgr\.?|mag\.?|inżynier|inż\.?|licencjat|pós[- ]?graduação|posgrado|postgrado|curso técnico|especialização|especialización|mestrand[oa]|doutorand[oa]|magistr|bakalář|bc\.|kandidat\w*|civilingenjör|högskoleingenjör|lisans|yüksek lisans|önlisans|m\.?pharm\.?|m\.?math\.?|m\.?chem\.?|m\.?phys\.?|mphys|mlis|dess|dea|deug|mestrado integrado|okleveles \w+"
)
_DEGREE = re.compile(
    rf"(?<![\w.'’])(?:{_PREFIX})(?![\w])(?:-(?:bachelor|master|diplom)\b)?(?:\s*\((?:hons?|honours|honors|intercalated)\.?\)|\s+(?:hons?|honours|honors)\b\.?)?",
)
LANGUAGE_NAMES = vocabulary(
    """
    english german french spanish portuguese dutch italian russian chinese mandarin cantonese japanese korean arabic hindi urdu bengali punjabi tamil
    telugu marathi gujarati kannada malayalam turkish persian farsi polish czech slovak hungarian romanian bulgarian greek ukrainian serbian croatian
    bosnian slovenian swedish norwegian danish finnish icelandic estonian latvian lithuanian hebrew thai vietnamese indonesian malay tagalog filipino
    swahili yoruba igbo hausa amharic zulu afrikaans catalan basque galician irish welsh latin esperanto nepali sinhala burmese khmer lao mongolian kazakh
    malagasy malgache uzbek georgian armenian azerbaijani albanian macedonian belarusian luxembourgish maltese pashto somali wolof shona xhosa odia assamese sindhi kurdish
    bahasa sign deutsch englisch französisch spanisch portugiesisch niederländisch italienisch russisch chinesisch japanisch arabisch türkisch polnisch
    schwedisch griechisch ungarisch tschechisch dänisch koreanisch anglais allemand français espagnol portugais néerlandais italien russe chinois japonais
    arabe turc polonais inglés alemán francés español castellano portugués neerlandés italiano ruso chino japonés árabe catalán euskera gallego inglês
    alemão francês espanhol português holandês russo chinês japonês engels duits frans spaans portugees nederlands italiaans inglese tedesco francese
    spagnolo portoghese olandese cinese giapponese arabo norsk svenska dansk suomi polski čeština
    """
)


_IN_STATE = re.compile(r",? (?:\d{5}\b|USA?\b|United States)")


@lru_cache(maxsize=2048)
def names_school(text: str) -> bool:
    """Whether a text holds a word of schools' names."""
    return _INSTITUTION.search(small(text)) is not None


@lru_cache(maxsize=2048)
def degree_in(text: str) -> tuple[int, int] | None:
    """Where the first degree in a text begins and stops. Abbreviations of two letters must be written as such ("MS",
    "B.A.", not "ms")."""
    for match in _DEGREE.finditer(small(text)):
        begin, stop = match.span()
        bare = text[begin:stop].replace(".", "").replace(" ", "")
        if len(bare) <= 3 and bare.islower():
            continue
        if len(bare) <= 2 and "." not in match.group():
            stands = begin == 0 or text[begin - 1] in " ,(|"
            free = stands and _free(text[:begin], text[stop:])
            if not (bare.isupper() and free) or _is_state(bare, text[:begin], text[stop:]):
                continue
        return begin, stop
    return None


def _is_state(bare: str, before: str, after: str) -> bool:
    """Whether two letters are a state's code behind a town ("Baltimore, MD", "Dover, MA 02030", "Milo, ME United States")."""
    if bare not in STATE_CODES or not before.rstrip().endswith(","):
        return False
    town = before.rstrip(" ,").rpartition(",")[2]
    return known(town) or _IN_STATE.match(after) is not None


def _free(before: str, after: str) -> bool:
    """Whether a bare "MS" stands where a degree would: at an end of its part, or before "in" or a field."""
    before, after = before.rstrip(), after.lstrip()
    return (
        not before
        or before[-1] in ",|–—-(:·•"
        or not after
        or after[0] in ",|–—-(:·•"
        or after.lower().startswith(("in ", "of "))
    )
