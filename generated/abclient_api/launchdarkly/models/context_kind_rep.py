from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged
from ..._wire import (
    from_epoch_milliseconds,
    to_epoch_milliseconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ContextKindRep(Model):
    """A kind of context, such as user or device."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "name": "name",
        "description": "description",
        "version": "version",
        "creation_date": "creationDate",
        "last_modified": "lastModified",
        "last_seen": "lastSeen",
        "environment_observations": "environmentObservations",
        "created_from": "createdFrom",
        "hide_in_targeting": "hideInTargeting",
        "archived": "archived",
        "links": "_links",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "creation_date": from_epoch_milliseconds,
        "last_modified": from_epoch_milliseconds,
        "last_seen": from_epoch_milliseconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "environment_observations": "list of read_context_kind_environment_observation",
        "links": "map of read_link",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "creation_date": to_epoch_milliseconds,
        "last_modified": to_epoch_milliseconds,
        "last_seen": to_epoch_milliseconds,
    }

    key: str
    """Its key."""
    name: str | None = None
    """A name for people."""
    description: str | None = None
    """What it is about."""
    version: int | None = None
    """Number of its version."""
    creation_date: datetime.datetime | None = None
    """When it was created."""
    last_modified: datetime.datetime | None = None
    """When it was changed last."""
    last_seen: datetime.datetime | None = None
    """When it was seen last."""
    environment_observations: list[ContextKindEnvironmentObservation] | None = None
    """When it was seen last, by environment."""
    created_from: str | None = None
    """Where it came from, such as default, auto-add or manual."""
    hide_in_targeting: bool | None = None
    """Whether the user interface hides it in targeting."""
    archived: bool | None = None
    """Whether it is archived."""
    links: dict[str, Link] | None = None
    """Links by name."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data["key"]
            self.name = data.get("name")
            self.description = data.get("description")
            self.version = data.get("version")
            self.creation_date = None if (v := data.get("creationDate")) is None else from_epoch_milliseconds(v)
            self.last_modified = None if (v := data.get("lastModified")) is None else from_epoch_milliseconds(v)
            self.last_seen = None if (v := data.get("lastSeen")) is None else from_epoch_milliseconds(v)
            self.environment_observations = (
                None
                if (v := data.get("environmentObservations")) is None
                else [read_context_kind_environment_observation(x0) for x0 in items(v) if x0 is not None]
            )
            self.created_from = data.get("createdFrom")
            self.hide_in_targeting = data.get("hideInTargeting")
            self.archived = data.get("archived")
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_context_kind_rep: Callable[[Any], ContextKindRep] = ContextKindRep.from_dict


from .context_kind_environment_observation import (
    ContextKindEnvironmentObservation,
    read_context_kind_environment_observation,
)
from .link import Link, read_link
