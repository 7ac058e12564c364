"""Optimizely Feature Experimentation: flags, rulesets, rules and their results, and who may change them when.

Vendor documents: *Feature Experimentation API* (55 operations), *Flags Scheduling API* (5) and *Permission Service*
(9); results come from *REST API v2*. Everything is named by key, except projects, groups, holdouts and custom fields,
which have numbers. Shares are basis points: 10000 is everyone. ``models`` holds what is read and sent, such as
``models.PatchRequestBody``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from abclient_api.optimizely_flags import models

from ..._lazy import lazy_names

if TYPE_CHECKING:
    from ._rules import RuleChanges, RuleFields
    from .client import OptimizelyFlags
    from .custom_fields import CustomField, CustomFields
    from .environments import Environment, Environments
    from .flags import Flag, Flags
    from .groups import Group, Groups
    from .holdouts import Holdout, Holdouts
    from .permissions import Permissions, Team, Teams
    from .project import Project
    from .reports import Report, Reports
    from .rules import Rule, Rules
    from .rulesets import Ruleset, Rulesets, Switches
    from .scheduling import ScheduledChange, Schedules
    from .variables import VariableDefinition, VariableDefinitions
    from .variations import Variation, Variations

__all__ = [
    "CustomField",
    "CustomFields",
    "Environment",
    "Environments",
    "Flag",
    "Flags",
    "Group",
    "Groups",
    "Holdout",
    "Holdouts",
    "OptimizelyFlags",
    "Permissions",
    "Project",
    "Report",
    "Reports",
    "Rule",
    "RuleChanges",
    "RuleFields",
    "Rules",
    "Ruleset",
    "Rulesets",
    "ScheduledChange",
    "Schedules",
    "Switches",
    "Team",
    "Teams",
    "VariableDefinition",
    "VariableDefinitions",
    "Variation",
    "Variations",
    "models",
]

if not TYPE_CHECKING:  # type checkers see the names above, and would accept any other
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "_rules": ("RuleChanges", "RuleFields"),
            "client": ("OptimizelyFlags",),
            "custom_fields": ("CustomField", "CustomFields"),
            "environments": ("Environment", "Environments"),
            "flags": ("Flag", "Flags"),
            "groups": ("Group", "Groups"),
            "holdouts": ("Holdout", "Holdouts"),
            "permissions": ("Permissions", "Team", "Teams"),
            "project": ("Project",),
            "reports": ("Report", "Reports"),
            "rules": ("Rule", "Rules"),
            "rulesets": ("Ruleset", "Rulesets", "Switches"),
            "scheduling": ("ScheduledChange", "Schedules"),
            "variables": ("VariableDefinition", "VariableDefinitions"),
            "variations": ("Variation", "Variations"),
        },
    )
