from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class MatchingOptions(Model):
    """Whether any or all of several must match."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "audiences": "audiences",
        "locations": "locations",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    audiences: Literal["any", "all"] | str | None = None
    """For audiences."""
    locations: Literal["any", "all"] | str | None = None
    """For locations."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.audiences = data.get("audiences")
            self.locations = data.get("locations")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_matching_options: Callable[[Any], MatchingOptions] = MatchingOptions.from_dict
