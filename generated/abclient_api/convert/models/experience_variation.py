from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperienceVariation(Model):
    """A variation in its place in an experience.

    Attributes:
        variation: One version of the page.
        percentage: Its share of the traffic, in percent.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "variation": "variation",
        "percentage": "percentage",
    }

    variation: Variation | None = None
    percentage: float | None = None

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = cls.__new__(cls)
        try:
            get = data.get
            self.variation = None if (v := get("variation")) is None else Variation.from_dict(v)
            self.percentage = get("percentage")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .variation import Variation
