from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class AccessAllowedReason(Model):
    """The statement of a role that allows it."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "resources": "resources",
        "not_resources": "notResources",
        "actions": "actions",
        "not_actions": "notActions",
        "effect": "effect",
        "role_name": "role_name",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "resources": "list of scalar",
        "not_resources": "list of scalar",
        "actions": "list of scalar",
        "not_actions": "list of scalar",
    }

    resources: list[str] | None = None
    """Resource specifiers that the statement is about."""
    not_resources: list[str] | None = None
    """The statement is about all resources but these."""
    actions: list[str] | None = None
    """Actions that the statement is about."""
    not_actions: list[str] | None = None
    """The statement is about all actions but these."""
    effect: Literal["allow", "deny"] | str | None = None
    """Whether the statement allows or denies."""
    role_name: str | None = None
    """Name of the role that the statement belongs to."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.resources = None if (v := data.get("resources")) is None else without_nulls(items(v))
            self.not_resources = None if (v := data.get("notResources")) is None else without_nulls(items(v))
            self.actions = None if (v := data.get("actions")) is None else without_nulls(items(v))
            self.not_actions = None if (v := data.get("notActions")) is None else without_nulls(items(v))
            self.effect = data.get("effect")
            self.role_name = data.get("role_name")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_access_allowed_reason: Callable[[Any], AccessAllowedReason] = AccessAllowedReason.from_dict
