from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RulesetRuleVariation(Model):
    """A variation in a rule of a ruleset, with its share."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "key": "key",
        "name": "name",
        "percentage_included": "percentage_included",
        "revision": "revision",
        "variation_id": "variation_id",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    id: int | None = None
    """Number of the variation in this rule."""
    key: str | None = None
    """Key of the variation."""
    name: str | None = None
    """Name shown to people."""
    percentage_included: int | None = None
    """Share in basis points, from 0 to 10000: of a rule, of its audience; of a variation, of the rule's traffic.
    The vendor's default: 0."""
    revision: int | None = None
    """Grows by one with each change."""
    variation_id: int | None = None
    """Number of the flag's variation."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.key = data.get("key")
            self.name = data.get("name")
            self.percentage_included = data.get("percentage_included")
            self.revision = data.get("revision")
            self.variation_id = data.get("variation_id")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_ruleset_rule_variation: Callable[[Any], RulesetRuleVariation] = RulesetRuleVariation.from_dict
