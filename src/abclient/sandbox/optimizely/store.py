"""What Optimizely's part of the world is made of, and how it is found.

Every document is listed under its project and found by its id. Fields that start with ``_`` are the sandbox's own and
are never shown: of an experiment ``_visitors`` (how many it had so far), ``_until`` (when it stopped counting, in
seconds since 1970; None while it counts), ``_pending`` (whether the next one to ask for results has to wait) and
``_draft`` (whether it has changes that were not published).
"""

from __future__ import annotations

import math
import time
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from ..vendor import RefusedError
from ..world import Document, Documents, World

NAME = "optimizely"
ACCOUNT = 10761771283
MINUTES_5 = 300
TAGS: Mapping[str, tuple[str, ...]] = {
    "project": ("status", "platform"),
    "event": ("is_classic", "page_id", "key"),
    "experiment": ("is_classic", "campaign_id", "status"),
    "section": ("experiment_id",),
    "attribute": ("key",),
    "feature": ("key",),
    "environment": ("key",),
    "audience": ("archived", "for_journey"),
    "campaign": ("archived", "for_journey"),
}
_IDS = uuid.UUID("5ab0a1de-0002-4000-8000-000000000000")


_LARGE, _BEYOND_FLOATS = 5_000_000_000_000_001, 20_000_000_000_000_001
"""Where the longer ids begin: the vendor's have 16 digits and stay below 2**53; what is beyond, JavaScript rounds."""


def new_id(world: World) -> int:
    """A new id of 11 digits, or, one time in three, of 16; of 17 in a world with large ids."""
    count = world.next_number(NAME)
    if count % 3:
        return 10_800_000_000 + 977 * count
    return (_BEYOND_FLOATS if world.large_ids else _LARGE) + 1954 * count


def new_uuid(world: World) -> str:
    """A new id of a change in a variation."""
    return uuid_of(world.next_number(NAME))


def uuid_of(known: object) -> str:
    """The id that belongs to something, the same whenever it is asked for."""
    return str(uuid.uuid5(_IDS, str(known)))


def documents(world: World, kind: str) -> Documents:
    """All documents of a kind."""
    return world.collection(NAME, kind)


def keep(world: World, kind: str, document: Document) -> None:
    """Store a document."""
    if kind == "campaign":  # which says twice whether it is archived
        document["archived"] = document["status"] == "archived"
    tags = [(name, _tag(document[name])) for name in TAGS.get(kind, ()) if document.get(name) is not None]
    documents(world, kind).put(str(document["id"]), document, parent=str(document.get("project_id", "")), tags=tags)


def _tag(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def find(world: World, kind: str, identifier: str | int) -> Document:
    """The document with an id; 404 if there is none."""
    document = documents(world, kind).get(str(identifier))
    if document is None:
        raise RefusedError(404, f"There is no {kind.replace('_', ' ')} {identifier}")
    return document


def view(document: Document) -> dict[str, Any]:
    """A document as callers see it."""
    return {name: value for name, value in document.items() if not name.startswith("_")}


def now() -> str:
    """The time now, as the API writes it."""
    return moment(time.time())


def moment(seconds: float) -> str:
    """A time in the form of the API: ISO 8601 in UTC, with microseconds."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def seconds(written: str) -> float:
    """Seconds since 1970 of a time that the API wrote.

    Raises:
        ValueError: it is not a time.
    """
    read = datetime.fromisoformat(written)
    return (read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp()


def seconds_of(name: str, written: str) -> float:
    """Seconds since 1970 of a query parameter; 400 if it is not a time."""
    try:
        return seconds(written.replace(" ", "+"))  # a plus sign that was not encoded arrives as a space
    except (ValueError, OverflowError):
        raise RefusedError(400, f"{name} must be a time such as 2024-06-01T12:00:00Z") from None


def rounded_up(when: float) -> float:
    """The next whole five minutes."""
    return math.ceil(when / MINUTES_5) * MINUTES_5


def rounded_down(when: float) -> float:
    """The last whole five minutes."""
    return math.floor(when / MINUTES_5) * MINUTES_5
