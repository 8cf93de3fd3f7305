"""Models from data that was dumped from valid ones: without validating again, and without building validators.

Only for data that this program dumped itself; a wrong shape raises, but values are not checked.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

M = TypeVar("M", bound=BaseModel)
Convert = Callable[[Any], Any]


def freeze(model: BaseModel) -> dict[str, Any]:
    """A valid model as plain data, defaults included."""
    return model.model_dump()


def thaw(model: type[M], data: dict[str, Any]) -> M:
    """The model whose `freeze` gave the data. Raises KeyError, TypeError or AttributeError on anything else."""
    values = {**data}
    for name, convert in _fields(model):
        values[name] = convert(values[name])
    made = model.__new__(model)
    object.__setattr__(made, "__dict__", values)
    object.__setattr__(made, "__pydantic_fields_set__", set(values))
    object.__setattr__(made, "__pydantic_extra__", None)
    object.__setattr__(made, "__pydantic_private__", None)
    return made


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, Convert], ...]:
    """The fields of a model that hold models somewhere, and how to bring each back."""
    found = ((name, _convert(field.annotation)) for name, field in model.model_fields.items())
    return tuple((name, convert) for name, convert in found if convert is not None)


def _convert(annotation: Any) -> Convert | None:
    """How values of a type are brought back; None where they are plain already."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _convert(arguments[0])
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return lambda value: thaw(annotation, value)
    if origin in (list, dict):
        inner = _convert(arguments[-1])
        if inner is None:
            return None
        if origin is list:
            return lambda value: [inner(item) for item in value]
        return lambda value: {key: inner(item) for key, item in value.items()}
    if origin in (Union, types.UnionType):
        return _convert_union([argument for argument in arguments if argument is not type(None)])
    return None


def _convert_union(options: list[Any]) -> Convert | None:
    if len(options) == 1:
        inner = _convert(options[0])
        return None if inner is None else lambda value: None if value is None else inner(value)
    models = [option for option in options if isinstance(option, type) and issubclass(option, BaseModel)]
    if not models:
        return None
    tagged = {tag: model for model in models for tag in _tags(model)}
    return lambda value: thaw(tagged[value["test"]], value) if isinstance(value, dict) else value


def _tags(model: type[BaseModel]) -> tuple[Any, ...]:
    """What the `test` field of a rule's test says."""
    annotation = model.model_fields["test"].annotation
    return get_args(annotation) if get_origin(annotation) is Literal else ()
