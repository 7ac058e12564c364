from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged
from ..._wire import (
    from_epoch_milliseconds,
    to_epoch_milliseconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SimpleHoldoutRep(Model):
    """A holdout, as lists have it."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "_id",
        "key": "key",
        "name": "name",
        "status": "status",
        "created_at": "createdAt",
        "updated_at": "updatedAt",
        "experiments": "experiments",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_at": from_epoch_milliseconds,
        "updated_at": from_epoch_milliseconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "experiments": "list of read_related_experiment_rep",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_at": to_epoch_milliseconds,
        "updated_at": to_epoch_milliseconds,
    }

    id: str | None = None
    """Its id."""
    key: str | None = None
    """Its key."""
    name: str | None = None
    """A name for people."""
    status: str | None = None
    """Where it is in its life."""
    created_at: datetime.datetime | None = None
    """When it was created."""
    updated_at: datetime.datetime | None = None
    """When it was changed last."""
    experiments: list[RelatedExperimentRep] | None = None
    """The experiments that it holds units out of."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("_id")
            self.key = data.get("key")
            self.name = data.get("name")
            self.status = data.get("status")
            self.created_at = None if (v := data.get("createdAt")) is None else from_epoch_milliseconds(v)
            self.updated_at = None if (v := data.get("updatedAt")) is None else from_epoch_milliseconds(v)
            self.experiments = (
                None
                if (v := data.get("experiments")) is None
                else [read_related_experiment_rep(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_simple_holdout_rep: Callable[[Any], SimpleHoldoutRep] = SimpleHoldoutRep.from_dict


from .related_experiment_rep import RelatedExperimentRep, read_related_experiment_rep
