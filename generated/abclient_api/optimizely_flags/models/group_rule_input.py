from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GroupRuleInput(Body):
    """Share of a rule in an exclusion group."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "flag_key": "flag_key",
        "flag_name": "flag_name",
        "flag_status": "flag_status",
        "rule_enabled": "rule_enabled",
        "rule_key": "rule_key",
        "rule_name": "rule_name",
        "rule_status": "rule_status",
        "traffic_allocation": "traffic_allocation",
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = (
        "flag_key",
        "flag_name",
        "flag_status",
        "rule_enabled",
        "rule_key",
        "rule_name",
        "rule_status",
    )

    flag_key: str | Unset = UNSET
    """Key of the flag. Read-only."""
    flag_name: str | Unset = UNSET
    """Name of the flag. Read-only."""
    flag_status: Literal["archived", "unarchived"] | Unset = UNSET
    """Whether the flag is archived. Read-only."""
    rule_enabled: bool | Unset = UNSET
    """Whether the rule and its ruleset are both on. Read-only."""
    rule_key: str | Unset = UNSET
    """Key of the rule. Read-only."""
    rule_name: str | Unset = UNSET
    """Name of the rule. Read-only."""
    rule_status: str | Unset = UNSET
    """State of the rule. Read-only."""
    traffic_allocation: int
    """Share in basis points, from 0 to 10000."""
