"""Properties computed once: `functools.cached_property` without its lock, which Python 3.11 takes at each first look."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")
_set = object.__setattr__
"""What is set so is found sooner than what is put into `__dict__`: that an object has only once somebody asks for it."""


class lazy(Generic[T]):
    """Turns a method into an attribute that is computed at the first look and then kept in the object."""

    def __init__(self, function: Callable[[Any], T]) -> None:
        self.function = function
        self.name = function.__name__
        self.__doc__ = function.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> lazy[T]: ...

    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object | None, owner: type) -> lazy[T] | T:
        if instance is None:
            return self
        value = self.function(instance)
        _set(instance, self.name, value)
        return value
