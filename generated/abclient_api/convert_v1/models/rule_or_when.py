from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RuleOrWhen(Model):
    """One requirement of an alternative. True when any rule of OR_WHEN is."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "or_when": "OR_WHEN",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "or_when": "list of read_rule",
    }

    or_when: list[Rule] | None = None
    """The rules, one of which is enough."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.or_when = (
                None if (v := data.get("OR_WHEN")) is None else [read_rule(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_rule_or_when: Callable[[Any], RuleOrWhen] = RuleOrWhen.from_dict


from .rule import Rule, read_rule
