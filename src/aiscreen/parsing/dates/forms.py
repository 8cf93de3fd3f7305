"""The forms of one point in time: every one that is accepted, as one pattern."""

from __future__ import annotations

import re

from aiscreen.parsing.words.calendar import MONTHS, OPEN, SEASONS
from aiscreen.text import either

Y4 = r"(?:19[4-9]\d|20[0-5]\d)"
DASHES = "-\u00ad\u2010-\u2015\u2212\u2043\uff0d~\u301c\uff5e\u2192\u279d至"
DASH = rf"[{DASHES}]"
MONTH = either(MONTHS)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|º|ª|\.)?"
_M2 = r"(?:0?[1-9]|1[0-2])"
_TO_YEAR = r"\.? (?:\s*,\s*|\s*[-/'’‘]\s*|\s+de[l]?\s+|\s+)"
_ON = rf"(?:{DASH}|to\b|until\b)"
POINT = re.compile(
    rf"""(?<![^\W年月日至]) (?<![$€£]) (?<!\d[.,]) (?<!(?<!\d)\d/) (?<!(?<!\d)\d\d/) (?:
      (?=[0-9]) (?:
        (?P<y1>{Y4}) \s?年 \s? (?P<m1>{_M2}) \s?月 (?:\s?\d\d?\s?日)?
      | (?P<y2>{Y4}) [-/.] (?P<m2>0[1-9]|1[0-2]) (?:[-/.](?:0[1-9]|[12]\d|3[01]))? (?![\d/])
      | (?P<y3>{Y4}) \s?[/.]\s? (?P<m3>[1-9]) (?!\d)
      | (?P<d4>0?[1-9]|[12]\d|3[01]) (?P<s4>[-./]) (?P<m4>{_M2}) (?P=s4) (?P<y4>{Y4})
      | (?P<m19>{_M2}) (?P<s19>[-/]) (?:[12]\d|3[01]) (?P=s19) (?P<y19>{Y4})
      | (?P<d22>0[1-9]|[12]\d|3[01]|[1-9](?=/)) (?P<s22>[./]) (?P<m22>0[1-9]|1[0-2]|[1-9](?=/)) (?P=s22) (?P<w22>\d\d) (?!/)
      | (?P<m23>0?[1-9]|1[0-2]) / (?:[12]\d|3[01]) / (?P<w23>\d\d) (?!/)
      | (?P<m5>{_M2}) \s?[-/.\u2013]\s? (?P<y5>{Y4})
      | (?:{_DAY}\s?{DASH}\s?)? {_DAY}\s*(?:de\s+|di\s+)? (?P<n6>{MONTH}) {_TO_YEAR} (?P<y6>{Y4})
      | {_DAY}\s?(?P<n24>{MONTH}) (?=\s*{_ON})
      | (?P<y7>{Y4}) [,\s]+ (?P<n7>{MONTH})
      | (?P<q8>[1-4])q (?:[\s,/-]* (?P<y8>{Y4}) | \s?['’‘/]?\s? (?P<w8>\d\d))
      | (?P<h26>[12])h (?:[\s,/-]* (?P<y26>{Y4}) | (?P<w26>\d\d))
      | (?P<y9>{Y4}) [\s,/-]* q(?P<q9>[1-4])
      | (?P<y10>{Y4}) (?:\s?年)?
      | (?P<m27>0[1-9]|1[0-2]) -(?P<w27>\d\d) (?=\s{DASH}\s (?:(?:0[1-9]|1[0-2])-\d\d(?![\d-])|[^\W\d]))
      | (?<=\d\d-\d\d\s[-\u2013\u2014]\s) (?P<m28>0[1-9]|1[0-2]) -(?P<w28>\d\d) (?![\d-])
      | (?P<m11>0[1-9]|1[0-2]) \s?[/'’‘]\s? (?P<w11>\d\d)
      | (?P<m20>[1-9]) [/'’‘] (?P<w20>\d\d) (?=\s*{DASH} \s*(?:{_M2}[/'’‘]\d\d(?!\d)|[^\W\d]) | \s*(?:$|[)|,·•]))
      | (?P<m25>{_M2}) (?=\s?{DASH}\s?{_M2}[/.]{Y4}) )
    | (?P<n12>{MONTH}) (?:
        {_TO_YEAR} (?P<y12>{Y4})
      | \.? \s+ {_DAY} ,? \s+ (?P<y13>{Y4})
      | \.? \s? (?:['’‘`]\s?|[-\u2013/]|\s) (?P<y14>\d\d) (?![\d:%+/.]|\s*[%+]|\s?-\d)
      | \.? (?P<y15>{Y4})
      | \.? \s+ {_DAY} (?=\s*{_ON})
      | )
    | q(?P<q16>[1-4]) (?:[\s,/-]* (?P<y16>{Y4}) | \s?['’‘/]\s? (?P<w16>\d\d))
    | fy \s?['’‘]?\s? (?:(?P<y21>{Y4}) (?:\s?[/-]\s?\d\d(?!\d))? | (?P<w21>\d\d))
    | h(?P<h17>[12]) [\s,/-]* (?P<y17>{Y4})
    | {either(SEASONS)} \.? [\s,-]* (?:(?:of|de)\s+)? (?P<y18>{Y4}|['’‘]\s?\d\d) (?:\s?/\s?(?P<e18>{Y4}|\d\d))?
    | ['’‘`] (?P<w19>\d\d)
    | (?P<open>(?!date\s*:){either(OPEN)})
    ) (?!(?!至)\w|[.,]\d) """,
    re.VERBOSE,
)
"""A point in time in a text in small letters. Groups: `y` year, `w` two digits that may be one, `m` month, `n` its name,
`d` the day before it, `q` quarter, `h` half."""
