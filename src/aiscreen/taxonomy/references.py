"""Names in the policy files that must exist elsewhere: told by the types of the models' fields."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

Sort = Literal["skill", "category", "term", "group"]
"""What is named: a skill or a category of skills.yaml, a group or category of redflags.yaml, or a group of roles.yaml."""
Path = tuple[str | int, ...]
Reference = tuple[Path, Sort, str]
"""The place of a name in its file (keys and list indexes), its sort, and the name."""
_Finder = Callable[[Any, Path], Iterator[Reference]]


@dataclass(frozen=True, slots=True)
class Names:
    """Marks a type of text that names things of a sort; `within` finds the names where the text is not just one."""

    sort: Sort
    within: Callable[[str], Iterable[str]] = lambda text: (text,)

    def __call__(self, text: str, place: Path) -> Iterator[Reference]:
        return ((place, self.sort, name) for name in self.within(text))


def references(model: BaseModel, place: Path = ()) -> Iterator[Reference]:
    """All names in a validated file, or in a part of it that stands at `place`."""
    for name, key, find in _fields(type(model)):
        yield from find(getattr(model, name), (*place, key))


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, _Finder], ...]:
    """The fields of a model that may hold names: what they are called in Python and in the file, and how to find them."""
    hints = get_type_hints(model, include_extras=True)
    found = ((name, field.alias or name, _finder(hints[name])) for name, field in model.model_fields.items())
    return tuple((name, key, find) for name, key, find in found if find is not None)


def _finder(annotation: Any) -> _Finder | None:
    """How names are found in values of a type; None where it can hold none."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return next((mark for mark in arguments[1:] if isinstance(mark, Names)), _finder(arguments[0]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return references
    if origin is list and (of_item := _finder(arguments[0])):
        return lambda value, at: (each for i, item in enumerate(value) for each in of_item(item, (*at, i)))
    if origin is dict:
        return _of_dict(*map(_finder, arguments))
    if origin in (Union, types.UnionType):
        return _of_union({_kind(option): find for option in arguments if (find := _finder(option))})
    return None


def _of_dict(of_key: _Finder | None, of_value: _Finder | None) -> _Finder | None:
    def find(value: dict[str, Any], at: Path) -> Iterator[Reference]:
        for key, item in value.items():
            yield from of_key(key, (*at, key)) if of_key else ()
            yield from of_value(item, (*at, key)) if of_value else ()

    return find if of_key or of_value else None


def _of_union(options: dict[type, _Finder]) -> _Finder | None:
    def find(value: Any, at: Path) -> Iterator[Reference]:
        return next((find(value, at) for kind, find in options.items() if isinstance(value, kind)), iter(()))

    return find if options else None


def _kind(annotation: Any) -> type:
    """The class of a type's values."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    found: type = get_origin(annotation) or annotation
    return found
