"""The models, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .confidence_interval_rep import ConfidenceIntervalRep as ConfidenceIntervalRep
    from .credible_interval_rep import CredibleIntervalRep as CredibleIntervalRep
    from .experiment import Experiment as Experiment
    from .experiment_bayesian_results_rep import ExperimentBayesianResultsRep as ExperimentBayesianResultsRep
    from .experiment_collection_rep import ExperimentCollectionRep as ExperimentCollectionRep
    from .experiment_metadata_rep import ExperimentMetadataRep as ExperimentMetadataRep
    from .experiment_patch_input import ExperimentPatchInput as ExperimentPatchInput
    from .experiment_patch_input_fields import ExperimentPatchInputFields as ExperimentPatchInputFields
    from .experiment_post import ExperimentPost as ExperimentPost
    from .experiment_post_fields import ExperimentPostFields as ExperimentPostFields
    from .experiment_results import ExperimentResults as ExperimentResults
    from .experiment_stats_rep import ExperimentStatsRep as ExperimentStatsRep
    from .experiment_time_series_slice import ExperimentTimeSeriesSlice as ExperimentTimeSeriesSlice
    from .experiment_time_series_variation_slice import (
        ExperimentTimeSeriesVariationSlice as ExperimentTimeSeriesVariationSlice,
    )
    from .experiment_totals_rep import ExperimentTotalsRep as ExperimentTotalsRep
    from .experimentation_settings_put import ExperimentationSettingsPut as ExperimentationSettingsPut
    from .experimentation_settings_put_fields import (
        ExperimentationSettingsPutFields as ExperimentationSettingsPutFields,
    )
    from .experimentation_settings_rep import ExperimentationSettingsRep as ExperimentationSettingsRep
    from .flag_input import FlagInput as FlagInput
    from .flag_rep import FlagRep as FlagRep
    from .forbidden_error_rep import ForbiddenErrorRep as ForbiddenErrorRep
    from .invalid_request_error_rep import InvalidRequestErrorRep as InvalidRequestErrorRep
    from .iteration_input import IterationInput as IterationInput
    from .iteration_input_fields import IterationInputFields as IterationInputFields
    from .iteration_rep import IterationRep as IterationRep
    from .link import Link as Link
    from .method_not_allowed_error_rep import MethodNotAllowedErrorRep as MethodNotAllowedErrorRep
    from .metric_in_group_rep import MetricInGroupRep as MetricInGroupRep
    from .metric_input import MetricInput as MetricInput
    from .metric_seen import MetricSeen as MetricSeen
    from .metric_v2_rep import MetricV2Rep as MetricV2Rep
    from .not_found_error_rep import NotFoundErrorRep as NotFoundErrorRep
    from .parameter_rep import ParameterRep as ParameterRep
    from .randomization_unit_input import RandomizationUnitInput as RandomizationUnitInput
    from .randomization_unit_rep import RandomizationUnitRep as RandomizationUnitRep
    from .rate_limited_error_rep import RateLimitedErrorRep as RateLimitedErrorRep
    from .relative_difference_rep import RelativeDifferenceRep as RelativeDifferenceRep
    from .sliced_results_rep import SlicedResultsRep as SlicedResultsRep
    from .status_conflict_error_rep import StatusConflictErrorRep as StatusConflictErrorRep
    from .treatment_input import TreatmentInput as TreatmentInput
    from .treatment_parameter_input import TreatmentParameterInput as TreatmentParameterInput
    from .treatment_rep import TreatmentRep as TreatmentRep
    from .treatment_result_rep import TreatmentResultRep as TreatmentResultRep
    from .unauthorized_error_rep import UnauthorizedErrorRep as UnauthorizedErrorRep

_MODULES = {
    "ConfidenceIntervalRep": "confidence_interval_rep",
    "CredibleIntervalRep": "credible_interval_rep",
    "Experiment": "experiment",
    "ExperimentationSettingsPut": "experimentation_settings_put",
    "ExperimentationSettingsPutFields": "experimentation_settings_put_fields",
    "ExperimentationSettingsRep": "experimentation_settings_rep",
    "ExperimentBayesianResultsRep": "experiment_bayesian_results_rep",
    "ExperimentCollectionRep": "experiment_collection_rep",
    "ExperimentMetadataRep": "experiment_metadata_rep",
    "ExperimentPatchInput": "experiment_patch_input",
    "ExperimentPatchInputFields": "experiment_patch_input_fields",
    "ExperimentPost": "experiment_post",
    "ExperimentPostFields": "experiment_post_fields",
    "ExperimentResults": "experiment_results",
    "ExperimentStatsRep": "experiment_stats_rep",
    "ExperimentTimeSeriesSlice": "experiment_time_series_slice",
    "ExperimentTimeSeriesVariationSlice": "experiment_time_series_variation_slice",
    "ExperimentTotalsRep": "experiment_totals_rep",
    "FlagInput": "flag_input",
    "FlagRep": "flag_rep",
    "ForbiddenErrorRep": "forbidden_error_rep",
    "InvalidRequestErrorRep": "invalid_request_error_rep",
    "IterationInput": "iteration_input",
    "IterationInputFields": "iteration_input_fields",
    "IterationRep": "iteration_rep",
    "Link": "link",
    "MethodNotAllowedErrorRep": "method_not_allowed_error_rep",
    "MetricInGroupRep": "metric_in_group_rep",
    "MetricInput": "metric_input",
    "MetricSeen": "metric_seen",
    "MetricV2Rep": "metric_v2_rep",
    "NotFoundErrorRep": "not_found_error_rep",
    "ParameterRep": "parameter_rep",
    "RandomizationUnitInput": "randomization_unit_input",
    "RandomizationUnitRep": "randomization_unit_rep",
    "RateLimitedErrorRep": "rate_limited_error_rep",
    "RelativeDifferenceRep": "relative_difference_rep",
    "SlicedResultsRep": "sliced_results_rep",
    "StatusConflictErrorRep": "status_conflict_error_rep",
    "TreatmentInput": "treatment_input",
    "TreatmentParameterInput": "treatment_parameter_input",
    "TreatmentRep": "treatment_rep",
    "TreatmentResultRep": "treatment_result_rep",
    "UnauthorizedErrorRep": "unauthorized_error_rep",
}

__all__ = (
    "ConfidenceIntervalRep",
    "CredibleIntervalRep",
    "Experiment",
    "ExperimentationSettingsPut",
    "ExperimentationSettingsPutFields",
    "ExperimentationSettingsRep",
    "ExperimentBayesianResultsRep",
    "ExperimentCollectionRep",
    "ExperimentMetadataRep",
    "ExperimentPatchInput",
    "ExperimentPatchInputFields",
    "ExperimentPost",
    "ExperimentPostFields",
    "ExperimentResults",
    "ExperimentStatsRep",
    "ExperimentTimeSeriesSlice",
    "ExperimentTimeSeriesVariationSlice",
    "ExperimentTotalsRep",
    "FlagInput",
    "FlagRep",
    "ForbiddenErrorRep",
    "InvalidRequestErrorRep",
    "IterationInput",
    "IterationInputFields",
    "IterationRep",
    "Link",
    "MethodNotAllowedErrorRep",
    "MetricInGroupRep",
    "MetricInput",
    "MetricSeen",
    "MetricV2Rep",
    "NotFoundErrorRep",
    "ParameterRep",
    "RandomizationUnitInput",
    "RandomizationUnitRep",
    "RateLimitedErrorRep",
    "RelativeDifferenceRep",
    "SlicedResultsRep",
    "StatusConflictErrorRep",
    "TreatmentInput",
    "TreatmentParameterInput",
    "TreatmentRep",
    "TreatmentResultRep",
    "UnauthorizedErrorRep",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
