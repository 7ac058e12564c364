"""What callers send, field by field."""

from __future__ import annotations

import re
from typing import Any

from ..shapes import (
    Field,
    Shape,
    anything,
    basis_points,
    boolean,
    integer,
    is_list,
    list_of,
    map_of,
    one_of,
    optional,
    partial,
    record,
    required,
    text,
)
from ..vendor import RefusedError

_KEY = re.compile(r"[a-zA-Z0-9_\-]{1,64}")


def key(value: object, where: str) -> str:
    """A key, of letters, digits, ``_`` and ``-``."""
    if not isinstance(value, str) or not _KEY.fullmatch(value):
        raise RefusedError(400, f"{where} must be 1 to 64 letters, digits, _ and -")
    return value


def name(value: object, where: str) -> str:
    """A name of at most 255 characters."""
    if not isinstance(value, str) or not value.strip() or len(value) > 255:
        raise RefusedError(400, f"{where} must be text of 1 to 255 characters")
    return value


def conditions(value: object, where: str) -> Any:
    """A nested list of conditions, or the same as text."""
    if is_list(value) or isinstance(value, str):
        return value
    raise RefusedError(400, f"{where} must be a list or text")


def value_text(value: object, where: str) -> str:
    """A value of a variable: text; numbers are tolerated."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise RefusedError(400, f"{where} must be text")
    return str(value)


VARIABLE_TYPES = ("boolean", "string", "double", "integer", "json")
VARIABLE: Shape = {
    "key": required(key),
    "type": required(one_of(*VARIABLE_TYPES)),
    "default_value": required(value_text),
    "description": optional(text, ""),
}
FLAG: Shape = {
    "key": required(key),
    "name": optional(name),
    "description": optional(text, ""),
    "outlier_filtering_enabled": optional(boolean, default=False),
    "owner_user_id": optional(text),
    "team_ids": optional(list_of(text), []),
}
FLAG_CHANGES: Shape = {**FLAG, "custom_fields": optional(map_of(anything), {})}
VARIATION: Shape = {
    "key": required(key),
    "name": required(name),
    "description": optional(text, ""),
    "variables": optional(map_of(partial({"value": required(value_text)})), {}),
}
_SUB_METRIC = {name: optional(anything) for name in ("aggregator", "event_id", "event_type", "field", "role", "scope")}
METRIC: Shape = {
    "aggregator": required(one_of("unique", "count", "sum", "ratio")),
    "winning_direction": required(one_of("increasing", "decreasing")),
    "scope": optional(one_of("session", "visitor", "event"), "visitor"),
    "event_id": optional(integer),
    "event_type": optional(text),
    "field": optional(one_of("revenue", "value")),
    "display_title": optional(text),
    "display_unit": optional(text),
    "event_properties": optional(anything),
    "id": optional(text),
    "metrics": optional(list_of(record(_SUB_METRIC))),
    "project_id": optional(integer),
    "visibility": optional(one_of("account", "experiment", "project")),
}
RULE_TYPES = ("targeted_delivery", "a/b", "multi_armed_bandit", "contextual_multi_armed_bandit")
RULE: Shape = {
    "key": required(key),
    "name": required(name),
    "type": required(one_of(*RULE_TYPES)),
    "description": optional(text, ""),
    "enabled": optional(boolean, default=False),
    "archived": optional(boolean, default=False),
    "percentage_included": optional(basis_points, 0),
    "audience_conditions": optional(conditions, []),
    "variations": optional(
        map_of(partial({"key": optional(key), "percentage_included": optional(basis_points, 0)})), {}
    ),
    "metrics": optional(list_of(record(METRIC)), []),
    "distribution_mode": optional(one_of("manual", "stats_accelerator")),
    "distribution_goal": optional(text),
    "attribute_ids": optional(list_of(integer)),
    "baseline_variation_id": optional(integer),
    "allow_list": optional(map_of(anything), {}),
    "group_rule": optional(anything),
    "status": optional(one_of("draft", "running", "paused", "concluded")),
    "outcome": optional(one_of("positive", "negative", "inconclusive")),
    "comment": optional(text, ""),
    "deployed_variation_key": optional(text, ""),
    "deployed_td_rule_key": optional(text, ""),
    "deployed_td_rule_percentage_included": optional(basis_points, 0),
    "deployed_td_rule_audience_conditions": optional(conditions),
}
_SHARES: Field = optional(map_of(record({"traffic_allocation": required(basis_points)})), {})
GROUP: Shape = {
    "name": required(name),
    "environment_key": required(key),
    "description": optional(text, ""),
    "rules": _SHARES,
}
HOLDOUT: Shape = {
    "key": required(key),
    "name": required(name),
    "description": optional(text, ""),
    "environment_key": optional(key),
    "traffic_allocation": optional(basis_points, 0),
    "audience_conditions": optional(conditions, []),
    "audience_ids": optional(list_of(integer)),
    "metrics": optional(list_of(record(METRIC)), []),
    "scope": optional(one_of("global", "local"), "global"),
    "scope_type": optional(one_of("exclude", "include"), "exclude"),
    "start_time": optional(text),
}
FIELD_TYPES = ("text", "number", "boolean", "link", "label")
CUSTOM_FIELD: Shape = {
    "key": required(key),
    "name": required(name),
    "entity_type": required(one_of("flag")),
    "field_type": required(one_of(*FIELD_TYPES)),
    "description": optional(text, ""),
    "required": optional(boolean, default=False),
}
