from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperienceSettings(Model):
    """Settings of an experience."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "split_url_settings": "split_url_settings",
        "matching_options": "matching_options",
        "visitor_insights": "visitor_insights",
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
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "split_url_settings": "read_split_url_settings",
        "matching_options": "read_matching_options",
        "visitor_insights": "read_experience_heatmaps",
        "stats_engine_processing": "read_stats_engine_settings",
        "outliers": "read_outliers",
        "visual_editor": "read_visual_editor_settings",
    }

    split_url_settings: SplitUrlSettings | None = None
    """Settings of tests that send visitors to other addresses."""
    matching_options: MatchingOptions | None = None
    """Whether any or all of several must match."""
    visitor_insights: ExperienceHeatmaps | None = None
    """What is recorded of visitors' behavior. Read-only."""
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

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.split_url_settings = (
                None if (v := data.get("split_url_settings")) is None else read_split_url_settings(v)
            )
            self.matching_options = None if (v := data.get("matching_options")) is None else read_matching_options(v)
            self.visitor_insights = None if (v := data.get("visitor_insights")) is None else read_experience_heatmaps(v)
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
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experience_settings: Callable[[Any], ExperienceSettings] = ExperienceSettings.from_dict


from .experience_heatmaps import ExperienceHeatmaps, read_experience_heatmaps
from .matching_options import MatchingOptions, read_matching_options
from .outliers import Outliers, read_outliers
from .split_url_settings import SplitUrlSettings, read_split_url_settings
from .stats_engine_settings import StatsEngineSettings, read_stats_engine_settings
from .visual_editor_settings import VisualEditorSettings, read_visual_editor_settings
