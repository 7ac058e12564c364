from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset
from ..._wire import (
    to_epoch_milliseconds,
)


@define(eq=False, repr=False, kw_only=True)
class MetricEvent(Body):
    """An event of a metric."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "kind": "kind",
        "key": "key",
        "creation_date": "creationDate",
        "metric_value": "metricValue",
        "context_keys": "contextKeys",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "creation_date": to_epoch_milliseconds,
    }

    kind: Literal["custom"]
    """The kind of event; metrics of other kinds are not imported."""
    key: str
    """Key of the event, which the metric names as its eventKey."""
    creation_date: datetime.datetime
    """When it happened."""
    metric_value: float | Unset = UNSET
    """Its value; numeric metrics need it."""
    context_keys: dict[str, str]
    """Whose event it is; keys of contexts by their kind, such as user."""
