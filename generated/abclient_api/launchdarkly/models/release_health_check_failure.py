from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ReleaseHealthCheckFailure(Model):
    """A health check that failed."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "kind": "kind",
        "metric_key": "metricKey",
        "message": "message",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    kind: (
        Literal[
            "flag_evaluations_any", "flag_evaluations_with_context", "metric_events_any", "metric_events_with_context"
        ]
        | str
        | None
    ) = None
    """Its kind."""
    metric_key: str | None = None
    """Key of the metric."""
    message: str | None = None
    """What is wrong, for people."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.kind = data.get("kind")
            self.metric_key = data.get("metricKey")
            self.message = data.get("message")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_release_health_check_failure: Callable[[Any], ReleaseHealthCheckFailure] = ReleaseHealthCheckFailure.from_dict
