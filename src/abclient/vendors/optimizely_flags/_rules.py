"""What is sent of a rule: its fields, and what is wrong with them before anything leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict, cast

from abclient_api._models import encode
from abclient_api.optimizely_flags import models

from .._wrong_use import check_fields, check_words

EVERYONE = 10_000
"""Basis points."""

RuleType = Literal["targeted_delivery", "a/b", "multi_armed_bandit", "contextual_multi_armed_bandit"]
Outcome = Literal["positive", "negative", "inconclusive"]


class _RuleParts(TypedDict, total=False):
    description: str
    """What it is for, in words."""
    enabled: bool
    """Whether the rule itself is on: the lower of two switches."""
    percentage_included: int
    """The share of its audience that it takes in, in basis points: 10000 is everyone."""
    audience_conditions: Sequence[Any] | str
    """Nested list whose first word is ``and``, ``or`` or ``not``, around objects with an ``audience_id``; empty for
    everyone.
    """
    variations: Mapping[str, int | Mapping[str, Any] | models.RulesetRuleVariation]
    """By key: the share of the rule's traffic in basis points, or a mapping with the vendor's own names. The shares of
    an experiment sum to 10000; a contextual bandit needs none, because it finds its own.
    """
    metrics: Sequence[Mapping[str, Any] | models.Metric]
    """What is measured, the primary metric first; mappings with the vendor's own names."""
    baseline_variation_id: int | None
    """The variation that others are compared with."""
    distribution_mode: Literal["manual", "stats_accelerator"]
    """How an A/B test splits its traffic."""
    allow_list: Mapping[str, Any]
    """Users who always get a certain variation, by the user's identifier."""
    group_rule: Mapping[str, Any]
    """Its place in an exclusion group: ``group_id`` and ``traffic_allocation``."""
    attribute_ids: Sequence[int]
    """The attributes by which a contextual bandit decides."""
    distribution_goal: str
    """How a contextual bandit splits its traffic: ``automated``."""
    archived: bool
    """Whether it is archived."""
    status: Literal["draft", "running", "paused", "concluded"]
    """Its state."""
    outcome: Outcome
    """How a concluded rule ended."""
    comment: str
    """What is said when a rule is concluded."""
    deployed_variation_key: str
    """The variation that is rolled out when a rule is concluded."""
    deployed_td_rule_key: str
    """The key of the targeted delivery that follows a concluded rule."""
    deployed_td_rule_percentage_included: int
    """The share of the audience that this delivery takes in, in basis points."""
    deployed_td_rule_audience_conditions: Sequence[Any] | str
    """The audience of this delivery, as ``audience_conditions``."""


class RuleChanges(_RuleParts, total=False):
    """What can be changed of a rule, in the vendor's own words."""

    name: str
    """Name shown to people."""


class RuleFields(_RuleParts, total=False):
    """A new rule, in the vendor's own words."""

    key: Required[str]
    """Identifier, unique in the ruleset; it cannot be changed later."""
    name: Required[str]
    """Name shown to people."""
    type: Required[RuleType | str]
    """Kind of the rule."""


NEW = ("key", "name", "type")
"""What every new rule has, and no change."""


def rule_sent(fields: Mapping[str, Any], where: str, *, new: bool) -> dict[str, Any]:
    """The fields as JSON, once it is certain that they are known and that shares make sense.

    Args:
        fields: as the caller gave them.
        where: what to call the rule.
        new: whether it is a new one.

    Raises:
        TypeError: a field is unknown or missing, or has a value of another type.
        ValueError: a word is misspelled, or shares are not from 0 to 10000, or do not sum to 10000.
    """
    possible = {*(RuleFields if new else RuleChanges).__annotations__}
    for unknown in sorted(fields.keys() - possible):
        check_fields(models.RulesetRule, {unknown: None}, where)
        raise TypeError(f"{where}: {unknown} cannot be set{'' if new else ' once there is a rule'}")
    if new and (missing := [name for name in NEW if fields.get(name) is None]):
        raise TypeError(f"{where} needs {', '.join(missing)}")
    sent: dict[str, Any] = {**fields}
    if "variations" in fields:
        sent["variations"] = _variations(fields["variations"], where)
    document = cast("dict[str, Any]", encode(sent))
    check_words(f"{where}.type", document.get("type"), RuleType)  # the document's own list lacks one
    check_fields(models.RulesetRule, {**document, "type": None}, where)
    check_shares(document, where, is_whole=document.get("type", "") in EXPERIMENTS)
    return document


EXPERIMENTS = ("a/b", "multi_armed_bandit", "contextual_multi_armed_bandit")
"""Types of rules whose variations share all of the traffic, as far as they have shares."""


def _variations(given: object, where: str) -> dict[str, Any]:
    if not isinstance(given, Mapping):
        raise TypeError(f"{where}.variations must be a mapping by key, not {type(given).__name__}")
    made: dict[str, Any] = {}
    for key, one in cast("Mapping[str, Any]", given).items():
        if isinstance(one, int) and not isinstance(one, bool):
            made[key] = {"key": key, "percentage_included": one}
        elif isinstance(one, Mapping):
            made[key] = {"key": key, **cast("Mapping[str, Any]", one)}
        elif isinstance(one, models.RulesetRuleVariation):
            made[key] = one
        else:
            raise TypeError(f"{where}.variations[{key!r}] must be a share or a mapping, not {type(one).__name__}")
    return made


def check_shares(rule: Mapping[str, Any], where: str, *, is_whole: bool) -> None:
    """Look at the shares of a rule and of its variations, as far as they are there.

    Args:
        rule: as JSON.
        where: what to call it.
        is_whole: whether the shares of its variations must sum to 10000.

    Raises:
        TypeError: one is not a whole number.
        ValueError: one is not from 0 to 10000, or they sum to something else.
    """
    for name in ("percentage_included", "deployed_td_rule_percentage_included"):
        if rule.get(name) is not None:
            check_share(rule[name], f"{where}.{name}")
    variations: Mapping[str, Any] = rule.get("variations") or {}
    shares: dict[str, Any] = {
        key: one["percentage_included"]
        for key, one in variations.items()
        if isinstance(one, Mapping) and cast("Mapping[str, Any]", one).get("percentage_included") is not None
    }
    for key, share in shares.items():
        check_share(share, f"{where}.variations[{key!r}].percentage_included")
    if is_whole and shares and len(shares) == len(variations) and sum(shares.values()) != EVERYONE:
        said = " + ".join(str(share) for share in shares.values())
        raise ValueError(
            f"{where}: the shares of its variations sum to {sum(shares.values())} ({said}), not {EVERYONE}"
        )


def check_share(share: object, where: str) -> None:
    """Look at a share.

    Raises:
        TypeError: it is not a whole number.
        ValueError: it is not from 0 to 10000.
    """
    if not isinstance(share, int) or isinstance(share, bool):
        raise TypeError(f"{where} must be a whole number of basis points, not {share!r}")
    if not 0 <= share <= EVERYONE:
        raise ValueError(f"{where} must be from 0 to {EVERYONE} basis points, not {share}")
