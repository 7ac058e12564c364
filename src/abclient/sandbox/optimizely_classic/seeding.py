"""A world of projects and experiments to begin with, the same for the same seed."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta
from itertools import product
from random import Random
from typing import Any

from ..statistics import split_units
from ..world import Document, World
from . import store
from .assets import add_assets, new_goals
from .experiments import new_experiment, url_condition
from .results import STATS_SINCE
from .schedules import new_schedule
from .variations import new_variation

_STALE = 23, 8  # in every 23 experiments, the eighth no longer receives data, as happens
_BEFORE_STATS = datetime(2014, 3, 1, tzinfo=UTC)
_PLACES = (
    "Checkout", "Pricing page", "Search results", "Product page", "Cart", "Sign-up form", "Homepage", "Newsletter",
    "Account settings", "Mobile menu", "Help centre", "Wish list", "Landing page", "Blog",
)  # fmt: skip
_IDEAS = (
    "shorter headline", "bigger button", "customer quotes", "one column", "larger images", "progress bar",
    "free shipping note", "dark header", "inline hints", "guest mode", "security seals", "yearly plan first",
    "video instead of text", "fewer fields",
)  # fmt: skip
_STATUSES = (
    "Running",
    "Running",
    "Paused",
    "Running",
    "Archived",
    "Not started",
    "Running",
    "Paused",
    "Running",
    "Archived",
)
_SPLITS = {
    2: ((5000, 5000), (5000, 5000), (8000, 2000)),
    3: ((3334, 3333, 3333), (5000, 2500, 2500)),
    4: ((2500, 2500, 2500, 2500),),
}
_SECTIONS = (("Original headline", "Short headline"), ("Original button", "Green button"))
_SCRIPT = "$('.headline').text('Version {0}');"


def seed_world(world: World, rng: Random, experiments: int) -> None:
    """At least two projects, each with its goals, audiences, dimensions and a targeting list, and the experiments."""
    names = ("Shop", "Magazine", "Travel", "Music", "Garden", "Sports", "Books", "Kitchen", "Toys", "Hardware")
    count = min(len(names), max(2, math.ceil(experiments / 100)))
    end = datetime.fromtimestamp(world.today, UTC)
    projects = [add_assets(world, rng, name, end - timedelta(days=900)) for name in names[:count]]
    goals = [new_goals(world, project, end - timedelta(days=890)) for project in projects]
    subjects = list(product(_PLACES, _IDEAS))
    rng.shuffle(subjects)
    for index in range(experiments):
        place, idea = subjects[index % len(subjects)]
        turn, home = index // len(subjects), index % count
        name = f"{place}: {idea}" + (f" ({turn + 1})" if turn else "")
        _Maker(world, rng, index).add(projects[home], goals[home], name)
    for goal in (goal for some in goals for goal in some):
        store.keep(world, "goal", goal)


def listing(world: World) -> dict[str, Any]:
    """All ids of every kind, except that experiments are only those with results of both sorts."""
    ids = {f"{kind}s": [one["id"] for one in store.collection(world, kind).find()] for kind in store.PARENTS}
    runs = store.collection(world, "run").find()
    measured = {run["id"] for run in runs if run["begin"] >= STATS_SINCE and run["arms"]}
    found = store.collection(world, "experiment").find()
    ids["experiments"] = [one["id"] for one in found if one["id"] in measured and one["display_goal_order_lst"]]
    return ids


class _Maker:
    """Makes one experiment of the world; its place in the order decides what is special about it."""

    def __init__(self, world: World, rng: Random, index: int) -> None:
        self._world = world
        self._rng = rng
        self._status = _STATUSES[index % len(_STATUSES)]
        self._stale = index % _STALE[0] == _STALE[1]
        self._old = index % 13 == 9
        self._has_goals = index % 17 != 12
        self._kind = {7: "multivariate", 18: "multipage"}.get(index % 40, "ab")
        self._hides_weight = index % 30 == 11

    def add(self, project: Document, goals: list[Document], name: str) -> None:
        """Add the experiment to a project, and to some of the project's goals."""
        begin, end = self._period()
        created = begin - timedelta(seconds=self._rng.randrange(86_400, 5 * 86_400), microseconds=654_321)
        experiment = new_experiment(self._world, project["id"], store.stamp(created))
        page = "http://www.example.com/" + name.partition(":")[0].lower().replace(" ", "-")
        experiment |= {
            "status": self._status,
            "description": name,
            "details": f"Does it help? {name}." if self._rng.random() < 0.8 else "",
            "edit_url": page,
            "url_conditions": [url_condition(0, page, store.stamp(created))],
            "percentage_included": self._rng.choice((10_000, 10_000, 5_000)),
            "experiment_type": self._kind,
            "is_multivariate": self._kind == "multivariate",
            "last_modified": store.stamp(begin),
        }
        if self._rng.random() < 0.3:
            audiences = store.children(self._world, "audience", project["id"])
            experiment["audience_ids"] = [self._rng.choice(audiences)["id"]]
        if self._has_goals:
            self._measure(experiment, goals)
        self._run(experiment, begin, end, self._vary(experiment, created))
        self._schedule(experiment, begin, end)
        store.keep(self._world, "experiment", experiment)

    def _period(self) -> tuple[datetime, datetime]:
        """When it began, and until when it has been counted."""
        today = datetime.fromtimestamp(self._world.today, UTC)
        first, days = (_BEFORE_STATS, 300) if self._old else (today - timedelta(days=480), 430)
        begin = first + timedelta(seconds=self._rng.randrange(days * 86_400))
        if self._status == "Running":
            return begin, today - timedelta(days=5) if self._stale else today
        return begin, begin + timedelta(days=self._rng.randrange(14, 42), seconds=self._rng.randrange(86_400))

    def _measure(self, experiment: Document, goals: list[Document]) -> None:
        open_to_all = [goal for goal in goals if not goal["archived"]]
        chosen = self._rng.sample(open_to_all, self._rng.randint(1, 4))
        for goal in chosen:
            goal["experiment_ids"].append(experiment["id"])
        experiment["display_goal_order_lst"] = [goal["id"] for goal in chosen]
        experiment["primary_goal_id"] = chosen[0]["id"]

    def _vary(self, experiment: Document, created: datetime) -> list[tuple[list[int], int]]:
        """Add variations; returns what a visitor may see, each with its share of the traffic in basis points."""
        if experiment["is_multivariate"]:
            sections = [self._section(experiment, names, created) for names in _SECTIONS]
            return [(list(seen), 2500) for seen in product(*sections)]
        weights = self._rng.choice(_SPLITS[self._rng.choice((2, 2, 2, 3, 4))])
        seen: list[tuple[list[int], int]] = []
        for place, weight in enumerate(weights):
            shown = None if self._hides_weight and not place else weight
            name = f"Variation #{place}" if place else "Original"
            key = self._variation(experiment, created, name, place, weight=shown)
            seen.append(([key], weight))
        return seen

    def _section(self, experiment: Document, names: tuple[str, ...], created: datetime) -> list[int]:
        section = store.new_id(self._world)
        return [
            self._variation(experiment, created, name, place, weight=5000, section=section)
            for place, name in enumerate(names)
        ]

    def _variation(
        self,
        experiment: Document,
        created: datetime,
        name: str,
        place: int,
        *,
        weight: int | None,
        section: int | None = None,
    ) -> int:
        made = new_variation(self._world, experiment, name, weight=weight, created=store.stamp(created))
        made |= {"section_id": section, "js_component": _SCRIPT.format(place) if place else ""}
        store.keep(self._world, "variation", made)
        return int(made["id"])

    def _run(self, experiment: Document, begin: datetime, end: datetime, seen: list[tuple[list[int], int]]) -> None:
        """Let visitors have come, unless the experiment was never started."""
        if self._status == "Not started":
            return
        total = round(10 ** self._rng.uniform(3.3, 5.0))
        visitors = split_units(self._rng, total, [weight for _, weight in seen])
        arms = [
            {"variation_ids": keys, "visitors": count, "original": place == 0}
            for place, ((keys, _), count) in enumerate(zip(seen, visitors, strict=True))
        ]
        run = {"id": experiment["id"], "begin": store.second(begin), "end": store.second(end), "arms": arms}
        store.collection(self._world, "run").put(str(experiment["id"]), run)

    def _schedule(self, experiment: Document, begin: datetime, end: datetime) -> None:
        """Two out of five were scheduled, half of these for a second time."""
        times = [(begin - timedelta(days=1), None), (begin, end)]
        chosen = self._rng.choice(([], [], [], times[1:], times))
        for place, (start, stop) in enumerate(chosen):
            schedule = new_schedule(self._world, experiment["id"])
            schedule["start_time"] = store.second(start)
            schedule["stop_time"] = store.second(stop) if stop else None
            schedule["status"] = "ACTIVE" if place == len(chosen) - 1 else "INACTIVE"
            store.keep(self._world, "schedule", schedule)
