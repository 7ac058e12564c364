"""What goals measured for those who saw a variation, the same for the same seed.

Visitors are counted per arm, and a segment is a part of them; conversions and revenue follow from both, so that no
segment has more than the whole.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

from ..statistics import Arm, generator, successes
from ..world import Document

_RATES = {0: (0.03, 0.18), 1: (0.02, 0.09), 2: (0.35, 0.6), 3: (0.08, 0.3), 4: (0.015, 0.05)}
_ORDERS_SPREAD = 0.5


@dataclass(frozen=True)
class Segment:
    """A part of the visitors: an audience, or those with one value of a dimension.

    Attributes:
        name: what tells it from other segments; empty for all visitors.
        share: how much of the visitors it is.
    """

    name: str = ""
    share: float = 1.0


@dataclass(frozen=True)
class Measured:
    """What one goal measured for one arm; revenue is None where the goal is not about money."""

    visitors: int
    conversions: int
    revenue: float | None

    @property
    def rate(self) -> float:
        """Conversions per visitor."""
        return self.conversions / self.visitors if self.visitors else 0.0

    @property
    def arm(self) -> Arm:
        """What is compared: conversions per visitor or, where there is revenue, revenue per visitor."""
        visitors = max(1, self.visitors)
        if self.revenue is None:
            # Two added successes and failures keep the error above 0 when none or all of the visitors converted.
            steadied = (self.conversions + 2) / (visitors + 4)
            return Arm(visitors, self.rate, math.sqrt(steadied * (1 - steadied) / (visitors + 4)), share=True)
        order = self.revenue / max(1, self.conversions)
        spread = order * math.sqrt(max(0.0, self.rate * (1 + _ORDERS_SPREAD**2) - self.rate**2))
        return Arm(visitors, self.revenue / visitors, spread / math.sqrt(visitors), share=False)


def measure(seed: int, goal: Document, arm: Document, segment: Segment) -> Measured:
    """What a goal measured for an arm of a run, in a segment."""
    key = "_".join(map(str, arm["variation_ids"]))
    rng = generator(seed, "goal", goal["id"], key)
    rate, order = _habits(generator(seed, "goal", goal["id"]), goal["goal_type"])
    effect = 0.0 if arm["original"] else rng.gauss(0.02, 0.07)
    conversions = successes(rng, arm["visitors"], rate * (1 + effect))
    order *= 1 + rng.gauss(0, _ORDERS_SPREAD) / math.sqrt(max(1, conversions))
    visitors = arm["visitors"]
    if segment.name:
        visitors, conversions = _part(seed, goal, key, segment, visitors, conversions)
    return Measured(visitors, conversions, round(conversions * order, 2) if goal["goal_type"] == 4 else None)


def _habits(rng: Random, goal_type: int) -> tuple[float, float]:
    """How many convert without a change, and what they spend on average."""
    return rng.uniform(*_RATES[goal_type]), rng.uniform(25, 120)


def _part(seed: int, goal: Document, key: str, segment: Segment, visitors: int, conversions: int) -> tuple[int, int]:
    """Visitors and conversions of a segment; how many visitors it has is the same for all goals."""
    part = successes(generator(seed, segment.name, key), visitors, segment.share)
    drawn = successes(generator(seed, segment.name, key, goal["id"]), conversions, part / max(1, visitors))
    return part, max(min(drawn, part), part - (visitors - conversions))
