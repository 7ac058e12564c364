"""Guarded rollouts as rows: how their metrics do, without figures, because the vendor gives none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack
from urllib.parse import quote

from ...results._row import ExperimentInfo, ResultRow, RowContext
from ...results._rows import Rows
from ...results._values import as_info, translated
from ._analysis import direction_of
from .rows import KINDS
from .vendor import VENDOR

if TYPE_CHECKING:
    from abclient_api.launchdarkly import models

_STATUSES = {
    "pending": "not_started",
    "in_progress": "running",
    "waiting": "paused",
    "completed": "ended",
    "reverted": "ended",
}
_VERDICTS = {"regressed": "worse", "ok": "inconclusive", "regression_dismissed": "inconclusive"}
"""A metric that is ok did not get worse; whether it got better is not tested."""


def release_info(release: models.EnvironmentRelease) -> ExperimentInfo:
    """The release in terms shared by all vendors; its id is the experiment's, and its flag's key the name."""
    return as_info(
        vendor=VENDOR.name,
        project=release.project_key,
        environment=release.environment_key,
        experiment_id=release.id,
        experiment_name=release.flag_key,
        status=translated(release.status, _STATUSES),
        started_at=release.started_at,
        ended_at=release.ended_at,
    )


def from_release(release: models.EnvironmentRelease, **context: Unpack[RowContext]) -> list[ResultRow]:
    """A row for each metric in each phase: of the target variation, with a verdict and no figures.

    ``regressed`` is the verdict ``worse``; ``ok`` and ``regression_dismissed`` are ``inconclusive``, because the vendor
    tests only whether a metric got worse. The phase is in ``iteration``.

    Args:
        release: loaded with ``expand="metrics"`` for names, kinds and directions of its metrics.
        **context: what the response does not say about itself.

    Raises:
        ValueError: a value is malformed; the error names release and field.
    """
    info = release_info(release)
    path = (
        "projects",
        info.project,
        "flags",
        release.flag_key,
        "environments",
        info.environment,
        "releases",
        release.id,
    )
    rows = Rows(info, "/api/v2/" + "/".join(quote(part or "", safe="") for part in path), context)
    known = {one.metric_key: one.definition for one in release.metrics or ()}
    for place, phase in enumerate(release.phases or ()):
        for key, status in (phase.metric_statuses or {}).items():
            metric = known.get(key)
            rows.add(
                f"/phases/{place}/metricStatuses/{key.replace('~', '~0').replace('/', '~1')}",
                edition="metricStatuses",
                iteration=phase.id,
                period_start=phase.started_at or info.started_at,
                period_end=phase.ended_at or info.ended_at,
                metric_id=key,
                metric_name=metric.name if metric else None,
                metric_kind=translated(metric.kind, KINDS) if metric else None,
                direction=direction_of(metric),
                variation_id=release.target_variation_id,
                is_baseline=False,
                verdict=_VERDICTS.get(str(status)),
                significant=True if status == "regressed" else None,
            )
    return rows.found
