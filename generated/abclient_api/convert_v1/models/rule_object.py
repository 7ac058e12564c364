from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RuleObject(Model):
    """A condition for triggering a goal or matching an audience. True when any member of OR is."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "or_": "OR",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "or_": "list of read_rule_and",
    }

    or_: list[RuleAnd] | None = None
    """The alternatives."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.or_ = (
                None if (v := data.get("OR")) is None else [read_rule_and(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_rule_object: Callable[[Any], RuleObject] = RuleObject.from_dict


from .rule_and import RuleAnd, read_rule_and
