"""The kinds of things Optimizely's API manages: their fields, and how they end."""

from __future__ import annotations

from ..shapes import (
    Shape,
    anything,
    basis_points,
    boolean,
    conditions,
    integer,
    list_of,
    map_of,
    name_text,
    number,
    one_of,
    optional,
    partial,
    record,
    required,
    text,
)
from .kind import Kind

_OF_PROJECT = {"project_id": required(integer)}
_DESCRIBED = {"description": optional(text, "")}
_NAMED = {"name": required(name_text), **_DESCRIBED}
_ARCHIVED = {"archived": optional(boolean, default=False)}
_SDK = one_of("android", "android_tv", "ios", "java", "javascript", "node", "php", "python", "ruby", "tv_os")
_ACTIVATION = one_of("immediate", "manual", "polling", "callback", "dom_changed", "url_changed")

_SNIPPET: Shape = {
    "enable_force_variation": optional(boolean, default=False),
    "exclude_disabled_experiments": optional(boolean, default=False),
    "exclude_names": optional(boolean, default=True),
    "include_jquery": optional(boolean, default=True),
    "ip_anonymization": optional(boolean, default=False),
    "ip_filter": optional(text),
    "library": optional(
        one_of("jquery-1.11.3-trim", "jquery-1.11.3-full", "jquery-1.6.4-trim", "jquery-1.6.4-full", "none"),
        "jquery-1.11.3-trim",
    ),
    "project_javascript": optional(text),
    "visitor_id_locator_name": optional(text),
    "visitor_id_locator_type": optional(one_of("cookie", "query", "localStorage", "js")),
}
PROJECT = Kind(
    "project",
    {
        **_NAMED,
        "confidence_threshold": optional(number, 0.9),
        "dcp_service_id": optional(integer),
        "is_flags_enabled": optional(boolean, default=False),
        "platform": optional(one_of("web", "ios", "android", "custom"), "web"),
        "sdks": optional(list_of(_SDK), []),
        "status": optional(one_of("active", "archived"), "active"),
        "third_party_platform": optional(one_of("salesforce")),
        "web_snippet": optional(
            partial(_SNIPPET), {name: one.default for name, one in _SNIPPET.items() if one.default is not None}
        ),
    },
    {"is_classic": False},
)
ATTRIBUTE = Kind(
    "attribute",
    {**_OF_PROJECT, **_DESCRIBED, **_ARCHIVED, "key": required(name_text), "name": optional(text)},
    {"condition_type": "custom_attribute"},
    times=("last_modified",),
)
LIST_ATTRIBUTE = Kind(
    "list_attribute",
    {
        **_OF_PROJECT,
        **_NAMED,
        **_ARCHIVED,
        "key_field": required(name_text),
        "list_content": optional(text, ""),
        "list_type": optional(one_of("cookies", "query_parameters", "zip_codes", "js_variables"), "cookies"),
    },
)
_CATEGORY = {"category": optional(text, "other")}
_EVENT_SHOWN = {"is_classic": False, "is_editable": True}
CUSTOM_EVENT = Kind(
    "event",
    {
        **_DESCRIBED,
        **_ARCHIVED,
        **_CATEGORY,
        "key": required(name_text),
        "name": optional(text),
        "event_type": optional(one_of("custom"), "custom"),
        "event_properties": optional(
            list_of(
                record({"name": optional(text), "data_type": optional(one_of("boolean", "number", "string"), "string")})
            ),
            [],
        ),
    },
    _EVENT_SHOWN,
    times=("created",),
)
IN_PAGE_EVENT = Kind(
    "event",
    {
        **_NAMED,
        **_ARCHIVED,
        **_CATEGORY,
        "key": optional(text),
        "event_type": required(one_of("click")),
        "config": optional(record({"selector": required(name_text)})),
        "page_id": optional(integer),
        "variation_specific": optional(boolean),
    },
    _EVENT_SHOWN,
    times=("created",),
)
AUDIENCE = Kind(
    "audience",
    {
        **_OF_PROJECT,
        **_DESCRIBED,
        **_ARCHIVED,
        "name": optional(text),
        "conditions": optional(conditions),
        "is_classic": optional(boolean, default=False),
        "for_journey": optional(boolean, default=False),
        "segmentation": optional(boolean, default=False),
    },
    {"experiment_count": 0},
)

