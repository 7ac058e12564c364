from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RuleOrWhen(Model):
    """Rules of which one must be true."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "or_when": "OR_WHEN",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "or_when": "list of read_rule_element",
    }

    or_when: list[RuleElement] | None = None
    """At least one of these rules must be true."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.or_when = (
                None
                if (v := data.get("OR_WHEN")) is None
                else [read_rule_element(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_rule_or_when: Callable[[Any], RuleOrWhen] = RuleOrWhen.from_dict


from .rule_element import RuleElement, read_rule_element
