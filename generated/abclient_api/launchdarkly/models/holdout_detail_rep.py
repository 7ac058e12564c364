from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged
from ..._wire import (
    from_epoch_milliseconds,
    to_epoch_milliseconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class HoldoutDetailRep(Model):
    """A holdout, with its experiments in full."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "_id",
        "status": "status",
        "description": "description",
        "holdout_amount": "holdoutAmount",
        "is_dirty": "isDirty",
        "created_at": "createdAt",
        "updated_at": "updatedAt",
        "base_experiment": "baseExperiment",
        "related_experiments": "relatedExperiments",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_at": from_epoch_milliseconds,
        "updated_at": from_epoch_milliseconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "base_experiment": "read_experiment",
        "related_experiments": "list of read_experiment",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_at": to_epoch_milliseconds,
        "updated_at": to_epoch_milliseconds,
    }

    id: str
    """Its id."""
    status: Literal["created", "enabled", "running", "ended"] | str | None = None
    """Where it is in its life."""
    description: str | None = None
    """What it is about."""
    holdout_amount: str | None = None
    """Share of units that are held out, in percent; a number written as text."""
    is_dirty: bool | None = None
    """Whether it was changed while it ran."""
    created_at: datetime.datetime | None = None
    """When it was created."""
    updated_at: datetime.datetime | None = None
    """When it was changed last."""
    base_experiment: Experiment | None = None
    """The experiment that measures the holdout."""
    related_experiments: list[Experiment] | None = None
    """The experiments that it holds units out of."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["_id"]
            self.status = data.get("status")
            self.description = data.get("description")
            self.holdout_amount = data.get("holdoutAmount")
            self.is_dirty = data.get("isDirty")
            self.created_at = None if (v := data.get("createdAt")) is None else from_epoch_milliseconds(v)
            self.updated_at = None if (v := data.get("updatedAt")) is None else from_epoch_milliseconds(v)
            self.base_experiment = None if (v := data.get("baseExperiment")) is None else read_experiment(v)
            self.related_experiments = (
                None
                if (v := data.get("relatedExperiments")) is None
                else [read_experiment(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .experiment import Experiment, read_experiment
