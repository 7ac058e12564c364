"""Convert Experiences (REST v2): accounts, projects and what they hold, and reports.

Vendor document: "Convert API" 2.0.0 of August 2026. Ids are whole numbers, times are aware datetimes in UTC, shares of
traffic are percent. Fields that hold an id or, if it is expanded, an object, are typed as both: ``int | Goal``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._lazy import lazy_names

if TYPE_CHECKING:
    from ._reading import id_of, ids_of
    from .accounts import Account, AccountContents, Accounts
    from .audiences import Audience, Audiences
    from .client import Convert
    from .domains import Domain, Domains, SdkKey, SdkKeys
    from .experiences import Experience, Experiences
    from .features import Feature, Features
    from .goals import Goal, Goals
    from .hypotheses import Hypotheses, Hypothesis, KnowledgeBase, KnowledgeBases
    from .locations import Location, Locations
    from .observations import Observation, Observations
    from .projects import Project, ProjectContents, Projects
    from .reports import AggregatedOptions, ReportKey, ReportOptions
    from .sections import Sections
    from .tags import Tag, Tags

__all__ = [
    "Account",
    "AccountContents",
    "Accounts",
    "AggregatedOptions",
    "Audience",
    "Audiences",
    "Convert",
    "Domain",
    "Domains",
    "Experience",
    "Experiences",
    "Feature",
    "Features",
    "Goal",
    "Goals",
    "Hypotheses",
    "Hypothesis",
    "KnowledgeBase",
    "KnowledgeBases",
    "Location",
    "Locations",
    "Observation",
    "Observations",
    "Project",
    "ProjectContents",
    "Projects",
    "ReportKey",
    "ReportOptions",
    "SdkKey",
    "SdkKeys",
    "Sections",
    "Tag",
    "Tags",
    "id_of",
    "ids_of",
]

if not TYPE_CHECKING:  # type checkers see the names above, and would accept any other
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "_reading": ("id_of", "ids_of"),
            "accounts": ("Account", "AccountContents", "Accounts"),
            "audiences": ("Audience", "Audiences"),
            "client": ("Convert",),
            "domains": ("Domain", "Domains", "SdkKey", "SdkKeys"),
            "experiences": ("Experience", "Experiences"),
            "features": ("Feature", "Features"),
            "goals": ("Goal", "Goals"),
            "hypotheses": ("Hypotheses", "Hypothesis", "KnowledgeBase", "KnowledgeBases"),
            "locations": ("Location", "Locations"),
            "observations": ("Observation", "Observations"),
            "projects": ("Project", "ProjectContents", "Projects"),
            "reports": ("AggregatedOptions", "ReportKey", "ReportOptions"),
            "sections": ("Sections",),
            "tags": ("Tag", "Tags"),
        },
    )
