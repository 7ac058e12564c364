"""What LaunchDarkly's part of the world is made of, and how it is found.

Documents: ``project`` (by key), ``flag`` and ``metric`` (by ``project/key``), ``experiment`` (by
``project/environment/key``, listed under ``project/environment``), ``settings`` (by project).

An experiment keeps its iterations oldest first. At most the last one is a draft (``not_started``); the one before it,
or the last one if there is no draft, is the current one.
"""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Iterator, Mapping

from ..vendor import RefusedError
from ..world import Document, Documents, World

NAME = "launchdarkly"
KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_IDS = uuid.UUID("5ab0a1de-0000-4000-8000-000000000000")


def object_id(world: World) -> str:
    """A new id of the 24 hexadecimal digits that experiments, iterations and projects have."""
    return f"{0x5AB0_0000_0000_0000_0000_0000 + world.next_number(NAME):024x}"


def variation_id(world: World) -> str:
    """A new id of the UUID form that treatments and variations have."""
    return str(uuid.uuid5(_IDS, str(world.next_number(NAME))))


def projects(world: World) -> Documents:
    """All projects."""
    return world.collection(NAME, "project")


def flags(world: World) -> Documents:
    """All feature flags."""
    return world.collection(NAME, "flag")


def metrics(world: World) -> Documents:
    """All metrics."""
    return world.collection(NAME, "metric")


def metric_groups(world: World) -> Documents:
    """All groups of metrics."""
    return world.collection(NAME, "metric group")


def experiments(world: World) -> Documents:
    """All experiments."""
    return world.collection(NAME, "experiment")


def holdouts(world: World) -> Documents:
    """All holdouts."""
    return world.collection(NAME, "holdout")


def layers(world: World) -> Documents:
    """All layers."""
    return world.collection(NAME, "layer")


def environment_of(world: World, project: str, environment: str) -> str:
    """What the experiments of an environment are listed under; 404 if there is no such environment."""
    document = project_of(world, project)
    if environment not in document["environments"]:
        raise RefusedError(404, f"Unknown environment key: {environment}")
    return f"{project}/{environment}"


def project_of(world: World, project: str) -> Document:
    """A project; 404 if there is none with this key."""
    document = projects(world).get(project)
    if document is None:
        raise RefusedError(404, f"Unknown project key: {project}")
    return document


def experiment_of(world: World, path: Mapping[str, str]) -> Document:
    """The experiment that a path names; 404 if it, its environment or its project does not exist."""
    parent = environment_of(world, path["project"], path["environment"])
    document = experiments(world).get(f"{parent}/{path['experiment']}")
    if document is None:
        raise RefusedError(404, f"Unknown experiment key: {path['experiment']}")
    return document


def flags_of(world: World, project: str) -> list[Document]:
    """The flags of a project."""
    project_of(world, project)
    return flags(world).find()  # there is one project


def keep_flag(world: World, project: str, flag: Document) -> None:
    """Store a flag."""
    flags(world).put(f"{project}/{flag['key']}", flag)


def keep(world: World, experiment: Document) -> None:
    """Store an experiment, to be found by flag, metric, status and lifecycle state."""
    parent = f"{experiment['project']}/{experiment['environment']}"
    tags = set(_tags(experiment))
    experiments(world).put(f"{parent}/{experiment['key']}", experiment, parent=parent, tags=tags)


def _tags(experiment: Document) -> Iterator[tuple[str, str]]:
    yield "lifecycleState", "active" if experiment["archived"] is None else "archived"
    for iteration in experiment["iterations"]:
        yield "status", iteration["status"]
        for flag in iteration["flags"]:
            yield "flagKey", flag
        for metric in iteration["metrics"]:
            yield "metricKey", metric["key"]


def draft(experiment: Document) -> Document | None:
    """The iteration that was not started yet."""
    iterations = experiment["iterations"]
    return iterations[-1] if iterations and iterations[-1]["status"] == "not_started" else None


def started(experiment: Document) -> list[Document]:
    """The iterations that were started, oldest first; the last one is the current one."""
    return [iteration for iteration in experiment["iterations"] if iteration["status"] != "not_started"]


def current(experiment: Document) -> Document | None:
    """The iteration that runs, or ran last."""
    return next(reversed(started(experiment)), None)


def is_today(world: World) -> bool:
    """Whether it plays the edition of October 2026."""
    return world.edition == "today"


def check_offered(world: World) -> None:
    """Refuse what left the API, in an edition without it."""
    if is_today(world):
        raise RefusedError(404, "Invalid resource identifier")


def visit(world: World, key: str, count: int) -> None:
    """Add units to the running iteration of an experiment of the sandbox's own environment."""
    experiment = next((one for one in experiments(world).find() if one["key"] == key), None)
    iteration = current(experiment) if experiment else None
    if experiment is None or iteration is None or iteration["status"] != "running":
        raise RefusedError(400, f"There is no running experiment {key}")
    iteration["units"] += count
    iteration["seen"] = round(time.time() * 1000)
    keep(world, experiment)


def iteration_of(experiment: Document, wanted: str) -> Document:
    """The iteration with an id; 404 if the experiment has none."""
    found: Document | None = next((one for one in experiment["iterations"] if one["id"] == wanted), None)
    if found is None:
        raise RefusedError(404, f"Unknown iteration id: {wanted}")
    return found
