from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ProjectReportingSettings(Model):
    """Settings of a project's reports."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "primary_metric": "primary_metric",
        "stats_engine_processing": "stats_engine_processing",
        "confidence": "confidence",
        "keep_winner": "keep_winner",
        "min_order_value": "min_order_value",
        "max_order_value": "max_order_value",
        "outliers": "outliers",
        "max_running_time": "max_running_time",
        "max_variation_visitors": "max_variation_visitors",
        "max_experience_visitors": "max_experience_visitors",
        "min_variation_conversions": "min_variation_conversions",
        "min_conversion_value": "min_conversion_value",
        "min_running_time": "min_running_time",
        "min_variation_visitors": "min_variation_visitors",
        "stop_loser": "stop_loser",
        "keep_running_until_confidence": "keep_running_until_confidence",
        "srm_check": "srm_check",
        "visual_editor": "visual_editor",
        "tested_visitors_quota": "tested_visitors_quota",
        "currency_symbol": "currency_symbol",
        "blocked_ips": "blocked_ips",
        "stop_tracking_goals_after_days": "stop_tracking_goals_after_days",
        "smart_recommendations": "smart_recommendations",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "stats_engine_processing": "read_stats_engine_settings",
        "outliers": "read_outliers",
        "visual_editor": "read_visual_editor_settings",
        "blocked_ips": "read_blocked_ips",
    }

    primary_metric: (
        Literal[
            "conversion_rate",
            "avg_revenue_visitor",
            "avg_products_ordered_visitor",
            "average_order_value",
            "average_products_per_order",
        ]
        | str
        | None
    ) = None
    """The metric that decides. The vendor's default: 'conversion_rate'."""
    stats_engine_processing: StatsEngineSettings | None = None
    """How figures are computed."""
    confidence: float | None = None
    """Superseded by `stats_engine_processing`."""
    keep_winner: bool | None = None
    """Whether the winner gets all traffic at the end."""
    min_order_value: float | None = None
    """Orders below this are outliers; superseded by `outliers`."""
    max_order_value: float | None = None
    """Orders above this are outliers; superseded by `outliers`."""
    outliers: Outliers | None = None
    """How outliers are found."""
    max_running_time: int | None = None
    """Days after which it stops; 0 for no limit."""
    max_variation_visitors: int | None = None
    """Superseded by `max_experience_visitors`."""
    max_experience_visitors: int | None = None
    """The number of visitors after which it stops; 0 for no limit."""
    min_variation_conversions: int | None = None
    """Conversions that each variation needs before it is judged; 0 for none."""
    min_conversion_value: int | None = None
    """Superseded by `min_variation_conversions`."""
    min_running_time: int | None = None
    """Days for which it runs at least; 0 for no limit."""
    min_variation_visitors: int | None = None
    """Visitors that each variation needs before it is judged; 0 for none."""
    stop_loser: bool | None = None
    """Whether variations that lose are stopped."""
    keep_running_until_confidence: bool | None = None
    """Whether it goes on until the required confidence is reached."""
    srm_check: bool | None = None
    """Whether the split of visitors is checked."""
    visual_editor: VisualEditorSettings | None = None
    """Settings of the visual editor."""
    tested_visitors_quota: int | None = None
    """How many visitors may be tested."""
    currency_symbol: str | None = None
    """The symbol of the currency that revenue is in."""
    blocked_ips: BlockedIps | None = None
    """Addresses that are not tracked."""
    stop_tracking_goals_after_days: Literal["OFF", "1 day", "15 days", "30 days", "60 days"] | str | None = None
    """How long goals of a visitor are tracked."""
    smart_recommendations: bool | None = None
    """Whether the vendor gives recommendations. The vendor's default: True."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.primary_metric = data.get("primary_metric")
            self.stats_engine_processing = (
                None if (v := data.get("stats_engine_processing")) is None else read_stats_engine_settings(v)
            )
            self.confidence = data.get("confidence")
            self.keep_winner = data.get("keep_winner")
            self.min_order_value = data.get("min_order_value")
            self.max_order_value = data.get("max_order_value")
            self.outliers = None if (v := data.get("outliers")) is None else read_outliers(v)
            self.max_running_time = data.get("max_running_time")
            self.max_variation_visitors = data.get("max_variation_visitors")
            self.max_experience_visitors = data.get("max_experience_visitors")
            self.min_variation_conversions = data.get("min_variation_conversions")
            self.min_conversion_value = data.get("min_conversion_value")
            self.min_running_time = data.get("min_running_time")
            self.min_variation_visitors = data.get("min_variation_visitors")
            self.stop_loser = data.get("stop_loser")
            self.keep_running_until_confidence = data.get("keep_running_until_confidence")
            self.srm_check = data.get("srm_check")
            self.visual_editor = None if (v := data.get("visual_editor")) is None else read_visual_editor_settings(v)
            self.tested_visitors_quota = data.get("tested_visitors_quota")
            self.currency_symbol = data.get("currency_symbol")
            self.blocked_ips = None if (v := data.get("blocked_ips")) is None else read_blocked_ips(v)
            self.stop_tracking_goals_after_days = data.get("stop_tracking_goals_after_days")
            self.smart_recommendations = data.get("smart_recommendations")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_project_reporting_settings: Callable[[Any], ProjectReportingSettings] = ProjectReportingSettings.from_dict


from .blocked_ips import BlockedIps, read_blocked_ips
from .outliers import Outliers, read_outliers
from .stats_engine_settings import StatsEngineSettings, read_stats_engine_settings
from .visual_editor_settings import VisualEditorSettings, read_visual_editor_settings
