from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RandomizationUnitRep(Model):
    """A unit by which experiments may split traffic."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "randomization_unit": "randomizationUnit",
        "standard_randomization_unit": "standardRandomizationUnit",
        "default": "default",
        "hidden": "_hidden",
        "display_name": "_displayName",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    randomization_unit: str | None = None
    """The unit's name, a context kind such as user."""
    standard_randomization_unit: (
        Literal["guest", "guestTime", "organization", "request", "user", "userTime"] | str | None
    ) = None
    """The vendor's standard unit that it corresponds to. Not in answers since 18.0.0."""
    default: bool | None = None
    """Whether new experiments use it unless they say otherwise."""
    hidden: bool | None = None
    """Whether the vendor's user interface hides it. Read-only."""
    display_name: str | None = None
    """The name that the vendor's user interface shows. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.randomization_unit = data.get("randomizationUnit")
            self.standard_randomization_unit = data.get("standardRandomizationUnit")
            self.default = data.get("default")
            self.hidden = data.get("_hidden")
            self.display_name = data.get("_displayName")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_randomization_unit_rep: Callable[[Any], RandomizationUnitRep] = RandomizationUnitRep.from_dict
