"""LaunchDarkly's legacy results as rows: those of flags, from before iterations existed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Unpack, cast

from ...results._row import ResultRow, RowContext
from ...results._rows import Rows
from ...results._values import as_info
from ._row_values import joined, last_seen, parse_timestamp, significance
from .vendor import VENDOR

if TYPE_CHECKING:
    from abclient_api.launchdarkly import models


class LegacyRowContext(RowContext, total=False):
    """What legacy results do not say of themselves.

    Attributes:
        project: the project's key.
        environment: the environment's key.
        baseline: the place of the baseline among the flag's variations, from 0.
    """

    project: str | None
    environment: str | None
    baseline: int | None


def from_legacy_results(
    answer: models.ExperimentResults, flag_key: str, metric_key: str, **context: Unpack[LegacyRowContext]
) -> list[ResultRow]:
    """A row for each variation of a flag, from the totals; the flag's key stands for the experiment.

    Args:
        answer: the legacy results of a flag for one metric.
        flag_key: the flag.
        metric_key: the metric.
        **context: what the response does not say about itself.

    Raises:
        ValueError: a figure is malformed; the error names flag and field.
    """
    baseline, rows = _legacy_rows(flag_key, metric_key, context, "legacy results")
    first, last = _span(answer)
    for place, total in enumerate(answer.totals or ()):
        rows.add(
            f"/totals/{place}",
            **_legacy_variation(answer, place, baseline, metric_key),
            period_start=first,
            period_end=last_seen(answer.metric_seen) or last,
            units=total.cumulative_impression_count,
            conversions=total.cumulative_count,
            value=total.cumulative_value,
            mean=total.cumulative_conversion_rate,
            difference=total.improvement,
            difference_kind=None if total.improvement is None else "relative",
            **significance(total.p_value),
        )
    return rows.found


def from_legacy_series(
    answer: models.ExperimentResults, flag_key: str, metric_key: str, **context: Unpack[LegacyRowContext]
) -> list[ResultRow]:
    """A row for each slice of time and variation of a flag, with what was counted until then, the ``period_end``.

    Slices count no units and compare nothing. Arguments and errors as ``from_legacy_results``.
    """
    baseline, rows = _legacy_rows(flag_key, metric_key, context, "legacy series")
    begin, _ = _span(answer)
    for step, one in enumerate(answer.series or ()):
        for place, variation in enumerate(one.variation_data or ()):
            rows.add(
                f"/series/{step}/VariationData/{place}",
                **_legacy_variation(answer, place, baseline, metric_key),
                apart=one.time,
                period_start=begin,
                period_end=parse_timestamp(one.time),
                conversions=variation.cumulative_count,
                value=variation.cumulative_value,
                mean=variation.cumulative_conversion_rate,
            )
    return rows.found


def _legacy_rows(flag_key: str, metric_key: str, context: LegacyRowContext, edition: str) -> tuple[int | None, Rows]:
    """The place of the baseline, and what collects the rows of legacy results."""
    common = dict(context)
    baseline, project, environment = (common.pop(name, None) for name in ("baseline", "project", "environment"))
    info = as_info(vendor=VENDOR.name, project=project, environment=environment, experiment_id=flag_key)
    path = ("flags", info.project, flag_key, "experiments", info.environment, metric_key)
    rows = Rows(info, f"/api/v2/{joined(path)}", cast("RowContext", common), edition=edition, statistics="frequentist")
    return cast("int | None", baseline), rows


def _legacy_variation(
    answer: models.ExperimentResults, place: int, baseline: int | None, metric_key: str
) -> dict[str, object]:
    return {
        "metric_id": metric_key,
        "metric_kind": "conversion",
        "variation_id": _variation(answer, place),
        "is_baseline": None if baseline is None else place == baseline,
    }


def _variation(answer: models.ExperimentResults, place: int) -> object:
    """The variation's id, where the free-form metadata has one; else its place among the flag's variations."""
    metadata = answer.metadata or []
    key = metadata[place].key if place < len(metadata) else None
    found = cast("Mapping[str, object]", key).get("variationId") if isinstance(key, Mapping) else None
    return found if isinstance(found, str) else place


def _span(answer: models.ExperimentResults) -> tuple[Any, Any]:
    """The first and the last time of the series; a malformed one comes before all else."""
    known = [found for one in answer.series or () if (found := parse_timestamp(one.time)) is not None]
    malformed = next((found for found in known if not isinstance(found, datetime)), None)
    return (min(known, default=None), max(known, default=None)) if malformed is None else (malformed, malformed)
