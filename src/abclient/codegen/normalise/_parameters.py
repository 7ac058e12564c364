"""Parameters of published operations in the dialect: single values, and lists of them in queries."""

from __future__ import annotations

from typing import Any

from ..spec._document import Json, is_list, is_map
from ..spec._names import OWN_HEADERS
from ._names import property_name
from ._refs import Node, References
from ._report import CHANGED, DECIDE, LEFT_OUT, Report
from ._schemas import SCALARS, SENT, Schemas, is_number, without

_BESIDE = {"spaceDelimited", "pipeDelimited"}
_BEFORE = {"label", "matrix"}
"""Styles that write something before a value in a path: ``.value`` and ``;name=value``."""


class Parameters:
    """Converts the parameters of operations."""

    def __init__(self, references: References, schemas: Schemas, report: Report) -> None:
        self._references = references
        self._schemas = schemas
        self._report = report

    def convert(self, item: Node, operation: Node, path: str, where: str) -> list[dict[str, Json]]:
        """The parameters of an operation and of its path; an operation's own win."""
        found: dict[tuple[str, str], Node] = {}
        for holder in (item, operation):
            given: Any = holder.value.get("parameters")
            for one in given if is_list(given) else ():
                node = self._references.resolved(holder.inside(one))
                if is_map(node.value) and {"name", "in"} <= node.value.keys():
                    found[str(node.value["name"]), str(node.value["in"])] = node
        several: dict[tuple[str, str], dict[str, Json]] = {}
        for (name, place), node in found.items():
            for one in self._parameter(node, name, place, path, f"{where}: {name}"):
                several.setdefault(
                    (one["name"], one["in"]), one
                )  # an object's value may be called as another parameter
        made = [*several.values()]
        there = {one["name"] for one in made if one["in"] == "path"}
        for name in _placeholders(path):
            if name not in there:
                self._report.note(
                    CHANGED, "parameter of the path that was not described: added as text", f"{where}: {name}"
                )
                made.append({"name": name, "in": "path", "required": True, "schema": {"type": "string"}})
        names: set[str] = set()
        for one in made:
            given_name = property_name(one["name"], names)
            if given_name is not None:
                one["x-python-name"] = given_name
        return made

    def _parameter(self, node: Node, name: str, place: str, path: str, where: str) -> list[dict[str, Json]]:
        if place == "path" and name not in _placeholders(path):
            self._report.note(LEFT_OUT, "parameters of the path that the path does not have", where)
            return []
        if place not in {"path", "query", "header"}:
            self._report.note(LEFT_OUT, f"parameters in {place}", where)
            return []
        if place == "header" and name.lower() in OWN_HEADERS:
            self._report.note(LEFT_OUT, "headers that the client decides on", where)
            return []
        schema, content = node.value.get("schema"), node.value.get("content")
        if is_map(content) and content:
            self._report.note(CHANGED, "parameter of JSON: a text now", where)
            schema = {"type": "string"}
        given = node.inside(schema if is_map(schema) else {"type": "string"})
        part = self._schemas.flat(given)
        if place == "query" and part.is_object and not part.alternatives:
            return self._members(node, given, name, where)
        return [self._single(node, given, name, place, where)]

    def _single(self, node: Node, given: Node, name: str, place: str, where: str) -> dict[str, Json]:
        told: dict[str, Json] = {"name": name, "in": place}
        if place == "path" or node.value.get("required") is True:
            told["required"] = True
        if node.value.get("deprecated") is True:
            told["deprecated"] = True
        schema = self._schema(given, where)
        style = str(node.value.get("style"))
        if style in _BEFORE:
            self._report.note(DECIDE, f"written as style {style} says: sent as it is now", where)
        if schema.get("type") == "array":
            if place != "query" or style in _BESIDE:
                self._report.note(CHANGED, "list that is written in another way: a text now", where)
                schema = {"type": "string"}
            elif node.value.get("explode") is False:
                told["explode"] = False
        if place == "path":
            simple = schema.get("type") in {"string", "integer"}
            schema = without(schema, "format") if simple else {"type": "string"}
        default = self._schemas.flat(given).kept.get("default")
        if isinstance(default, (str, int, float)):
            told["x-default"] = default
        return {**told, **self._schemas.described(str(node.value.get("description") or "")), "schema": schema}

    def _schema(self, given: Node, where: str) -> dict[str, Json]:
        part = self._schemas.flat(given)
        made = without(self._schemas.convert(given, where, SENT), "nullable", "x-wire")
        if "oneOf" in made or (made.get("type") not in SCALARS and made.get("type") != "array"):
            single = [one for one in part.alternatives if self._schemas.flat(one).type in SCALARS]
            made = without(self._schemas.convert(single[0], where, SENT), "nullable", "x-wire") if single else {}
            if not single:
                self._report.note(DECIDE, "parameter that is not a single value: a text now", where)
        if made.get("type") == "array" and made.get("items", {}).get("type") not in SCALARS:
            made = {"type": "array", "items": {"type": "string"}}
        limits: dict[str, Json] = {
            key: value
            for key, value in part.kept.items()
            if key in {"minimum", "maximum"} and made.get("type") in {"integer", "number"} and is_number(value)
        }
        return {**(made or {"type": "string"}), **limits}

    def _members(self, node: Node, given: Node, name: str, where: str) -> list[dict[str, Json]]:
        """An object in a query as a parameter for each of its values: ``name[key]=``, or ``key=`` in a form."""
        deep = node.value.get("style") == "deepObject"
        made: list[dict[str, Json]] = []
        for key, nodes in self._schemas.flat(given).properties.items():
            member = f"{name}[{key}]" if deep else key
            schema = self._schema(nodes[0], f"{where}.{key}")
            told = self._schemas.described((part := self._schemas.flat(nodes[0])).beside or part.description)
            made.append({"name": member, "in": "query", **told, "schema": schema})
        self._report.note(CHANGED, "object in a query: a parameter for each of its values", where)
        return made


def _placeholders(path: str) -> list[str]:
    return [part.partition("}")[0] for part in path.split("{")[1:]]
