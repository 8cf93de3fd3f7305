"""Groups and networks of people alike, and houses of faith: who is in one, is told by it."""

from __future__ import annotations

import re

from aiscreen.judging.blind.labels import GROUP, PERSONAL
from aiscreen.judging.blind.peoples import FAITH, NATIONS, PEOPLE
from aiscreen.judging.blind.pronouns import Change

_BODIES = (
    r"(?:team|networks?|groups?|clubs?|societ(?:y|ies)|associations?|leagues?|forum|initiative|chapter|communit(?:y|ies)|committee|organi[sz]ations?|union|"
    r"scholarships?|fellowships?|award|prize|hackathon|conference|workshop|bootcamp|shelter|refuge|squad|cricket|football|rugby|soccer|hockey|basketball|"
    r"volleyball|rowing|tennis|choir|ministry|fraternity|sorority|leadership|mentoring|programme|program|ERGs?|council|students?|professionals?|engineers?)"
)


GROUPS: tuple[Change, ...] = (
    (
        re.compile(
            rf"\b(?:(?:National|International|American|[A-Z]\w+) )?(?:[Ss]ociety|[Aa]ssociation|[Nn]etwork|[Uu]nion|[Cc]ouncil|[Oo]rganization) (?:of|for) "
            rf"(?:{PEOPLE})(?: [A-Z]\w+| in| and){{0,4}}"
        ),
        GROUP,
    ),
    (
        re.compile(
            rf"\b(?:(?:Black|African|Latina?|Asian|Young|Muslim|Society of|Association (?:of|for)|Network of|Anita Borg|Grace Hopper|IEEE|ACM) )*"
            rf"(?:{PEOPLE}) (?:[Ii]n|[Ww]ho|[Tt]hat|[Ff]or|[Tt]o) (?:(?:the )?(?:[A-Z][\w.&+-]*|AI|ML|STEM|and|&)(?: |(?=[^\w ]|$))){{1,4}}"
        ),
        lambda m: GROUP + (" " if m[0].endswith(" ") else ""),
    ),
    (
        re.compile(
            r"\b(?:Grace Hopper(?: Celebration)?|Anita Borg(?: Scholarship| Institute)?|Pride (?:ERG|[Nn]etwork|[Gg]roup|[Cc]ommittee|[Aa]lliance)|AnitaB(?:\.org)?|WiML|WiDS|WomenTech\w*|SheCodes|R-?Ladies|PyLadies|Rails Girls|Django ?Girls|(?:Black )?Girls Code|Women Techmakers|Lean In Circle\w*|LatinX in AI|"
            r"oSTEM|NSBE|SHPE|Out in Tech|(?:Girl|Boy|Eagle) Scouts?|Girl Guides|HBCU|{Dis}Ability in AI)\b"
        ),
        GROUP,
    ),
    (
        re.compile(
            rf"\b(?!American\b|British\b|Canadian\b|Australian\b)(?:(?:{NATIONS}|{FAITH}|Black|African|Latin[oax]?|Hispanic|Asian|Arab|LGBT\w*\+?|Queer|Gay|Kurdish) )+(?:Students?['’]?|Employees?|Engineers?|Professionals?|Cultural|Community|Youth|Alumni|Graduates?)? ?(?:Society|Association|Union|Club|Network|Church|Center|Centre|Council|Federation|Fellowship|Ministry|Group|Caucus|Community)\b"
        ),
        GROUP,
    ),
    (
        re.compile(
            rf"\b(?:the )?(?:[Ww]om[ae]n|[Gg]irls|[Bb]oys|[Ll]adies|[Mm]en|[Mm]others|[Ff]athers)['’]?s?['’]? (?:(?!(?:on|in|of|to|for|at|and|the|their|who|with|from|as|by)\b)\w+ ){{0,2}}?(?i:{_BODIES})\b(?: (?i:{_BODIES}))?"
        ),
        GROUP,
    ),
    (
        re.compile(
            r"\b(?:Alpha|Beta|Gamma|Delta|Kappa|Sigma|Omega|Phi|Pi|Theta|Zeta|Chi)(?:(?: (?:Alpha|Beta|Gamma|Delta|Kappa|Sigma|Omega|Phi|Pi|Theta|Zeta|Chi)){2,3}\b| (?:Alpha|Beta|Gamma|Delta|Kappa|Sigma|Omega|Phi|Pi|Theta|Zeta|Chi) (?:[Ss]orority|[Ff]raternity)\b)|\b(?:sorority|fraternity)\b"
        ),
        GROUP,
    ),
    # Faith
    (
        re.compile(
            rf"\b(?:the )?(?:(?:{FAITH}|Islamic|First|St\.?|Saint|Holy|Grand|[A-Z][\w'’.]+) ){{1,3}}(?:Church|Mosque|Masjid|Temple|Synagogue|Gurdwara|Parish|Cathedral|Mandir|Chapel|Congregation|Ministries)\b(?!(?:-| encoding| numerals))(?: (?:of|in) \[?\w+\]?| \[place\]|(?: [A-Z]\w+){{1,2}})?"
        ),
        GROUP,
    ),
    (
        re.compile(
            r"\b(?:church|mosque|synagogue|gurdwara|parish|Sunday school|Bible (?:study|group)|Qur['’]?an|Hajj|Ramadan|rabbi|imam|pastor|deacon|missionary)\b"
        ),
        PERSONAL,
    ),
    (
        re.compile(
            rf"\b(?:a |an )?(?:(?:devout|practi[sc]ing|proud|active) )?(?:{FAITH})\b(?= (?:faith|community|values|background|family|charity|school|by|who|and)|[,;.|·]|$)"
        ),
        PERSONAL,
    ),
)
