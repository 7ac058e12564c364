from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class VariationSummary(Model):
    """How many rules and targets serve a variation."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "rules": "rules",
        "null_rules": "nullRules",
        "targets": "targets",
        "context_targets": "contextTargets",
        "is_fallthrough": "isFallthrough",
        "is_off": "isOff",
        "rollout": "rollout",
        "bucket_by": "bucketBy",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    rules: int | None = None
    """How many rules serve it."""
    null_rules: int | None = None
    """How many rules serve nothing."""
    targets: int | None = None
    """How many targets serve it."""
    context_targets: int | None = None
    """How many context targets serve it."""
    is_fallthrough: bool | None = None
    """Whether it is served to those whom no rule serves."""
    is_off: bool | None = None
    """Whether it is served while the flag is off."""
    rollout: int | None = None
    """Its share of the default rollout, in thousandths of a percent."""
    bucket_by: str | None = None
    """Attribute by which traffic is split."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.rules = data.get("rules")
            self.null_rules = data.get("nullRules")
            self.targets = data.get("targets")
            self.context_targets = data.get("contextTargets")
            self.is_fallthrough = data.get("isFallthrough")
            self.is_off = data.get("isOff")
            self.rollout = data.get("rollout")
            self.bucket_by = data.get("bucketBy")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_variation_summary: Callable[[Any], VariationSummary] = VariationSummary.from_dict
