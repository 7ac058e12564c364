"""Convert's reports as rows. v1 documents no shape of them; what is read here is that of v2's reports."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Unpack
from urllib.parse import quote

from ...results._row import ExperimentInfo, ResultRow, RowContext
from ...results._rows import Rows
from ...results._values import as_info, as_number, status_of
from .._convert_rows import figures, has_baseline, variation
from .vendor import VENDOR

if TYPE_CHECKING:
    from abclient_api.convert_v1 import models


def experiment_info(
    experience: models.Experience | ExperimentInfo | str, *, project: str | None = None
) -> ExperimentInfo:
    """The experience, or the id of one, in terms shared by all vendors."""
    if isinstance(experience, ExperimentInfo):
        return experience
    if isinstance(experience, str):
        return ExperimentInfo(vendor=VENDOR.name, project=project, experiment_id=experience)
    return as_info(
        vendor=VENDOR.name,
        project=project,
        experiment_id=experience.id,
        experiment_name=experience.name,
        status=status_of(experience.status),
        started_at=experience.start_time,
        ended_at=experience.end_time,
    )


def allocation(experience: models.Experience) -> dict[str, float]:
    """The intended share of traffic of each variation, by its id."""
    shares: dict[str, float] = {}
    for place in experience.variations or ():
        variation = place.variation
        share = as_number(place.percentage if place.percentage is not None or not variation else variation.percentage)
        if variation and variation.id and share is not None:
            shares[variation.id] = share
    return shares


def from_report(
    answer: models.Report,
    experience: models.Experience | ExperimentInfo | str,
    *,
    project: str | None = None,
    goals: Iterable[models.Goal] = (),
    primary_goal: str | None = None,
    **context: Unpack[RowContext],
) -> list[ResultRow]:
    """A row for each goal, variation and figure (conversions, revenue, products); of a daily report, for each day.

    Args:
        answer: the report.
        experience: the experience; or its id, and then rows have no name, status and times.
        project: the project's id.
        goals: the goals as they were loaded, for their names; an experience holds the names of its own.
        primary_goal: the id of the goal that decides, which v1 says only of experiences that have one goal.
        **context: what the response does not say about itself.

    Raises:
        ValueError: a figure is malformed; the error names experience and field.
    """
    info = experiment_info(experience, project=project)
    path = "/".join(quote(part or "", safe="") for part in (info.project, info.experiment_id))
    bayesian = answer.stats_methodology == "bayesian"
    level = None if bayesian else as_number(getattr(experience, "confidence", None))
    common = {"edition": "report", "threshold": None if level is None else level / 100}
    rows = Rows(info, f"/api/v1/reports/{path}", context, **common)
    own: list[Any] = getattr(experience, "goals", None) or []
    primary = primary_goal or (own[0].id if len(own) == 1 else None)
    # Ids are text in v1, but v2, whose shape this is, writes numbers.
    names = {str(goal.id): goal.name for goal in [*own, *goals]}
    variations = {str(one.id): one for one in answer.variations_data or ()}
    for place, goal in enumerate(answer.report_data or ()):
        metric: dict[str, object] = {"metric_id": goal.goal_id, "metric_name": names.get(str(goal.goal_id))}
        comparable = has_baseline(goal, variations)
        for step, one in enumerate(goal.variations or ()):
            told = variation(one, variations.get(str(one.id)))
            for where, found in figures(one, answer.stats_methodology):
                decides = str(goal.goal_id) == str(primary) and found.get("metric_kind") == "conversion"
                rows.add(
                    f"/reportData/{place}/variations/{step}/{where}",
                    wanted="increase",  # as there is no way to tell the vendor otherwise
                    comparable=comparable,
                    **metric,
                    **told,
                    **found,
                    is_primary=None if primary is None else decides,
                )
    rows.name_winners()
    return rows.found
