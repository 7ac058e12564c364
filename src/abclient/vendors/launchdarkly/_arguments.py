"""What callers give, as the vendor takes it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Literal

from abclient_api._arguments import several, text
from abclient_api.launchdarkly import models

Expand = Literal["previousIterations", "draftIteration", "secondaryMetrics", "treatments"]
Status = Literal["not_started", "running", "stopped"]
LifecycleState = Literal["active", "archived"]


def iteration_body(given: models.IterationInput | Mapping[str, Any]) -> Any:
    return dict(given) if isinstance(given, Mapping) else given


def commas(name: str, values: str | Collection[str]) -> str | None:
    """A comma-separated list, as the vendor takes them; None for an empty one."""
    return ",".join(several(text)(name, values)) or None


def filter_expression(**fields: str | None) -> str | None:
    """The vendor's filter expression; None without conditions."""
    given = {name: text(name, value) for name, value in fields.items() if value is not None}
    for name, value in given.items():
        if not value or "," in value:
            raise ValueError(f"{name} must be a non-empty key without commas, not {value!r}")
    return ",".join(f"{name}:{value}" for name, value in given.items()) or None
