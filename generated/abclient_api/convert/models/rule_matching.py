from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RuleMatching(Model):
    """How a value is compared."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "negated": "negated",
        "match_type": "match_type",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    negated: bool | None = None
    """Whether the rule is turned around."""
    match_type: (
        Literal[
            "matches",
            "regexMatches",
            "contains",
            "endsWith",
            "startsWith",
            "equalsNumber",
            "less",
            "lessEqual",
            "equals",
            "exists",
            "doesNotExist",
        ]
        | str
        | None
    ) = None
    """How the value is compared."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.negated = data.get("negated")
            self.match_type = data.get("match_type")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_rule_matching: Callable[[Any], RuleMatching] = RuleMatching.from_dict
