"""An OpenAPI document of any edition, as plain operations and shapes: what two documents are compared by.

OpenAPI 3.0 and 3.1 and Swagger 2.0 are read, with references, ``allOf``, alternatives and inline objects.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias, TypeVar

from attrs import field, frozen

from ..spec._document import METHODS, Json, is_list, is_map

_MOST_STEPS = 50
"""References behind one another; more lead in a circle."""

_OTHER_MATERIAL = {"inferred", "vendor-site", "vendor-client"}
"""Where our specification has something from, if it is not the vendor's document."""

_JSON = re.compile(r"[/+]json\b")


T = TypeVar("T")

Value: TypeAlias = str | int | float | bool

Nodes: TypeAlias = "tuple[Json, ...]"
"""Schemas that may all stand in one place."""


@frozen(kw_only=True)
class Shape:
    """What a schema comes to.

    Attributes:
        types: JSON's names of types, null left out; empty for any.
        nullable: whether it may be null.
        values: the values that are named; None where any may stand.
        properties: by name, all that may stand there.
        required: the names of those that there must be.
        items: of a list.
        entries: the values of a map.
    """

    types: frozenset[str] = frozenset()
    nullable: bool = False
    values: frozenset[Value] | None = None
    properties: Mapping[str, Nodes] = field(factory=dict[str, Any])
    required: frozenset[str] = frozenset()
    items: Nodes = ()
    entries: Nodes = ()


@frozen(kw_only=True)
class Parameter:
    """A parameter of an operation; ``elsewhere`` if it is not from the vendor's document."""

    name: str
    location: str
    required: bool
    schema: Json
    elsewhere: bool


@frozen(kw_only=True)
class Operation:
    """An operation.

    Attributes:
        line: its method and path.
        name: its operationId, or its line.
        tags: its groups.
        parameters: by place and name, in lower case for headers; those of paths by number.
        body: what it takes as JSON.
        answer: what it answers with, as JSON.
        deprecated: whether it is advised against.
        elsewhere: whether other material than the vendor's document is its source.
    """

    line: str
    name: str
    tags: tuple[str, ...]
    parameters: Mapping[tuple[str, str], Parameter]
    body: Nodes
    answer: Nodes
    deprecated: bool
    elsewhere: bool


@frozen
class Document:
    """An OpenAPI document."""

    data: Mapping[str, Json]

    @property
    def base(self) -> str:
        """The path of its address, which stands before all of its paths."""
        servers = self.data.get("servers")
        url = servers[0].get("url", "") if is_list(servers) and servers and is_map(servers[0]) else ""
        path = re.sub(r"^[a-z]+://[^/]*", "", str(url)) or str(self.data.get("basePath", ""))
        return path.rstrip("/")

    def resolved(self, node: Json) -> Json:
        """The thing itself, where the node refers to it."""
        for _ in range(_MOST_STEPS):
            if not (is_map(node) and isinstance(node.get("$ref"), str)):
                return node
            target: Json = self.data
            for step in node["$ref"].removeprefix("#/").split("/"):
                step = step.replace("~1", "/").replace("~0", "~")
                target = target.get(step) if is_map(target) else None
            node = target
        return None

    @staticmethod
    def named(where: str, nodes: Nodes) -> str:
        """The name of the schema in a place, if there is one, and it has a name; else the place's own."""
        for node in nodes if len(nodes) == 1 else ():
            if is_map(node) and len(several := _list(node.get("allOf"))) == 1:
                node = several[0]
            if is_map(node) and isinstance(node.get("$ref"), str):
                return str(node["$ref"]).rsplit("/", 1)[-1]
        return where

    def operations(self, base: str = "") -> dict[tuple[str, str], Operation]:
        """All operations, by method and path, with all names in paths left out; each path comes after ``base``."""
        found: dict[tuple[str, str], Operation] = {}
        paths = self.data.get("paths")
        for path, item in paths.items() if is_map(paths) else ():
            item = self.resolved(item)
            for method in METHODS if is_map(item) else ():
                node = item.get(method)
                if is_map(node):
                    found[method.upper(), place(base + str(path))] = self._operation(method, str(path), item, node)
        return found

    def _operation(self, method: str, path: str, item: dict[str, Json], node: dict[str, Json]) -> Operation:
        line = f"{method.upper()} {path}"
        given = [self.resolved(one) for one in [*_list(item.get("parameters")), *_list(node.get("parameters"))]]
        known = [one for one in given if is_map(one) and isinstance(one.get("name"), str)]
        responses = node.get("responses")
        answers = [
            self.resolved(one)
            for status, one in (responses.items() if is_map(responses) else ())
            if str(status).startswith("2")
        ]
        body = self.resolved(node.get("requestBody"))
        bodies = [one["schema"] for one in known if one.get("in") == "body" and "schema" in one]
        return Operation(
            line=line,
            name=str(node.get("operationId") or line),
            tags=tuple(str(tag) for tag in _list(node.get("tags"))),
            parameters={(one.location, key): one for key, one in _parameters(path, known)},
            body=(*bodies, *_contents([body])),
            answer=(*(one["schema"] for one in answers if is_map(one) and "schema" in one), *_contents(answers)),
            deprecated=bool(node.get("deprecated")),
            elsewhere=str(node.get("x-source")) in _OTHER_MATERIAL,
        )

    def shape(self, nodes: Iterable[Json], *, depth: int = 0) -> Shape:
        """What stands in a place where any of these may: alternatives together, and ``allOf`` as one."""
        return _any_of([self._one(node, depth) for node in nodes])

    def _one(self, node: Json, depth: int) -> Shape:
        node = self.resolved(node)
        if not is_map(node) or depth > _MOST_STEPS:
            return Shape()
        parts = [_own(node)]
        parts += [self._one(one, depth + 1) for one in _list(node.get("allOf"))]
        for keyword in ("oneOf", "anyOf"):
            if alternatives := _list(node.get(keyword)):
                parts.append(self.shape(alternatives, depth=depth + 1))
        return _all_of(parts)


