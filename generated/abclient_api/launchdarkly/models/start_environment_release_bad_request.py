from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class StartEnvironmentReleaseBadRequest(Model):
    """What is wrong, with the health checks that failed."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "code": "code",
        "message": "message",
        "failing_checks": "failingChecks",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "failing_checks": "list of read_release_health_check_failure",
    }

    code: str | None = None
    """A word for the kind of error."""
    message: str | None = None
    """What is wrong, for people."""
    failing_checks: list[ReleaseHealthCheckFailure] | None = None
    """The health checks that failed."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.code = data.get("code")
            self.message = data.get("message")
            self.failing_checks = (
                None
                if (v := data.get("failingChecks")) is None
                else [read_release_health_check_failure(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .release_health_check_failure import ReleaseHealthCheckFailure, read_release_health_check_failure
