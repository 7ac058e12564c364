"""What Optimizely Classic's part of the world is made of, and how it is found.

Every document is exactly what the API shows of it, kept by its id and listed under its parent. In addition, a ``run``
(by the id of its experiment) has what the API does not show: when an experiment began, until when it has been counted,
and how many visitors saw what. Experiments that were started through the API have none: a sandbox has no visitors.

A goal's ``experiment_ids`` and an experiment's ``display_goal_order_lst`` say the same from both ends, always.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from ..statistics import generator
from ..vendor import Call, RefusedError
from ..world import Document, Documents, World

NAME = "optimizely_classic"
ACCOUNT = 123456789
PARENTS = {
    "project": "",
    "experiment": "project_id",
    "variation": "experiment_id",
    "schedule": "experiment_id",
    "goal": "project_id",
    "audience": "project_id",
    "dimension": "project_id",
    "targeting_list": "project_id",
}
"""Every kind of document, and the field with the id of its parent."""


def new_id(world: World) -> int:
    """A new id, of nine digits as the vendor's are."""
    return 754_864_960 + 7 * world.next_number(NAME)


def collection(world: World, kind: str) -> Documents:
    """All documents of a kind."""
    return world.collection(NAME, kind)


def keep(world: World, kind: str, document: Document) -> None:
    """Store a document."""
    parent = str(document[PARENTS[kind]]) if PARENTS[kind] else ""
    collection(world, kind).put(str(document["id"]), document, parent=parent)


def take(world: World, kind: str, key: object) -> Document:
    """The document with an id; 404 if there is none."""
    document = collection(world, kind).get(str(key))
    if document is None:
        raise RefusedError(404, f"No {kind.replace('_', ' ')} has the id {key}")
    return document


def named(world: World, call: Call, kind: str) -> Document:
    """The document of this kind that the path of a request names; 404 if there is none."""
    return take(world, kind, call.path[f"{kind}_id"])


def children(world: World, kind: str, parent: object) -> list[Document]:
    """All documents of a kind that a parent has, oldest first."""
    return collection(world, kind).find(parent=str(parent))


def check_owned(world: World, kind: str, keys: Iterable[object], project: int, field: str) -> None:
    """Refuse ids, given in a field of a body, that are not of this kind and project."""
    for key in keys:
        document = collection(world, kind).get(str(key))
        if document is None or document["project_id"] != project:
            raise RefusedError(400, f"{field} has an id that is no {kind} of the project {project}: {key}")


def stamp(moment: datetime | None = None) -> str:
    """A moment, by default now, as resources tell it: in UTC, with microseconds."""
    return (moment or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def second(moment: datetime) -> str:
    """A moment as schedules and results tell it: in UTC, with whole seconds."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def results_link(world: World, experiment: int) -> str:
    """The address under which an experiment's results can be shared."""
    token = f"{generator(world.seed, NAME, experiment).getrandbits(64):016x}"
    return f"https://www.optimizely.com/results?experiment_id={experiment}&token={token}"
