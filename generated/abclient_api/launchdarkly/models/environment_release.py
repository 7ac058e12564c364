from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged
from ..._wire import (
    from_epoch_milliseconds,
    to_epoch_milliseconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class EnvironmentRelease(Model):
    """A release of a flag's variation in an environment, by steps; with metrics it is a guarded rollout."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "status": "status",
        "status_reason": "statusReason",
        "project_key": "projectKey",
        "environment_key": "environmentKey",
        "flag_key": "flagKey",
        "original_variation_id": "originalVariationId",
        "original_variation_value": "originalVariationValue",
        "target_variation_id": "targetVariationId",
        "target_variation_value": "targetVariationValue",
        "randomization_unit": "randomizationUnit",
        "cleanup_behavior": "cleanupBehavior",
        "kind": "kind",
        "metrics": "metrics",
        "phases": "phases",
        "current_phase_index": "currentPhaseIndex",
        "advancement_mode": "advancementMode",
        "created_at": "createdAt",
        "started_at": "startedAt",
        "ended_at": "endedAt",
        "links": "_links",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_at": from_epoch_milliseconds,
        "started_at": from_epoch_milliseconds,
        "ended_at": from_epoch_milliseconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "metrics": "list of read_release_metric",
        "phases": "list of read_environment_release_phase",
        "links": "map of read_environment_release_link",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_at": to_epoch_milliseconds,
        "started_at": to_epoch_milliseconds,
        "ended_at": to_epoch_milliseconds,
    }

    id: str
    """Its id."""
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
    project_key: str | None = None
    """Key of the project."""
    environment_key: str | None = None
    """Key of the environment."""
    flag_key: str | None = None
    """Key of the flag."""
    original_variation_id: str | None = None
    """Id of the variation that is replaced."""
    original_variation_value: Any = None
    """Value of the variation that is replaced; any JSON."""
    target_variation_id: str | None = None
    """Id of the variation that is rolled out."""
    target_variation_value: Any = None
    """Value of the variation that is rolled out; any JSON."""
    randomization_unit: str | None = None
    """The unit by which traffic is split."""
    cleanup_behavior: Literal["remove_rules_and_update_default_rule", "leave_rules_in_place"] | str | None = None
    """What becomes of the release's rules when it has ended."""
    kind: Literal["progressive", "guarded"] | str | None = None
    """Its kind."""
    metrics: list[ReleaseMetric] | None = None
    """The metrics that guard it; empty for a progressive release."""
    phases: list[EnvironmentReleasePhase] | None = None
    """The phases, in order."""
    current_phase_index: int | None = None
    """Index of the phase that it is in."""
    advancement_mode: Literal["manual", "automatic"] | str | None = None
    """Whether the next phase starts by itself or by hand."""
    created_at: datetime.datetime | None = None
    """When it was created."""
    started_at: datetime.datetime | None = None
    """When it started."""
    ended_at: datetime.datetime | None = None
    """When it ended."""
    links: dict[str, EnvironmentReleaseLink] | None = None
    """Links by name; self and, in lists, next."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.status = data.get("status")
            self.status_reason = data.get("statusReason")
            self.project_key = data.get("projectKey")
            self.environment_key = data.get("environmentKey")
            self.flag_key = data.get("flagKey")
            self.original_variation_id = data.get("originalVariationId")
            self.original_variation_value = data.get("originalVariationValue")
            self.target_variation_id = data.get("targetVariationId")
            self.target_variation_value = data.get("targetVariationValue")
            self.randomization_unit = data.get("randomizationUnit")
            self.cleanup_behavior = data.get("cleanupBehavior")
            self.kind = data.get("kind")
            self.metrics = (
                None
                if (v := data.get("metrics")) is None
                else [read_release_metric(x0) for x0 in items(v) if x0 is not None]
            )
            self.phases = (
                None
                if (v := data.get("phases")) is None
                else [read_environment_release_phase(x0) for x0 in items(v) if x0 is not None]
            )
            self.current_phase_index = data.get("currentPhaseIndex")
            self.advancement_mode = data.get("advancementMode")
            self.created_at = None if (v := data.get("createdAt")) is None else from_epoch_milliseconds(v)
            self.started_at = None if (v := data.get("startedAt")) is None else from_epoch_milliseconds(v)
            self.ended_at = None if (v := data.get("endedAt")) is None else from_epoch_milliseconds(v)
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_environment_release_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_environment_release: Callable[[Any], EnvironmentRelease] = EnvironmentRelease.from_dict


from .environment_release_link import EnvironmentReleaseLink, read_environment_release_link
from .environment_release_phase import EnvironmentReleasePhase, read_environment_release_phase
from .release_metric import ReleaseMetric, read_release_metric
