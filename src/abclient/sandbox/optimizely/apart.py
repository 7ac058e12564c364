"""What REST API v2 has of Feature Experimentation, kept apart from the projects of other products."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from ..world import Documents, World

FLAGS = "optimizely_flags"
"""The vendor whose documents these are."""


_APART = 5_000_000
"""More things than the other projects ever have, so that no two of them have the same id."""


class _Apart:
    """A world in which v2 sees the documents of Feature Experimentation alone."""

    def __init__(self, world: World) -> None:
        self._world = world

    def collection(self, vendor: str, kind: str) -> Documents:
        """The documents of one kind."""
        return self._world.collection(FLAGS, f"v2 {kind}")

    def next_number(self, vendor: str) -> int:
        """A number that is not used yet, here or in the other projects."""
        return _APART + self._world.next_number(FLAGS)

    def memo(self, key: object, make: Callable[[], bytes]) -> bytes:
        """The response for a key, made once."""
        return self._world.memo((FLAGS, key), make)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._world, name)


def apart(world: World) -> World:
    """The part of the world that v2 has of Feature Experimentation."""
    return cast("World", _Apart(world))


def home_of(world: World, experiment: str) -> World:
    """Where the experiment with this id is: among the others, or, as a rule of a flag, apart."""
    here, there = (one.collection("optimizely", "experiment") for one in (world, apart(world)))
    return apart(world) if here.get(experiment) is None and there.get(experiment) is not None else world
