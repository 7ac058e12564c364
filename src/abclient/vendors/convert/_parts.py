"""Parts of results: segments of visitors, and days. Which there are, and how reports are asked for them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from ...errors import ConfigurationError
from ...vendor import Segment
from ._reading import read_id
from .experiences import Experience, Experiences
from .reports import DailyMetric, ReportKey

_FILTERS = {
    "device": "devices",
    "browser": "browsers",
    "country": "countries",
    "visitor_type": "visitor_types",
    "source": "sources",
    "campaign": "campaigns",
    "custom_segment": "custom_segments",
}
"""What reports call the filter by each kind of segment."""

_DAILY_METRICS: tuple[DailyMetric, ...] = (
    "conversion_rate",
    "avg_revenue_per_visitor",
    "avg_products_ordered_per_visitor",
)


class PartKey(NamedTuple):
    """Which report: of an experience, of the visitors in a segment, from day to day on a goal and metric.

    Attributes:
        report: the experience, by its place.
        segment: the segment as the caller wrote it; None for all visitors.
        goal: which goal from day to day; None for all goals since the beginning.
        metric: which metric from day to day.
    """

    report: ReportKey
    segment: str | None
    goal: int | None = None
    metric: DailyMetric | None = None


def segment_filters(segment: Segment) -> dict[str, list[Any]]:
    """The filters of a report that narrow it down to a segment.

    Raises:
        ConfigurationError: an id is not a whole number, or a country has no two letters.
    """
    value: Any = segment.value
    if segment.kind == "custom_segment":
        if not (value.isascii() and value.isdecimal()):
            raise ConfigurationError(f"a custom_segment is the id of one, which is a whole number, not {value!r}")
        value = int(value)
    elif segment.kind == "country":
        if not (len(value) == 2 and value.isascii() and value.isalpha()):
            raise ConfigurationError(f"a country is two letters (ISO 3166), such as country=DE, not {value!r}")
        value = value.upper()
    return {_FILTERS[segment.kind]: [value]}


def part_keys(experience: Experience, report: ReportKey, segments: Iterable[str], *, series: bool) -> Iterator[PartKey]:
    """The keys of an experience's reports: one for each segment and, of a series, for each goal and metric.

    Raises:
        ValueError: a series is asked for, and the experience does not say which goals it has.
    """
    if series and experience.goals is None:
        raise ValueError("the response does not say which goals it has, so that no days can be asked for")
    several: list[str | None] = [*segments]
    for segment in several or [None]:
        if not series:
            yield PartKey(report, segment)
            continue
        for goal in experience.goals or ():
            # Only such goals count orders, and each metric is a report of its own.
            is_revenue = getattr(goal, "type", None) == "revenue"
            for metric in _DAILY_METRICS if is_revenue else _DAILY_METRICS[:1]:
                yield PartKey(report, segment, read_id(goal), metric)


def part_fetcher(
    experiences: Experiences, filters: Mapping[str, Mapping[str, Any]]
) -> Callable[[PartKey], Awaitable[Any]]:
    """What fetches the report of a key.

    Args:
        experiences: of the project that keys are of.
        filters: those of each segment.
    """

    async def fetch(key: PartKey) -> Any:
        options: Any = {} if key.segment is None else {"segments": filters[key.segment]}
        if key.goal is None or key.metric is None:
            return await experiences.report(key.report.experience_id, **options)
        return await experiences.daily_report(key.report.experience_id, goal=key.goal, metric=key.metric, **options)

    return fetch
