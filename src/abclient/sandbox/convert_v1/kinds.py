"""The kinds of things Convert's API manages, and the fields that may be sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..shapes import (
    Reader,
    Shape,
    boolean,
    day,
    integer,
    list_of,
    number,
    one_of,
    optional,
    partial,
    record,
    required,
    text,
)
from ..vendor import RefusedError

STATUSES = ("draft", "active", "paused", "completed", "scheduled", "archived")
TYPES = ("a/b", "a/a", "mvt", "split_url", "personalization")


@dataclass(frozen=True)
class Kind:
    """One kind of thing.

    Attributes:
        name: its name, also of its path parameter.
        identifier: the field that has its id.
        shape: the fields that may be sent.
        searched: the fields that a list's ``search`` looks through.
        key: makes the shown id from the one it is kept under.
        shown: fields that only the vendor sets, as a new one has them.
    """

    name: str
    identifier: str
    shape: Shape
    searched: tuple[str, ...]
    key: Callable[[str], object] = str
    shown: Mapping[str, Any] = field(default_factory=dict[str, Any])


def _as_sent(reader: Reader) -> Reader:
    """Check a value and keep it as it was sent, with whatever else is in it."""

    def read(value: object, where: str) -> object:
        reader(value, where)
        return value

    return read


def _between(least: float, most: float, reader: Reader) -> Reader:
    def read(value: object, where: str) -> Any:
        found = reader(value, where)
        if not least <= found <= most:
            raise RefusedError(400, f"{where} must be between {least} and {most}")
        return found

    return read


_SWITCH = _between(0, 1, integer)
_RULE = record(
    {
        "rule_type": required(text),
        "matching": optional(partial({"match_type": optional(text), "negated": optional(boolean)})),
        "value": optional(text),
    }
)
_RULES = _as_sent(
    partial(
        {
            "OR": optional(
                list_of(partial({"AND": optional(list_of(partial({"OR_WHEN": optional(list_of(_RULE))})))})), []
            )
        }
    )
)
_AMOUNTS = (
    *("min_order_value", "max_order_value", "min_running_time", "min_variation_visitors"),
    *("min_variation_conversions", "tested_visitors_quota", "max_variation_visitors"),
)
_REPORTING: Shape = {
    **{name: optional(number) for name in _AMOUNTS},
    "curency_symbol": optional(text),
    "blocked_ips": optional(list_of(text)),
}
PROJECT = Kind(
    "project",
    "id",
    {
        "name": optional(text, "Untitled project"),
        "status": optional(text, "active"),
        "reporting_settings": optional(partial(_REPORTING), {"curency_symbol": "$", "blocked_ips": []}),
        "include_jquery": optional(_SWITCH, 1),
        "allow_crossdomain_tracking": optional(_SWITCH, 0),
        "data_anonymization": optional(_SWITCH, 0),
        "websites": optional(list_of(text), []),
        "global_javascript": optional(text, ""),
    },
    ("name",),
)
VARIATION: Shape = {
    "id": optional(text),
    "name": optional(text),
    "url": optional(text),
    "js": optional(text),
    "customjs": optional(text),
    "css": optional(text),
    "percentage": optional(_between(0, 100, number)),
}
_REFERENCE = record({"id": required(text), "name": optional(text)})
_AREA = _as_sent(partial({"include": optional(list_of(_RULE)), "exclude": optional(list_of(_RULE))}))
EXPERIENCE = Kind(
    "experience",
    "id",
    {
        "name": optional(text, "Untitled experience"),
        "experience_description": optional(text, ""),
        "experience_type": optional(one_of(*TYPES), "a/b"),
        "experience_status": optional(one_of(*STATUSES), "draft"),
        "start_time": optional(number, 0),
        "end_time": optional(number, 0),
        "global_js": optional(text, ""),
        "editor_url": optional(text, ""),
        "keep_winner": optional(boolean, default=False),
        "stop_looser": optional(boolean, default=False),
        **{
            name: optional(number, 0)
            for name in ("minrun", "maxrun", "minordv", "maxordv", "minconv", "minvis", "maxvis")
        },
        "confidence": optional(_between(0, 100, number), 95),
        "site_area": optional(_AREA, {"include": [], "exclude": []}),
        "goals": optional(list_of(_REFERENCE), []),
        "audiences": optional(list_of(_REFERENCE), []),
        "variations": optional(
            list_of(
                partial({"variation": optional(partial(VARIATION)), "percentage": optional(_between(0, 100, number))})
            ),
            [],
        ),
    },
    ("name", "experience_description"),
)
_GOAL_TYPES = (
    *("advanced", "DOM_interaction", "visits_page", "revenue", "clicks_link", "submits_form", "clicks_element"),
    *("dom_interaction", "scroll_percentage", "ga_import", "code_trigger"),
)
GOAL = Kind(
    "goal",
    "goal_id",
    {
        "goal_name": optional(text, "Untitled goal"),
        "description": optional(text, ""),
        "triggering_rule": optional(_RULES, {"OR": []}),
        "goal_type": optional(one_of(*_GOAL_TYPES), "advanced"),
        "dom_interaction": optional(list_of(record({"selector": required(text), "event": required(text)})), []),
    },
    ("goal_name", "description"),
)
_SCORE = _between(1, 5, integer)
HYPOTHESIS = Kind(
    "hypothesis",
    "id",
    {
        "name": optional(text, "Untitled hypothesis"),
        "objective": optional(text, ""),
        "prioritization_score": optional(_between(0, 5, number)),
        "prioritization_score_type": optional(one_of("PIE", "ICE"), "PIE"),
        "prioritization_score_attributes": optional(
            partial({name: optional(_SCORE) for name in ("potential", "importance", "ease", "impact", "confidence")})
        ),
        "status": optional(one_of(*STATUSES), "draft"),
        "start_date": optional(day),
        "end_date": optional(day),
        "tags": optional(list_of(partial({"id": optional(integer), "name": optional(text)})), []),
        "summary": optional(text, ""),
    },
    ("name", "objective"),
    key=int,
)
AUDIENCE = Kind(
    "audience",
    "audience_id",
    {
        "audience_name": optional(text, "Untitled audience"),
        "description": optional(text, ""),
        "firing_rule": optional(_RULES, {"OR": []}),
        "audience_type": optional(text, "permanent"),
        "is_segment": optional(boolean),
    },
    ("audience_name", "description"),
)
KINDS = (PROJECT, EXPERIENCE, GOAL, HYPOTHESIS, AUDIENCE)
