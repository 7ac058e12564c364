"""Convert Experiences (REST v1): projects, experiences, goals, hypotheses, audiences and reports, with signed requests.

Vendor document: "Convert API (1.0.0 - Deprecated)", all of its 25 operations. The available copy shows bodies and
responses, but neither methods nor paths. Five of those are known from a public caller: listing projects, listing
goals, and listing, getting and adding audiences. All others follow their pattern and are marked as inferred in
``specs/convert_v1.yaml``, where each path stands once.

Ids are strings, except those of hypotheses and tags. Times are aware datetimes in UTC, shares of traffic are percent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._lazy import lazy_names

if TYPE_CHECKING:
    from .audiences import Audience, Audiences, AudienceType
    from .client import ConvertV1
    from .experiences import Experience, Experiences, ExperienceType, Status
    from .goals import Goal, Goals, GoalType
    from .hypotheses import Hypotheses, Hypothesis, PriorityModel
    from .projects import Project, ProjectContents, Projects
    from .reports import ReportKey, Reports

__all__ = [
    "Audience",
    "AudienceType",
    "Audiences",
    "ConvertV1",
    "Experience",
    "ExperienceType",
    "Experiences",
    "Goal",
    "GoalType",
    "Goals",
    "Hypotheses",
    "Hypothesis",
    "PriorityModel",
    "Project",
    "ProjectContents",
    "Projects",
    "ReportKey",
    "Reports",
    "Status",
]

if not TYPE_CHECKING:  # type checkers see the names above, and would accept any other
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "audiences": ("Audience", "Audiences", "AudienceType"),
            "client": ("ConvertV1",),
            "experiences": ("Experience", "Experiences", "ExperienceType", "Status"),
            "goals": ("Goal", "Goals", "GoalType"),
            "hypotheses": ("Hypotheses", "Hypothesis", "PriorityModel"),
            "projects": ("Project", "ProjectContents", "Projects"),
            "reports": ("ReportKey", "Reports"),
        },
    )
