"""What the heads of résumés tell of a life in the forms and languages of many countries: age, family, papers, body."""

from __future__ import annotations

import re

from aiscreen.judging.blind.labels import PERSONAL
from aiscreen.judging.blind.pronouns import Change

_FEW = r"(?:\d|eine?m?|zwei|drei|vier|une?|deux|trois|quatre|una?|dos|tres|due|tre|dois|duas|três|twee|drie|två|to|dwoje|troje|один|одна|двое|трое)"
_CHILDREN = r"(?:Kind(?:er[n]?)?|enfants?|hij[oa]s?|figli[oae]?|filh[oa]s?|kind(?:eren)?|barn|dzieci|детей|дети|ребёнок|ребенок|children|kids)"
_STATUS = (
    r"(?:verheiratet|ledig|geschieden|verwitwet|verpartnert|mariée?|célibataire|divorcée?|pacsée?|veu(?:f|ve)|concubinage|casad[oa]|solteir[oa]|solter[oa]|"
    r"divorciad[oa]|divorziat[oa]|viud[oa]|viúv[oa]|sposat[oa]|coniugat[oa]|celibe|nubile|gehuwd|ongehuwd|samenwonend|getrouwd|ugift|sambo|żonat[ya]|mężatka|"
    r"zamężna|kawaler|panna|evli|bekar|не замужем|замужем|женат|не женат|холост|разведена?)"
)
_AGE = r"\b\d{2} (?:ans|años|anni|anos|Jahre(?: alt)?|jaar|år|lat|yrs?|years)\b(?! ?(?:d['’]|de |di |in |als |of |Beruf|Erfahr|\+|exp))"

IN_HEAD: tuple[Change, ...] = (
    (
        re.compile(rf"\b{_STATUS}\b(?:(?:,| und| et| y| e| en| og| och| and)* {_FEW} {_CHILDREN}\b)?", re.I),
        PERSONAL,
    ),
    (re.compile(rf"\b{_FEW} {_CHILDREN}\b", re.I), PERSONAL),
    (re.compile(_AGE), PERSONAL),
    (re.compile(r"\b\d{2} ?(?:歳|岁|세)"), PERSONAL),
    (
        re.compile(
            r"\b(?:political status|hukou|blood (?:group|type)|height|weight|passport(?: (?:no|number))?\.?|visa(?: status)?|driving licen[cs]e|military (?:service|status)|"
            r"family status|dependents|disability|health|complexion|tribe|state of origin|pob|edad|età|âge|alter|leeftijd|idade|größe|"
            r"taille|permis|rijbewijs|carnet de conducir|patente|führerschein|gotra|l\.?g\.?a\.?|local government(?: area)?|data urodzenia|fødselsdato|födelsedatum|data de nascimento|fecha de nacimiento|date de naissance|data di nascita|geboortedatum|doğum tarihi|syntymäaika|дата рождения|father|mother)\s*[:：]\s*[^,;|·•\n]{0,39}[^,;|·•\n\s]",
            re.I,
        ),
        PERSONAL,
    ),
    (
        re.compile(
            r"(?:生年月日|出生(?:年月日?|日期)?|性別|性别|国籍|國籍|婚姻(?:状况)?|配偶者|民族|政治面貌|年齢|年龄|籍贯|户口|생년월일|성별|국적)\s*[:：]?\s*[^\s|,;、]+"
        ),
        PERSONAL,
    ),
)
"""Only where a résumé says whose it is: elsewhere these are words of the work."""
ANYWHERE: tuple[Change, ...] = (
    (re.compile(r"\b[Hh]ead (?:boy|girl)\b"), "head of [school]"),
    (
        re.compile(
            r"\b(?:[Vv]eteran of the|[Ss]erved in the) (?:U\.?S\.?|United States|British|Royal) (?:Air Force|Army|Navy|Marine(?:s| Corps)|Coast Guard)\b"
            r"|\b(?:(?:U\.?S\.?|United States|British|Royal) )?(?:Air Force|Army|Navy|Marine Corps|Coast Guard|[Mm]ilitary|[Ww]ar|[Cc]ombat) veteran\b"
        ),
        PERSONAL,
    ),
    (
        re.compile(
            r"\b(?:[Ww]heelchair(?: user)?|[Nn]eurodivergent|[Aa]utistic|[Dd]yslexic|[Ss]chwerbehinder\w+)\b(?! (?:users?|people|children|patients|readers|detection|navigation|access))"
        ),
        PERSONAL,
    ),
    (re.compile(r"\b[Ww]oman (?=in (?:tech|STEM|AI|ML|science|engineering|computing|data))"), f"{PERSONAL} "),
    (
        re.compile(
            r"\b([Ss]upervisor|[Ll]ine [Mm]anager|[Rr]eports? to|[Aa]dvis[eo]r|[Rr]eporting to)(\s*:\s*)(?:Dr\.? |Prof\.? )?[A-Z][\w'’-]+(?: [A-Z][\w'’.-]+){1,2}"
        ),
        r"\1\2[name]",
    ),
)
