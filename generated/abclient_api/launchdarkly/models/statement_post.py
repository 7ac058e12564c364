from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class StatementPost(Body):
    """Which entries are wanted, by resources and actions."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "resources": "resources",
        "not_resources": "notResources",
        "actions": "actions",
        "not_actions": "notActions",
        "effect": "effect",
    }

    resources: list[str] | Unset = UNSET
    """Resource specifiers that the statement is about."""
    not_resources: list[str] | Unset = UNSET
    """The statement is about all resources but these."""
    actions: list[str] | Unset = UNSET
    """Actions that the statement is about."""
    not_actions: list[str] | Unset = UNSET
    """The statement is about all actions but these."""
    effect: Literal["allow", "deny"]
    """Whether the statement allows or denies."""
