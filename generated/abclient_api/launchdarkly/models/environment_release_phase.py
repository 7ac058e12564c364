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
class EnvironmentReleasePhase(Model):
    """A phase of a release: one rule, with its steps."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "phase_index": "phaseIndex",
        "rule_id": "ruleId",
        "description": "description",
        "status": "status",
        "status_reason": "statusReason",
        "steps": "steps",
        "current_step_index": "currentStepIndex",
        "started_at": "startedAt",
        "ended_at": "endedAt",
        "metric_statuses": "metricStatuses",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "started_at": from_epoch_milliseconds,
        "ended_at": from_epoch_milliseconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "steps": "list of read_release_step",
        "metric_statuses": "map of scalar",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "started_at": to_epoch_milliseconds,
        "ended_at": to_epoch_milliseconds,
    }

    id: str | None = None
    """Its id."""
    phase_index: int | None = None
    """Index of the phase, from 0."""
    rule_id: str | None = None
    """Id of the rule."""
    description: str | None = None
    """What it is about."""
    status: Literal["pending", "in_progress", "waiting", "completed", "reverted"] | str | None = None
    """Where it is in its life."""
    status_reason: (
        Literal[
            "waiting_regression_detected",
            "waiting_phase_ended",
            "completed_automatic",
            "completed_manual",
            "reverted_regression_detected",
            "reverted_manual",
            "reverted_discarded",
            "reverted_insufficient_data",
        ]
        | str
        | None
    ) = None
    """Why it is there."""
    steps: list[ReleaseStep] | None = None
    """The steps, in order."""
    current_step_index: int | None = None
    """Index of the step that it is in."""
    started_at: datetime.datetime | None = None
    """When it started."""
    ended_at: datetime.datetime | None = None
    """When it ended."""
    metric_statuses: dict[str, Literal["ok", "regressed", "regression_dismissed"] | str] | None = None
    """How the metrics do in this phase, by metric key; no figures."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.phase_index = data.get("phaseIndex")
            self.rule_id = data.get("ruleId")
            self.description = data.get("description")
            self.status = data.get("status")
            self.status_reason = data.get("statusReason")
            self.steps = (
                None
                if (v := data.get("steps")) is None
                else [read_release_step(x0) for x0 in items(v) if x0 is not None]
            )
            self.current_step_index = data.get("currentStepIndex")
            self.started_at = None if (v := data.get("startedAt")) is None else from_epoch_milliseconds(v)
            self.ended_at = None if (v := data.get("endedAt")) is None else from_epoch_milliseconds(v)
            self.metric_statuses = None if (v := data.get("metricStatuses")) is None else without_nulls(entries(v))
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_environment_release_phase: Callable[[Any], EnvironmentReleasePhase] = EnvironmentReleasePhase.from_dict


from .release_step import ReleaseStep, read_release_step
