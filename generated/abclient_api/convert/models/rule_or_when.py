from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RuleOrWhen(Model):
    """One requirement of an alternative. True when any rule of OR_WHEN is.

    Attributes:
        or_when: The rules, one of which is enough.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "or_when": "OR_WHEN",
    }

    or_when: list[Rule] | None = None

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = cls.__new__(cls)
        try:
            get = data.get
            self.or_when = (
                None if (v := get("OR_WHEN")) is None else [Rule.from_dict(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .rule import Rule
