"""Optimizely Classic (REST v1): projects, experiments and their results, schedules, variations, goals and audiences.

Vendor documents: the readme of the vendor's Python client, all of its calls; for paths, values and targeting lists the
documentation site. Ids are integers. Shares of the traffic are basis points: 10000 is all of it. Times are aware
datetimes in UTC. There is no paging: a list call has one page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._lazy import lazy_names

if TYPE_CHECKING:
    from .audiences import Audience, Audiences
    from .client import OptimizelyClassic
    from .dimensions import Dimension, Dimensions
    from .experiments import Experiment, Experiments
    from .goals import Goal, Goals
    from .projects import Project, Projects
    from .schedules import Schedule, Schedules
    from .stats import Stat
    from .targeting_lists import TargetingList, TargetingLists
    from .variations import Variation, Variations

__all__ = [
    "Audience",
    "Audiences",
    "Dimension",
    "Dimensions",
    "Experiment",
    "Experiments",
    "Goal",
    "Goals",
    "OptimizelyClassic",
    "Project",
    "Projects",
    "Schedule",
    "Schedules",
    "Stat",
    "TargetingList",
    "TargetingLists",
    "Variation",
    "Variations",
]

if not TYPE_CHECKING:  # type checkers see the names above, and would accept any other
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "audiences": ("Audience", "Audiences"),
            "client": ("OptimizelyClassic",),
            "dimensions": ("Dimension", "Dimensions"),
            "experiments": ("Experiment", "Experiments"),
            "goals": ("Goal", "Goals"),
            "projects": ("Project", "Projects"),
            "schedules": ("Schedule", "Schedules"),
            "stats": ("Stat",),
            "targeting_lists": ("TargetingList", "TargetingLists"),
            "variations": ("Variation", "Variations"),
        },
    )
