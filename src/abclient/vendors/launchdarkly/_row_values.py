"""What both kinds of LaunchDarkly's results have in common: times, paths, and what a p-value means."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...results._values import as_number

if TYPE_CHECKING:
    from abclient_api.launchdarkly import models


def significance(p_value: Any) -> dict[str, object]:
    p = as_number(p_value)
    return {} if p is None else {"probability": 1 - p, "probability_kind": "significance"}


def last_seen(seen: models.MetricSeen | None) -> Any:
    return parse_timestamp(seen.timestamp) if seen else None


def parse_timestamp(value: Any) -> Any:
    """A point in time from milliseconds since 1970, or from seconds: the vendor writes both.

    A malformed value is left unchanged, so that the row rejects it by the name of its field.
    """
    if not value:
        return None
    try:
        # Milliseconds of any time since March 1973 are more than seconds of any time before the year 5138.
        return datetime.fromtimestamp(value / 1000 if abs(value) >= 100_000_000_000 else value, UTC)
    except (OSError, OverflowError, TypeError, ValueError):
        return value


def joined(path: tuple[str | None, ...]) -> str:
    return "/".join(quote(part or "", safe="") for part in path)
