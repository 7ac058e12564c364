"""Optimizely (REST API v2): everything of its Web, Full Stack and Personalization products that the API manages.

``models`` holds the bodies to create and update things with, such as ``models.ExperimentCreate``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from abclient_api.optimizely import models

if TYPE_CHECKING:
    from ._results import ByVariation, Csv, ExperimentSlice, Slice, by_variation
    from .account import SubjectAccessRequest, SubjectAccessRequests
    from .campaigns import Campaign, Campaigns
    from .client import Optimizely
    from .experiments import Experiment, Experiments, Section, Sections
    from .features import Extension, Extensions, Feature, Features, Group, Groups
    from .projects import Environment, Environments, Project, Projects, Webhook, Webhooks
    from .targeting import (
        Attribute,
        Attributes,
        Audience,
        Audiences,
        Event,
        Events,
        ListAttribute,
        ListAttributes,
        Page,
        Pages,
    )

__all__ = [
    "Attribute",
    "Attributes",
    "Audience",
    "Audiences",
    "ByVariation",
    "Campaign",
    "Campaigns",
    "Csv",
    "Environment",
    "Environments",
    "Event",
    "Events",
    "Experiment",
    "ExperimentSlice",
    "Experiments",
    "Extension",
    "Extensions",
    "Feature",
    "Features",
    "Group",
    "Groups",
    "ListAttribute",
    "ListAttributes",
    "Optimizely",
    "Page",
    "Pages",
    "Project",
    "Projects",
    "Section",
    "Sections",
    "Slice",
    "SubjectAccessRequest",
    "SubjectAccessRequests",
    "Webhook",
    "Webhooks",
    "by_variation",
    "models",
]

_HOMES = {
    "_results": ("ByVariation", "Csv", "ExperimentSlice", "Slice", "by_variation"),
    "account": ("SubjectAccessRequest", "SubjectAccessRequests"),
    "campaigns": ("Campaign", "Campaigns"),
    "client": ("Optimizely",),
    "experiments": ("Experiment", "Experiments", "Section", "Sections"),
    "features": ("Extension", "Extensions", "Feature", "Features", "Group", "Groups"),
    "projects": ("Environment", "Environments", "Project", "Projects", "Webhook", "Webhooks"),
    "targeting": (
        *("Attribute", "Attributes", "Audience", "Audiences", "Event", "Events"),
        *("ListAttribute", "ListAttributes", "Page", "Pages"),
    ),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f".{_HOME_OF[name]}", __name__), name)
    globals()[name] = value
    return value
