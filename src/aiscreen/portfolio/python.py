"""Python source by its syntax tree: imports that are used, tests that assert, annotations, routes. Nothing is run."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field

from aiscreen.text import vocabulary


@dataclass(slots=True)
class Import:
    """A module brought in (dotted), at a line from 1; `used` where a name it binds is used further on."""

    module: str
    line: int
    used: bool


@dataclass(slots=True)
class Python:
    """What the syntax of one file shows. Lines count from 1.

    `asserting` holds the lines of tests with a check that can fail, `hollow` of tests without one; `annotated` of
    `functions` have types; `routes` are the lines of handlers of requests.
    """

    imports: list[Import] = field(default_factory=list)
    asserting: list[int] = field(default_factory=list)
    hollow: list[int] = field(default_factory=list)
    functions: int = 0
    annotated: int = 0
    routes: list[int] = field(default_factory=list)
    first: int = 1
    """The line of the first function or class, else of the first statement."""


def read_python(source: str) -> Python | None:
    """What a file's syntax shows; None where it is not Python of today, or too deep to be meant for a person."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            module = ast.parse(source)
        return _read(module)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _nodes(root: ast.AST) -> Iterator[ast.AST]:
    """All nodes below one, itself among them: `ast.walk` without its generators, which cost more than the parsing."""
    pending = [root]
    while pending:
        node = pending.pop()
        yield node
        for value in node.__dict__.values():
            if type(value) is list:
                pending.extend(item for item in value if isinstance(item, ast.AST))
            elif isinstance(value, ast.AST) and not isinstance(value, ast.expr_context):
                pending.append(value)


def _read(module: ast.Module) -> Python:
    found = Python()
    bound: list[tuple[str, str, int]] = []
    names: set[str] = set()
    exported: set[str] = set()
    for node in _nodes(module):
        if isinstance(node, ast.Name):
            names.add(node.id)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                bound.append((alias.asname or alias.name.partition(".")[0], alias.name, node.lineno))
        elif isinstance(node, ast.ImportFrom):
            if node.level == 0 and node.module:
                for alias in node.names:
                    bound.append((alias.asname or alias.name, f"{node.module}.{alias.name}", node.lineno))
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            _read_function(found, node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier():
            exported.add(node.value)  # names in __all__, and in annotations written as strings
    for name, dotted, line in bound:
        found.imports.append(
            Import(dotted, line, name == "*" or dotted.endswith(".*") or name in names or name in exported)
        )
    found.imports.sort(key=lambda item: (item.line, item.module))
    found.asserting.sort()
    found.hollow.sort()
    found.routes.sort()
    heads = (n for n in module.body if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef))
    first = next(heads, None) or next(iter(module.body), None)
    found.first = first.lineno if first is not None else 1
    return found


_ROUTES = vocabulary("route get post put delete patch websocket api_route endpoint task")
_APPS = vocabulary("app api router bp blueprint server application")


def _read_function(found: Python, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
    arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    typed = [argument for argument in arguments if argument.arg not in ("self", "cls")]
    if not (node.name.startswith("__") and node.name != "__init__"):
        found.functions += 1
        found.annotated += bool(node.returns) or (
            bool(typed) and all(argument.annotation for argument in typed)
        )
    if node.name.startswith("test"):
        (found.asserting if any(_asserts(inner) for inner in _nodes(node)) else found.hollow).append(
            node.lineno
        )
    for decorator in node.decorator_list:
        call = decorator.func if isinstance(decorator, ast.Call) else decorator
        if isinstance(call, ast.Attribute) and call.attr in _ROUTES and _base(call) & _APPS:
            found.routes.append(node.lineno)


def _base(node: ast.Attribute) -> set[str]:
    value = node.value
    name = value.id if isinstance(value, ast.Name) else value.attr if isinstance(value, ast.Attribute) else ""
    return set(name.lower().split("_"))


def _asserts(node: ast.AST) -> bool:
    """Whether a node is a check that can fail: `assert` of more than constants, or a call that asserts."""
    if isinstance(node, ast.Assert):
        return any(isinstance(part, ast.Name | ast.Call | ast.Attribute) for part in _nodes(node.test))
    if isinstance(node, ast.Call):
        return any(
            name.startswith(("assert", "raises", "warns", "expect", "fail")) for name in _called(node.func)
        )
    return False


def _called(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Attribute):
        yield node.attr.lower()
    elif isinstance(node, ast.Name):
        yield node.id.lower()
