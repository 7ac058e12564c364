from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RuleAllowList(Model):
    """A user who always gets a certain variation."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "user_id": "user_id",
        "variation": "variation",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "variation": "read_allowed_variation",
    }

    user_id: str | None = None
    """Identifier of the user."""
    variation: AllowedVariation | None = None
    """What the user gets."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.user_id = data.get("user_id")
            self.variation = None if (v := data.get("variation")) is None else read_allowed_variation(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_rule_allow_list: Callable[[Any], RuleAllowList] = RuleAllowList.from_dict


from .allowed_variation import AllowedVariation, read_allowed_variation
