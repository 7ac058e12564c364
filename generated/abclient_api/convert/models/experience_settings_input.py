from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ExperienceSettingsInput(Body):
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

    READ_ONLY: ClassVar[tuple[str, ...]] = ("visitor_insights",)

    split_url_settings: SplitUrlSettings | Unset = UNSET
    """Settings of tests that send visitors to other addresses."""
    matching_options: MatchingOptions | Unset = UNSET
    """Whether any or all of several must match."""
    visitor_insights: ExperienceHeatmapsInput | None | Unset = UNSET
    """What is recorded of visitors' behavior. Read-only."""
    primary_metric: (
        Literal[
            "conversion_rate",
            "avg_revenue_visitor",
            "avg_products_ordered_visitor",
            "average_order_value",
            "average_products_per_order",
        ]
        | Unset
    ) = UNSET
    """The metric that decides. The vendor's default: 'conversion_rate'."""
    stats_engine_processing: StatsEngineSettingsInput | Unset = UNSET
    """How figures are computed."""
    confidence: float | Unset = UNSET
    """Superseded by `stats_engine_processing`."""
    keep_winner: bool | Unset = UNSET
    """Whether the winner gets all traffic at the end."""
    min_order_value: float | Unset = UNSET
    """Orders below this are outliers; superseded by `outliers`."""
    max_order_value: float | Unset = UNSET
    """Orders above this are outliers; superseded by `outliers`."""
    outliers: Outliers | Unset = UNSET
    """How outliers are found."""
    max_running_time: int | Unset = UNSET
    """Days after which it stops; 0 for no limit."""
    max_variation_visitors: int | Unset = UNSET
    """Superseded by `max_experience_visitors`."""
    max_experience_visitors: int | Unset = UNSET
    """The number of visitors after which it stops; 0 for no limit."""
    min_variation_conversions: int | Unset = UNSET
    """Conversions that each variation needs before it is judged; 0 for none."""
    min_conversion_value: int | Unset = UNSET
    """Superseded by `min_variation_conversions`."""
    min_running_time: int | Unset = UNSET
    """Days for which it runs at least; 0 for no limit."""
    min_variation_visitors: int | Unset = UNSET
    """Visitors that each variation needs before it is judged; 0 for none."""
    stop_loser: bool | Unset = UNSET
    """Whether variations that lose are stopped."""
    keep_running_until_confidence: bool | Unset = UNSET
    """Whether it goes on until the required confidence is reached."""
    srm_check: bool | None | Unset = UNSET
    """Whether the split of visitors is checked."""
    visual_editor: VisualEditorSettingsInput | Unset = UNSET
    """Settings of the visual editor."""


from .experience_heatmaps_input import ExperienceHeatmapsInput
from .matching_options import MatchingOptions
from .outliers import Outliers
from .split_url_settings import SplitUrlSettings
from .stats_engine_settings_input import StatsEngineSettingsInput
from .visual_editor_settings_input import VisualEditorSettingsInput
