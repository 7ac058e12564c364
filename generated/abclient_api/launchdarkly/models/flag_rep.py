from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class FlagRep(Model):
    """How a flag takes part in an iteration."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "targeting_rule": "targetingRule",
        "targeting_rule_description": "targetingRuleDescription",
        "targeting_rule_clauses": "targetingRuleClauses",
        "flag_config_version": "flagConfigVersion",
        "not_in_experiment_variation_id": "notInExperimentVariationId",
        "links": "_links",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "targeting_rule_clauses": "list of any",
        "links": "map of read_link",
    }

    targeting_rule: str | None = None
    """The rule under test, a rule id or fallthrough."""
    targeting_rule_description: str | None = None
    """The rule's description."""
    targeting_rule_clauses: list[Any] | None = None
    """The rule's clauses, as the flag's targeting has them."""
    flag_config_version: int | None = None
    """Version of the flag's configuration that the iteration uses."""
    not_in_experiment_variation_id: str | None = None
    """Id of the variation that units outside of the experiment get. Since 16.1.1."""
    links: dict[str, Link] | None = None
    """Links by name."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.targeting_rule = data.get("targetingRule")
            self.targeting_rule_description = data.get("targetingRuleDescription")
            self.targeting_rule_clauses = None if (v := data.get("targetingRuleClauses")) is None else items(v)
            self.flag_config_version = data.get("flagConfigVersion")
            self.not_in_experiment_variation_id = data.get("notInExperimentVariationId")
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_flag_rep: Callable[[Any], FlagRep] = FlagRep.from_dict


from .link import Link, read_link
