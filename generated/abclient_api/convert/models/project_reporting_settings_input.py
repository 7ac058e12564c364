from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ProjectReportingSettingsInput(Body):
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
    tested_visitors_quota: int | Unset = UNSET
    """How many visitors may be tested."""
    currency_symbol: str | Unset = UNSET
    """The symbol of the currency that revenue is in."""
    blocked_ips: BlockedIpsInput | None | Unset = UNSET
    """Addresses that are not tracked."""
    stop_tracking_goals_after_days: Literal["OFF", "1 day", "15 days", "30 days", "60 days"] | Unset = UNSET
    """How long goals of a visitor are tracked."""
    smart_recommendations: bool | Unset = UNSET
    """Whether the vendor gives recommendations. The vendor's default: True."""


from .blocked_ips_input import BlockedIpsInput
from .outliers import Outliers
from .stats_engine_settings_input import StatsEngineSettingsInput
from .visual_editor_settings_input import VisualEditorSettingsInput
