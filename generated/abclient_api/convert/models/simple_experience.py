from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._unions import expandable


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SimpleExperience(Model):
    """An experience, by its name."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "variation": "variation",
        "name": "name",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "variation": "read_simple_experience_variation_expandable",
    }

    id: int | None = None
    """The id."""
    variation: int | SimpleExperienceVariation | None = None
    """The variation by id, or with its name where it is expanded."""
    name: str | None = None
    """What it is called."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.variation = (
                None if (v := data.get("variation")) is None else read_simple_experience_variation_expandable(v)
            )
            self.name = data.get("name")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_simple_experience: Callable[[Any], SimpleExperience] = SimpleExperience.from_dict


from .. import models

if TYPE_CHECKING:
    from .simple_experience_variation import SimpleExperienceVariation


read_simple_experience_variation_expandable: Callable[[Any], Any] = expandable(models, "SimpleExperienceVariation")
