"""How reports say things: places, durations, shortened quotes. One wording for every format."""

from __future__ import annotations

from collections.abc import Sequence

from aiscreen.models.assessment import LEVELS, Assessment, Evidence, Flag, SkillProof
from aiscreen.text import clean, count, squeeze

LEVEL_WORDS = {
    "verified": "Verified in code",
    "shipped": "Shipped",
    "used": "Used",
    "listed": "Only listed",
}
KEY = {
    "Score": "how far the work is proven, of 100.",
    "Range": "where the score moves when the weights change by up to a fifth.",
    "Fit": "which role the experience points to, of 100; it may be high where little is proven.",
    "Relevant": "time in jobs about AI, those of study and teaching among them.",
    "Skills": "only listed, used in a job or project, shipped (told with evidence that it was put to use, kept there, its scale or its effect), or verified in the candidate's code.",
}
"""What the figures and words of a report mean, for who reads one for the first time."""
NEARLY_AS_GOOD = 3
"""Evidence comes best first; a quote not shown yet may stand in for one this many places before it."""
OTHERS = 3
"""A person's other files that are named; more are counted."""


def plain(text: str | None) -> str:
    """Text of a document on one line, without what could fool a terminal."""
    return squeeze(clean(text or ""))


def shorten(text: str, limit: int) -> str:
    """Text cut at a word before `limit` characters, with an ellipsis where cut."""
    text = plain(text)
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def place(evidence: Evidence) -> str:
    """Where a quote stands: `page 1, line 12`, or file and line in code. Hidden text has no line."""
    if evidence.file:
        return f"{plain(evidence.file)}:{evidence.line}"
    if evidence.section == "hidden":
        return f"hidden text, page {evidence.page}"
    return f"page {evidence.page}, line {evidence.line}"


class Quotes:
    """The quotes of one card: one sentence often carries several parts, and said once it is cited from there on."""

    def __init__(self) -> None:
        self._said: set[tuple[str, str]] = set()

    def parted(
        self, evidence: Sequence[Evidence], limit: int | None
    ) -> tuple[list[Evidence], list[Evidence]]:
        """The quotes to say here, and those to cite as said before. Said are the first `limit` of the best that are not
        said yet; cited, where there is a limit, is the best one and only if nothing is said."""
        near = list({self._key(e): e for e in evidence}.values())
        near = near if limit is None else near[: limit + NEARLY_AS_GOOD]
        fresh = [e for e in near if self._key(e) not in self._said]
        cited = [e for e in near if self._key(e) in self._said]
        said = fresh[:limit]
        self._said.update(map(self._key, said))
        return said, cited if limit is None else [] if said else cited[:1]

    @staticmethod
    def _key(evidence: Evidence) -> tuple[str, str]:
        return plain(evidence.quote), place(evidence)


def beginning(evidence: Evidence) -> str:
    """The first words of a quote that is cited."""
    return f"“{shorten(evidence.quote, 34)}”"


def duration(months: int) -> str:
    """Months as people say them: `7 y 2 mo`."""
    years, rest = divmod(months, 12)
    parts = [f"{years} y"] if years else []
    if rest or not years:
        parts.append(f"{rest} mo")
    return " ".join(parts)


def number(value: float) -> str:
    """A figure with one decimal, without a bare `.0`."""
    return f"{value:.1f}".removesuffix(".0")


def score(candidate: Assessment) -> str:
    """The candidate's score, or that there is none."""
    return "none" if candidate.score is None else number(candidate.score)


def low_high(candidate: Assessment) -> str:
    """The range of the candidate's score, `61-72`; empty where there is none."""
    return f"{candidate.range[0]:.0f}-{candidate.range[1]:.0f}" if candidate.range else ""


def by_level(candidate: Assessment) -> dict[str, list[SkillProof]]:
    """The candidate's skills by rung of the proof ladder, in the order that the assessment gives them."""
    groups: dict[str, list[SkillProof]] = {level: [] for level in reversed(LEVELS)}
    for skill in candidate.skills:
        groups[skill.level].append(skill)
    return groups


def title(candidate: Assessment) -> str:
    """The candidate's name, else the file's."""
    return plain(candidate.name) or plain(_path(candidate).replace("\\", "/").rsplit("/", 1)[-1])


def _path(candidate: Assessment) -> str:
    """The document's path as people say it."""
    return "standard input" if candidate.document.path == "-" else candidate.document.path


def others(candidate: Assessment) -> str:
    """The same person's other files in a batch, as `also a.pdf, b.pdf`; empty where there are none."""
    names = [plain(path.replace("\\", "/").rsplit("/", 1)[-1]) for path in candidate.also]
    more = f" and {len(names) - OTHERS} more" if len(names) > OTHERS else ""
    return f"also {', '.join(names[:OTHERS])}{more}" if names else ""


def role_name(candidate: Assessment) -> str:
    """The name of the role judged against, and the fit; of roles that do not fit at all it is said that none does."""
    for role in candidate.roles:
        if role.id == candidate.role:
            some = any(other.score > 0 for other in candidate.roles) or len(candidate.roles) == 1
            return (
                f"{role.name}, fit {number(role.score)}" if some else f"no role fits, judged for {role.name}"
            )
    return candidate.role or ""


def facts(candidate: Assessment) -> str:
    """One line: role and fit, experience, file, and the date that `present` meant."""
    pages = candidate.document.pages
    parts = [
        role_name(candidate),
        f"{duration(candidate.experience.months)} of work, {duration(candidate.experience.relevant_months)} relevant",
        f"{plain(_path(candidate))}, {count(pages, 'page')}",
        others(candidate),
        f"as of {candidate.as_of}" if candidate.as_of else "",
    ]
    return " · ".join(part for part in parts if part)


def missing(candidate: Assessment) -> str:
    """The marks of the best that the candidate does not show, one after the other."""
    return "; ".join(criterion.name for criterion in candidate.criteria if not criterion.met)


def flag_points(flag: Flag) -> str:
    """The points that a flag takes, or that it only asks, and whether it takes from what else is told."""
    if not flag.points:
        return "asks, and casts doubt" if flag.doubts else "asks only"
    return f"−{number(-flag.points)}{', and casts doubt' if flag.doubts else ''}"
