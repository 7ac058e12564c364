"""How much the schemas of a document come to, once what they are composed of is written out."""

from __future__ import annotations

from collections.abc import Iterator

from ._document import Json, is_list, is_map, resolve

MOST_PARTS = 10_000
"""Schemas that one may be composed of; of published documents, the largest comes to some hundreds."""

_COMPOSED_OF = ("allOf", "anyOf", "oneOf")
_DEEPEST = 200
"""Compositions in one another, as many as levels of a file; published documents have ten."""


def too_large(document: dict[str, Json]) -> tuple[str | int, ...] | None:
    """The place of a schema that comes to more than can be looked at, as a few that name each other twice do.

    Schemas that contain themselves are not counted: a rule names them.
    """
    sizes: dict[int, int] = {}
    return next((place for place, node in _composed(document) if _size(document, node, sizes, 0) > MOST_PARTS), None)


def _composed(node: Json) -> Iterator[tuple[tuple[str | int, ...], dict[str, Json]]]:
    waiting: list[tuple[tuple[str | int, ...], Json]] = [((), node)]
    while waiting:
        place, one = waiting.pop()
        if is_map(one):
            if any(is_list(one.get(key)) for key in _COMPOSED_OF):
                yield place, one
            waiting += [((*place, str(key)), inner) for key, inner in one.items() if is_map(inner) or is_list(inner)]
        elif is_list(one):
            waiting += [((*place, index), inner) for index, inner in enumerate(one) if is_map(inner) or is_list(inner)]


def _size(document: dict[str, Json], node: Json, sizes: dict[int, int], depth: int) -> int:
    node = resolve(document, node)
    if not is_map(node):
        return 1
    if id(node) not in sizes:
        if depth > _DEEPEST:
            return MOST_PARTS + 1
        sizes[id(node)] = 0  # what is met again on the way down contains itself
        several = [one for key in _COMPOSED_OF if is_list(node.get(key)) for one in node[key]]
        sizes[id(node)] = 1 + sum(_size(document, one, sizes, depth + 1) for one in several)
    return sizes[id(node)]