_RULE: Shape = {
    "audience_conditions": optional(conditions),
    "audience_ids": optional(list_of(integer)),
    "enabled": optional(boolean, default=False),
    "percentage_included": optional(basis_points, 0),
    "variable_values": optional(map_of(text)),
}
VARIABLE: Shape = {
    **_DESCRIBED,
    **_ARCHIVED,
    "key": required(name_text),
    "type": required(one_of("boolean", "string", "double", "integer", "json")),
    "default_value": required(text),
    "id": optional(integer),
}
FEATURE = Kind(
    "feature",
    {
        **_OF_PROJECT,
        **_DESCRIBED,
        **_ARCHIVED,
        "key": required(name_text),
        "name": optional(text),
        "environments": optional(map_of(record({"rollout_rules": required(list_of(record(_RULE)))})), {}),
        "variables": optional(list_of(partial(VARIABLE)), []),
    },
)

_SHARED_CHANGE: Shape = {
    "type": required(one_of("custom_code", "custom_css")),
    "value": required(text),
    "name": optional(text),
    "selector": optional(text),
    "async": optional(boolean, default=False),
    "dependencies": optional(list_of(text), []),
    "id": optional(text),
}
_AGGREGATOR = one_of("unique", "count", "sum", "bounce", "exit", "ratio")
_SCOPE = one_of("session", "visitor", "event")
_METRIC: Shape = {
    "aggregator": optional(_AGGREGATOR, "unique"),
    "display_title": optional(text),
    "event_id": optional(integer),
    "event_properties": optional(anything),
    "field": optional(one_of("revenue", "value")),
    "metrics": optional(
        list_of(
            record(
                {
                    "aggregator": optional(one_of("unique", "count", "sum"), "unique"),
                    "event_id": optional(integer),
                    "event_type": optional(one_of("custom", "click", "pageview")),
                    "field": optional(one_of("revenue", "value")),
                    "scope": optional(_SCOPE, "visitor"),
                }
            )
        )
    ),
    "scope": optional(_SCOPE, "visitor"),
    "time_window": optional(text),
    "winning_direction": optional(one_of("increasing", "decreasing"), "increasing"),
}
_TARGETING: Shape = {
    "edit_url": required(text),
    "activation_code": optional(text),
    "activation_type": optional(_ACTIVATION, "immediate"),
    "conditions": optional(conditions),
    "key": optional(text),
}
_ACTION: Shape = {
    "page_id": required(integer),
    "changes": optional(list_of(map_of(anything)), []),
    "share_link": optional(text),
}
VARIATION: Shape = {
    **_DESCRIBED,
    "weight": required(basis_points),
    "actions": optional(list_of(record(_ACTION)), []),
    "archived": optional(boolean, default=False),
    "feature_enabled": optional(boolean),
    "key": optional(text),
    "name": optional(text),
    "status": optional(one_of("active", "paused", "archived"), "active"),
    "variable_values": optional(map_of(text)),
    "variation_id": optional(integer),
}
_VARIATIONS = {"variations": optional(list_of(partial(VARIATION)), [])}
_SCHEDULE: Shape = {"start_time": optional(text), "stop_time": optional(text), "time_zone": optional(text, "UTC")}
_RUN: Shape = {
    **_OF_PROJECT,
    **_DESCRIBED,
    "name": optional(text),
    "changes": optional(list_of(record(_SHARED_CHANGE)), []),
    "holdback": optional(basis_points, 0),
    "metrics": optional(list_of(record(_METRIC)), []),
    "page_ids": optional(list_of(integer), []),
    "url_targeting": optional(record(_TARGETING)),
}
_RUN_SHOWN = {"status": "not_started"}
EXPERIMENT = Kind(
    "experiment",
    {
        **_RUN,
        **_VARIATIONS,
        "audience_conditions": optional(conditions, "everyone"),
        "campaign_id": optional(integer),
        "environments": optional(
            map_of(record({"status": required(one_of("running", "paused", "not_started", "archived"))})), {}
        ),
        "feature_id": optional(integer),
        "feature_key": optional(text),
        "feature_name": optional(text),
        "key": optional(text),
        "multivariate_traffic_policy": optional(one_of("full_factorial")),
        "schedule": optional(record(_SCHEDULE)),
        "traffic_allocation": optional(basis_points, 10_000),
        "type": optional(one_of("a/b", "feature", "multivariate", "personalization", "multiarmed_bandit"), "a/b"),
        "whitelist": optional(list_of(record({"user_id": optional(text), "variation_id": optional(integer)})), []),
    },
    {**_RUN_SHOWN, "allocation_policy": "manual", "is_classic": False},
    refuses_twice=True,
)
CAMPAIGN = Kind(
    "campaign",
    {
        **_RUN,
        "custom_field_values": optional(map_of(anything), {}),
        "experiment_priorities": optional(list_of(list_of(integer)), []),
        "for_journey": optional(boolean, default=False),
        "journey_id": optional(text),
        "type": optional(one_of("personalization", "other"), "personalization"),
    },
    _RUN_SHOWN,
    refuses_twice=True,
)
SECTION = Kind(
    "section",
    {**_DESCRIBED, **_ARCHIVED, "name": optional(text), "variations": required(list_of(partial(VARIATION)))},
    times=(),
)
PAGE = Kind(
    "page",
    {
        **_OF_PROJECT,
        **_ARCHIVED,
        "name": required(name_text),
        "edit_url": required(name_text),
        "activation_code": optional(text),
        "activation_type": optional(_ACTIVATION, "immediate"),
        "category": optional(
            one_of(
                *("article", "cart", "category", "checkout", "home", "landing_page", "pricing", "product_detail"),
                *("search_results", "other"),
            ),
            "other",
        ),
        "conditions": optional(conditions),
        "key": optional(text),
        "page_type": optional(one_of("single_url", "url_set", "global"), "single_url"),
    },
    {"single_use": False},
    refuses_twice=True,
)
ENVIRONMENT = Kind(
    "environment",
    {
        **_OF_PROJECT,
        **_NAMED,
        **_ARCHIVED,
        "key": required(name_text),
        "has_restricted_permissions": optional(boolean, default=False),
        "priority": optional(integer, 1),
    },
    {"is_primary": False},
)
GROUP = Kind(
    "group",
    {
        **_OF_PROJECT,
        **_NAMED,
        **_ARCHIVED,
        "entities": optional(
            list_of(
                record(
                    {
                        "id": required(integer),
                        "kind": required(one_of("Campaign", "Experiment")),
                        "weight": required(basis_points),
                    }
                )
            ),
            [],
        ),
    },
)
_INPUTS = one_of(
    *("selector", "text", "multi_text", "rich_text", "number", "html", "css", "js", "toggle", "dropdown"),
    *("multi_select", "image", "color", "slider"),
)
_CHOICES = record({"choices": optional(list_of(record({"label": optional(text), "value": optional(text)})), [])})
EXTENSION = Kind(
    "extension",
    {
        **_OF_PROJECT,
        **_NAMED,
        **_ARCHIVED,
        "edit_url": required(text),
        "enabled": optional(boolean, default=False),
        "fields": optional(
            list_of(
                record(
                    {
                        "api_name": required(name_text),
                        "default_value": required(text),
                        "field_type": required(_INPUTS),
                        "label": required(text),
                        "options": optional(_CHOICES),
                    }
                )
            ),
            [],
        ),
        "implementation": required(
            record({name: optional(text, "") for name in ("apply_js", "css", "html", "reset_js")})
        ),
    },
    {"experiment_count": 0},
)
WEBHOOK = Kind(
    "webhook",
    {
        **{name: required(name_text) for name in ("name", "url")},
        "description": required(text),
        "events": required(list_of(text)),
    },
    {"active": True},
    archives=False,
)
SUBJECT_ACCESS_REQUEST = Kind(
    "subject_access_request",
    {
        "data_type": required(one_of("user", "visitor")),
        "identifier": required(name_text),
        "identifier_type": required(one_of("email", "optimizely_end_user_id", "dcp_id", "fullstack_id", "other")),
        "request_type": required(one_of("access", "delete")),
    },
    {"status": "pending"},
    times=(),
    parameter="request_id",
)

SCHEDULED_JOB = Kind(
    "scheduled_job",
    {
        **_OF_PROJECT,
        **_ARCHIVED,
        "campaign_ids": optional(list_of(integer), []),
        "experiment_ids": optional(list_of(integer), []),
        "frequency": required(one_of("daily", "weekly")),
        "job_type": required(one_of("project_results")),
        "output_channels": optional(map_of(list_of(text)), {}),
    },
    times=(),
    parameter="job_id",
)
KINDS = (
    *(PROJECT, ATTRIBUTE, LIST_ATTRIBUTE, CUSTOM_EVENT, AUDIENCE, FEATURE, EXPERIMENT, CAMPAIGN, SECTION, PAGE),
    *(ENVIRONMENT, GROUP, EXTENSION, WEBHOOK, SUBJECT_ACCESS_REQUEST, SCHEDULED_JOB),
)
