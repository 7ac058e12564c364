"""Answers that were recorded without their values, and what they show that no document has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from ..spec._document import Json, is_list, is_map
from ._compare import Finding
from ._document import Document, Nodes, Operation, Shape

_VALUE = re.compile(r"[A-Za-z0-9][\w .:/+-]{0,63}")
"""A value of an enum, which is kept where one may stand; anything else is a text that a person wrote."""

_NAME = re.compile(r"[A-Za-z_$][\w$-]{0,63}")
"""A name that a vendor gives to a property, and not one that a person typed."""

_MOST_ITEMS = 200
"""How many items of a list are looked at."""

_KINDS: dict[type, str] = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    list: "array",
    dict: "object",
}


@frozen
class Answer:
    """An answer that was recorded.

    Attributes:
        operation: the operationId.
        status: of the response.
        body: its JSON with the values taken out.
    """

    operation: str
    status: int
    body: Json


class Answers:
    """Takes the values out of answers to a vendor's operations, and compares answers with what is documented."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._known: dict[str, tuple[Document, Operation]] = {}
        places: list[tuple[str, str, str]] = []
        for document in documents:
            for (method, template), operation in document.operations().items():
                self._known[operation.name] = (document, operation)
                places.append((method, template, operation.name))
        # The longest first, as a short one may be the end of it, and of these the one with fewest names.
        places.sort(key=lambda one: (-one[1].count("/"), one[1].count("{}")))
        # Some address stands before what is documented: the vendor's, or that of a gateway.
        self._places: list[tuple[str, re.Pattern[str], str]] = [
            (method, re.compile("(?:/.*)?" + re.escape(template).replace(r"\{\}", "[^/]+")), name)
            for method, template, name in places
        ]

    def found(self, method: str, path: str) -> tuple[Document, Operation] | None:
        """The operation of a request; None if no specification has it.

        Args:
            method: in capitals.
            path: as it was sent, without a query.
        """
        for verb, pattern, name in self._places:
            if verb == method and pattern.fullmatch(path.rstrip("/") or "/"):
                return self._known[name]
        return None

    @staticmethod
    def redacted(document: Document, operation: Operation, body: Json) -> Json:
        """A body without values: empty texts, zeros, and, where an enum may stand, short words.

        Names are kept that may be a vendor's; in maps, whose names people give, there are numbers in their place.
        """
        return _redacted(document, operation.answer, body)

    def findings(self, answers: list[Answer]) -> list[Finding]:
        """What answers have that no specification has: properties, values of enums, types, operations."""
        found: set[Finding] = set()
        for answer in answers:
            if answer.operation not in self._known:
                found.add(Finding("new", answer.operation, "operation that was called"))
                continue
            document, operation = self._known[answer.operation]
            found.update(_differences(document, operation.answer, answer.body, operation.name))
        return sorted(found)


def _redacted(document: Document, nodes: Nodes, value: Json) -> Json:
    shape = document.shape(nodes)
    if is_map(value):
        if not shape.properties:
            inner = shape.entries
            return {f"key{index}": _redacted(document, inner, one) for index, one in enumerate(value.values())}
        return {
            _kept(shape, name) or f"name{index}": _redacted(document, shape.properties.get(name, shape.entries), one)
            for index, (name, one) in enumerate(value.items())
        }
    if is_list(value):
        return _different([_redacted(document, shape.items, one) for one in value[:_MOST_ITEMS]])
    if isinstance(value, str):
        return value if shape.values is not None and _VALUE.fullmatch(value) else ""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int):
        return value if shape.values is not None and value in shape.values else 0
    return 0.5


def _kept(shape: Shape, name: str) -> str:
    """The name of a property, unless a person may have typed it, as in what is a map beside its properties."""
    known = name in shape.properties or (not shape.entries and _NAME.fullmatch(name))
    return name if known else ""


def _different(values: list[Json]) -> list[Json]:
    """Each of them once: without values, most items of a list are alike."""
    found: list[Json] = []
    for value in values:
        if value not in found:
            found.append(value)
    return found


def _differences(document: Document, nodes: Nodes, value: Json, where: str) -> Iterator[Finding]:
    if value is None or not nodes:
        return
    where = document.named(where, nodes)
    shape = document.shape(nodes)
    kind = next(name for known, name in _KINDS.items() if isinstance(value, known))
    if shape.types and not _allowed(shape, nodes, kind):
        yield Finding("different", where, f"is {kind} in answers, {' or '.join(sorted(shape.types))} here")
        return
    if is_map(value):
        yield from _of_object(document, shape, value, where)
    elif is_list(value):
        for one in value:
            yield from _differences(document, shape.items, one, f"{where}[]")
    elif value != "" and shape.values is not None and value not in shape.values and not isinstance(value, float):
        yield Finding("different", where, f"has the value {value!r} in answers")


def _of_object(document: Document, shape: Shape, value: Mapping[str, Json], where: str) -> Iterator[Finding]:
    for name, one in value.items():
        if name in shape.properties:
            yield from _differences(document, shape.properties[name], one, f"{where}.{name}")
        elif shape.properties and not shape.entries:
            yield Finding("new", f"{where}.{name}", "property that answers have")
        elif shape.entries:
            yield from _differences(document, shape.entries, one, f"{where}{{}}")


def _allowed(shape: Shape, nodes: Nodes, kind: str) -> bool:
    if kind in shape.types or (kind == "integer" and "number" in shape.types):
        return True
    # Numbers that are usually written as texts, and texts that hold JSON, come in either form.
    wired: set[Any] = {node.get("x-wire") for node in nodes if is_map(node)}
    return bool(wired & {"numeric-string", "json-string"}) or (
        kind == "number" and bool(wired & {"epoch-seconds", "epoch-milliseconds"})
    )
