"""What an experience's optional fields say of how it stands: alerts, figures of its primary goal, collaborators."""

from __future__ import annotations

from typing import Any

from .._convert.figures import counted
from ..counting import Lift, Tally
from ..statistics import probabilities_best
from ..world import Document, World
from .running import run_of

COLLABORATORS: list[Document] = [
    {"first_name": "Ada", "last_name": "Owner", "role": "owner", "user_id": "1001", "is_author": True},
]
_TEXTS = {
    "no_goals_set_up": "No goals are set up",
    "no_visitors_tracked": "No visitors are tracked",
    "no_conversions_tracked": "No conversions are tracked",
    "experiments_completed": "The experience is completed",
}


def alerts(world: World, experience: Document) -> list[dict[str, Any]]:
    """What the vendor would warn of."""
    tallies = _primary(world, experience)
    active = experience["status"] == "active"
    found = {
        "no_goals_set_up": not experience["goals"],
        "no_visitors_tracked": active and not experience["_visitors"],
        "no_conversions_tracked": active and experience["_visitors"] and not any(one.value for one in tallies),
        "experiments_completed": experience["status"] == "completed",
    }
    return [
        {"code": code, "title": _TEXTS[code], "description": f"{_TEXTS[code]}: {experience['name']}"}
        for code, there in found.items()
        if there
    ]


def stats(world: World, experience: Document) -> dict[str, Any]:
    """How the variations do on the primary goal; improvements are in percent."""
    tallies = _primary(world, experience)
    chances = probabilities_best([one.arm() for one in tallies]) if all(one.samples for one in tallies) else []
    goal = experience.get("primary_goal")
    return {
        **({} if goal is None else {"goal_id": goal}),
        "conversions": sum(one.value for one in tallies),
        "visitors": experience["_visitors"],
        "variations_observed_results": [
            _observed(one["id"], tallies, place, chances[place] if chances else 0.0)
            for place, one in enumerate(experience["variations"])
            if tallies
        ],
    }


def _primary(world: World, experience: Document) -> list[Tally]:
    goal = experience.get("primary_goal")
    return [] if goal is None else counted(run_of(world, experience), str(goal))


def _observed(variation: int, tallies: list[Tally], place: int, chance: float) -> dict[str, Any]:
    lift = Lift.between(tallies[place], tallies[0], 0.95) if place and tallies[0].samples else None
    won = lift is not None and lift.significance > 0.95
    return {
        "variation_id": variation,
        "improvement": round(100 * lift.value, 4) if lift else 0,
        "probability_beat_control": round(chance, 4) if lift else 0,
        "test_result": ("winner" if lift and lift.value > 0 else "losing") if won else "notConcluded",
    }
