"""The kinds of things Convert's API v2 manages: what may be sent, what is optional and what can be expanded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..shapes import (
    Field,
    Reader,
    Shape,
    anything,
    boolean,
    integer,
    list_of,
    map_of,
    name_text,
    number,
    one_of,
    optional,
    partial,
    required,
    text,
)
from ..vendor import RefusedError

EXPERIENCE_TYPES = ("a/b", "a/a", "mvt", "split_url", "multipage", "deploy", "a/b_fullstack", "feature_rollout")
STATUSES = ("draft", "active", "paused", "completed", "scheduled", "archived")
GOAL_TYPES = (
    *("advanced", "visits_page", "revenue", "clicks_link", "submits_form", "clicks_element", "dom_interaction"),
    *("scroll_percentage", "ga_import", "code_trigger"),
)
HYPOTHESIS_STATUSES = ("applied", "archived", "completed", "draft", "proven", "disproven")
CHANGE_TYPES = (
    *("richStructure", "customCode", "defaultCode", "defaultCodeMultipage", "defaultRedirect", "fullStackFeature"),
)
_STATES = one_of("active", "archived")


@dataclass(frozen=True)
class Kind:
    """One kind of thing.

    Attributes:
        name: its name, also of its path parameter.
        shape: the fields that may be sent.
        shown: fields that only the vendor sets, as a new one has them.
        optional: fields that are left out unless they are included.
        expandable: fields that hold ids, and the kind that these are of.
        searched: the fields that a list's ``search`` looks through.
        sorts: what a list can be sorted by.
        wraps: whether a single one is within ``data``.
    """

    name: str
    shape: Shape
    shown: Mapping[str, Any] = field(default_factory=dict[str, Any])
    optional: frozenset[str] = frozenset()
    expandable: Mapping[str, str] = field(default_factory=dict[str, str])
    searched: tuple[str, ...] = ("name", "description")
    sorts: tuple[str, ...] = ("id", "name", "status", "key")


def between(least: float, most: float, reader: Reader = number) -> Reader:
    """A number in a range."""

    def read(value: object, where: str) -> Any:
        found = reader(value, where)
        if not least <= found <= most:
            raise RefusedError(422, f"{where} must be between {least} and {most}")
        return found

    return read


def as_sent(reader: Reader) -> Reader:
    """Check a value and keep it as it was sent, with whatever else is in it."""

    def read(value: object, where: str) -> object:
        reader(value, where)
        return value

    return read


def _free(*names: str) -> dict[str, Field]:
    return {name: optional(anything) for name in names}


_ELEMENT = partial({"rule_type": required(text), "key": optional(text), "matching": optional(partial({}))})
RULES = as_sent(
    partial(
        {
            "OR": optional(
                list_of(partial({"AND": optional(list_of(partial({"OR_WHEN": optional(list_of(_ELEMENT))})))}))
            )
        }
    )
)
_OBJECT = as_sent(partial({}))
_NAMED: Shape = {"name": required(name_text), "description": optional(text, "")}
_LABELED: Shape = {**_NAMED, "status": optional(_STATES, "active"), "selected_default": optional(boolean)}

PROJECT = Kind(
    "project",
    {
        "name": required(name_text),
        "project_type": optional(one_of("web", "fullstack"), "web"),
        "status": optional(one_of("active", "inactive", "suspended"), "active"),
        "global_javascript": optional(text, ""),
        "reporting_settings": optional(_OBJECT, {"currency_symbol": "$", "primary_metric": "conversion_rate"}),
        "settings": optional(_OBJECT, {"time_zone": "UTC", "utc_offset": 0, "time_format": "24h"}),
        "domains": optional(list_of(anything), []),
        "environments": optional(_OBJECT, {"production": {"label": "Production", "is_default": True}}),
        **{
            name: optional(list_of(anything), [])
            for name in ("default_goals", "default_audiences", "default_locations")
        },
        **_free("integrations_settings", "custom_domain"),
    },
    {"accessRole": "account_manager", "type": "own", "owner_email": "owner@shop.example.com"},
    frozenset({"global_javascript", "domains", "default_goals", "default_audiences", "default_locations", "stats"}),
    sorts=("id", "project_name", "project_type", "status", "active_tests", "used_visitors"),
)
CHANGE: Shape = {
    "id": optional(integer),
    "type": optional(one_of(*CHANGE_TYPES)),
    "data": optional(_OBJECT),
    "concurrency_key": optional(text),
}
VARIATION: Shape = {
    "id": optional(integer),
    "name": optional(text),
    "description": optional(text),
    "key": optional(text),
    "is_baseline": optional(boolean),
    "traffic_distribution": optional(between(0, 100)),
    "status": optional(one_of("stopped", "running")),
    "changes": optional(list_of(partial(CHANGE))),
    "concurrency_key": optional(text),
}
EXPERIENCE = Kind(
    "experience",
    {
        "name": required(name_text),
        "type": required(one_of(*EXPERIENCE_TYPES)),
        "status": required(one_of(*STATUSES)),
        "url": required(text),
        "description": optional(text, ""),
        "key": optional(text),
        "objective": optional(text),
        "start_time": optional(number),
        "end_time": optional(number),
        "global_js": optional(text, ""),
        "global_css": optional(text, ""),
        "primary_goal": optional(integer),
        "settings": optional(_OBJECT),
        "traffic_distribution": optional(between(0, 100), 100),
        **{name: optional(list_of(integer), []) for name in ("goals", "audiences", "locations")},
        "tags": optional(list_of(anything), []),
        "variations": optional(list_of(partial(VARIATION)), []),
        "customizations": optional(list_of(anything)),
        "multipage_pages": optional(list_of(partial({"id": required(text), "name": optional(text)}))),
        "environment": optional(text, "production"),
        "concurrency_key": optional(text),
        **_free("site_area", "integrations", "environments", "version", "screenshots_info"),
    },
    {"version": 4},
    frozenset({"alerts", "goals", "stats", "variations", "audiences", "locations", "collaborators"}),
    {"goals": "goal", "audiences": "audience", "locations": "location", "tags": "tag", "project": "project"},
    ("name", "description", "key"),
    (
        "id",
        "name",
        "key",
        "status",
        "start_time",
        "end_time",
        "primary_goal",
        "environment",
        "conversions",
        "improvement",
    ),
)
GOAL = Kind(
    "goal",
    {
        **_LABELED,
        "key": optional(text),
        "type": required(one_of(*GOAL_TYPES)),
        "settings": optional(_OBJECT),
        "triggering_rule": optional(RULES),
    },
    {"is_system": False},
    frozenset({"triggering_rule", "stats"}),
    sorts=("id", "name", "type", "key", "status", "times_used", "goal_tracking_status"),
)
AUDIENCE = Kind(
    "audience",
    {**_LABELED, "type": required(one_of("segmentation", "permanent", "transient")), "rules": required(RULES)},
    {"preset": False},
    frozenset({"rules", "stats"}),
    sorts=("id", "type", "name", "usage", "status", "key"),
)
_TRIGGER = as_sent(partial({"type": required(one_of("upon_run", "manual", "dom_element", "callback"))}))
LOCATION = Kind(
    "location",
    {**_LABELED, "rules": required(RULES), "trigger": optional(_TRIGGER, {"type": "upon_run"})},
    {"preset": False},
    frozenset({"rules", "trigger", "stats"}),
    sorts=("id", "name", "usage", "status", "key"),
)
_REFERENCE = list_of(anything)
HYPOTHESIS = Kind(
    "hypothesis",
    {
        **_NAMED,
        "status": required(one_of(*HYPOTHESIS_STATUSES)),
        "prioritization_score_type": required(one_of("PIE", "ICE")),
        "prioritization_score_attributes": required(as_sent(map_of(between(1, 5, integer)))),
        "objective": optional(text, ""),
        "summary": optional(text, ""),
        "experiences": optional(list_of(integer), []),
        "tags": optional(_REFERENCE, []),
        **_free("url", "start_date", "end_date", "files"),
    },
    {"created_by": "1001"},
    expandable={"project": "project", "tags": "tag", "experiences": "experience"},
    searched=("name", "objective"),
    sorts=("id", "name", "score", "start_date", "status"),
)
KNOWLEDGE_BASE = Kind(
    "knowledge_base",
    {
        **_NAMED,
        "status": optional(_STATES, "active"),
        "summary": required(name_text),
        "objective": optional(text, ""),
        "experiences": optional(list_of(anything), []),
        "tags": optional(_REFERENCE, []),
        **_free(
            "url", "start_date", "end_date", "files", "prioritization_score_type", "prioritization_score_attributes"
        ),
    },
    {"created_by": "1001"},
    expandable={"project": "project", "tags": "tag"},
    sorts=("name", "updated_at", "status"),
)
OBSERVATION = Kind(
    "observation",
    {
        **_NAMED,
        "status": optional(_STATES, "active"),
        "tags": optional(_REFERENCE, []),
        **_free("url", "images", "files"),
    },
    {"created_by": "1001"},
    expandable={"project": "project", "tags": "tag"},
    sorts=("name", "created_by", "date_added", "status"),
)
TAG = Kind("tag", {"name": required(name_text), "description": optional(text)}, sorts=("id",))
DOMAIN = Kind("domain", {"url": required(name_text)}, {"code_installed": False}, searched=("url",), sorts=("id",))
_VARIABLE = as_sent(partial({"key": required(text), "type": required(text)}))
FEATURE = Kind(
    "feature",
    {
        **_NAMED,
        "key": optional(text),
        "status": optional(_STATES, "active"),
        "variables": required(list_of(_VARIABLE)),
    },
    optional=frozenset({"stats"}),
    searched=("name", "key"),
)
SDK_KEY = Kind(
    "sdk_key",
    {
        "name": required(name_text),
        "environment": required(name_text),
        "status": optional(one_of("enabled", "disabled"), "enabled"),
        "selected_default": optional(boolean),
        "has_secret": optional(boolean, default=True),
    },
)
