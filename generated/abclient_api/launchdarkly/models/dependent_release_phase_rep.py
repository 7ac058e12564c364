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
class DependentReleasePhaseRep(Model):
    """A phase of a guarded rollout that uses a metric."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "_id",
        "flag_key": "flagKey",
        "flag_name": "flagName",
        "flag_purpose": "flagPurpose",
        "environment_key": "environmentKey",
        "environment_name": "environmentName",
        "status": "status",
        "creation_date": "creationDate",
        "links": "_links",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "creation_date": from_epoch_milliseconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "creation_date": to_epoch_milliseconds,
    }

    id: str | None = None
    """Its id."""
    flag_key: str | None = None
    """Key of the flag."""
    flag_name: str | None = None
    """Name of the flag."""
    flag_purpose: str | None = None
    """What the vendor made the flag for."""
    environment_key: str | None = None
    """Key of the environment."""
    environment_name: str | None = None
    """Name of the environment."""
    status: str | None = None
    """Where the release is in its life."""
    creation_date: datetime.datetime | None = None
    """When it was created."""
    links: dict[str, Link] | None = None
    """Links by name."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("_id")
            self.flag_key = data.get("flagKey")
            self.flag_name = data.get("flagName")
            self.flag_purpose = data.get("flagPurpose")
            self.environment_key = data.get("environmentKey")
            self.environment_name = data.get("environmentName")
            self.status = data.get("status")
            self.creation_date = None if (v := data.get("creationDate")) is None else from_epoch_milliseconds(v)
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_dependent_release_phase_rep: Callable[[Any], DependentReleasePhaseRep] = DependentReleasePhaseRep.from_dict


from .link import Link, read_link
