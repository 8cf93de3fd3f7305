"""How a line tells that it says how to reach somebody."""

from __future__ import annotations

import re

CONTACT = re.compile(r"@|https?:|www\.|\w\.(?:com|org|net|io|dev|me)\b|(?:\d[\s().-]*){8}", re.I)
"""An e-mail address, a link, a telephone number."""