def place(path: str) -> str:
    """A path without names in its braces, and without a slash at its end."""
    return re.sub(r"\{[^}]*\}", "{}", path.partition("?")[0]).rstrip("/") or "/"


def elsewhere(node: Json) -> bool:
    """Whether our specification has this from other material than the vendor's document, or says why it differs."""
    if not is_map(node):
        return False
    return "x-source-note" in node or str(node.get("x-source")) in _OTHER_MATERIAL


def _list(node: Json) -> list[Json]:
    return node if is_list(node) else []


def _parameters(path: str, known: list[dict[str, Json]]) -> Iterator[tuple[str, Parameter]]:
    order = re.findall(r"\{([^}]*)\}", path)
    for one in known:
        location, name = str(one.get("in")), str(one["name"])
        if location in ("body", "formData"):
            continue
        key = str(order.index(name)) if name in order and location == "path" else name
        yield (
            key.lower() if location == "header" else key.removesuffix("[]"),
            Parameter(
                name=name,
                location=location,
                required=bool(one.get("required")),
                schema=one.get("schema", one),
                elsewhere=elsewhere(one),
            ),
        )


def _contents(holders: list[Json]) -> Iterator[Json]:
    for holder in holders:
        content = holder.get("content") if is_map(holder) else None
        for content_type, media in content.items() if is_map(content) else ():
            if _JSON.search(str(content_type)) and is_map(media) and "schema" in media:
                yield media["schema"]


def _own(node: dict[str, Json]) -> Shape:
    """What a schema says itself."""
    given = node.get("type")
    types = {str(one) for one in (given if is_list(given) else [given] if given else [])}
    properties = node.get("properties")
    entries = node.get("additionalProperties")
    values = _list(node.get("enum")) if is_list(node.get("enum")) else [node["const"]] if "const" in node else None
    if not types and is_map(properties):
        types = {"object"}
    null = "null" in types or bool(node.get("nullable")) or bool(node.get("x-nullable"))
    plain = [one for one in values or () if isinstance(one, str | int | float | bool)]
    return Shape(
        types=frozenset(types - {"null"}),
        nullable=null or (values is not None and None in values),
        values=None if values is None else frozenset(plain),
        properties={str(name): (inner,) for name, inner in properties.items()} if is_map(properties) else {},
        required=frozenset(str(name) for name in _list(node.get("required"))),
        items=(node["items"],) if "items" in node else (),
        entries=(entries,) if is_map(entries) and entries else (),
    )


def _all_of(parts: list[Shape]) -> Shape:
    """What satisfies all of these."""
    types = [part.types for part in parts if part.types]
    values = [part.values for part in parts if part.values is not None]
    return Shape(
        types=_common(types) or types[0] if types else _NONE,
        nullable=any(part.nullable for part in parts),
        values=_common(values) if values else None,
        properties=_together(parts),
        required=frozenset[str]().union(*(part.required for part in parts)),
        items=tuple(one for part in parts for one in part.items),
        entries=tuple(one for part in parts for one in part.entries),
    )


def _any_of(parts: list[Shape]) -> Shape:
    """What any of these may be."""
    parts = [part for part in parts if part != Shape(nullable=True)] or parts
    values = [part.values for part in parts if part.values is not None]
    return Shape(
        types=frozenset[str]().union(*(part.types for part in parts)) if all(part.types for part in parts) else _NONE,
        nullable=any(part.nullable for part in parts),
        values=frozenset[Value]().union(*values) if values and len(values) == len(parts) else None,
        properties=_together(parts),
        required=_common([part.required for part in parts]) if parts else _NONE,
        items=tuple(one for part in parts for one in part.items),
        entries=tuple(one for part in parts for one in part.entries),
    )


def _common(several: Sequence[frozenset[T]]) -> frozenset[T]:
    """What all of them have."""
    first, *others = several
    return frozenset(one for one in first if all(one in other for other in others))


_NONE: frozenset[str] = frozenset()


def _together(parts: list[Shape]) -> dict[str, Nodes]:
    found: dict[str, Nodes] = {}
    for part in parts:
        for name, nodes in part.properties.items():
            found[name] = (*found.get(name, ()), *nodes)
    return found
