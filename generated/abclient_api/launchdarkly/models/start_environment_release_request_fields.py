from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from ..._models import Model
from .environment_release_metric_input import EnvironmentReleaseMetricInput
from .environment_release_phase_input import EnvironmentReleasePhaseInput


class StartEnvironmentReleaseRequestFields(TypedDict, total=False):
    """A new release. Metrics make it a guarded one; it never goes to the default rule.

    The fields of ``StartEnvironmentReleaseRequest``, by keyword.
    """

    before_rule_id: str
    """The new rules stand before this one."""
    original_variation_id: Required[str]
    """Id of the variation that is replaced."""
    target_variation_id: Required[str]
    """Id of the variation that is rolled out."""
    release_plan_key: str
    """Key of a release plan that says all the rest."""
    randomization_unit: str
    """The unit by which traffic is split."""
    advancement_mode: Literal["manual", "automatic"]
    """Whether the next phase starts by itself or by hand; needed with several phases."""
    phases: Sequence[EnvironmentReleasePhaseInput | Model | Mapping[str, Any]]
    """The phases, in order; or give a releasePlanKey alone."""
    metrics: Sequence[EnvironmentReleaseMetricInput | Model | Mapping[str, Any]]
    """The metrics that guard it; without any, the release is progressive."""
    bypass_health_checks: Sequence[
        Literal[
            "flag_evaluations_any", "flag_evaluations_with_context", "metric_events_any", "metric_events_with_context"
        ]
    ]
    """Health checks that may fail."""
    cleanup_behavior: Literal["remove_rules_and_update_default_rule", "leave_rules_in_place"]
    """What becomes of the release's rules when it has ended."""
    comment: str
    """A note for the audit log."""
