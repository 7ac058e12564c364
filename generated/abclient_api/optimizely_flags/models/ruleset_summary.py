from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RulesetSummary(Model):
    """Rules of one type."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "keys": "keys",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "keys": "list of scalar",
    }

    keys: list[str] | None = None
    """Keys of the rules of this type."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.keys = None if (v := data.get("keys")) is None else without_nulls(items(v))
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_ruleset_summary: Callable[[Any], RulesetSummary] = RulesetSummary.from_dict
