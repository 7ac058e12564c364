"""Optimizely (REST API v2): everything of its Web, Full Stack and Personalization products that the API manages.

``models`` holds the bodies to create and update things with, such as ``models.ExperimentCreate``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from abclient_api.optimizely import models

from ..._lazy import lazy_names

if TYPE_CHECKING:
    from ._results import ByVariation, Csv, ExperimentSlice, Segment, Slice, by_variation
    from .account import (
        Collaborators,
        ScheduledJob,
        ScheduledJobs,
        SubjectAccessRequest,
        SubjectAccessRequests,
    )
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
    "Collaborators",
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
    "ScheduledJob",
    "ScheduledJobs",
    "Section",
    "Sections",
    "Segment",
    "Slice",
    "SubjectAccessRequest",
    "SubjectAccessRequests",
    "Webhook",
    "Webhooks",
    "by_variation",
    "models",
]

if not TYPE_CHECKING:  # type checkers see the names above, and would accept any other
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "_results": ("ByVariation", "Csv", "ExperimentSlice", "Segment", "Slice", "by_variation"),
            "account": (
                *("Collaborators", "ScheduledJob", "ScheduledJobs"),
                *("SubjectAccessRequest", "SubjectAccessRequests"),
            ),
            "campaigns": ("Campaign", "Campaigns"),
            "client": ("Optimizely",),
            "experiments": ("Experiment", "Experiments", "Section", "Sections"),
            "features": ("Extension", "Extensions", "Feature", "Features", "Group", "Groups"),
            "projects": ("Environment", "Environments", "Project", "Projects", "Webhook", "Webhooks"),
            "targeting": (
                *("Attribute", "Attributes", "Audience", "Audiences", "Event", "Events"),
                *("ListAttribute", "ListAttributes", "Page", "Pages"),
            ),
        },
    )
