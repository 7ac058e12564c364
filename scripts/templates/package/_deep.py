"""JSON that is nested deeper than pickle and deepcopy can follow, though parsers can."""

from __future__ import annotations

from typing import Any

_DEEP = 50
"""Levels of lists and objects from which on they are pickled flat: pickle needs three of Python's for each."""


def is_deep(document: Any) -> bool:
    """Whether it is nested too deeply for pickle and deepcopy, which call themselves for every level."""
    if document.__class__ is not dict and document.__class__ is not list:
        return False
    level = {id(document): document}  # each once, however often it is shared
    for _ in range(_DEEP):
        level = {
            id(value): value
            for place in level.values()
            for value in (place.values() if place.__class__ is dict else place)
            if value.__class__ is dict or value.__class__ is list
        }
        if not level:
            return False
    return True


class _Place(int):
    """Stands in a flat document for the list or object at that index."""


class Flat:
    """A deep document as a row of its lists and objects, none of which holds another."""

    __slots__ = ("places",)

    def __init__(self, document: Any) -> None:
        self.places: list[Any] = [document.copy()]
        known = {id(document): _Place(0)}
        for place in self.places:
            for key, value in place.items() if place.__class__ is dict else enumerate(place):
                if value.__class__ is dict or value.__class__ is list:
                    if id(value) not in known:
                        known[id(value)] = _Place(len(self.places))
                        self.places.append(value.copy())
                    place[key] = known[id(value)]

    def document(self) -> Any:
        """The document; a new one every time."""
        places = [place.copy() for place in self.places]
        for place in places:
            for key, value in place.items() if place.__class__ is dict else enumerate(place):
                if value.__class__ is _Place:
                    place[key] = places[value]
        return places[0]
