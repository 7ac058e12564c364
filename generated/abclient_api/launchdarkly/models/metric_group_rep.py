from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged, without_nulls
from ..._wire import (
    from_epoch_milliseconds,
    to_epoch_milliseconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class MetricGroupRep(Model):
    """A group of metrics, such as a funnel."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "_id",
        "key": "key",
        "name": "name",
        "kind": "kind",
        "description": "description",
        "links": "_links",
        "access": "_access",
        "tags": "tags",
        "creation_date": "_creationDate",
        "last_modified": "_lastModified",
        "maintainer": "maintainer",
        "metrics": "metrics",
        "version": "_version",
        "experiments": "experiments",
        "experiment_count": "experimentCount",
        "active_experiment_count": "activeExperimentCount",
        "active_guarded_rollout_count": "activeGuardedRolloutCount",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "creation_date": from_epoch_milliseconds,
        "last_modified": from_epoch_milliseconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
        "access": "read_access",
        "tags": "list of scalar",
        "maintainer": "read_maintainer_rep",
        "metrics": "list of read_metric_in_group_rep",
        "experiments": "list of read_dependent_experiment_rep",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "creation_date": to_epoch_milliseconds,
        "last_modified": to_epoch_milliseconds,
    }

    id: str
    """Its id."""
    key: str
    """Its key."""
    name: str | None = None
    """A name for people."""
    kind: Literal["funnel", "standard"] | str | None = None
    """Its kind."""
    description: str | None = None
    """What it is about."""
    links: dict[str, Link] | None = None
    """Links by name."""
    access: Access | None = None
    """What the token may do with it, if asked for by the vendor's user interface."""
    tags: list[str] | None = None
    """Tags."""
    creation_date: datetime.datetime | None = None
    """When it was created."""
    last_modified: datetime.datetime | None = None
    """When it was changed last."""
    maintainer: MaintainerRep | None = None
    """Who looks after it."""
    metrics: list[MetricInGroupRep] | None = None
    """The metrics of the group; of a funnel, in the order of its steps."""
    version: int | None = None
    """Number of its version."""
    experiments: list[DependentExperimentRep] | None = None
    """The experiments that use it; only with expand=experiments."""
    experiment_count: int | None = None
    """How many experiments use it; only if asked for by expand."""
    active_experiment_count: int | None = None
    """How many running experiments use it."""
    active_guarded_rollout_count: int | None = None
    """How many running guarded rollouts use it."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["_id"]
            self.key = data["key"]
            self.name = data.get("name")
            self.kind = data.get("kind")
            self.description = data.get("description")
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.access = None if (v := data.get("_access")) is None else read_access(v)
            self.tags = None if (v := data.get("tags")) is None else without_nulls(items(v))
            self.creation_date = None if (v := data.get("_creationDate")) is None else from_epoch_milliseconds(v)
            self.last_modified = None if (v := data.get("_lastModified")) is None else from_epoch_milliseconds(v)
            self.maintainer = None if (v := data.get("maintainer")) is None else read_maintainer_rep(v)
            self.metrics = (
                None
                if (v := data.get("metrics")) is None
                else [read_metric_in_group_rep(x0) for x0 in items(v) if x0 is not None]
            )
            self.version = data.get("_version")
            self.experiments = (
                None
                if (v := data.get("experiments")) is None
                else [read_dependent_experiment_rep(x0) for x0 in items(v) if x0 is not None]
            )
            self.experiment_count = data.get("experimentCount")
            self.active_experiment_count = data.get("activeExperimentCount")
            self.active_guarded_rollout_count = data.get("activeGuardedRolloutCount")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_metric_group_rep: Callable[[Any], MetricGroupRep] = MetricGroupRep.from_dict


from .access import Access, read_access
from .dependent_experiment_rep import DependentExperimentRep, read_dependent_experiment_rep
from .link import Link, read_link
from .maintainer_rep import MaintainerRep, read_maintainer_rep
from .metric_in_group_rep import MetricInGroupRep, read_metric_in_group_rep
