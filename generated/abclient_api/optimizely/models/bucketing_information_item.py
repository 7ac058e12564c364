from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    from_epoch_milliseconds,
    to_epoch_milliseconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class BucketingInformationItem(Model):
    """A decision about a visitor."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "campaign_id": "campaign_id",
        "experiment_id": "experiment_id",
        "is_holdback": "is_holdback",
        "timestamp": "timestamp",
        "variation_id": "variation_id",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "timestamp": from_epoch_milliseconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "timestamp": to_epoch_milliseconds,
    }

    campaign_id: int | None = None
    """The campaign."""
    experiment_id: int | None = None
    """The experiment."""
    is_holdback: bool | None = None
    """Whether the visitor was held back."""
    timestamp: datetime.datetime | None = None
    """When it was decided on the visitor's side, in UTC."""
    variation_id: int | None = None
    """The variation given."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.campaign_id = data.get("campaign_id")
            self.experiment_id = data.get("experiment_id")
            self.is_holdback = data.get("is_holdback")
            self.timestamp = None if (v := data.get("timestamp")) is None else from_epoch_milliseconds(v)
            self.variation_id = data.get("variation_id")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_bucketing_information_item: Callable[[Any], BucketingInformationItem] = BucketingInformationItem.from_dict
