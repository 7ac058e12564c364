from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperienceAlert(Model):
    """Something that the vendor warns of."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "code": "code",
        "title": "title",
        "description": "description",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    code: (
        Literal[
            "not_in_project",
            "max_visitors_reached",
            "no_goals_set_up",
            "no_visitors_tracked",
            "no_conversions_tracked",
            "experiments_completed",
        ]
        | str
        | None
    ) = None
    """Which warning it is."""
    title: str | None = None
    """A title."""
    description: str | None = None
    """A description."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.code = data.get("code")
            self.title = data.get("title")
            self.description = data.get("description")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experience_alert: Callable[[Any], ExperienceAlert] = ExperienceAlert.from_dict
