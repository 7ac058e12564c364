"""What the vendor's documentation rules out, each rule a function of the fields that are about to be sent.

Fields come as JSON; one that is not given is not looked at, unless it is required.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any, cast

from ...errors import InvalidRequestError
from ...options import is_whole_number

Fields = Mapping[str, Any]

WHOLE_TRAFFIC = 10_000
"""Shares of the traffic are basis points: this is 100 percent."""

CLICK, CUSTOM_EVENT, PAGEVIEW = 0, 1, 3
_GOAL_TYPES = {CLICK: "click", CUSTOM_EVENT: "custom event", 2: "engagement", PAGEVIEW: "pageview", 4: "revenue"}
_REQUIRED_BY_TYPE = {
    CLICK: ("selector", "target_to_experiments"),
    CUSTOM_EVENT: ("event",),
    PAGEVIEW: ("urls", "url_match_types"),
}
_URL_MATCH_TYPES = {1: "exact", 2: "regular expression", 3: "simple", 4: "substring"}

_STATUSES = ("Running", "Paused", "Not started", "Archived")
_ACTIVATION_MODES = ("immediate", "manual", "conditional")
_MATCH_TYPES = ("simple", "exact", "regex", "substring")

_LARGEST_LIST = 5_000_000
_LONGEST_VALUE = 100


def project(fields: Fields) -> None:
    """A project is Active or Archived."""
    _one_of(fields, "project_status", ("Active", "Archived"))


def experiment(fields: Fields) -> None:
    """Known status and activation, a share of the traffic between none and all, an A/B test, complete conditions."""
    _one_of(fields, "status", _STATUSES)
    _one_of(fields, "activation_mode", _ACTIVATION_MODES)
    _share(fields, "percentage_included")
    experiment_type(fields.get("experiment_type", "ab"))
    for index, condition in enumerate(fields.get("url_conditions") or ()):
        _url_condition(f"url_conditions[{index}]", condition)


def experiment_type(kind: object) -> None:
    """Multivariate and multipage tests can neither be created nor changed through the API."""
    if kind not in ("ab", None):
        raise InvalidRequestError(f"only experiments of type 'ab' can be created or changed, not {kind!r}")


def _url_condition(where: str, condition: Any) -> None:
    fields = cast("Fields", condition if isinstance(condition, Mapping) else {})
    if not isinstance(fields.get("value"), str):
        raise InvalidRequestError(f"{where} needs a value: the URL to compare with")
    _one_of(fields, "match_type", _MATCH_TYPES, where)


def variation(fields: Fields) -> None:
    """A weight is between 0 and 10000 basis points."""
    _share(fields, "weight")


def schedule(fields: Fields) -> None:
    """A schedule has a start time, a stop time or both."""
    if fields.get("start_time") is None and fields.get("stop_time") is None:
        raise InvalidRequestError("a schedule needs a start_time, a stop_time or both")
    for name in ("start_time", "stop_time"):
        moment = fields.get(name)
        if moment is not None and not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", str(moment)):
            raise InvalidRequestError(f"{name} must be a point in time in UTC like 2015-01-01T08:00:00Z: {moment!r}")


def new_goal(fields: Fields) -> None:
    """Only click, custom event and pageview goals can be created, each with the fields of its type."""
    kind = fields["goal_type"]
    if kind not in tuple(_REQUIRED_BY_TYPE) or isinstance(kind, bool):
        creatable = ", ".join(f"{code} ({_GOAL_TYPES[code]})" for code in _REQUIRED_BY_TYPE)
        raise InvalidRequestError(f"goal_type must be one of {creatable} to create a goal, not {kind!r}")
    complete_goal(fields)
    goal(fields)


def goal(fields: Fields) -> None:
    """Known codes, and one match type for every URL."""
    _one_of(fields, "goal_type", _GOAL_TYPES)
    for urls, match_types in (("urls", "url_match_types"), ("target_urls", "target_url_match_types")):
        _match_types(fields, urls, match_types)


def complete_goal(fields: Fields) -> None:
    """A goal has the fields that its type needs."""
    kind = fields["goal_type"]
    required = [name for code, names in _REQUIRED_BY_TYPE.items() if code == kind for name in names]
    if kind == CLICK and fields.get("target_to_experiments") is False:
        required += ["target_urls", "target_url_match_types"]
    if missing := [name for name in required if fields.get(name) in (None, "")]:
        raise InvalidRequestError(f"a {_GOAL_TYPES[kind]} goal needs {' and '.join(missing)}")


def _match_types(fields: Fields, urls_name: str, types_name: str) -> None:
    urls, match_types = fields.get(urls_name), fields.get(types_name)
    for code in match_types or ():
        if code not in tuple(_URL_MATCH_TYPES) or isinstance(code, bool):
            known = ", ".join(f"{known} {name}" for known, name in _URL_MATCH_TYPES.items())
            raise InvalidRequestError(f"{types_name} knows {known}, not {code!r}")
    if isinstance(urls, str):
        raise TypeError(f"{urls_name} must be a list of strings, not one str")
    if urls is not None and match_types is not None and len(urls) != len(match_types):
        raise InvalidRequestError(f"{types_name} must have one entry for each of {urls_name}")


def segment(audience_id: int | None, dimension_id: int | None, dimension_value: str | None) -> None:
    """Results are of one audience, or of one value of one dimension, or of all visitors."""
    if (dimension_id is None) != (dimension_value is None):
        raise InvalidRequestError("dimension_id and dimension_value go together")
    if audience_id is not None and dimension_id is not None:
        raise InvalidRequestError("results are of an audience (audience_id) or a dimension (dimension_id), not of both")


def targeting_list(fields: Fields) -> None:
    """A targeting list has a plain name, a known type, and content within the vendor's limits."""
    for name in ("name", "list_content"):
        if not isinstance(fields[name], str):
            raise TypeError(f"{name} must be of type str, not {type(fields[name]).__name__}")
    if not re.fullmatch(r"[A-Za-z0-9_-]+", fields["name"]):
        raise InvalidRequestError(f"name must be of letters, digits, hyphens and underscores: {fields['name']!r}")
    _one_of(fields, "list_type", (1, 2, 3))
    _one_of(fields, "format", ("csv",))
    content = fields["list_content"]
    if len(content.encode()) > _LARGEST_LIST:
        raise InvalidRequestError(f"list_content must not be larger than {_LARGEST_LIST:,} bytes")
    # The vendor limits "rows", and its own examples hold all values in one: what is meant can only be values.
    values = enumerate(re.split(r"[,\r\n]+", content), 1)
    too_long = next((number for number, value in values if len(value) > _LONGEST_VALUE), None)
    if too_long:
        raise InvalidRequestError(f"value {too_long} of list_content has more than {_LONGEST_VALUE} characters")


def _share(fields: Fields, name: str) -> None:
    if name not in fields:
        return
    share = fields[name]
    if not is_whole_number(share) or not 0 <= share <= WHOLE_TRAFFIC:
        raise InvalidRequestError(f"{name} is in basis points, a whole number from 0 to {WHOLE_TRAFFIC}, not {share!r}")


def _one_of(fields: Fields, name: str, allowed: Collection[object], where: str | None = None) -> None:
    if name in fields and (fields[name] not in tuple(allowed) or isinstance(fields[name], bool)):
        place = f"{where}.{name}" if where else name
        raise InvalidRequestError(f"{place} must be one of {', '.join(map(repr, allowed))}, not {fields[name]!r}")
