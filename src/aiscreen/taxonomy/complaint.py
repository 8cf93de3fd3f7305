"""How a schema's own validators complain: with the linter's rule and the place below the value they look at."""

from __future__ import annotations

from typing import Any, cast

from pydantic_core import PydanticCustomError


def complaint(rule: str, message: str, *at: str | int, advice: str = "") -> PydanticCustomError:
    """An error to raise in a validator: a rule of the linter, what is wrong, where (keys and list indexes), and a
    remedy."""
    return PydanticCustomError(cast(Any, rule), "{message}", {"message": message, "at": at, "advice": advice})
