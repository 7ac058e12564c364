"""What callers send, field by field."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from ..shapes import (
    Field,
    Reader,
    Shape,
    anything,
    basis_points,
    boolean,
    integer,
    is_list,
    is_map,
    list_of,
    map_of,
    one_of,
    optional,
    record,
    required,
    text,
)
from ..vendor import RefusedError
from ..world import Document

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


def rule_type(value: object, where: str) -> str:
    """A type of rules: any word, because the vendor has types that its document does not list."""
    if not isinstance(value, str) or not re.fullmatch("[a-z][a-z_/]*", value):
        raise RefusedError(400, f"{where} must be a type of rules")
    return value


def conditions(value: object, where: str) -> Any:
    """A nested list of conditions, or the same as text; empty for everyone."""
    try:
        found: object = json.loads(value or "[]") if isinstance(value, str) else value
        if is_list(found) and _are_conditions(found):
            return value
    except (ValueError, RecursionError):
        pass
    raise RefusedError(400, f"{where} must be and, or or not, and lists or objects with the integer audience_id")


def _are_conditions(part: object) -> bool:
    if is_list(part):
        return not part or (part[0] in ("and", "or", "not") and all(map(_are_conditions, part[1:])))
    return is_map(part) and isinstance(part.get("audience_id"), int)


def value_text(value: object, where: str) -> str:
    """A value of a variable: text; numbers are tolerated."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise RefusedError(400, f"{where} must be text")
    return str(value)


def check_value(kind: str, value: str, where: str) -> None:
    """Refuse a value of a variable that is not what its type says, written as text."""
    if not _IS_VALUE[kind](value):
        raise RefusedError(400, f"{where} must be {kind} in text, not {value!r}")


def _is_json(value: str) -> bool:
    try:
        json.loads(value)
    except (ValueError, RecursionError):
        return False
    return True


_IS_VALUE: dict[str, Callable[[str], object]] = {
    "boolean": ("true", "false").__contains__,
    "string": lambda value: True,
    "double": re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?").fullmatch,
    "integer": re.compile(r"-?[0-9]+").fullmatch,
    "json": _is_json,
}


def may_have(read: Reader, default: Any = None) -> Field:
    """A field that may be left out, but not be null, which few of the vendor's may be."""
    return Field(read, default=default, nullable=False)


def reset(shape: Shape, own: Document, wanted: Document, where: str = "") -> Document:
    """The document without what a patch took away: that goes back to its default, unless it is required."""
    kept = dict(own)
    for name, field in shape.items():
        if name in own and name not in wanted:
            if field.required:
                raise RefusedError(400, f"{where}{name} is required")
            kept.pop(name)
            kept |= {} if field.default is None else {name: field.fresh()}
    return kept


def check_fields(shape: Shape, body: object, where: str = "") -> None:
    """Refuse fields that the kind does not have, as the vendor does where it makes variations."""
    unknown = sorted(body.keys() - shape.keys()) if is_map(body) else []
    if unknown:
        raise RefusedError(400, f"{where}{unknown[0]}: Unknown field")


VARIABLE_TYPES = ("boolean", "string", "double", "integer", "json")
VARIABLE: Shape = {
    "key": required(key),
    "type": required(one_of(*VARIABLE_TYPES)),
    "default_value": required(text),
    "description": may_have(text, ""),
}
FLAG: Shape = {
    "key": required(key),
    "name": may_have(name),
    "description": may_have(text, ""),
    "outlier_filtering_enabled": may_have(boolean, default=False),
    "owner_user_id": may_have(text),
    "team_ids": may_have(list_of(text), []),
}
FLAG_CHANGES: Shape = {**FLAG, "name": required(name), "custom_fields": may_have(map_of(anything), {})}
VALUE: Shape = {"value": required(value_text)}
VARIATION: Shape = {
    "key": required(key),
    "name": required(name),
    "description": may_have(text, ""),
    "variables": may_have(map_of(record(VALUE)), {}),
}
_SUB_METRIC = {name: optional(anything) for name in ("aggregator", "event_id", "event_type", "field", "role", "scope")}
METRIC: Shape = {
    "aggregator": required(one_of("unique", "count", "sum", "ratio")),
    "winning_direction": required(one_of("increasing", "decreasing")),
    "scope": may_have(one_of("session", "visitor", "event"), "visitor"),
    "event_id": may_have(integer),
    "event_type": may_have(text),
    "field": optional(one_of("revenue", "value")),
    "display_title": may_have(text),
    "display_unit": may_have(text),
    "event_properties": may_have(anything),
    "id": may_have(text),
    "metrics": may_have(list_of(record(_SUB_METRIC))),
    "project_id": may_have(integer),
    "visibility": may_have(one_of("account", "experiment", "project")),
}
_SHARE: Shape = {"key": required(key), "name": may_have(text), "percentage_included": may_have(basis_points)}
_ALLOWED: Shape = {
    "user_id": required(text),
    "variation": required(record({"key": required(key), "name": may_have(text)})),
}
RULE: Shape = {
    "key": required(key),
    "name": required(name),
    "type": required(rule_type),
    "description": may_have(text, ""),
    "enabled": may_have(boolean, default=False),
    "archived": may_have(boolean, default=False),
    "percentage_included": may_have(basis_points, 0),
    "audience_conditions": may_have(conditions, []),
    "variations": may_have(map_of(record(_SHARE)), {}),
    "metrics": may_have(list_of(record(METRIC)), []),
    "distribution_mode": may_have(one_of("manual", "stats_accelerator")),
    "distribution_goal": may_have(text),
    "attribute_ids": may_have(list_of(integer)),
    "baseline_variation_id": optional(integer),
    "allow_list": may_have(map_of(record(_ALLOWED)), {}),
    "group_rule": may_have(anything),
    "status": may_have(one_of("draft", "running", "paused", "concluded")),
    "outcome": may_have(one_of("positive", "negative", "inconclusive")),
    "comment": may_have(text, ""),
    "deployed_variation_key": may_have(text, ""),
    "deployed_td_rule_key": may_have(text, ""),
    "deployed_td_rule_percentage_included": may_have(basis_points, 0),
    "deployed_td_rule_audience_conditions": may_have(conditions),
}
_SHARES: Field = may_have(map_of(record({"traffic_allocation": required(basis_points)})), {})
GROUP: Shape = {
    "name": required(name),
    "environment_key": required(key),
    "description": may_have(text, ""),
    "rules": _SHARES,
}
HOLDOUT: Shape = {
    "key": required(key),
    "name": required(name),
    "description": may_have(text, ""),
    "environment_key": may_have(key),
    "traffic_allocation": may_have(basis_points, 0),
    "audience_conditions": may_have(conditions, []),
    "audience_ids": may_have(list_of(integer)),
    "metrics": may_have(list_of(record(METRIC)), []),
    "scope": may_have(one_of("global", "local"), "global"),
    "scope_type": may_have(one_of("exclude", "include"), "exclude"),
    "start_time": may_have(text),
}
FIELD_TYPES = ("text", "number", "boolean", "link", "label")
CUSTOM_FIELD: Shape = {
    "key": required(key),
    "name": required(name),
    "entity_type": required(one_of("flag")),
    "field_type": required(one_of(*FIELD_TYPES)),
    "description": may_have(text, ""),
    "required": may_have(boolean, default=False),
}
