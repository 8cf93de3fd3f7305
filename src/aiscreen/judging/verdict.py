"""What of an assessment another role changes, for every role at once: so that a pool is ranked again in no time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aiscreen.judging.case import Case
from aiscreen.judging.criteria import DEPTH, criterion, deep
from aiscreen.judging.fit import Fit
from aiscreen.judging.questions import Common, about_anyone, in_role
from aiscreen.judging.score import BY_ROLE, dimension, part, span, total
from aiscreen.models.assessment import Assessment, Dimension


@dataclass(frozen=True)
class Judged:
    """A résumé judged for one role, and all that it takes to judge it for the others."""

    assessment: Assessment
    case: Case
    fits: Sequence[Fit]

    def for_every_role(self) -> list[Assessment]:
        """The assessment for each role, this one's first. What roles have in common, they share."""
        common = about_anyone(self.case, self.assessment.flags)
        others = (fit for fit in self.fits if fit.id != self.assessment.role)
        return [self.assessment, *(self._for(self.case.in_role(fit), common) for fit in others)]

    def _for(self, case: Case, common: Common) -> Assessment:
        own = self.assessment
        shares = {name: part(case, name) for name in BY_ROLE}
        again = {name: dimension(case, name, share) for name, share in shares.items()}
        parts: list[Dimension] = [again.get(each.id, each) for each in own.dimensions]  # type: ignore[call-overload]
        marks = [
            criterion(case, DEPTH, *deep(case, shares["depth"])) if each.id == DEPTH else each
            for each in own.criteria
        ]
        scored = own.score is not None
        return own.model_copy(
            update={
                "score": total(parts, own.flags) if scored else None,
                "range": span(parts, own.flags, case.rules.rubric.spread) if scored else None,
                "role": case.fit.id,
                "dimensions": parts,
                "criteria": marks,
                "questions": in_role(case, common),
            }
        )
