from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RuleAnd(Model):
    """Rules that must all be true."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "and_": "AND",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "and_": "list of read_rule_or_when",
    }

    and_: list[RuleOrWhen] | None = None
    """All of these must be true."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.and_ = (
                None if (v := data.get("AND")) is None else [read_rule_or_when(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_rule_and: Callable[[Any], RuleAnd] = RuleAnd.from_dict


from .rule_or_when import RuleOrWhen, read_rule_or_when
