"""The conditions of an audience: nested lists, checked against the vendor's grammar before they are sent.

::

    ["and", {"type": "browser", "value": "gc"}, ["not", {"type": "visitor", "value": "returning"}]]
"""

from __future__ import annotations

import json
from typing import Any, cast

from ...errors import InvalidRequestError

Conditions = list[Any] | dict[str, Any] | str
"""An operator ("and", "or", "not") and what it joins, in one list, nested as needed; or one condition, an object with
``type`` and, depending on it, ``name``, ``value`` and ``match_type``, all strings; or the JSON text of either."""

_REQUIRED = {
    "browser": ("value",),
    "browser_version": ("value",),
    "campaign": ("value",),
    "code": ("value",),
    "cookies": ("name",),
    "custom_dimension": ("name",),
    "custom_tag": ("name",),
    "device": ("value",),
    "event": ("name",),
    "ip": ("value",),
    "language": ("value",),
    "list": ("name",),
    "location": ("value",),
    "platform": ("value",),
    "query": ("name",),
    "referrer": ("value",),
    "source_type": ("value",),
    "third_party_dimension": ("name", "value"),
    "time_and_day": ("value",),
    "uploaded_data_dimension": ("name", "value"),
    "visitor": ("value",),
}
_MATCH_TYPES = {
    "campaign": ("exists", "exact", "substring", "regex"),
    "cookies": ("exists", "exact", "substring", "regex"),
    "ip": ("exact", "regex", "cidr", "prefix"),
    "referrer": ("simple", "exact", "substring", "regex"),
}


def check(text: object) -> None:
    """Raise InvalidRequestError, which says where and why, unless the JSON text holds conditions.

    Types that the documentation does not know pass: the vendor adds some without notice.
    """
    if not isinstance(text, str):
        raise InvalidRequestError(f"conditions must be a list, an object or JSON text, not {text!r}")
    try:
        document: object = json.loads(text)
        if document != []:
            _check(document, "conditions")
    except json.JSONDecodeError as error:
        raise InvalidRequestError(f"conditions are not JSON: {error}") from error
    except RecursionError:
        raise InvalidRequestError("conditions are nested too deeply") from None


def _check(document: object, where: str) -> None:
    if isinstance(document, list):
        _check_joined(cast("list[object]", document), where)
    elif isinstance(document, dict):
        _check_condition(cast("dict[str, object]", document), where)
    else:
        raise InvalidRequestError(f"{where} must be a list or an object, not {document!r}")


def _check_joined(parts: list[object], where: str) -> None:
    operator = parts[0] if parts else None
    if operator not in ("and", "or", "not"):
        raise InvalidRequestError(f'{where} must start with "and", "or" or "not", not with {operator!r}')
    if len(parts) < 2:
        raise InvalidRequestError(f"{where} has nothing after {operator!r}")
    if operator == "not" and len(parts) > 2:
        raise InvalidRequestError(f'{where}: "not" takes one condition, not {len(parts) - 1}')
    for index, part in enumerate(parts[1:], 1):
        _check(part, f"{where}[{index}]")


def _check_condition(condition: dict[str, object], where: str) -> None:
    for name, value in condition.items():
        if not isinstance(value, str):
            raise InvalidRequestError(f"{where}.{name} must be a string, not {value!r}")
    if "type" not in condition:
        raise InvalidRequestError(f"{where} needs a type")
    kind = str(condition["type"])
    if missing := [name for name in _REQUIRED.get(kind, ()) if name not in condition]:
        raise InvalidRequestError(f"{where}: a condition of type {kind!r} needs {' and '.join(missing)}")
    allowed = _MATCH_TYPES.get(kind)
    if allowed and "match_type" in condition and condition["match_type"] not in allowed:
        raise InvalidRequestError(
            f"{where}.match_type must be one of {', '.join(allowed)}, not {condition['match_type']!r}"
        )
