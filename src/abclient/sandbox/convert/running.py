"""What the figures of an experience follow from: its visitors, all of them or those in segments, and their shares."""

from __future__ import annotations

import math
from typing import Any

from .._convert.figures import Run
from ..statistics import generator, successes
from ..world import Document, World


def run_of(world: World, experience: Document, segments: dict[str, list[Any]] | None = None) -> Run:
    """What the figures of an experience follow from, or those of the visitors in segments."""
    shares = [float(one["traffic_distribution"]) for one in experience["variations"]]
    seed: tuple[object, ...] = (world.seed, "convert v2", experience["id"])
    visitors: int = experience["_visitors"]
    wanted = [(name, sorted(values)) for name, values in sorted((segments or {}).items()) if values]
    if wanted:
        seed = (*seed, repr(wanted))
        parts = (_share(world, name, values) for name, values in wanted)
        visitors = successes(generator(*seed, "segment"), visitors, math.prod(parts))
    received: list[float] | None = experience.get("_received")
    if received is not None and len(received) != len(shares):
        received = None  # other variations are there since
    return Run(seed, visitors, shares, experience["start_time"] or 0, experience["_until"], received)


def _share(world: World, name: str, values: list[Any]) -> float:
    """The share of visitors that are in one of several segments of a kind."""
    return min(0.9, sum(generator(world.seed, "convert", name, one).uniform(0.08, 0.45) for one in values))
