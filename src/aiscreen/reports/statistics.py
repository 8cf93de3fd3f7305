"""The few statistics of a fairness audit, exact where they can be: rates as fractions, Fisher's test in integers.

Wilson, E. B. (1927) for the interval of a rate; Donner and Zou (2012), the MOVER, for the interval of a ratio of two
rates from their Wilson intervals; Fisher (1935) for the test. None draws random numbers.
"""

from __future__ import annotations

import math
from fractions import Fraction

Z95 = 1.959963984540054
"""The 97.5% point of the normal distribution."""


def wilson(hits: int, total: int, z: float = Z95) -> tuple[float, float]:
    """The 95% interval of a rate. Raises ValueError for an empty group."""
    if total <= 0 or not 0 <= hits <= total:
        raise ValueError(f"{hits} of {total} is no rate")
    rate = hits / total
    centre = rate + z * z / (2 * total)
    half = z * math.sqrt(rate * (1 - rate) / total + z * z / (4 * total * total))
    scale = 1 + z * z / total
    low = 0.0 if hits == 0 else max(0.0, (centre - half) / scale)
    return low, 1.0 if hits == total else min(1.0, (centre + half) / scale)


def ratio_interval(first: tuple[int, int], second: tuple[int, int]) -> tuple[float, float | None]:
    """The 95% interval of the first rate over the second, both as (hits, total); None where it has no upper end."""
    (l1, u1), (l2, u2) = wilson(*first), wilson(*second)
    r1, r2 = first[0] / first[1], second[0] / second[1]
    low = _bound(r1, r2, l1, u2, sign=-1)
    high = _bound(r1, r2, u1, l2, sign=1)
    return max(0.0, low if low is not None else 0.0), high


def _bound(r1: float, r2: float, limit1: float, limit2: float, sign: int) -> float | None:
    divisor = limit2 * (2 * r2 - limit2)
    if divisor <= 0:
        return None
    inside = (r1 * r2) ** 2 - limit1 * (2 * r1 - limit1) * divisor
    return (r1 * r2 + sign * math.sqrt(max(0.0, inside))) / divisor


def fisher(first: tuple[int, int], second: tuple[int, int]) -> Fraction:
    """The two-sided p-value of Fisher's exact test for two groups, each as (hits, total).

    It adds the chances of all tables with the same margins that are no likelier than this one.
    """
    (a, n1), (c, n2) = first, second
    hits = a + c
    seen = math.comb(n1, a) * math.comb(n2, c)
    least, most = max(0, hits - n2), min(n1, hits)
    table, extreme = math.comb(n1, least) * math.comb(n2, hits - least), 0
    for k in range(least, most + 1):
        if table <= seen:
            extreme += table
        table = (
            table * (n1 - k) * (hits - k) // ((k + 1) * (n2 - hits + k + 1))
        )  # the next one, without a rest
    return Fraction(extreme, math.comb(n1 + n2, hits))


def median(values: list[Fraction]) -> Fraction:
    """The middle value, or the mean of the two in the middle. Raises ValueError for none."""
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
