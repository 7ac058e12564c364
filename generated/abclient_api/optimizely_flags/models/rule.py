from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged, without_nulls
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Rule(Model):
    """A rule, read without its ruleset, with flag and environment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "key": "key",
        "name": "name",
        "allow_list": "allow_list",
        "archived": "archived",
        "audience_conditions": "audience_conditions",
        "baseline_variation_id": "baseline_variation_id",
        "comment": "comment",
        "created_time": "created_time",
        "deployed_td_rule_audience_conditions": "deployed_td_rule_audience_conditions",
        "deployed_td_rule_key": "deployed_td_rule_key",
        "deployed_td_rule_percentage_included": "deployed_td_rule_percentage_included",
        "deployed_variation_key": "deployed_variation_key",
        "description": "description",
        "distribution_mode": "distribution_mode",
        "enabled": "enabled",
        "environment_key": "environment_key",
        "environment_name": "environment_name",
        "fetch_results_ui_url": "fetch_results_ui_url",
        "flag_key": "flag_key",
        "flag_name": "flag_name",
        "group_id": "group_id",
        "group_remaining_traffic_allocation": "group_remaining_traffic_allocation",
        "group_rule": "group_rule",
        "layer_experiment_id": "layer_experiment_id",
        "layer_id": "layer_id",
        "metrics": "metrics",
        "outcome": "outcome",
        "percentage_included": "percentage_included",
        "status": "status",
        "type": "type",
        "updated_time": "updated_time",
        "urn": "urn",
        "variations": "variations",
        "attribute_ids": "attribute_ids",
        "distribution_goal": "distribution_goal",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_time": to_datetime,
        "updated_time": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "allow_list": "map of read_rule_allow_list",
        "group_rule": "read_rule_group_rule",
        "metrics": "list of read_metric",
        "variations": "map of read_rule_variation",
        "attribute_ids": "list of scalar",
    }

    id: int | None = None
    """Number of it, given by the vendor."""
    key: str
    """Identifier that code and paths use; it cannot be changed later."""
    name: str | None = None
    """Name shown to people."""
    allow_list: dict[str, RuleAllowList] | None = None
    """Users who always get a certain variation, by the user's identifier."""
    archived: bool | None = None
    """Whether it is archived: hidden, and kept. The vendor's default: False."""
    audience_conditions: Any = None
    """Nested list whose first word is `and`, `or` or `not`, around objects with an `audience_id`; or the same as
    JSON in a text. An empty list is everyone."""
    baseline_variation_id: int | None = None
    """Variation that others are compared with; null for bandits."""
    comment: str | None = None
    """What was said when the rule was concluded; empty text means nothing."""
    created_time: datetime.datetime | None = None
    """When it was made."""
    deployed_td_rule_audience_conditions: Any = None
    """Audience of the targeted delivery that follows the concluded rule, as audience_conditions."""
    deployed_td_rule_key: str | None = None
    """Key of the targeted delivery that follows the concluded rule; empty text means none."""
    deployed_td_rule_percentage_included: int | None = None
    """Share of that audience in basis points, from 0 to 10000. The vendor's default: 0."""
    deployed_variation_key: str | None = None
    """Variation that is rolled out since the rule was concluded; empty text means none."""
    description: str | None = None
    """What it is for, in words."""
    distribution_mode: Literal["manual", "stats_accelerator"] | str | None = None
    """How an A/B test splits its traffic; other rules have none."""
    enabled: bool | None = None
    """Whether the rule itself is on: the lower of two switches. It runs if its ruleset is on, too. The vendor's
    default: True."""
    environment_key: str | None = None
    """Key of the environment."""
    environment_name: str | None = None
    """Name of the environment."""
    fetch_results_ui_url: str | None = None
    """Page of the results in the app; absent before there are any."""
    flag_key: str | None = None
    """Key of the flag."""
    flag_name: str | None = None
    """Name of the flag."""
    group_id: str | None = None
    """Number of the exclusion group, as text."""
    group_remaining_traffic_allocation: int | None = None
    """Share of its exclusion group's traffic that no rule has yet."""
    group_rule: RuleGroupRule | None = None
    """Its place in an exclusion group. A rule in none may have group_id 0 here."""
    layer_experiment_id: int | None = None
    """Identifier by which REST API v2 gives the results of the rule, as those of an experiment."""
    layer_id: int | None = None
    """Identifier of the campaign around that experiment, as the app's addresses have it."""
    metrics: list[Metric] | None = None
    """What is measured; the first metric is the primary one."""
    outcome: Literal["positive", "negative", "inconclusive"] | str | None = None
    """How the concluded rule ended."""
    percentage_included: int | None = None
    """Share in basis points, from 0 to 10000: of a rule, of its audience; of a variation, of the rule's traffic.
    The vendor's default: 0."""
    status: Literal["draft", "running", "paused", "concluded"] | str | None = None
    """State of the rule; it runs while its ruleset does."""
    type: Literal["targeted_delivery", "a/b", "multi_armed_bandit"] | str | None = None
    """Kind of the rule."""
    updated_time: datetime.datetime | None = None
    """When it was last changed."""
    urn: str | None = None
    """Name of it among all objects of the vendor."""
    variations: dict[str, RuleVariation] | None = None
    """Variations by key; the shares of an experiment's sum to 10000."""
    attribute_ids: list[int] | None = None
    """Attributes by which a contextual bandit decides."""
    distribution_goal: str | None = None
    """How a contextual bandit splits its traffic, such as `automated`."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.key = data["key"]
            self.name = data.get("name")
            self.allow_list = (
                None
                if (v := data.get("allow_list")) is None
                else {k0: read_rule_allow_list(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.archived = data.get("archived")
            self.audience_conditions = data.get("audience_conditions")
            self.baseline_variation_id = data.get("baseline_variation_id")
            self.comment = data.get("comment")
            self.created_time = None if (v := data.get("created_time")) is None else to_datetime(v)
            self.deployed_td_rule_audience_conditions = data.get("deployed_td_rule_audience_conditions")
            self.deployed_td_rule_key = data.get("deployed_td_rule_key")
            self.deployed_td_rule_percentage_included = data.get("deployed_td_rule_percentage_included")
            self.deployed_variation_key = data.get("deployed_variation_key")
            self.description = data.get("description")
            self.distribution_mode = data.get("distribution_mode")
            self.enabled = data.get("enabled")
            self.environment_key = data.get("environment_key")
            self.environment_name = data.get("environment_name")
            self.fetch_results_ui_url = data.get("fetch_results_ui_url")
            self.flag_key = data.get("flag_key")
            self.flag_name = data.get("flag_name")
            self.group_id = data.get("group_id")
            self.group_remaining_traffic_allocation = data.get("group_remaining_traffic_allocation")
            self.group_rule = None if (v := data.get("group_rule")) is None else read_rule_group_rule(v)
            self.layer_experiment_id = data.get("layer_experiment_id")
            self.layer_id = data.get("layer_id")
            self.metrics = (
                None if (v := data.get("metrics")) is None else [read_metric(x0) for x0 in items(v) if x0 is not None]
            )
            self.outcome = data.get("outcome")
            self.percentage_included = data.get("percentage_included")
            self.status = data.get("status")
            self.type = data.get("type")
            self.updated_time = None if (v := data.get("updated_time")) is None else to_datetime(v)
            self.urn = data.get("urn")
            self.variations = (
                None
                if (v := data.get("variations")) is None
                else {k0: read_rule_variation(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.attribute_ids = None if (v := data.get("attribute_ids")) is None else without_nulls(items(v))
            self.distribution_goal = data.get("distribution_goal")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_rule: Callable[[Any], Rule] = Rule.from_dict


from .metric import Metric, read_metric
from .rule_allow_list import RuleAllowList, read_rule_allow_list
from .rule_group_rule import RuleGroupRule, read_rule_group_rule
from .rule_variation import RuleVariation, read_rule_variation
