from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class FeatureEnvironment(Model):
    """The rollout of a feature in one environment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "is_primary": "is_primary",
        "rollout_rules": "rollout_rules",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "rollout_rules": "list of read_rollout_rule",
    }

    id: int | None = None
    """Identifier of the environment. Read-only."""
    is_primary: bool | None = None
    """Whether it is the project's primary environment. Read-only."""
    rollout_rules: list[RolloutRule] | None = None
    """The rollout rules; at present one."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.is_primary = data.get("is_primary")
            self.rollout_rules = (
                None
                if (v := data.get("rollout_rules")) is None
                else [read_rollout_rule(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_feature_environment: Callable[[Any], FeatureEnvironment] = FeatureEnvironment.from_dict


from .rollout_rule import RolloutRule, read_rollout_rule
