"""The models, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .access import Access as Access
    from .access_allowed_reason import AccessAllowedReason as AccessAllowedReason
    from .access_allowed_rep import AccessAllowedRep as AccessAllowedRep
    from .access_denied import AccessDenied as AccessDenied
    from .access_denied_reason import AccessDeniedReason as AccessDeniedReason
    from .analysis_config_input import AnalysisConfigInput as AnalysisConfigInput
    from .analysis_config_rep import AnalysisConfigRep as AnalysisConfigRep
    from .approval_settings import ApprovalSettings as ApprovalSettings
    from .audit_log_entry_listing_rep import AuditLogEntryListingRep as AuditLogEntryListingRep
    from .audit_log_entry_listing_rep_collection import (
        AuditLogEntryListingRepCollection as AuditLogEntryListingRepCollection,
    )
    from .audit_log_entry_rep import AuditLogEntryRep as AuditLogEntryRep
    from .authorized_app_data_rep import AuthorizedAppDataRep as AuthorizedAppDataRep
    from .bayesian_beta_binomial_stats_rep import BayesianBetaBinomialStatsRep as BayesianBetaBinomialStatsRep
    from .bayesian_normal_stats_rep import BayesianNormalStatsRep as BayesianNormalStatsRep
    from .caller_identity_rep import CallerIdentityRep as CallerIdentityRep
    from .clause import Clause as Clause
    from .client_side_availability import ClientSideAvailability as ClientSideAvailability
    from .client_side_availability_post import ClientSideAvailabilityPost as ClientSideAvailabilityPost
    from .confidence_interval_rep import ConfidenceIntervalRep as ConfidenceIntervalRep
    from .context_attribute_name import ContextAttributeName as ContextAttributeName
    from .context_attribute_names import ContextAttributeNames as ContextAttributeNames
    from .context_attribute_names_collection import ContextAttributeNamesCollection as ContextAttributeNamesCollection
    from .context_attribute_value import ContextAttributeValue as ContextAttributeValue
    from .context_attribute_values import ContextAttributeValues as ContextAttributeValues
    from .context_attribute_values_collection import (
        ContextAttributeValuesCollection as ContextAttributeValuesCollection,
    )
    from .context_instance_evaluation import ContextInstanceEvaluation as ContextInstanceEvaluation
    from .context_instance_evaluation_reason import ContextInstanceEvaluationReason as ContextInstanceEvaluationReason
    from .context_instance_evaluations import ContextInstanceEvaluations as ContextInstanceEvaluations
    from .context_kind_environment_observation import (
        ContextKindEnvironmentObservation as ContextKindEnvironmentObservation,
    )
    from .context_kind_rep import ContextKindRep as ContextKindRep
    from .context_kinds_collection_rep import ContextKindsCollectionRep as ContextKindsCollectionRep
    from .context_record import ContextRecord as ContextRecord
    from .context_search import ContextSearch as ContextSearch
    from .context_search_fields import ContextSearchFields as ContextSearchFields
    from .contexts import Contexts as Contexts
    from .count_bucket import CountBucket as CountBucket
    from .count_buckets_result import CountBucketsResult as CountBucketsResult
    from .covariate_info_rep import CovariateInfoRep as CovariateInfoRep
    from .credible_interval_rep import CredibleIntervalRep as CredibleIntervalRep
    from .custom_property import CustomProperty as CustomProperty
    from .custom_property_input import CustomPropertyInput as CustomPropertyInput
    from .defaults import Defaults as Defaults
    from .defaults_input import DefaultsInput as DefaultsInput
    from .denominator_post import DenominatorPost as DenominatorPost
    from .dependent_experiment_rep import DependentExperimentRep as DependentExperimentRep
    from .dependent_metric_group_rep import DependentMetricGroupRep as DependentMetricGroupRep
    from .dependent_metric_group_rep_with_metrics import (
        DependentMetricGroupRepWithMetrics as DependentMetricGroupRepWithMetrics,
    )
    from .dependent_metric_or_metric_group_rep import DependentMetricOrMetricGroupRep as DependentMetricOrMetricGroupRep
    from .dependent_release_phase_rep import DependentReleasePhaseRep as DependentReleasePhaseRep
    from .distribution import Distribution as Distribution
    from .environment import Environment as Environment
    from .environment_release import EnvironmentRelease as EnvironmentRelease
    from .environment_release_clause import EnvironmentReleaseClause as EnvironmentReleaseClause
    from .environment_release_collection import EnvironmentReleaseCollection as EnvironmentReleaseCollection
    from .environment_release_link import EnvironmentReleaseLink as EnvironmentReleaseLink
    from .environment_release_metric_input import EnvironmentReleaseMetricInput as EnvironmentReleaseMetricInput
    from .environment_release_phase import EnvironmentReleasePhase as EnvironmentReleasePhase
    from .environment_release_phase_input import EnvironmentReleasePhaseInput as EnvironmentReleasePhaseInput
    from .environment_release_step_input import EnvironmentReleaseStepInput as EnvironmentReleaseStepInput
    from .environment_releases_access import EnvironmentReleasesAccess as EnvironmentReleasesAccess
    from .environment_releases_access_allowed_rep import (
        EnvironmentReleasesAccessAllowedRep as EnvironmentReleasesAccessAllowedRep,
    )
    from .environment_releases_access_denied import EnvironmentReleasesAccessDenied as EnvironmentReleasesAccessDenied
    from .environment_releases_filter import EnvironmentReleasesFilter as EnvironmentReleasesFilter
    from .environment_releases_member_summary import (
        EnvironmentReleasesMemberSummary as EnvironmentReleasesMemberSummary,
    )
    from .environment_releases_metric_denominator_rep import (
        EnvironmentReleasesMetricDenominatorRep as EnvironmentReleasesMetricDenominatorRep,
    )
    from .environment_releases_metric_listing_rep import (
        EnvironmentReleasesMetricListingRep as EnvironmentReleasesMetricListingRep,
    )
    from .environment_releases_modification import EnvironmentReleasesModification as EnvironmentReleasesModification
    from .environments import Environments as Environments
    from .error import Error as Error
    from .event_filter import EventFilter as EventFilter
    from .experiment import Experiment as Experiment
    from .experiment_allocation_rep import ExperimentAllocationRep as ExperimentAllocationRep
    from .experiment_bayesian_results_rep import ExperimentBayesianResultsRep as ExperimentBayesianResultsRep
    from .experiment_collection_rep import ExperimentCollectionRep as ExperimentCollectionRep
    from .experiment_enabled_period_rep import ExperimentEnabledPeriodRep as ExperimentEnabledPeriodRep
    from .experiment_environment_setting_rep import ExperimentEnvironmentSettingRep as ExperimentEnvironmentSettingRep
    from .experiment_info_rep import ExperimentInfoRep as ExperimentInfoRep
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
    from .feature_flag import FeatureFlag as FeatureFlag
    from .feature_flag_body import FeatureFlagBody as FeatureFlagBody
    from .feature_flag_body_fields import FeatureFlagBodyFields as FeatureFlagBodyFields
    from .feature_flag_config import FeatureFlagConfig as FeatureFlagConfig
    from .feature_flag_status import FeatureFlagStatus as FeatureFlagStatus
    from .feature_flag_status_across_environments import (
        FeatureFlagStatusAcrossEnvironments as FeatureFlagStatusAcrossEnvironments,
    )
    from .feature_flag_statuses import FeatureFlagStatuses as FeatureFlagStatuses
    from .feature_flags import FeatureFlags as FeatureFlags
    from .filter_ import Filter as Filter
    from .flag_config_evaluation import FlagConfigEvaluation as FlagConfigEvaluation
    from .flag_config_migration_settings_rep import FlagConfigMigrationSettingsRep as FlagConfigMigrationSettingsRep
    from .flag_copy_config_environment import FlagCopyConfigEnvironment as FlagCopyConfigEnvironment
    from .flag_copy_config_post import FlagCopyConfigPost as FlagCopyConfigPost
    from .flag_copy_config_post_fields import FlagCopyConfigPostFields as FlagCopyConfigPostFields
    from .flag_input import FlagInput as FlagInput
    from .flag_listing_rep import FlagListingRep as FlagListingRep
    from .flag_migration_settings_rep import FlagMigrationSettingsRep as FlagMigrationSettingsRep
    from .flag_prerequisite_post import FlagPrerequisitePost as FlagPrerequisitePost
    from .flag_rep import FlagRep as FlagRep
    from .flag_status_rep import FlagStatusRep as FlagStatusRep
    from .flag_summary import FlagSummary as FlagSummary
    from .forbidden_error_rep import ForbiddenErrorRep as ForbiddenErrorRep
    from .guarded_release_config import GuardedReleaseConfig as GuardedReleaseConfig
    from .guarded_release_config_input import GuardedReleaseConfigInput as GuardedReleaseConfigInput
    from .holdout_detail_rep import HoldoutDetailRep as HoldoutDetailRep
    from .holdout_patch_input import HoldoutPatchInput as HoldoutPatchInput
    from .holdout_patch_input_fields import HoldoutPatchInputFields as HoldoutPatchInputFields
    from .holdout_post_request import HoldoutPostRequest as HoldoutPostRequest
    from .holdout_post_request_fields import HoldoutPostRequestFields as HoldoutPostRequestFields
    from .holdout_rep import HoldoutRep as HoldoutRep
    from .holdouts_collection_rep import HoldoutsCollectionRep as HoldoutsCollectionRep
    from .invalid_request_error_rep import InvalidRequestErrorRep as InvalidRequestErrorRep
    from .iteration_input import IterationInput as IterationInput
    from .iteration_input_fields import IterationInputFields as IterationInputFields
    from .iteration_rep import IterationRep as IterationRep
    from .layer_collection_rep import LayerCollectionRep as LayerCollectionRep
    from .layer_configuration_rep import LayerConfigurationRep as LayerConfigurationRep
    from .layer_patch_input import LayerPatchInput as LayerPatchInput
    from .layer_patch_input_fields import LayerPatchInputFields as LayerPatchInputFields
    from .layer_post import LayerPost as LayerPost
    from .layer_post_fields import LayerPostFields as LayerPostFields
    from .layer_rep import LayerRep as LayerRep
    from .layer_reservation_rep import LayerReservationRep as LayerReservationRep
    from .layer_snapshot_rep import LayerSnapshotRep as LayerSnapshotRep
    from .legacy_experiment_rep import LegacyExperimentRep as LegacyExperimentRep
    from .link import Link as Link
    from .maintainer_rep import MaintainerRep as MaintainerRep
    from .maintainer_team import MaintainerTeam as MaintainerTeam
    from .member_data_rep import MemberDataRep as MemberDataRep
    from .member_summary import MemberSummary as MemberSummary
    from .member_team_summary_rep import MemberTeamSummaryRep as MemberTeamSummaryRep
    from .method_not_allowed_error_rep import MethodNotAllowedErrorRep as MethodNotAllowedErrorRep
    from .metric_collection_rep import MetricCollectionRep as MetricCollectionRep
    from .metric_data_source_ref_input import MetricDataSourceRefInput as MetricDataSourceRefInput
    from .metric_data_source_ref_rep import MetricDataSourceRefRep as MetricDataSourceRefRep
    from .metric_denominator_rep import MetricDenominatorRep as MetricDenominatorRep
    from .metric_event_default_input import MetricEventDefaultInput as MetricEventDefaultInput
    from .metric_event_default_rep import MetricEventDefaultRep as MetricEventDefaultRep
    from .metric_group_collection_rep import MetricGroupCollectionRep as MetricGroupCollectionRep
    from .metric_group_post import MetricGroupPost as MetricGroupPost
    from .metric_group_post_fields import MetricGroupPostFields as MetricGroupPostFields
    from .metric_group_rep import MetricGroupRep as MetricGroupRep
    from .metric_in_group_rep import MetricInGroupRep as MetricInGroupRep
    from .metric_in_metric_group_input import MetricInMetricGroupInput as MetricInMetricGroupInput
    from .metric_input import MetricInput as MetricInput
    from .metric_listing_rep import MetricListingRep as MetricListingRep
    from .metric_post import MetricPost as MetricPost
    from .metric_post_fields import MetricPostFields as MetricPostFields
    from .metric_rep import MetricRep as MetricRep
    from .metric_seen import MetricSeen as MetricSeen
    from .metric_v2_rep import MetricV2Rep as MetricV2Rep
    from .migration_settings_post import MigrationSettingsPost as MigrationSettingsPost
    from .modification import Modification as Modification
    from .mutable_fields_by_status_rep import MutableFieldsByStatusRep as MutableFieldsByStatusRep
    from .not_found_error_rep import NotFoundErrorRep as NotFoundErrorRep
    from .parameter_rep import ParameterRep as ParameterRep
    from .parent_resource_rep import ParentResourceRep as ParentResourceRep
    from .patch_failed_error_rep import PatchFailedErrorRep as PatchFailedErrorRep
    from .patch_operation import PatchOperation as PatchOperation
    from .patch_with_comment import PatchWithComment as PatchWithComment
    from .patch_with_comment_fields import PatchWithCommentFields as PatchWithCommentFields
    from .post_release_policy_request import PostReleasePolicyRequest as PostReleasePolicyRequest
    from .post_release_policy_request_fields import PostReleasePolicyRequestFields as PostReleasePolicyRequestFields
    from .prerequisite import Prerequisite as Prerequisite
    from .progressive_release_config import ProgressiveReleaseConfig as ProgressiveReleaseConfig
    from .progressive_release_config_input import ProgressiveReleaseConfigInput as ProgressiveReleaseConfigInput
    from .project import Project as Project
    from .projects import Projects as Projects
    from .put_release_policy_request import PutReleasePolicyRequest as PutReleasePolicyRequest
    from .put_release_policy_request_fields import PutReleasePolicyRequestFields as PutReleasePolicyRequestFields
    from .randomization_unit_input import RandomizationUnitInput as RandomizationUnitInput
    from .randomization_unit_rep import RandomizationUnitRep as RandomizationUnitRep
    from .rate_limited_error_rep import RateLimitedErrorRep as RateLimitedErrorRep
    from .related_ai_config import RelatedAIConfig as RelatedAIConfig
    from .related_experiment import RelatedExperiment as RelatedExperiment
    from .related_experiment_rep import RelatedExperimentRep as RelatedExperimentRep
    from .related_flag import RelatedFlag as RelatedFlag
    from .relative_difference_rep import RelativeDifferenceRep as RelativeDifferenceRep
    from .release_health_check_failure import ReleaseHealthCheckFailure as ReleaseHealthCheckFailure
    from .release_metric import ReleaseMetric as ReleaseMetric
    from .release_policies_access_allowed_reason import (
        ReleasePoliciesAccessAllowedReason as ReleasePoliciesAccessAllowedReason,
    )
    from .release_policies_access_allowed_rep import ReleasePoliciesAccessAllowedRep as ReleasePoliciesAccessAllowedRep
    from .release_policies_access_denied import ReleasePoliciesAccessDenied as ReleasePoliciesAccessDenied
    from .release_policies_access_denied_reason import (
        ReleasePoliciesAccessDeniedReason as ReleasePoliciesAccessDeniedReason,
    )
    from .release_policies_access_rep import ReleasePoliciesAccessRep as ReleasePoliciesAccessRep
    from .release_policies_response import ReleasePoliciesResponse as ReleasePoliciesResponse
    from .release_policy import ReleasePolicy as ReleasePolicy
    from .release_policy_scope import ReleasePolicyScope as ReleasePolicyScope
    from .release_policy_scope_input import ReleasePolicyScopeInput as ReleasePolicyScopeInput
    from .release_policy_stage import ReleasePolicyStage as ReleasePolicyStage
    from .release_policy_stage_input import ReleasePolicyStageInput as ReleasePolicyStageInput
    from .release_step import ReleaseStep as ReleaseStep
    from .resource_access import ResourceAccess as ResourceAccess
    from .rollout import Rollout as Rollout
    from .rule import Rule as Rule
    from .segment_body import SegmentBody as SegmentBody
    from .segment_body_fields import SegmentBodyFields as SegmentBodyFields
    from .segment_metadata import SegmentMetadata as SegmentMetadata
    from .segment_target import SegmentTarget as SegmentTarget
    from .semantic_patch import SemanticPatch as SemanticPatch
    from .semantic_patch_fields import SemanticPatchFields as SemanticPatchFields
    from .series_list_rep import SeriesListRep as SeriesListRep
    from .simple_holdout_rep import SimpleHoldoutRep as SimpleHoldoutRep
    from .sliced_results_rep import SlicedResultsRep as SlicedResultsRep
    from .stale_flag_data import StaleFlagData as StaleFlagData
    from .start_environment_release_bad_request import (
        StartEnvironmentReleaseBadRequest as StartEnvironmentReleaseBadRequest,
    )
    from .start_environment_release_request import StartEnvironmentReleaseRequest as StartEnvironmentReleaseRequest
    from .start_environment_release_request_fields import (
        StartEnvironmentReleaseRequestFields as StartEnvironmentReleaseRequestFields,
    )
    from .statement_post import StatementPost as StatementPost
    from .status_conflict_error_rep import StatusConflictErrorRep as StatusConflictErrorRep
    from .status_service_unavailable import StatusServiceUnavailable as StatusServiceUnavailable
    from .stop_environment_release_request import StopEnvironmentReleaseRequest as StopEnvironmentReleaseRequest
    from .stop_environment_release_request_fields import (
        StopEnvironmentReleaseRequestFields as StopEnvironmentReleaseRequestFields,
    )
    from .subject_data_rep import SubjectDataRep as SubjectDataRep
    from .target import Target as Target
    from .target_resource_rep import TargetResourceRep as TargetResourceRep
    from .token_summary import TokenSummary as TokenSummary
    from .treatment_input import TreatmentInput as TreatmentInput
    from .treatment_parameter_input import TreatmentParameterInput as TreatmentParameterInput
    from .treatment_rep import TreatmentRep as TreatmentRep
    from .treatment_result_rep import TreatmentResultRep as TreatmentResultRep
    from .unauthorized_error_rep import UnauthorizedErrorRep as UnauthorizedErrorRep
    from .upsert_context_kind_payload import UpsertContextKindPayload as UpsertContextKindPayload
    from .upsert_context_kind_payload_fields import UpsertContextKindPayloadFields as UpsertContextKindPayloadFields
    from .upsert_response_rep import UpsertResponseRep as UpsertResponseRep
    from .url_post import UrlPost as UrlPost
    from .user_segment import UserSegment as UserSegment
    from .user_segment_rule import UserSegmentRule as UserSegmentRule
    from .user_segments import UserSegments as UserSegments
    from .variation import Variation as Variation
    from .variation_input import VariationInput as VariationInput
    from .variation_or_rollout_rep import VariationOrRolloutRep as VariationOrRolloutRep
    from .variation_summary import VariationSummary as VariationSummary
    from .versions_rep import VersionsRep as VersionsRep
    from .weighted_variation import WeightedVariation as WeightedVariation

_MODULES = {
    "Access": "access",
    "AccessAllowedReason": "access_allowed_reason",
    "AccessAllowedRep": "access_allowed_rep",
    "AccessDenied": "access_denied",
    "AccessDeniedReason": "access_denied_reason",
    "AnalysisConfigInput": "analysis_config_input",
    "AnalysisConfigRep": "analysis_config_rep",
    "ApprovalSettings": "approval_settings",
    "AuditLogEntryListingRep": "audit_log_entry_listing_rep",
    "AuditLogEntryListingRepCollection": "audit_log_entry_listing_rep_collection",
    "AuditLogEntryRep": "audit_log_entry_rep",
    "AuthorizedAppDataRep": "authorized_app_data_rep",
    "BayesianBetaBinomialStatsRep": "bayesian_beta_binomial_stats_rep",
    "BayesianNormalStatsRep": "bayesian_normal_stats_rep",
    "CallerIdentityRep": "caller_identity_rep",
    "Clause": "clause",
    "ClientSideAvailability": "client_side_availability",
    "ClientSideAvailabilityPost": "client_side_availability_post",
    "ConfidenceIntervalRep": "confidence_interval_rep",
    "ContextAttributeName": "context_attribute_name",
    "ContextAttributeNames": "context_attribute_names",
    "ContextAttributeNamesCollection": "context_attribute_names_collection",
    "ContextAttributeValue": "context_attribute_value",
    "ContextAttributeValues": "context_attribute_values",
    "ContextAttributeValuesCollection": "context_attribute_values_collection",
    "ContextInstanceEvaluation": "context_instance_evaluation",
    "ContextInstanceEvaluationReason": "context_instance_evaluation_reason",
    "ContextInstanceEvaluations": "context_instance_evaluations",
    "ContextKindEnvironmentObservation": "context_kind_environment_observation",
    "ContextKindRep": "context_kind_rep",
    "ContextKindsCollectionRep": "context_kinds_collection_rep",
    "ContextRecord": "context_record",
    "Contexts": "contexts",
    "ContextSearch": "context_search",
    "ContextSearchFields": "context_search_fields",
    "CountBucket": "count_bucket",
    "CountBucketsResult": "count_buckets_result",
    "CovariateInfoRep": "covariate_info_rep",
    "CredibleIntervalRep": "credible_interval_rep",
    "CustomProperty": "custom_property",
    "CustomPropertyInput": "custom_property_input",
    "Defaults": "defaults",
    "DefaultsInput": "defaults_input",
    "DenominatorPost": "denominator_post",
    "DependentExperimentRep": "dependent_experiment_rep",
    "DependentMetricGroupRep": "dependent_metric_group_rep",
    "DependentMetricGroupRepWithMetrics": "dependent_metric_group_rep_with_metrics",
    "DependentMetricOrMetricGroupRep": "dependent_metric_or_metric_group_rep",
    "DependentReleasePhaseRep": "dependent_release_phase_rep",
    "Distribution": "distribution",
    "Environment": "environment",
    "EnvironmentRelease": "environment_release",
    "EnvironmentReleaseClause": "environment_release_clause",
    "EnvironmentReleaseCollection": "environment_release_collection",
    "EnvironmentReleaseLink": "environment_release_link",
    "EnvironmentReleaseMetricInput": "environment_release_metric_input",
    "EnvironmentReleasePhase": "environment_release_phase",
    "EnvironmentReleasePhaseInput": "environment_release_phase_input",
    "EnvironmentReleasesAccess": "environment_releases_access",
    "EnvironmentReleasesAccessAllowedRep": "environment_releases_access_allowed_rep",
    "EnvironmentReleasesAccessDenied": "environment_releases_access_denied",
    "EnvironmentReleasesFilter": "environment_releases_filter",
    "EnvironmentReleasesMemberSummary": "environment_releases_member_summary",
    "EnvironmentReleasesMetricDenominatorRep": "environment_releases_metric_denominator_rep",
    "EnvironmentReleasesMetricListingRep": "environment_releases_metric_listing_rep",
    "EnvironmentReleasesModification": "environment_releases_modification",
    "EnvironmentReleaseStepInput": "environment_release_step_input",
    "Environments": "environments",
    "Error": "error",
    "EventFilter": "event_filter",
    "Experiment": "experiment",
    "ExperimentAllocationRep": "experiment_allocation_rep",
    "ExperimentationSettingsPut": "experimentation_settings_put",
    "ExperimentationSettingsPutFields": "experimentation_settings_put_fields",
    "ExperimentationSettingsRep": "experimentation_settings_rep",
    "ExperimentBayesianResultsRep": "experiment_bayesian_results_rep",
    "ExperimentCollectionRep": "experiment_collection_rep",
    "ExperimentEnabledPeriodRep": "experiment_enabled_period_rep",
    "ExperimentEnvironmentSettingRep": "experiment_environment_setting_rep",
    "ExperimentInfoRep": "experiment_info_rep",
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
    "FeatureFlag": "feature_flag",
    "FeatureFlagBody": "feature_flag_body",
    "FeatureFlagBodyFields": "feature_flag_body_fields",
    "FeatureFlagConfig": "feature_flag_config",
    "FeatureFlags": "feature_flags",
    "FeatureFlagStatus": "feature_flag_status",
    "FeatureFlagStatusAcrossEnvironments": "feature_flag_status_across_environments",
    "FeatureFlagStatuses": "feature_flag_statuses",
    "Filter": "filter_",
    "FlagConfigEvaluation": "flag_config_evaluation",
    "FlagConfigMigrationSettingsRep": "flag_config_migration_settings_rep",
    "FlagCopyConfigEnvironment": "flag_copy_config_environment",
    "FlagCopyConfigPost": "flag_copy_config_post",
    "FlagCopyConfigPostFields": "flag_copy_config_post_fields",
    "FlagInput": "flag_input",
    "FlagListingRep": "flag_listing_rep",
    "FlagMigrationSettingsRep": "flag_migration_settings_rep",
    "FlagPrerequisitePost": "flag_prerequisite_post",
    "FlagRep": "flag_rep",
    "FlagStatusRep": "flag_status_rep",
    "FlagSummary": "flag_summary",
    "ForbiddenErrorRep": "forbidden_error_rep",
    "GuardedReleaseConfig": "guarded_release_config",
    "GuardedReleaseConfigInput": "guarded_release_config_input",
    "HoldoutDetailRep": "holdout_detail_rep",
    "HoldoutPatchInput": "holdout_patch_input",
    "HoldoutPatchInputFields": "holdout_patch_input_fields",
    "HoldoutPostRequest": "holdout_post_request",
    "HoldoutPostRequestFields": "holdout_post_request_fields",
    "HoldoutRep": "holdout_rep",
    "HoldoutsCollectionRep": "holdouts_collection_rep",
    "InvalidRequestErrorRep": "invalid_request_error_rep",
    "IterationInput": "iteration_input",
    "IterationInputFields": "iteration_input_fields",
    "IterationRep": "iteration_rep",
    "LayerCollectionRep": "layer_collection_rep",
    "LayerConfigurationRep": "layer_configuration_rep",
    "LayerPatchInput": "layer_patch_input",
    "LayerPatchInputFields": "layer_patch_input_fields",
    "LayerPost": "layer_post",
    "LayerPostFields": "layer_post_fields",
    "LayerRep": "layer_rep",
    "LayerReservationRep": "layer_reservation_rep",
    "LayerSnapshotRep": "layer_snapshot_rep",
    "LegacyExperimentRep": "legacy_experiment_rep",
    "Link": "link",
    "MaintainerRep": "maintainer_rep",
    "MaintainerTeam": "maintainer_team",
    "MemberDataRep": "member_data_rep",
    "MemberSummary": "member_summary",
    "MemberTeamSummaryRep": "member_team_summary_rep",
    "MethodNotAllowedErrorRep": "method_not_allowed_error_rep",
    "MetricCollectionRep": "metric_collection_rep",
    "MetricDataSourceRefInput": "metric_data_source_ref_input",
    "MetricDataSourceRefRep": "metric_data_source_ref_rep",
    "MetricDenominatorRep": "metric_denominator_rep",
    "MetricEventDefaultInput": "metric_event_default_input",
    "MetricEventDefaultRep": "metric_event_default_rep",
    "MetricGroupCollectionRep": "metric_group_collection_rep",
    "MetricGroupPost": "metric_group_post",
    "MetricGroupPostFields": "metric_group_post_fields",
    "MetricGroupRep": "metric_group_rep",
    "MetricInGroupRep": "metric_in_group_rep",
    "MetricInMetricGroupInput": "metric_in_metric_group_input",
    "MetricInput": "metric_input",
    "MetricListingRep": "metric_listing_rep",
    "MetricPost": "metric_post",
    "MetricPostFields": "metric_post_fields",
    "MetricRep": "metric_rep",
    "MetricSeen": "metric_seen",
    "MetricV2Rep": "metric_v2_rep",
    "MigrationSettingsPost": "migration_settings_post",
    "Modification": "modification",
    "MutableFieldsByStatusRep": "mutable_fields_by_status_rep",
    "NotFoundErrorRep": "not_found_error_rep",
    "ParameterRep": "parameter_rep",
    "ParentResourceRep": "parent_resource_rep",
    "PatchFailedErrorRep": "patch_failed_error_rep",
    "PatchOperation": "patch_operation",
    "PatchWithComment": "patch_with_comment",
    "PatchWithCommentFields": "patch_with_comment_fields",
    "PostReleasePolicyRequest": "post_release_policy_request",
    "PostReleasePolicyRequestFields": "post_release_policy_request_fields",
    "Prerequisite": "prerequisite",
    "ProgressiveReleaseConfig": "progressive_release_config",
    "ProgressiveReleaseConfigInput": "progressive_release_config_input",
    "Project": "project",
    "Projects": "projects",
    "PutReleasePolicyRequest": "put_release_policy_request",
    "PutReleasePolicyRequestFields": "put_release_policy_request_fields",
    "RandomizationUnitInput": "randomization_unit_input",
    "RandomizationUnitRep": "randomization_unit_rep",
    "RateLimitedErrorRep": "rate_limited_error_rep",
    "RelatedAIConfig": "related_ai_config",
    "RelatedExperiment": "related_experiment",
    "RelatedExperimentRep": "related_experiment_rep",
    "RelatedFlag": "related_flag",
    "RelativeDifferenceRep": "relative_difference_rep",
    "ReleaseHealthCheckFailure": "release_health_check_failure",
    "ReleaseMetric": "release_metric",
    "ReleasePoliciesAccessAllowedReason": "release_policies_access_allowed_reason",
    "ReleasePoliciesAccessAllowedRep": "release_policies_access_allowed_rep",
    "ReleasePoliciesAccessDenied": "release_policies_access_denied",
    "ReleasePoliciesAccessDeniedReason": "release_policies_access_denied_reason",
    "ReleasePoliciesAccessRep": "release_policies_access_rep",
    "ReleasePoliciesResponse": "release_policies_response",
    "ReleasePolicy": "release_policy",
    "ReleasePolicyScope": "release_policy_scope",
    "ReleasePolicyScopeInput": "release_policy_scope_input",
    "ReleasePolicyStage": "release_policy_stage",
    "ReleasePolicyStageInput": "release_policy_stage_input",
    "ReleaseStep": "release_step",
    "ResourceAccess": "resource_access",
    "Rollout": "rollout",
    "Rule": "rule",
    "SegmentBody": "segment_body",
    "SegmentBodyFields": "segment_body_fields",
    "SegmentMetadata": "segment_metadata",
    "SegmentTarget": "segment_target",
    "SemanticPatch": "semantic_patch",
    "SemanticPatchFields": "semantic_patch_fields",
    "SeriesListRep": "series_list_rep",
    "SimpleHoldoutRep": "simple_holdout_rep",
    "SlicedResultsRep": "sliced_results_rep",
    "StaleFlagData": "stale_flag_data",
    "StartEnvironmentReleaseBadRequest": "start_environment_release_bad_request",
    "StartEnvironmentReleaseRequest": "start_environment_release_request",
    "StartEnvironmentReleaseRequestFields": "start_environment_release_request_fields",
    "StatementPost": "statement_post",
    "StatusConflictErrorRep": "status_conflict_error_rep",
    "StatusServiceUnavailable": "status_service_unavailable",
    "StopEnvironmentReleaseRequest": "stop_environment_release_request",
    "StopEnvironmentReleaseRequestFields": "stop_environment_release_request_fields",
    "SubjectDataRep": "subject_data_rep",
    "Target": "target",
    "TargetResourceRep": "target_resource_rep",
    "TokenSummary": "token_summary",
    "TreatmentInput": "treatment_input",
    "TreatmentParameterInput": "treatment_parameter_input",
    "TreatmentRep": "treatment_rep",
    "TreatmentResultRep": "treatment_result_rep",
    "UnauthorizedErrorRep": "unauthorized_error_rep",
    "UpsertContextKindPayload": "upsert_context_kind_payload",
    "UpsertContextKindPayloadFields": "upsert_context_kind_payload_fields",
    "UpsertResponseRep": "upsert_response_rep",
    "UrlPost": "url_post",
    "UserSegment": "user_segment",
    "UserSegmentRule": "user_segment_rule",
    "UserSegments": "user_segments",
    "Variation": "variation",
    "VariationInput": "variation_input",
    "VariationOrRolloutRep": "variation_or_rollout_rep",
    "VariationSummary": "variation_summary",
    "VersionsRep": "versions_rep",
    "WeightedVariation": "weighted_variation",
}

__all__: tuple[str, ...] = (
    "Access",
    "AccessAllowedReason",
    "AccessAllowedRep",
    "AccessDenied",
    "AccessDeniedReason",
    "AnalysisConfigInput",
    "AnalysisConfigRep",
    "ApprovalSettings",
    "AuditLogEntryListingRep",
    "AuditLogEntryListingRepCollection",
    "AuditLogEntryRep",
    "AuthorizedAppDataRep",
    "BayesianBetaBinomialStatsRep",
    "BayesianNormalStatsRep",
    "CallerIdentityRep",
    "Clause",
    "ClientSideAvailability",
    "ClientSideAvailabilityPost",
    "ConfidenceIntervalRep",
    "ContextAttributeName",
    "ContextAttributeNames",
    "ContextAttributeNamesCollection",
    "ContextAttributeValue",
    "ContextAttributeValues",
    "ContextAttributeValuesCollection",
    "ContextInstanceEvaluation",
    "ContextInstanceEvaluationReason",
    "ContextInstanceEvaluations",
    "ContextKindEnvironmentObservation",
    "ContextKindRep",
    "ContextKindsCollectionRep",
    "ContextRecord",
    "Contexts",
    "ContextSearch",
    "ContextSearchFields",
    "CountBucket",
    "CountBucketsResult",
    "CovariateInfoRep",
    "CredibleIntervalRep",
    "CustomProperty",
    "CustomPropertyInput",
    "Defaults",
    "DefaultsInput",
    "DenominatorPost",
    "DependentExperimentRep",
    "DependentMetricGroupRep",
    "DependentMetricGroupRepWithMetrics",
    "DependentMetricOrMetricGroupRep",
    "DependentReleasePhaseRep",
    "Distribution",
    "Environment",
    "EnvironmentRelease",
    "EnvironmentReleaseClause",
    "EnvironmentReleaseCollection",
    "EnvironmentReleaseLink",
    "EnvironmentReleaseMetricInput",
    "EnvironmentReleasePhase",
    "EnvironmentReleasePhaseInput",
    "EnvironmentReleasesAccess",
    "EnvironmentReleasesAccessAllowedRep",
    "EnvironmentReleasesAccessDenied",
    "EnvironmentReleasesFilter",
    "EnvironmentReleasesMemberSummary",
    "EnvironmentReleasesMetricDenominatorRep",
    "EnvironmentReleasesMetricListingRep",
    "EnvironmentReleasesModification",
    "EnvironmentReleaseStepInput",
    "Environments",
    "Error",
    "EventFilter",
    "Experiment",
    "ExperimentAllocationRep",
    "ExperimentationSettingsPut",
    "ExperimentationSettingsPutFields",
    "ExperimentationSettingsRep",
    "ExperimentBayesianResultsRep",
    "ExperimentCollectionRep",
    "ExperimentEnabledPeriodRep",
    "ExperimentEnvironmentSettingRep",
    "ExperimentInfoRep",
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
    "FeatureFlag",
    "FeatureFlagBody",
    "FeatureFlagBodyFields",
    "FeatureFlagConfig",
    "FeatureFlags",
    "FeatureFlagStatus",
    "FeatureFlagStatusAcrossEnvironments",
    "FeatureFlagStatuses",
    "Filter",
    "FlagConfigEvaluation",
    "FlagConfigMigrationSettingsRep",
    "FlagCopyConfigEnvironment",
    "FlagCopyConfigPost",
    "FlagCopyConfigPostFields",
    "FlagInput",
    "FlagListingRep",
    "FlagMigrationSettingsRep",
    "FlagPrerequisitePost",
    "FlagRep",
    "FlagStatusRep",
    "FlagSummary",
    "ForbiddenErrorRep",
    "GuardedReleaseConfig",
    "GuardedReleaseConfigInput",
    "HoldoutDetailRep",
    "HoldoutPatchInput",
    "HoldoutPatchInputFields",
    "HoldoutPostRequest",
    "HoldoutPostRequestFields",
    "HoldoutRep",
    "HoldoutsCollectionRep",
    "InvalidRequestErrorRep",
    "IterationInput",
    "IterationInputFields",
    "IterationRep",
    "LayerCollectionRep",
    "LayerConfigurationRep",
    "LayerPatchInput",
    "LayerPatchInputFields",
    "LayerPost",
    "LayerPostFields",
    "LayerRep",
    "LayerReservationRep",
    "LayerSnapshotRep",
    "LegacyExperimentRep",
    "Link",
    "MaintainerRep",
    "MaintainerTeam",
    "MemberDataRep",
    "MemberSummary",
    "MemberTeamSummaryRep",
    "MethodNotAllowedErrorRep",
    "MetricCollectionRep",
    "MetricDataSourceRefInput",
    "MetricDataSourceRefRep",
    "MetricDenominatorRep",
    "MetricEventDefaultInput",
    "MetricEventDefaultRep",
    "MetricGroupCollectionRep",
    "MetricGroupPost",
    "MetricGroupPostFields",
    "MetricGroupRep",
    "MetricInGroupRep",
    "MetricInMetricGroupInput",
    "MetricInput",
    "MetricListingRep",
    "MetricPost",
    "MetricPostFields",
    "MetricRep",
    "MetricSeen",
    "MetricV2Rep",
    "MigrationSettingsPost",
    "Modification",
    "MutableFieldsByStatusRep",
    "NotFoundErrorRep",
    "ParameterRep",
    "ParentResourceRep",
    "PatchFailedErrorRep",
    "PatchOperation",
    "PatchWithComment",
    "PatchWithCommentFields",
    "PostReleasePolicyRequest",
    "PostReleasePolicyRequestFields",
    "Prerequisite",
    "ProgressiveReleaseConfig",
    "ProgressiveReleaseConfigInput",
    "Project",
    "Projects",
    "PutReleasePolicyRequest",
    "PutReleasePolicyRequestFields",
    "RandomizationUnitInput",
    "RandomizationUnitRep",
    "RateLimitedErrorRep",
    "RelatedAIConfig",
    "RelatedExperiment",
    "RelatedExperimentRep",
    "RelatedFlag",
    "RelativeDifferenceRep",
    "ReleaseHealthCheckFailure",
    "ReleaseMetric",
    "ReleasePoliciesAccessAllowedReason",
    "ReleasePoliciesAccessAllowedRep",
    "ReleasePoliciesAccessDenied",
    "ReleasePoliciesAccessDeniedReason",
    "ReleasePoliciesAccessRep",
    "ReleasePoliciesResponse",
    "ReleasePolicy",
    "ReleasePolicyScope",
    "ReleasePolicyScopeInput",
    "ReleasePolicyStage",
    "ReleasePolicyStageInput",
    "ReleaseStep",
    "ResourceAccess",
    "Rollout",
    "Rule",
    "SegmentBody",
    "SegmentBodyFields",
    "SegmentMetadata",
    "SegmentTarget",
    "SemanticPatch",
    "SemanticPatchFields",
    "SeriesListRep",
    "SimpleHoldoutRep",
    "SlicedResultsRep",
    "StaleFlagData",
    "StartEnvironmentReleaseBadRequest",
    "StartEnvironmentReleaseRequest",
    "StartEnvironmentReleaseRequestFields",
    "StatementPost",
    "StatusConflictErrorRep",
    "StatusServiceUnavailable",
    "StopEnvironmentReleaseRequest",
    "StopEnvironmentReleaseRequestFields",
    "SubjectDataRep",
    "Target",
    "TargetResourceRep",
    "TokenSummary",
    "TreatmentInput",
    "TreatmentParameterInput",
    "TreatmentRep",
    "TreatmentResultRep",
    "UnauthorizedErrorRep",
    "UpsertContextKindPayload",
    "UpsertContextKindPayloadFields",
    "UpsertResponseRep",
    "UrlPost",
    "UserSegment",
    "UserSegmentRule",
    "UserSegments",
    "Variation",
    "VariationInput",
    "VariationOrRolloutRep",
    "VariationSummary",
    "VersionsRep",
    "WeightedVariation",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
