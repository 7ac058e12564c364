from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, entries, items, new, salvaged
from abclient_api._wire import (
    from_json_string,
    to_datetime,
    to_json_string,
)
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Phase(Model):
    """A phase of an experiment, with its own traffic and results."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "date_started": "dateStarted",
        "date_ended": "dateEnded",
        "reason_for_stopping": "reasonForStopping",
        "seed": "seed",
        "coverage": "coverage",
        "traffic_split": "trafficSplit",
        "namespace": "namespace",
        "targeting_condition": "targetingCondition",
        "prerequisites": "prerequisites",
        "saved_group_targeting": "savedGroupTargeting",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "date_started": to_datetime,
        "date_ended": to_datetime,
        "targeting_condition": from_json_string,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "traffic_split": "list of read_traffic_share",
        "namespace": "map of any",
        "prerequisites": "list of map of any",
        "saved_group_targeting": "list of map of any",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "targeting_condition": to_json_string,
    }

    name: str | None = None
    """Name."""
    date_started: datetime.datetime | None = None
    """When it began."""
    date_ended: datetime.datetime | None = None
    """When it ended; empty while it has not."""
    reason_for_stopping: str | None = None
    """Why it ended."""
    seed: str | None = None
    """What assignments are drawn from."""
    coverage: float | None = None
    """Share of all units that take part, from 0 to 1."""
    traffic_split: list[TrafficShare] | None = None
    """How units are divided."""
    namespace: dict[str, Any] | None = None
    """Namespace that it shares with others, and its range there."""
    targeting_condition: Any = None
    """Who takes part, as JSON in a text."""
    prerequisites: list[dict[str, Any]] | None = None
    """Features that must have a value."""
    saved_group_targeting: list[dict[str, Any]] | None = None
    """Groups that take part or do not."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.name = data.get("name")
            self.date_started = None if (v := data.get("dateStarted")) is None else to_datetime(v)
            self.date_ended = None if (v := data.get("dateEnded")) is None else to_datetime(v)
            self.reason_for_stopping = data.get("reasonForStopping")
            self.seed = data.get("seed")
            self.coverage = data.get("coverage")
            self.traffic_split = (
                None
                if (v := data.get("trafficSplit")) is None
                else [read_traffic_share(x0) for x0 in items(v) if x0 is not None]
            )
            self.namespace = None if (v := data.get("namespace")) is None else entries(v)
            self.targeting_condition = None if (v := data.get("targetingCondition")) is None else from_json_string(v)
            self.prerequisites = (
                None if (v := data.get("prerequisites")) is None else [entries(x0) for x0 in items(v) if x0 is not None]
            )
            self.saved_group_targeting = (
                None
                if (v := data.get("savedGroupTargeting")) is None
                else [entries(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_phase: Callable[[Any], Phase] = Phase.from_dict


from .traffic_share import TrafficShare, read_traffic_share
