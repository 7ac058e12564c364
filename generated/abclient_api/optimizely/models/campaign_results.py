from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class CampaignResults(Model):
    """Results of a campaign."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "campaign_id": "campaign_id",
        "confidence_threshold": "confidence_threshold",
        "end_time": "end_time",
        "is_stale": "is_stale",
        "metrics": "metrics",
        "start_time": "start_time",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "end_time": to_datetime,
        "start_time": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "metrics": "list of read_campaign_metric_results",
    }

    campaign_id: int | None = None
    """Campaign the results are of."""
    confidence_threshold: float | None = None
    """Significance level for calling a winner or a loser, from 0 to 1 with up to four decimals, e.g. 0.9."""
    end_time: datetime.datetime | None = None
    """End of the interval (excluded), UTC; may be earlier than asked while fresher figures are computed."""
    is_stale: bool | None = None
    """Whether these figures come from a cache that is out of date."""
    metrics: list[CampaignMetricResults] | None = None
    """Results by metric, in the order of the experiment: primary, up to four secondary, then monitored."""
    start_time: datetime.datetime | None = None
    """Start of the interval (included), UTC."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.campaign_id = data.get("campaign_id")
            self.confidence_threshold = data.get("confidence_threshold")
            self.end_time = None if (v := data.get("end_time")) is None else to_datetime(v)
            self.is_stale = data.get("is_stale")
            self.metrics = (
                None
                if (v := data.get("metrics")) is None
                else [read_campaign_metric_results(x0) for x0 in items(v) if x0 is not None]
            )
            self.start_time = None if (v := data.get("start_time")) is None else to_datetime(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .campaign_metric_results import CampaignMetricResults, read_campaign_metric_results
