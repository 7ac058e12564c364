from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, new, salvaged
from ..._wire import (
    from_epoch_milliseconds,
    to_epoch_milliseconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class DependentExperimentRep(Model):
    """An experiment that uses a metric."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "name": "name",
        "environment_id": "environmentId",
        "environment_key": "environmentKey",
        "creation_date": "creationDate",
        "archived_date": "archivedDate",
        "links": "_links",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "creation_date": from_epoch_milliseconds,
        "archived_date": from_epoch_milliseconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "creation_date": to_epoch_milliseconds,
        "archived_date": to_epoch_milliseconds,
    }

    key: str | None = None
    """Its key."""
    name: str | None = None
    """A name for people."""
    environment_id: str | None = None
    """Id of the environment."""
    environment_key: str | None = None
    """Key of the environment."""
    creation_date: datetime.datetime | None = None
    """When it was created."""
    archived_date: datetime.datetime | None = None
    """When it was archived."""
    links: dict[str, Link] | None = None
    """Links by name."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data.get("key")
            self.name = data.get("name")
            self.environment_id = data.get("environmentId")
            self.environment_key = data.get("environmentKey")
            self.creation_date = None if (v := data.get("creationDate")) is None else from_epoch_milliseconds(v)
            self.archived_date = None if (v := data.get("archivedDate")) is None else from_epoch_milliseconds(v)
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_dependent_experiment_rep: Callable[[Any], DependentExperimentRep] = DependentExperimentRep.from_dict


from .link import Link, read_link
