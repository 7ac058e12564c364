from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class StartEnvironmentReleaseRequest(Body):
    """A new release. Metrics make it a guarded one; it never goes to the default rule."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "before_rule_id": "beforeRuleId",
        "original_variation_id": "originalVariationId",
        "target_variation_id": "targetVariationId",
        "release_plan_key": "releasePlanKey",
        "randomization_unit": "randomizationUnit",
        "advancement_mode": "advancementMode",
        "phases": "phases",
        "metrics": "metrics",
        "bypass_health_checks": "bypassHealthChecks",
        "cleanup_behavior": "cleanupBehavior",
        "comment": "comment",
    }

    before_rule_id: str | Unset = UNSET
    """The new rules stand before this one."""
    original_variation_id: str
    """Id of the variation that is replaced."""
    target_variation_id: str
    """Id of the variation that is rolled out."""
    release_plan_key: str | Unset = UNSET
    """Key of a release plan that says all the rest."""
    randomization_unit: str | Unset = UNSET
    """The unit by which traffic is split."""
    advancement_mode: Literal["manual", "automatic"] | Unset = UNSET
    """Whether the next phase starts by itself or by hand; needed with several phases."""
    phases: list[EnvironmentReleasePhaseInput] | Unset = UNSET
    """The phases, in order; or give a releasePlanKey alone."""
    metrics: list[EnvironmentReleaseMetricInput] | Unset = UNSET
    """The metrics that guard it; without any, the release is progressive."""
    bypass_health_checks: (
        list[
            Literal[
                "flag_evaluations_any",
                "flag_evaluations_with_context",
                "metric_events_any",
                "metric_events_with_context",
            ]
        ]
        | Unset
    ) = UNSET
    """Health checks that may fail."""
    cleanup_behavior: Literal["remove_rules_and_update_default_rule", "leave_rules_in_place"] | Unset = UNSET
    """What becomes of the release's rules when it has ended."""
    comment: str | Unset = UNSET
    """A note for the audit log."""


from .environment_release_metric_input import EnvironmentReleaseMetricInput
from .environment_release_phase_input import EnvironmentReleasePhaseInput
