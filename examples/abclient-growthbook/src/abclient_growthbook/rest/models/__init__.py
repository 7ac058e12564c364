"""The models, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .analysis import Analysis as Analysis
    from .analysis_settings import AnalysisSettings as AnalysisSettings
    from .assignment_query import AssignmentQuery as AssignmentQuery
    from .data_source import DataSource as DataSource
    from .data_source_page import DataSourcePage as DataSourcePage
    from .data_source_response import DataSourceResponse as DataSourceResponse
    from .deleted import Deleted as Deleted
    from .dimension_results import DimensionResults as DimensionResults
    from .enhanced_status import EnhancedStatus as EnhancedStatus
    from .environment import Environment as Environment
    from .environment_list import EnvironmentList as EnvironmentList
    from .error import Error as Error
    from .experiment import Experiment as Experiment
    from .experiment_create import ExperimentCreate as ExperimentCreate
    from .experiment_create_fields import ExperimentCreateFields as ExperimentCreateFields
    from .experiment_metric import ExperimentMetric as ExperimentMetric
    from .experiment_page import ExperimentPage as ExperimentPage
    from .experiment_response import ExperimentResponse as ExperimentResponse
    from .experiment_results import ExperimentResults as ExperimentResults
    from .experiment_results_page import ExperimentResultsPage as ExperimentResultsPage
    from .experiment_results_response import ExperimentResultsResponse as ExperimentResultsResponse
    from .experiment_start import ExperimentStart as ExperimentStart
    from .experiment_start_fields import ExperimentStartFields as ExperimentStartFields
    from .experiment_stop import ExperimentStop as ExperimentStop
    from .experiment_stop_fields import ExperimentStopFields as ExperimentStopFields
    from .experiment_update import ExperimentUpdate as ExperimentUpdate
    from .experiment_update_fields import ExperimentUpdateFields as ExperimentUpdateFields
    from .fact_column import FactColumn as FactColumn
    from .fact_metric import FactMetric as FactMetric
    from .fact_metric_page import FactMetricPage as FactMetricPage
    from .fact_metric_response import FactMetricResponse as FactMetricResponse
    from .feature import Feature as Feature
    from .feature_create import FeatureCreate as FeatureCreate
    from .feature_create_fields import FeatureCreateFields as FeatureCreateFields
    from .feature_environment import FeatureEnvironment as FeatureEnvironment
    from .feature_environment_input import FeatureEnvironmentInput as FeatureEnvironmentInput
    from .feature_page import FeaturePage as FeaturePage
    from .feature_response import FeatureResponse as FeatureResponse
    from .feature_revision import FeatureRevision as FeatureRevision
    from .feature_toggle import FeatureToggle as FeatureToggle
    from .feature_toggle_fields import FeatureToggleFields as FeatureToggleFields
    from .feature_update import FeatureUpdate as FeatureUpdate
    from .feature_update_fields import FeatureUpdateFields as FeatureUpdateFields
    from .metric import Metric as Metric
    from .metric_behavior import MetricBehavior as MetricBehavior
    from .metric_page import MetricPage as MetricPage
    from .metric_response import MetricResponse as MetricResponse
    from .metric_results import MetricResults as MetricResults
    from .organization_settings import OrganizationSettings as OrganizationSettings
    from .phase import Phase as Phase
    from .phase_input import PhaseInput as PhaseInput
    from .project import Project as Project
    from .project_create import ProjectCreate as ProjectCreate
    from .project_create_fields import ProjectCreateFields as ProjectCreateFields
    from .project_page import ProjectPage as ProjectPage
    from .project_response import ProjectResponse as ProjectResponse
    from .project_settings import ProjectSettings as ProjectSettings
    from .project_settings_input import ProjectSettingsInput as ProjectSettingsInput
    from .project_update import ProjectUpdate as ProjectUpdate
    from .project_update_fields import ProjectUpdateFields as ProjectUpdateFields
    from .result_summary import ResultSummary as ResultSummary
    from .results_checks import ResultsChecks as ResultsChecks
    from .results_dimension import ResultsDimension as ResultsDimension
    from .settings_response import SettingsResponse as SettingsResponse
    from .snapshot import Snapshot as Snapshot
    from .snapshot_create import SnapshotCreate as SnapshotCreate
    from .snapshot_create_fields import SnapshotCreateFields as SnapshotCreateFields
    from .snapshot_response import SnapshotResponse as SnapshotResponse
    from .traffic_share import TrafficShare as TrafficShare
    from .variation import Variation as Variation
    from .variation_input import VariationInput as VariationInput
    from .variation_results import VariationResults as VariationResults

_MODULES = {
    "Analysis": "analysis",
    "AnalysisSettings": "analysis_settings",
    "AssignmentQuery": "assignment_query",
    "DataSource": "data_source",
    "DataSourcePage": "data_source_page",
    "DataSourceResponse": "data_source_response",
    "Deleted": "deleted",
    "DimensionResults": "dimension_results",
    "EnhancedStatus": "enhanced_status",
    "Environment": "environment",
    "EnvironmentList": "environment_list",
    "Error": "error",
    "Experiment": "experiment",
    "ExperimentCreate": "experiment_create",
    "ExperimentCreateFields": "experiment_create_fields",
    "ExperimentMetric": "experiment_metric",
    "ExperimentPage": "experiment_page",
    "ExperimentResponse": "experiment_response",
    "ExperimentResults": "experiment_results",
    "ExperimentResultsPage": "experiment_results_page",
    "ExperimentResultsResponse": "experiment_results_response",
    "ExperimentStart": "experiment_start",
    "ExperimentStartFields": "experiment_start_fields",
    "ExperimentStop": "experiment_stop",
    "ExperimentStopFields": "experiment_stop_fields",
    "ExperimentUpdate": "experiment_update",
    "ExperimentUpdateFields": "experiment_update_fields",
    "FactColumn": "fact_column",
    "FactMetric": "fact_metric",
    "FactMetricPage": "fact_metric_page",
    "FactMetricResponse": "fact_metric_response",
    "Feature": "feature",
    "FeatureCreate": "feature_create",
    "FeatureCreateFields": "feature_create_fields",
    "FeatureEnvironment": "feature_environment",
    "FeatureEnvironmentInput": "feature_environment_input",
    "FeaturePage": "feature_page",
    "FeatureResponse": "feature_response",
    "FeatureRevision": "feature_revision",
    "FeatureToggle": "feature_toggle",
    "FeatureToggleFields": "feature_toggle_fields",
    "FeatureUpdate": "feature_update",
    "FeatureUpdateFields": "feature_update_fields",
    "Metric": "metric",
    "MetricBehavior": "metric_behavior",
    "MetricPage": "metric_page",
    "MetricResponse": "metric_response",
    "MetricResults": "metric_results",
    "OrganizationSettings": "organization_settings",
    "Phase": "phase",
    "PhaseInput": "phase_input",
    "Project": "project",
    "ProjectCreate": "project_create",
    "ProjectCreateFields": "project_create_fields",
    "ProjectPage": "project_page",
    "ProjectResponse": "project_response",
    "ProjectSettings": "project_settings",
    "ProjectSettingsInput": "project_settings_input",
    "ProjectUpdate": "project_update",
    "ProjectUpdateFields": "project_update_fields",
    "ResultsChecks": "results_checks",
    "ResultsDimension": "results_dimension",
    "ResultSummary": "result_summary",
    "SettingsResponse": "settings_response",
    "Snapshot": "snapshot",
    "SnapshotCreate": "snapshot_create",
    "SnapshotCreateFields": "snapshot_create_fields",
    "SnapshotResponse": "snapshot_response",
    "TrafficShare": "traffic_share",
    "Variation": "variation",
    "VariationInput": "variation_input",
    "VariationResults": "variation_results",
}

__all__: tuple[str, ...] = (
    "Analysis",
    "AnalysisSettings",
    "AssignmentQuery",
    "DataSource",
    "DataSourcePage",
    "DataSourceResponse",
    "Deleted",
    "DimensionResults",
    "EnhancedStatus",
    "Environment",
    "EnvironmentList",
    "Error",
    "Experiment",
    "ExperimentCreate",
    "ExperimentCreateFields",
    "ExperimentMetric",
    "ExperimentPage",
    "ExperimentResponse",
    "ExperimentResults",
    "ExperimentResultsPage",
    "ExperimentResultsResponse",
    "ExperimentStart",
    "ExperimentStartFields",
    "ExperimentStop",
    "ExperimentStopFields",
    "ExperimentUpdate",
    "ExperimentUpdateFields",
    "FactColumn",
    "FactMetric",
    "FactMetricPage",
    "FactMetricResponse",
    "Feature",
    "FeatureCreate",
    "FeatureCreateFields",
    "FeatureEnvironment",
    "FeatureEnvironmentInput",
    "FeaturePage",
    "FeatureResponse",
    "FeatureRevision",
    "FeatureToggle",
    "FeatureToggleFields",
    "FeatureUpdate",
    "FeatureUpdateFields",
    "Metric",
    "MetricBehavior",
    "MetricPage",
    "MetricResponse",
    "MetricResults",
    "OrganizationSettings",
    "Phase",
    "PhaseInput",
    "Project",
    "ProjectCreate",
    "ProjectCreateFields",
    "ProjectPage",
    "ProjectResponse",
    "ProjectSettings",
    "ProjectSettingsInput",
    "ProjectUpdate",
    "ProjectUpdateFields",
    "ResultsChecks",
    "ResultsDimension",
    "ResultSummary",
    "SettingsResponse",
    "Snapshot",
    "SnapshotCreate",
    "SnapshotCreateFields",
    "SnapshotResponse",
    "TrafficShare",
    "Variation",
    "VariationInput",
    "VariationResults",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
