from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class BucketingInformationItem(Model):
    """A decision about a visitor.

    Attributes:
        campaign_id: The campaign.
        experiment_id: The experiment.
        is_holdback: Whether the visitor was held back.
        timestamp: When it was decided on the visitor's side, Unix epoch time.
        variation_id: The variation given.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "campaign_id": "campaign_id",
        "experiment_id": "experiment_id",
        "is_holdback": "is_holdback",
        "timestamp": "timestamp",
        "variation_id": "variation_id",
    }

    campaign_id: int | None = None
    experiment_id: int | None = None
    is_holdback: bool | None = None
    timestamp: int | None = None
    variation_id: int | None = None

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = cls.__new__(cls)
        try:
            get = data.get
            self.campaign_id = get("campaign_id")
            self.experiment_id = get("experiment_id")
            self.is_holdback = get("is_holdback")
            self.timestamp = get("timestamp")
            self.variation_id = get("variation_id")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
