"""Which files of Python use what has changed in a spec: a search for names, which may find a little too much."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from attrs import frozen

from ..plan._types import class_name, python_name
from ..spec._model import Spec
from ._change import Change, Level
from ._view import View, view


@frozen
class _Names:
    """What a file says.

    Attributes:
        lines: the first line of each name, attribute, keyword and text in it.
    """

    lines: Mapping[str, int]

    def first(self, names: Iterable[str]) -> int | None:
        """The first line with any of these."""
        return min((self.lines[name] for name in names if name in self.lines), default=None)


def uses(old: Spec, new: Spec, changes: Sequence[Change], files: Sequence[Path]) -> dict[Change, dict[Path, int]]:
    """The files that use what has changed, each with the first line that does, by change.

    An operation is used where its function is named; a class where it is; a property, a parameter or a value of an enum
    where it is named in a file that also names its class, or an operation that has it. Additions are left out.
    """
    views = view(old), view(new)
    names = {path: _names(path) for path in files}
    found: dict[Change, dict[Path, int]] = {}
    for change in changes:
        if change.level is Level.ADDITIVE or not change.where:
            continue
        owners = _owners(change, views)
        own = [variant for name in change.names for variant in (name, *_in_json(views, change, name))]
        for path, said in names.items():
            owner = said.first(owners)
            line = said.first(own) if change.names and not _of_whole(change) else owner
            if owner is not None and line is not None:
                found.setdefault(change, {})[path] = line
    return found


def _of_whole(change: Change) -> bool:
    """Whether it is about an operation or a class, which has another name now."""
    return change.kind in {"operation-renamed", "schema-renamed"}


def _owners(change: Change, views: tuple[View, View]) -> set[str]:
    """What names the operation or the class: its function; the class, its keywords, and functions that have it."""
    where = change.where
    for side in views:
        if where in side.operations:
            return {where, python_name(where)}
    found = {where, class_name(where), f"{class_name(where)}Fields", python_name(where)}
    for side in views:
        found |= {python_name(name) for name, one in side.operations.items() if where in one.schemas}
    return found


def _in_json(views: tuple[View, View], change: Change, name: str) -> list[str]:
    """How a property is called in JSON."""
    found: list[str] = []
    for side in views:
        schema = side.spec.schemas.get(change.where)
        found += [
            key
            for key, inner in (schema.properties.items() if schema else ())
            if python_name(key, inner.python_name) == name
        ]
    return found


def _names(path: Path) -> _Names:
    lines: dict[str, int] = {}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        for word in _words(node):
            line = getattr(node, "lineno", 1)
            lines[word] = min(line, lines.get(word, line))
    return _Names(lines)


def _words(node: ast.AST) -> list[str]:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
            return [name]
        case ast.keyword(arg=str() as name):
            return [name]
        case ast.ImportFrom(names=several) | ast.Import(names=several):
            return [part for one in several for part in one.name.split(".")]
        case ast.Constant(value=str() as text):
            return [text]
        case _:
            return []
