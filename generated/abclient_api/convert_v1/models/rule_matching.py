from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RuleMatching(Model):
    """How a rule compares."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "match_type": "match_type",
        "negated": "negated",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    match_type: (
        Literal[
            "matches",
            "regexMatches",
            "contains",
            "startsWith",
            "endsWith",
            "equalsNumber",
            "less",
            "lessEqual",
            "equals",
            "exists",
            "doesNotExist",
            "isIn",
        ]
        | str
        | None
    ) = None
    """The comparison; which ones apply depends on the rule type. Texts: matches, regexMatches, contains,
    startsWith, endsWith. Numbers: equalsNumber, less, lessEqual. Choices: equals. Cookies: those of texts,
    and exists, doesNotExist. Sets: isIn. May be null in lists of goals and audiences. Treat the list as open."""
    negated: bool | None = None
    """True turns the comparison around. May be null in lists of goals and audiences."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.match_type = data.get("match_type")
            self.negated = data.get("negated")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_rule_matching: Callable[[Any], RuleMatching] = RuleMatching.from_dict
