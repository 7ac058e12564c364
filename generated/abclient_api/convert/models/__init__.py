"""The models, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .access_role import AccessRole as AccessRole
    from .access_roles_list_response_data import AccessRolesListResponseData as AccessRolesListResponseData
    from .account import Account as Account
    from .account_billing import AccountBilling as AccountBilling
    from .account_billing_addon import AccountBillingAddon as AccountBillingAddon
    from .account_billing_contract import AccountBillingContract as AccountBillingContract
    from .account_billing_details import AccountBillingDetails as AccountBillingDetails
    from .account_billing_product import AccountBillingProduct as AccountBillingProduct
    from .account_billing_products import AccountBillingProducts as AccountBillingProducts
    from .account_billing_settings import AccountBillingSettings as AccountBillingSettings
    from .account_blocked_ips import AccountBlockedIps as AccountBlockedIps
    from .account_details import AccountDetails as AccountDetails
    from .account_details_billing import AccountDetailsBilling as AccountDetailsBilling
    from .account_details_billing_details import AccountDetailsBillingDetails as AccountDetailsBillingDetails
    from .account_details_response_data import AccountDetailsResponseData as AccountDetailsResponseData
    from .account_experiences_list_request_data import (
        AccountExperiencesListRequestData as AccountExperiencesListRequestData,
    )
    from .account_experiences_list_request_data_fields import (
        AccountExperiencesListRequestDataFields as AccountExperiencesListRequestDataFields,
    )
    from .account_history_request_data import AccountHistoryRequestData as AccountHistoryRequestData
    from .account_history_request_data_fields import AccountHistoryRequestDataFields as AccountHistoryRequestDataFields
    from .account_live_data_request_data import AccountLiveDataRequestData as AccountLiveDataRequestData
    from .account_live_data_request_data_fields import (
        AccountLiveDataRequestDataFields as AccountLiveDataRequestDataFields,
    )
    from .account_settings import AccountSettings as AccountSettings
    from .account_stats import AccountStats as AccountStats
    from .account_tracking_script import AccountTrackingScript as AccountTrackingScript
    from .account_user_accesses import AccountUserAccesses as AccountUserAccesses
    from .account_user_accesses_create_request_data import (
        AccountUserAccessesCreateRequestData as AccountUserAccessesCreateRequestData,
    )
    from .account_user_accesses_create_request_data_fields import (
        AccountUserAccessesCreateRequestDataFields as AccountUserAccessesCreateRequestDataFields,
    )
    from .account_user_accesses_delete import AccountUserAccessesDelete as AccountUserAccessesDelete
    from .account_user_accesses_delete_fields import AccountUserAccessesDeleteFields as AccountUserAccessesDeleteFields
    from .account_user_accesses_response import AccountUserAccessesResponse as AccountUserAccessesResponse
    from .account_user_accesses_update_request_data import (
        AccountUserAccessesUpdateRequestData as AccountUserAccessesUpdateRequestData,
    )
    from .account_user_accesses_update_request_data_fields import (
        AccountUserAccessesUpdateRequestDataFields as AccountUserAccessesUpdateRequestDataFields,
    )
    from .account_users_accesses_list_response import (
        AccountUsersAccessesListResponse as AccountUsersAccessesListResponse,
    )
    from .accounts_list_response_data import AccountsListResponseData as AccountsListResponseData
    from .api_key import ApiKey as ApiKey
    from .api_keys_list_response import ApiKeysListResponse as ApiKeysListResponse
    from .audience import Audience as Audience
    from .audience_preset import AudiencePreset as AudiencePreset
    from .audiences_list_response_data import AudiencesListResponseData as AudiencesListResponseData
    from .audiences_presets_list_response_data import (
        AudiencesPresetsListResponseData as AudiencesPresetsListResponseData,
    )
    from .base_64_image import Base64Image as Base64Image
    from .base_simple_experience import BaseSimpleExperience as BaseSimpleExperience
    from .base_visitor_data import BaseVisitorData as BaseVisitorData
    from .billing_plan_data import BillingPlanData as BillingPlanData
    from .billing_plan_limits_and_capabilities import (
        BillingPlanLimitsAndCapabilities as BillingPlanLimitsAndCapabilities,
    )
    from .billing_plans_list_response_data import BillingPlansListResponseData as BillingPlansListResponseData
    from .billing_usage_limit import BillingUsageLimit as BillingUsageLimit
    from .billing_usage_limits import BillingUsageLimits as BillingUsageLimits
    from .blocked_ip import BlockedIp as BlockedIp
    from .blocked_ip_input import BlockedIpInput as BlockedIpInput
    from .blocked_ip_range import BlockedIpRange as BlockedIpRange
    from .blocked_ip_range_input import BlockedIpRangeInput as BlockedIpRangeInput
    from .blocked_ips import BlockedIps as BlockedIps
    from .blocked_ips_input import BlockedIpsInput as BlockedIpsInput
    from .bulk_delete_audience_request_data import BulkDeleteAudienceRequestData as BulkDeleteAudienceRequestData
    from .bulk_delete_audience_request_data_fields import (
        BulkDeleteAudienceRequestDataFields as BulkDeleteAudienceRequestDataFields,
    )
    from .bulk_delete_domain_request_data import BulkDeleteDomainRequestData as BulkDeleteDomainRequestData
    from .bulk_delete_domain_request_data_fields import (
        BulkDeleteDomainRequestDataFields as BulkDeleteDomainRequestDataFields,
    )
    from .bulk_delete_experiences_request_data import (
        BulkDeleteExperiencesRequestData as BulkDeleteExperiencesRequestData,
    )
    from .bulk_delete_experiences_request_data_fields import (
        BulkDeleteExperiencesRequestDataFields as BulkDeleteExperiencesRequestDataFields,
    )
    from .bulk_delete_feature_request_data import BulkDeleteFeatureRequestData as BulkDeleteFeatureRequestData
    from .bulk_delete_feature_request_data_fields import (
        BulkDeleteFeatureRequestDataFields as BulkDeleteFeatureRequestDataFields,
    )
    from .bulk_delete_goal_request_data import BulkDeleteGoalRequestData as BulkDeleteGoalRequestData
    from .bulk_delete_goal_request_data_fields import BulkDeleteGoalRequestDataFields as BulkDeleteGoalRequestDataFields
    from .bulk_delete_hypotheses_request_data import BulkDeleteHypothesesRequestData as BulkDeleteHypothesesRequestData
    from .bulk_delete_hypotheses_request_data_fields import (
        BulkDeleteHypothesesRequestDataFields as BulkDeleteHypothesesRequestDataFields,
    )
    from .bulk_delete_knowledge_bases_request_data import (
        BulkDeleteKnowledgeBasesRequestData as BulkDeleteKnowledgeBasesRequestData,
    )
    from .bulk_delete_knowledge_bases_request_data_fields import (
        BulkDeleteKnowledgeBasesRequestDataFields as BulkDeleteKnowledgeBasesRequestDataFields,
    )
    from .bulk_delete_locations_request_data import BulkDeleteLocationsRequestData as BulkDeleteLocationsRequestData
    from .bulk_delete_locations_request_data_fields import (
        BulkDeleteLocationsRequestDataFields as BulkDeleteLocationsRequestDataFields,
    )
    from .bulk_delete_observations_request_data import (
        BulkDeleteObservationsRequestData as BulkDeleteObservationsRequestData,
    )
    from .bulk_delete_observations_request_data_fields import (
        BulkDeleteObservationsRequestDataFields as BulkDeleteObservationsRequestDataFields,
    )
    from .bulk_delete_tag_request_data import BulkDeleteTagRequestData as BulkDeleteTagRequestData
    from .bulk_delete_tag_request_data_fields import BulkDeleteTagRequestDataFields as BulkDeleteTagRequestDataFields
    from .bulk_entity_error import BulkEntityError as BulkEntityError
    from .bulk_project_settings import BulkProjectSettings as BulkProjectSettings
    from .bulk_success_data import BulkSuccessData as BulkSuccessData
    from .bulk_tracking_script import BulkTrackingScript as BulkTrackingScript
    from .bulk_update_audience_request_data import BulkUpdateAudienceRequestData as BulkUpdateAudienceRequestData
    from .bulk_update_audience_request_data_fields import (
        BulkUpdateAudienceRequestDataFields as BulkUpdateAudienceRequestDataFields,
    )
    from .bulk_update_experiences_request_data import (
        BulkUpdateExperiencesRequestData as BulkUpdateExperiencesRequestData,
    )
    from .bulk_update_experiences_request_data_fields import (
        BulkUpdateExperiencesRequestDataFields as BulkUpdateExperiencesRequestDataFields,
    )
    from .bulk_update_feature_request_data import BulkUpdateFeatureRequestData as BulkUpdateFeatureRequestData
    from .bulk_update_feature_request_data_fields import (
        BulkUpdateFeatureRequestDataFields as BulkUpdateFeatureRequestDataFields,
    )
    from .bulk_update_goal_request_data import BulkUpdateGoalRequestData as BulkUpdateGoalRequestData
    from .bulk_update_goal_request_data_fields import BulkUpdateGoalRequestDataFields as BulkUpdateGoalRequestDataFields
    from .bulk_update_hypotheses_request_data import BulkUpdateHypothesesRequestData as BulkUpdateHypothesesRequestData
    from .bulk_update_hypotheses_request_data_fields import (
        BulkUpdateHypothesesRequestDataFields as BulkUpdateHypothesesRequestDataFields,
    )
    from .bulk_update_knowledge_bases_request_data import (
        BulkUpdateKnowledgeBasesRequestData as BulkUpdateKnowledgeBasesRequestData,
    )
    from .bulk_update_knowledge_bases_request_data_fields import (
        BulkUpdateKnowledgeBasesRequestDataFields as BulkUpdateKnowledgeBasesRequestDataFields,
    )
    from .bulk_update_locations_request_data import BulkUpdateLocationsRequestData as BulkUpdateLocationsRequestData
    from .bulk_update_locations_request_data_fields import (
        BulkUpdateLocationsRequestDataFields as BulkUpdateLocationsRequestDataFields,
    )
    from .bulk_update_observations_request_data import (
        BulkUpdateObservationsRequestData as BulkUpdateObservationsRequestData,
    )
    from .bulk_update_observations_request_data_fields import (
        BulkUpdateObservationsRequestDataFields as BulkUpdateObservationsRequestDataFields,
    )
    from .bulk_update_projects_request_data import BulkUpdateProjectsRequestData as BulkUpdateProjectsRequestData
    from .bulk_update_projects_request_data_fields import (
        BulkUpdateProjectsRequestDataFields as BulkUpdateProjectsRequestDataFields,
    )
    from .cdn_image import CdnImage as CdnImage
    from .cdn_images_list_response_data import CdnImagesListResponseData as CdnImagesListResponseData
    from .change_history import ChangeHistory as ChangeHistory
    from .change_history_changes import ChangeHistoryChanges as ChangeHistoryChanges
    from .change_history_info import ChangeHistoryInfo as ChangeHistoryInfo
    from .change_history_list_response_data import ChangeHistoryListResponseData as ChangeHistoryListResponseData
    from .check_code_domain_request_data import CheckCodeDomainRequestData as CheckCodeDomainRequestData
    from .check_code_domain_request_data_fields import (
        CheckCodeDomainRequestDataFields as CheckCodeDomainRequestDataFields,
    )
    from .clone_experience_request_data import CloneExperienceRequestData as CloneExperienceRequestData
    from .clone_experience_request_data_fields import (
        CloneExperienceRequestDataFields as CloneExperienceRequestDataFields,
    )
    from .common_basic_permissions import CommonBasicPermissions as CommonBasicPermissions
    from .conversion_data import ConversionData as ConversionData
    from .convert_experience_variation_request_data import (
        ConvertExperienceVariationRequestData as ConvertExperienceVariationRequestData,
    )
    from .convert_experience_variation_request_data_fields import (
        ConvertExperienceVariationRequestDataFields as ConvertExperienceVariationRequestDataFields,
    )
    from .crazyegg_settings import CrazyeggSettings as CrazyeggSettings
    from .crazyegg_settings_input import CrazyeggSettingsInput as CrazyeggSettingsInput
    from .create_api_key_request_data import CreateApiKeyRequestData as CreateApiKeyRequestData
    from .create_api_key_request_data_fields import CreateApiKeyRequestDataFields as CreateApiKeyRequestDataFields
    from .create_audience_request_data import CreateAudienceRequestData as CreateAudienceRequestData
    from .create_audience_request_data_fields import CreateAudienceRequestDataFields as CreateAudienceRequestDataFields
    from .create_domain_request_data import CreateDomainRequestData as CreateDomainRequestData
    from .create_domain_request_data_fields import CreateDomainRequestDataFields as CreateDomainRequestDataFields
    from .create_experience_request_data import CreateExperienceRequestData as CreateExperienceRequestData
    from .create_experience_request_data_fields import (
        CreateExperienceRequestDataFields as CreateExperienceRequestDataFields,
    )
    from .create_feature_request_data import CreateFeatureRequestData as CreateFeatureRequestData
    from .create_feature_request_data_fields import CreateFeatureRequestDataFields as CreateFeatureRequestDataFields
    from .create_goal_request_data import CreateGoalRequestData as CreateGoalRequestData
    from .create_goal_request_data_fields import CreateGoalRequestDataFields as CreateGoalRequestDataFields
    from .create_hypothesis_request_data import CreateHypothesisRequestData as CreateHypothesisRequestData
    from .create_hypothesis_request_data_fields import (
        CreateHypothesisRequestDataFields as CreateHypothesisRequestDataFields,
    )
    from .create_knowledge_base_request_data import CreateKnowledgeBaseRequestData as CreateKnowledgeBaseRequestData
    from .create_knowledge_base_request_data_fields import (
        CreateKnowledgeBaseRequestDataFields as CreateKnowledgeBaseRequestDataFields,
    )
    from .create_location_request_data import CreateLocationRequestData as CreateLocationRequestData
    from .create_location_request_data_fields import CreateLocationRequestDataFields as CreateLocationRequestDataFields
    from .create_observation_request_data import CreateObservationRequestData as CreateObservationRequestData
    from .create_observation_request_data_fields import (
        CreateObservationRequestDataFields as CreateObservationRequestDataFields,
    )
    from .create_placeholder_request_data import CreatePlaceholderRequestData as CreatePlaceholderRequestData
    from .create_placeholder_request_data_fields import (
        CreatePlaceholderRequestDataFields as CreatePlaceholderRequestDataFields,
    )
    from .create_project_request_data import CreateProjectRequestData as CreateProjectRequestData
    from .create_project_request_data_fields import CreateProjectRequestDataFields as CreateProjectRequestDataFields
    from .create_sdk_key_request_data import CreateSdkKeyRequestData as CreateSdkKeyRequestData
    from .create_sdk_key_request_data_fields import CreateSdkKeyRequestDataFields as CreateSdkKeyRequestDataFields
    from .create_section_request_data import CreateSectionRequestData as CreateSectionRequestData
    from .create_section_request_data_fields import CreateSectionRequestDataFields as CreateSectionRequestDataFields
    from .create_section_version_request_data import CreateSectionVersionRequestData as CreateSectionVersionRequestData
    from .create_section_version_request_data_fields import (
        CreateSectionVersionRequestDataFields as CreateSectionVersionRequestDataFields,
    )
    from .create_tag_request_data import CreateTagRequestData as CreateTagRequestData
    from .create_tag_request_data_fields import CreateTagRequestDataFields as CreateTagRequestDataFields
    from .create_visitor_data_item_request_data import (
        CreateVisitorDataItemRequestData as CreateVisitorDataItemRequestData,
    )
    from .create_visitor_data_item_request_data_fields import (
        CreateVisitorDataItemRequestDataFields as CreateVisitorDataItemRequestDataFields,
    )
    from .custom_domain_ownership_verification_item import (
        CustomDomainOwnershipVerificationItem as CustomDomainOwnershipVerificationItem,
    )
    from .daily_figure import DailyFigure as DailyFigure
    from .daily_report_data import DailyReportData as DailyReportData
    from .daily_traffic_data import DailyTrafficData as DailyTrafficData
    from .daily_variation_report import DailyVariationReport as DailyVariationReport
    from .daily_variation_traffic import DailyVariationTraffic as DailyVariationTraffic
    from .domain import Domain as Domain
    from .domain_to_create import DomainToCreate as DomainToCreate
    from .domains_list_response_data import DomainsListResponseData as DomainsListResponseData
    from .environment import Environment as Environment
    from .environment_input import EnvironmentInput as EnvironmentInput
    from .experience import Experience as Experience
    from .experience_aggregated_report import ExperienceAggregatedReport as ExperienceAggregatedReport
    from .experience_aggregated_report_response_data import (
        ExperienceAggregatedReportResponseData as ExperienceAggregatedReportResponseData,
    )
    from .experience_alert import ExperienceAlert as ExperienceAlert
    from .experience_change import ExperienceChange as ExperienceChange
    from .experience_change_add import ExperienceChangeAdd as ExperienceChangeAdd
    from .experience_change_data import ExperienceChangeData as ExperienceChangeData
    from .experience_change_data_input import ExperienceChangeDataInput as ExperienceChangeDataInput
    from .experience_change_input import ExperienceChangeInput as ExperienceChangeInput
    from .experience_collaborator import ExperienceCollaborator as ExperienceCollaborator
    from .experience_daily_report import ExperienceDailyReport as ExperienceDailyReport
    from .experience_daily_report_extra_data_item import (
        ExperienceDailyReportExtraDataItem as ExperienceDailyReportExtraDataItem,
    )
    from .experience_daily_report_response_data import (
        ExperienceDailyReportResponseData as ExperienceDailyReportResponseData,
    )
    from .experience_daily_traffic_allocation_report import (
        ExperienceDailyTrafficAllocationReport as ExperienceDailyTrafficAllocationReport,
    )
    from .experience_daily_traffic_allocation_response_data import (
        ExperienceDailyTrafficAllocationResponseData as ExperienceDailyTrafficAllocationResponseData,
    )
    from .experience_heatmap_background_response_data import (
        ExperienceHeatmapBackgroundResponseData as ExperienceHeatmapBackgroundResponseData,
    )
    from .experience_heatmap_overlay_response_data import (
        ExperienceHeatmapOverlayResponseData as ExperienceHeatmapOverlayResponseData,
    )
    from .experience_heatmaps import ExperienceHeatmaps as ExperienceHeatmaps
    from .experience_heatmaps_input import ExperienceHeatmapsInput as ExperienceHeatmapsInput
    from .experience_integration import ExperienceIntegration as ExperienceIntegration
    from .experience_integration_input import ExperienceIntegrationInput as ExperienceIntegrationInput
    from .experience_report_export_response_data import (
        ExperienceReportExportResponseData as ExperienceReportExportResponseData,
    )
    from .experience_report_settings_data import ExperienceReportSettingsData as ExperienceReportSettingsData
    from .experience_report_token import ExperienceReportToken as ExperienceReportToken
    from .experience_report_token_request_data import (
        ExperienceReportTokenRequestData as ExperienceReportTokenRequestData,
    )
    from .experience_report_token_request_data_fields import (
        ExperienceReportTokenRequestDataFields as ExperienceReportTokenRequestDataFields,
    )
    from .experience_section import ExperienceSection as ExperienceSection
    from .experience_section_version_response_data import (
        ExperienceSectionVersionResponseData as ExperienceSectionVersionResponseData,
    )
    from .experience_sections_list_response_data import (
        ExperienceSectionsListResponseData as ExperienceSectionsListResponseData,
    )
    from .experience_settings import ExperienceSettings as ExperienceSettings
    from .experience_settings_input import ExperienceSettingsInput as ExperienceSettingsInput
    from .experience_stats import ExperienceStats as ExperienceStats
    from .experience_variation import ExperienceVariation as ExperienceVariation
    from .experience_variation_create import ExperienceVariationCreate as ExperienceVariationCreate
    from .experience_variation_update import ExperienceVariationUpdate as ExperienceVariationUpdate
    from .experiences_list_response_data import ExperiencesListResponseData as ExperiencesListResponseData
    from .export_experience_raw_data_request_data import (
        ExportExperienceRawDataRequestData as ExportExperienceRawDataRequestData,
    )
    from .export_experience_raw_data_request_data_fields import (
        ExportExperienceRawDataRequestDataFields as ExportExperienceRawDataRequestDataFields,
    )
    from .export_experience_raw_data_response_data import (
        ExportExperienceRawDataResponseData as ExportExperienceRawDataResponseData,
    )
    from .export_experience_report_request_data import (
        ExportExperienceReportRequestData as ExportExperienceReportRequestData,
    )
    from .export_experience_report_request_data_fields import (
        ExportExperienceReportRequestDataFields as ExportExperienceReportRequestDataFields,
    )
    from .export_project_request_data import ExportProjectRequestData as ExportProjectRequestData
    from .export_project_request_data_fields import ExportProjectRequestDataFields as ExportProjectRequestDataFields
    from .extra import Extra as Extra
    from .feature import Feature as Feature
    from .feature_stats import FeatureStats as FeatureStats
    from .feature_variable import FeatureVariable as FeatureVariable
    from .feature_variable_input import FeatureVariableInput as FeatureVariableInput
    from .features_list_response_data import FeaturesListResponseData as FeaturesListResponseData
    from .file_data import FileData as FileData
    from .generate_debug_token_data import GenerateDebugTokenData as GenerateDebugTokenData
    from .generated_debug_token_data_response import GeneratedDebugTokenDataResponse as GeneratedDebugTokenDataResponse
    from .get_audiences_list_request_data import GetAudiencesListRequestData as GetAudiencesListRequestData
    from .get_audiences_list_request_data_fields import (
        GetAudiencesListRequestDataFields as GetAudiencesListRequestDataFields,
    )
    from .get_cdn_images_list_request_data import GetCdnImagesListRequestData as GetCdnImagesListRequestData
    from .get_cdn_images_list_request_data_fields import (
        GetCdnImagesListRequestDataFields as GetCdnImagesListRequestDataFields,
    )
    from .get_domain_by_url_request_data import GetDomainByUrlRequestData as GetDomainByUrlRequestData
    from .get_domain_by_url_request_data_fields import (
        GetDomainByUrlRequestDataFields as GetDomainByUrlRequestDataFields,
    )
    from .get_domains_list_request_data import GetDomainsListRequestData as GetDomainsListRequestData
    from .get_domains_list_request_data_fields import GetDomainsListRequestDataFields as GetDomainsListRequestDataFields
    from .get_experience_aggregated_report_request_data import (
        GetExperienceAggregatedReportRequestData as GetExperienceAggregatedReportRequestData,
    )
    from .get_experience_aggregated_report_request_data_fields import (
        GetExperienceAggregatedReportRequestDataFields as GetExperienceAggregatedReportRequestDataFields,
    )
    from .get_experience_daily_report_request_data import (
        GetExperienceDailyReportRequestData as GetExperienceDailyReportRequestData,
    )
    from .get_experience_daily_report_request_data_fields import (
        GetExperienceDailyReportRequestDataFields as GetExperienceDailyReportRequestDataFields,
    )
    from .get_experience_daily_traffic_allocation_request_data import (
        GetExperienceDailyTrafficAllocationRequestData as GetExperienceDailyTrafficAllocationRequestData,
    )
    from .get_experience_daily_traffic_allocation_request_data_fields import (
        GetExperienceDailyTrafficAllocationRequestDataFields as GetExperienceDailyTrafficAllocationRequestDataFields,
    )
    from .get_experience_heatmap_background_request_data import (
        GetExperienceHeatmapBackgroundRequestData as GetExperienceHeatmapBackgroundRequestData,
    )
    from .get_experience_heatmap_background_request_data_fields import (
        GetExperienceHeatmapBackgroundRequestDataFields as GetExperienceHeatmapBackgroundRequestDataFields,
    )
    from .get_experience_heatmap_overlay_request_data import (
        GetExperienceHeatmapOverlayRequestData as GetExperienceHeatmapOverlayRequestData,
    )
    from .get_experience_heatmap_overlay_request_data_fields import (
        GetExperienceHeatmapOverlayRequestDataFields as GetExperienceHeatmapOverlayRequestDataFields,
    )
    from .get_experience_history_request_data import GetExperienceHistoryRequestData as GetExperienceHistoryRequestData
    from .get_experience_history_request_data_fields import (
        GetExperienceHistoryRequestDataFields as GetExperienceHistoryRequestDataFields,
    )
    from .get_experience_live_data_request_data import (
        GetExperienceLiveDataRequestData as GetExperienceLiveDataRequestData,
    )
    from .get_experience_live_data_request_data_fields import (
        GetExperienceLiveDataRequestDataFields as GetExperienceLiveDataRequestDataFields,
    )
    from .get_experiences_list_request_data import GetExperiencesListRequestData as GetExperiencesListRequestData
    from .get_experiences_list_request_data_fields import (
        GetExperiencesListRequestDataFields as GetExperiencesListRequestDataFields,
    )
    from .get_features_list_request_data import GetFeaturesListRequestData as GetFeaturesListRequestData
    from .get_features_list_request_data_fields import (
        GetFeaturesListRequestDataFields as GetFeaturesListRequestDataFields,
    )
    from .get_goals_request_data import GetGoalsRequestData as GetGoalsRequestData
    from .get_goals_request_data_fields import GetGoalsRequestDataFields as GetGoalsRequestDataFields
    from .get_hypotheses_list_request_data import GetHypothesesListRequestData as GetHypothesesListRequestData
    from .get_hypotheses_list_request_data_fields import (
        GetHypothesesListRequestDataFields as GetHypothesesListRequestDataFields,
    )
    from .get_knowledge_bases_list_request_data import (
        GetKnowledgeBasesListRequestData as GetKnowledgeBasesListRequestData,
    )
    from .get_knowledge_bases_list_request_data_fields import (
        GetKnowledgeBasesListRequestDataFields as GetKnowledgeBasesListRequestDataFields,
    )
    from .get_locations_list_request_data import GetLocationsListRequestData as GetLocationsListRequestData
    from .get_locations_list_request_data_fields import (
        GetLocationsListRequestDataFields as GetLocationsListRequestDataFields,
    )
    from .get_observations_list_request_data import GetObservationsListRequestData as GetObservationsListRequestData
    from .get_observations_list_request_data_fields import (
        GetObservationsListRequestDataFields as GetObservationsListRequestDataFields,
    )
    from .get_placeholders_list_request_data import GetPlaceholdersListRequestData as GetPlaceholdersListRequestData
    from .get_placeholders_list_request_data_fields import (
        GetPlaceholdersListRequestDataFields as GetPlaceholdersListRequestDataFields,
    )
    from .get_project_live_data_request_data import GetProjectLiveDataRequestData as GetProjectLiveDataRequestData
    from .get_project_live_data_request_data_fields import (
        GetProjectLiveDataRequestDataFields as GetProjectLiveDataRequestDataFields,
    )
    from .get_projects_list_request_data import GetProjectsListRequestData as GetProjectsListRequestData
    from .get_projects_list_request_data_fields import (
        GetProjectsListRequestDataFields as GetProjectsListRequestDataFields,
    )
    from .get_sessions_list_request_data import GetSessionsListRequestData as GetSessionsListRequestData
    from .get_sessions_list_request_data_fields import (
        GetSessionsListRequestDataFields as GetSessionsListRequestDataFields,
    )
    from .get_signal_sessions_list_request_data import (
        GetSignalSessionsListRequestData as GetSignalSessionsListRequestData,
    )
    from .get_signal_sessions_list_request_data_fields import (
        GetSignalSessionsListRequestDataFields as GetSignalSessionsListRequestDataFields,
    )
    from .get_tags_list_request_data import GetTagsListRequestData as GetTagsListRequestData
    from .get_tags_list_request_data_fields import GetTagsListRequestDataFields as GetTagsListRequestDataFields
    from .get_visitor_data_list_request_data import GetVisitorDataListRequestData as GetVisitorDataListRequestData
    from .get_visitor_data_list_request_data_fields import (
        GetVisitorDataListRequestDataFields as GetVisitorDataListRequestDataFields,
    )
    from .goal import Goal as Goal
    from .goal_report import GoalReport as GoalReport
    from .goal_settings import GoalSettings as GoalSettings
    from .goal_stats import GoalStats as GoalStats
    from .goals_list_response_data import GoalsListResponseData as GoalsListResponseData
    from .google_analytics_settings import GoogleAnalyticsSettings as GoogleAnalyticsSettings
    from .google_analytics_settings_input import GoogleAnalyticsSettingsInput as GoogleAnalyticsSettingsInput
    from .google_analytics_stats import GoogleAnalyticsStats as GoogleAnalyticsStats
    from .heatmap_background import HeatmapBackground as HeatmapBackground
    from .heatmap_overlay import HeatmapOverlay as HeatmapOverlay
    from .hypotheses_list_response_data import HypothesesListResponseData as HypothesesListResponseData
    from .hypothesis import Hypothesis as Hypothesis
    from .import_visitors_data_push_request_data import (
        ImportVisitorsDataPushRequestData as ImportVisitorsDataPushRequestData,
    )
    from .import_visitors_data_push_request_data_fields import (
        ImportVisitorsDataPushRequestDataFields as ImportVisitorsDataPushRequestDataFields,
    )
    from .invalidation import Invalidation as Invalidation
    from .invalidation_input import InvalidationInput as InvalidationInput
    from .knowledge_base import KnowledgeBase as KnowledgeBase
    from .knowledge_bases_list_response_data import KnowledgeBasesListResponseData as KnowledgeBasesListResponseData
    from .live_data_event import LiveDataEvent as LiveDataEvent
    from .live_data_event_conversion import LiveDataEventConversion as LiveDataEventConversion
    from .live_data_events_list_response_data import LiveDataEventsListResponseData as LiveDataEventsListResponseData
    from .location import Location as Location
    from .location_preset import LocationPreset as LocationPreset
    from .location_trigger import LocationTrigger as LocationTrigger
    from .locations_list_response_data import LocationsListResponseData as LocationsListResponseData
    from .locations_presets_list_response_data import (
        LocationsPresetsListResponseData as LocationsPresetsListResponseData,
    )
    from .mab_settings import MabSettings as MabSettings
    from .matching_options import MatchingOptions as MatchingOptions
    from .multipage_experience_page import MultipageExperiencePage as MultipageExperiencePage
    from .numeric_outlier import NumericOutlier as NumericOutlier
    from .observation import Observation as Observation
    from .observation_image_data import ObservationImageData as ObservationImageData
    from .observations_list_response_data import ObservationsListResponseData as ObservationsListResponseData
    from .observed_result import ObservedResult as ObservedResult
    from .outliers import Outliers as Outliers
    from .pagination import Pagination as Pagination
    from .payment_method import PaymentMethod as PaymentMethod
    from .pending_changes import PendingChanges as PendingChanges
    from .placeholders_list_response_data import PlaceholdersListResponseData as PlaceholdersListResponseData
    from .prioritization_score_attributes import PrioritizationScoreAttributes as PrioritizationScoreAttributes
    from .products_data import ProductsData as ProductsData
    from .project import Project as Project
    from .project_access import ProjectAccess as ProjectAccess
    from .project_access_id import ProjectAccessId as ProjectAccessId
    from .project_access_input import ProjectAccessInput as ProjectAccessInput
    from .project_custom_domain import ProjectCustomDomain as ProjectCustomDomain
    from .project_custom_domain_input import ProjectCustomDomainInput as ProjectCustomDomainInput
    from .project_export_object import ProjectExportObject as ProjectExportObject
    from .project_history_request_data import ProjectHistoryRequestData as ProjectHistoryRequestData
    from .project_history_request_data_fields import ProjectHistoryRequestDataFields as ProjectHistoryRequestDataFields
    from .project_input import ProjectInput as ProjectInput
    from .project_integrations import ProjectIntegrations as ProjectIntegrations
    from .project_integrations_input import ProjectIntegrationsInput as ProjectIntegrationsInput
    from .project_reporting_settings import ProjectReportingSettings as ProjectReportingSettings
    from .project_reporting_settings_input import ProjectReportingSettingsInput as ProjectReportingSettingsInput
    from .project_settings import ProjectSettings as ProjectSettings
    from .project_settings_input import ProjectSettingsInput as ProjectSettingsInput
    from .project_stats import ProjectStats as ProjectStats
    from .project_stats_input import ProjectStatsInput as ProjectStatsInput
    from .project_updates import ProjectUpdates as ProjectUpdates
    from .project_updates_input import ProjectUpdatesInput as ProjectUpdatesInput
    from .projects_list_response_data import ProjectsListResponseData as ProjectsListResponseData
    from .raw_data_export import RawDataExport as RawDataExport
    from .remove_experience_report_request_data import (
        RemoveExperienceReportRequestData as RemoveExperienceReportRequestData,
    )
    from .remove_experience_report_request_data_fields import (
        RemoveExperienceReportRequestDataFields as RemoveExperienceReportRequestDataFields,
    )
    from .remove_experience_report_response_data import (
        RemoveExperienceReportResponseData as RemoveExperienceReportResponseData,
    )
    from .remove_experience_report_response_data_item import (
        RemoveExperienceReportResponseDataItem as RemoveExperienceReportResponseDataItem,
    )
    from .remove_report_event import RemoveReportEvent as RemoveReportEvent
    from .report_campaign import ReportCampaign as ReportCampaign
    from .report_export import ReportExport as ReportExport
    from .report_metric import ReportMetric as ReportMetric
    from .report_settings import ReportSettings as ReportSettings
    from .report_variation import ReportVariation as ReportVariation
    from .reporting_segments_filters import ReportingSegmentsFilters as ReportingSegmentsFilters
    from .revenue_data import RevenueData as RevenueData
    from .role_permissions import RolePermissions as RolePermissions
    from .role_permissions_account import RolePermissionsAccount as RolePermissionsAccount
    from .role_permissions_audience import RolePermissionsAudience as RolePermissionsAudience
    from .role_permissions_billing import RolePermissionsBilling as RolePermissionsBilling
    from .role_permissions_collaborator import RolePermissionsCollaborator as RolePermissionsCollaborator
    from .role_permissions_experience import RolePermissionsExperience as RolePermissionsExperience
    from .role_permissions_goal import RolePermissionsGoal as RolePermissionsGoal
    from .role_permissions_history import RolePermissionsHistory as RolePermissionsHistory
    from .role_permissions_hypothesis import RolePermissionsHypothesis as RolePermissionsHypothesis
    from .role_permissions_livedata import RolePermissionsLivedata as RolePermissionsLivedata
    from .role_permissions_location import RolePermissionsLocation as RolePermissionsLocation
    from .role_permissions_project import RolePermissionsProject as RolePermissionsProject
    from .role_permissions_report import RolePermissionsReport as RolePermissionsReport
    from .role_permissions_variation import RolePermissionsVariation as RolePermissionsVariation
    from .rule_and import RuleAnd as RuleAnd
    from .rule_element import RuleElement as RuleElement
    from .rule_matching import RuleMatching as RuleMatching
    from .rule_object import RuleObject as RuleObject
    from .rule_or_when import RuleOrWhen as RuleOrWhen
    from .screenshot_info import ScreenshotInfo as ScreenshotInfo
    from .screenshot_info_input import ScreenshotInfoInput as ScreenshotInfoInput
    from .sdk_key import SdkKey as SdkKey
    from .sdk_keys_list_response_data import SdkKeysListResponseData as SdkKeysListResponseData
    from .section_version import SectionVersion as SectionVersion
    from .section_version_create import SectionVersionCreate as SectionVersionCreate
    from .section_version_update import SectionVersionUpdate as SectionVersionUpdate
    from .session import Session as Session
    from .session_experience_filter import SessionExperienceFilter as SessionExperienceFilter
    from .session_range_filter import SessionRangeFilter as SessionRangeFilter
    from .session_text_filter import SessionTextFilter as SessionTextFilter
    from .sessions_extra import SessionsExtra as SessionsExtra
    from .sessions_list_response_data import SessionsListResponseData as SessionsListResponseData
    from .signal_session import SignalSession as SignalSession
    from .signal_sessions_extra import SignalSessionsExtra as SignalSessionsExtra
    from .signal_sessions_list_response_data import SignalSessionsListResponseData as SignalSessionsListResponseData
    from .simple_audience import SimpleAudience as SimpleAudience
    from .simple_audience_segment import SimpleAudienceSegment as SimpleAudienceSegment
    from .simple_experience import SimpleExperience as SimpleExperience
    from .simple_experience_variation import SimpleExperienceVariation as SimpleExperienceVariation
    from .simple_goal import SimpleGoal as SimpleGoal
    from .simple_location import SimpleLocation as SimpleLocation
    from .simple_project import SimpleProject as SimpleProject
    from .simple_project_reporting_settings import SimpleProjectReportingSettings as SimpleProjectReportingSettings
    from .simple_project_settings import SimpleProjectSettings as SimpleProjectSettings
    from .site_area import SiteArea as SiteArea
    from .split_url_settings import SplitUrlSettings as SplitUrlSettings
    from .stats_data_point import StatsDataPoint as StatsDataPoint
    from .stats_engine_settings import StatsEngineSettings as StatsEngineSettings
    from .stats_engine_settings_input import StatsEngineSettingsInput as StatsEngineSettingsInput
    from .success_data import SuccessData as SuccessData
    from .switch import Switch as Switch
    from .tag import Tag as Tag
    from .tag_input import TagInput as TagInput
    from .tags_list_response_data import TagsListResponseData as TagsListResponseData
    from .tested_usage import TestedUsage as TestedUsage
    from .tracked_item import TrackedItem as TrackedItem
    from .tracking_script import TrackingScript as TrackingScript
    from .tracking_script_input import TrackingScriptInput as TrackingScriptInput
    from .tracking_script_release import TrackingScriptRelease as TrackingScriptRelease
    from .tracking_script_schedule import TrackingScriptSchedule as TrackingScriptSchedule
    from .tracking_script_version import TrackingScriptVersion as TrackingScriptVersion
    from .tracking_script_version_filter import TrackingScriptVersionFilter as TrackingScriptVersionFilter
    from .tracking_script_version_input import TrackingScriptVersionInput as TrackingScriptVersionInput
    from .trigger_experience_screenshots_request_data import (
        TriggerExperienceScreenshotsRequestData as TriggerExperienceScreenshotsRequestData,
    )
    from .trigger_experience_screenshots_request_data_fields import (
        TriggerExperienceScreenshotsRequestDataFields as TriggerExperienceScreenshotsRequestDataFields,
    )
    from .update_audience_request_data import UpdateAudienceRequestData as UpdateAudienceRequestData
    from .update_audience_request_data_fields import UpdateAudienceRequestDataFields as UpdateAudienceRequestDataFields
    from .update_domain_request_data import UpdateDomainRequestData as UpdateDomainRequestData
    from .update_domain_request_data_fields import UpdateDomainRequestDataFields as UpdateDomainRequestDataFields
    from .update_experience_change_request_data import (
        UpdateExperienceChangeRequestData as UpdateExperienceChangeRequestData,
    )
    from .update_experience_change_request_data_fields import (
        UpdateExperienceChangeRequestDataFields as UpdateExperienceChangeRequestDataFields,
    )
    from .update_experience_request_data import UpdateExperienceRequestData as UpdateExperienceRequestData
    from .update_experience_request_data_fields import (
        UpdateExperienceRequestDataFields as UpdateExperienceRequestDataFields,
    )
    from .update_experience_sections_request_data import (
        UpdateExperienceSectionsRequestData as UpdateExperienceSectionsRequestData,
    )
    from .update_experience_sections_request_data_fields import (
        UpdateExperienceSectionsRequestDataFields as UpdateExperienceSectionsRequestDataFields,
    )
    from .update_experience_variation_request_data import (
        UpdateExperienceVariationRequestData as UpdateExperienceVariationRequestData,
    )
    from .update_experience_variation_request_data_fields import (
        UpdateExperienceVariationRequestDataFields as UpdateExperienceVariationRequestDataFields,
    )
    from .update_feature_request_data import UpdateFeatureRequestData as UpdateFeatureRequestData
    from .update_feature_request_data_fields import UpdateFeatureRequestDataFields as UpdateFeatureRequestDataFields
    from .update_goal_request_data import UpdateGoalRequestData as UpdateGoalRequestData
    from .update_goal_request_data_fields import UpdateGoalRequestDataFields as UpdateGoalRequestDataFields
    from .update_hypothesis_request_data import UpdateHypothesisRequestData as UpdateHypothesisRequestData
    from .update_hypothesis_request_data_fields import (
        UpdateHypothesisRequestDataFields as UpdateHypothesisRequestDataFields,
    )
    from .update_hypothesis_status_request_data import (
        UpdateHypothesisStatusRequestData as UpdateHypothesisStatusRequestData,
    )
    from .update_hypothesis_status_request_data_fields import (
        UpdateHypothesisStatusRequestDataFields as UpdateHypothesisStatusRequestDataFields,
    )
    from .update_knowledge_bases_status_request_data import (
        UpdateKnowledgeBasesStatusRequestData as UpdateKnowledgeBasesStatusRequestData,
    )
    from .update_knowledge_bases_status_request_data_fields import (
        UpdateKnowledgeBasesStatusRequestDataFields as UpdateKnowledgeBasesStatusRequestDataFields,
    )
    from .update_location_request_data import UpdateLocationRequestData as UpdateLocationRequestData
    from .update_location_request_data_fields import UpdateLocationRequestDataFields as UpdateLocationRequestDataFields
    from .update_observation_request_data import UpdateObservationRequestData as UpdateObservationRequestData
    from .update_observation_request_data_fields import (
        UpdateObservationRequestDataFields as UpdateObservationRequestDataFields,
    )
    from .update_placeholder_request_data import UpdatePlaceholderRequestData as UpdatePlaceholderRequestData
    from .update_placeholder_request_data_fields import (
        UpdatePlaceholderRequestDataFields as UpdatePlaceholderRequestDataFields,
    )
    from .update_project_request_data import UpdateProjectRequestData as UpdateProjectRequestData
    from .update_project_request_data_fields import UpdateProjectRequestDataFields as UpdateProjectRequestDataFields
    from .update_sdk_key_request_data import UpdateSdkKeyRequestData as UpdateSdkKeyRequestData
    from .update_sdk_key_request_data_fields import UpdateSdkKeyRequestDataFields as UpdateSdkKeyRequestDataFields
    from .update_section_request_data import UpdateSectionRequestData as UpdateSectionRequestData
    from .update_section_request_data_fields import UpdateSectionRequestDataFields as UpdateSectionRequestDataFields
    from .update_section_version_request_data import UpdateSectionVersionRequestData as UpdateSectionVersionRequestData
    from .update_section_version_request_data_fields import (
        UpdateSectionVersionRequestDataFields as UpdateSectionVersionRequestDataFields,
    )
    from .update_tag_request_data import UpdateTagRequestData as UpdateTagRequestData
    from .update_tag_request_data_fields import UpdateTagRequestDataFields as UpdateTagRequestDataFields
    from .update_visitor_data_item_request_data import (
        UpdateVisitorDataItemRequestData as UpdateVisitorDataItemRequestData,
    )
    from .update_visitor_data_item_request_data_fields import (
        UpdateVisitorDataItemRequestDataFields as UpdateVisitorDataItemRequestDataFields,
    )
    from .uploaded_file_data import UploadedFileData as UploadedFileData
    from .usage_stats import UsageStats as UsageStats
    from .user_customization import UserCustomization as UserCustomization
    from .user_customization_input import UserCustomizationInput as UserCustomizationInput
    from .variation_report import VariationReport as VariationReport
    from .visited_page import VisitedPage as VisitedPage
    from .visitor_data_item import VisitorDataItem as VisitorDataItem
    from .visitor_data_list_response_data import VisitorDataListResponseData as VisitorDataListResponseData
    from .visitor_data_placeholder import VisitorDataPlaceholder as VisitorDataPlaceholder
    from .visitor_data_stats import VisitorDataStats as VisitorDataStats
    from .visitor_data_usage_limits import VisitorDataUsageLimits as VisitorDataUsageLimits
    from .visitor_insights_settings import VisitorInsightsSettings as VisitorInsightsSettings
    from .visitor_insights_settings_input import VisitorInsightsSettingsInput as VisitorInsightsSettingsInput
    from .visitor_insights_stats import VisitorInsightsStats as VisitorInsightsStats
    from .visitor_insights_stats_input import VisitorInsightsStatsInput as VisitorInsightsStatsInput
    from .visual_editor_settings import VisualEditorSettings as VisualEditorSettings
    from .visual_editor_settings_input import VisualEditorSettingsInput as VisualEditorSettingsInput

_MODULES = {
    "AccessRole": "access_role",
    "AccessRolesListResponseData": "access_roles_list_response_data",
    "Account": "account",
    "AccountBilling": "account_billing",
    "AccountBillingAddon": "account_billing_addon",
    "AccountBillingContract": "account_billing_contract",
    "AccountBillingDetails": "account_billing_details",
    "AccountBillingProduct": "account_billing_product",
    "AccountBillingProducts": "account_billing_products",
    "AccountBillingSettings": "account_billing_settings",
    "AccountBlockedIps": "account_blocked_ips",
    "AccountDetails": "account_details",
    "AccountDetailsBilling": "account_details_billing",
    "AccountDetailsBillingDetails": "account_details_billing_details",
    "AccountDetailsResponseData": "account_details_response_data",
    "AccountExperiencesListRequestData": "account_experiences_list_request_data",
    "AccountExperiencesListRequestDataFields": "account_experiences_list_request_data_fields",
    "AccountHistoryRequestData": "account_history_request_data",
    "AccountHistoryRequestDataFields": "account_history_request_data_fields",
    "AccountLiveDataRequestData": "account_live_data_request_data",
    "AccountLiveDataRequestDataFields": "account_live_data_request_data_fields",
    "AccountSettings": "account_settings",
    "AccountsListResponseData": "accounts_list_response_data",
    "AccountStats": "account_stats",
    "AccountTrackingScript": "account_tracking_script",
    "AccountUserAccesses": "account_user_accesses",
    "AccountUserAccessesCreateRequestData": "account_user_accesses_create_request_data",
    "AccountUserAccessesCreateRequestDataFields": "account_user_accesses_create_request_data_fields",
    "AccountUserAccessesDelete": "account_user_accesses_delete",
    "AccountUserAccessesDeleteFields": "account_user_accesses_delete_fields",
    "AccountUserAccessesResponse": "account_user_accesses_response",
    "AccountUserAccessesUpdateRequestData": "account_user_accesses_update_request_data",
    "AccountUserAccessesUpdateRequestDataFields": "account_user_accesses_update_request_data_fields",
    "AccountUsersAccessesListResponse": "account_users_accesses_list_response",
    "ApiKey": "api_key",
    "ApiKeysListResponse": "api_keys_list_response",
    "Audience": "audience",
    "AudiencePreset": "audience_preset",
    "AudiencesListResponseData": "audiences_list_response_data",
    "AudiencesPresetsListResponseData": "audiences_presets_list_response_data",
    "Base64Image": "base_64_image",
    "BaseSimpleExperience": "base_simple_experience",
    "BaseVisitorData": "base_visitor_data",
    "BillingPlanData": "billing_plan_data",
    "BillingPlanLimitsAndCapabilities": "billing_plan_limits_and_capabilities",
    "BillingPlansListResponseData": "billing_plans_list_response_data",
    "BillingUsageLimit": "billing_usage_limit",
    "BillingUsageLimits": "billing_usage_limits",
    "BlockedIp": "blocked_ip",
    "BlockedIpInput": "blocked_ip_input",
    "BlockedIpRange": "blocked_ip_range",
    "BlockedIpRangeInput": "blocked_ip_range_input",
    "BlockedIps": "blocked_ips",
    "BlockedIpsInput": "blocked_ips_input",
    "BulkDeleteAudienceRequestData": "bulk_delete_audience_request_data",
    "BulkDeleteAudienceRequestDataFields": "bulk_delete_audience_request_data_fields",
    "BulkDeleteDomainRequestData": "bulk_delete_domain_request_data",
    "BulkDeleteDomainRequestDataFields": "bulk_delete_domain_request_data_fields",
    "BulkDeleteExperiencesRequestData": "bulk_delete_experiences_request_data",
    "BulkDeleteExperiencesRequestDataFields": "bulk_delete_experiences_request_data_fields",
    "BulkDeleteFeatureRequestData": "bulk_delete_feature_request_data",
    "BulkDeleteFeatureRequestDataFields": "bulk_delete_feature_request_data_fields",
    "BulkDeleteGoalRequestData": "bulk_delete_goal_request_data",
    "BulkDeleteGoalRequestDataFields": "bulk_delete_goal_request_data_fields",
    "BulkDeleteHypothesesRequestData": "bulk_delete_hypotheses_request_data",
    "BulkDeleteHypothesesRequestDataFields": "bulk_delete_hypotheses_request_data_fields",
    "BulkDeleteKnowledgeBasesRequestData": "bulk_delete_knowledge_bases_request_data",
    "BulkDeleteKnowledgeBasesRequestDataFields": "bulk_delete_knowledge_bases_request_data_fields",
    "BulkDeleteLocationsRequestData": "bulk_delete_locations_request_data",
    "BulkDeleteLocationsRequestDataFields": "bulk_delete_locations_request_data_fields",
    "BulkDeleteObservationsRequestData": "bulk_delete_observations_request_data",
    "BulkDeleteObservationsRequestDataFields": "bulk_delete_observations_request_data_fields",
    "BulkDeleteTagRequestData": "bulk_delete_tag_request_data",
    "BulkDeleteTagRequestDataFields": "bulk_delete_tag_request_data_fields",
    "BulkEntityError": "bulk_entity_error",
    "BulkProjectSettings": "bulk_project_settings",
    "BulkSuccessData": "bulk_success_data",
    "BulkTrackingScript": "bulk_tracking_script",
    "BulkUpdateAudienceRequestData": "bulk_update_audience_request_data",
    "BulkUpdateAudienceRequestDataFields": "bulk_update_audience_request_data_fields",
    "BulkUpdateExperiencesRequestData": "bulk_update_experiences_request_data",
    "BulkUpdateExperiencesRequestDataFields": "bulk_update_experiences_request_data_fields",
    "BulkUpdateFeatureRequestData": "bulk_update_feature_request_data",
    "BulkUpdateFeatureRequestDataFields": "bulk_update_feature_request_data_fields",
    "BulkUpdateGoalRequestData": "bulk_update_goal_request_data",
    "BulkUpdateGoalRequestDataFields": "bulk_update_goal_request_data_fields",
    "BulkUpdateHypothesesRequestData": "bulk_update_hypotheses_request_data",
    "BulkUpdateHypothesesRequestDataFields": "bulk_update_hypotheses_request_data_fields",
    "BulkUpdateKnowledgeBasesRequestData": "bulk_update_knowledge_bases_request_data",
    "BulkUpdateKnowledgeBasesRequestDataFields": "bulk_update_knowledge_bases_request_data_fields",
    "BulkUpdateLocationsRequestData": "bulk_update_locations_request_data",
    "BulkUpdateLocationsRequestDataFields": "bulk_update_locations_request_data_fields",
    "BulkUpdateObservationsRequestData": "bulk_update_observations_request_data",
    "BulkUpdateObservationsRequestDataFields": "bulk_update_observations_request_data_fields",
    "BulkUpdateProjectsRequestData": "bulk_update_projects_request_data",
    "BulkUpdateProjectsRequestDataFields": "bulk_update_projects_request_data_fields",
    "CdnImage": "cdn_image",
    "CdnImagesListResponseData": "cdn_images_list_response_data",
    "ChangeHistory": "change_history",
    "ChangeHistoryChanges": "change_history_changes",
    "ChangeHistoryInfo": "change_history_info",
    "ChangeHistoryListResponseData": "change_history_list_response_data",
    "CheckCodeDomainRequestData": "check_code_domain_request_data",
    "CheckCodeDomainRequestDataFields": "check_code_domain_request_data_fields",
    "CloneExperienceRequestData": "clone_experience_request_data",
    "CloneExperienceRequestDataFields": "clone_experience_request_data_fields",
    "CommonBasicPermissions": "common_basic_permissions",
    "ConversionData": "conversion_data",
    "ConvertExperienceVariationRequestData": "convert_experience_variation_request_data",
    "ConvertExperienceVariationRequestDataFields": "convert_experience_variation_request_data_fields",
    "CrazyeggSettings": "crazyegg_settings",
    "CrazyeggSettingsInput": "crazyegg_settings_input",
    "CreateApiKeyRequestData": "create_api_key_request_data",
    "CreateApiKeyRequestDataFields": "create_api_key_request_data_fields",
    "CreateAudienceRequestData": "create_audience_request_data",
    "CreateAudienceRequestDataFields": "create_audience_request_data_fields",
    "CreateDomainRequestData": "create_domain_request_data",
    "CreateDomainRequestDataFields": "create_domain_request_data_fields",
    "CreateExperienceRequestData": "create_experience_request_data",
    "CreateExperienceRequestDataFields": "create_experience_request_data_fields",
    "CreateFeatureRequestData": "create_feature_request_data",
    "CreateFeatureRequestDataFields": "create_feature_request_data_fields",
    "CreateGoalRequestData": "create_goal_request_data",
    "CreateGoalRequestDataFields": "create_goal_request_data_fields",
    "CreateHypothesisRequestData": "create_hypothesis_request_data",
    "CreateHypothesisRequestDataFields": "create_hypothesis_request_data_fields",
    "CreateKnowledgeBaseRequestData": "create_knowledge_base_request_data",
    "CreateKnowledgeBaseRequestDataFields": "create_knowledge_base_request_data_fields",
    "CreateLocationRequestData": "create_location_request_data",
    "CreateLocationRequestDataFields": "create_location_request_data_fields",
    "CreateObservationRequestData": "create_observation_request_data",
    "CreateObservationRequestDataFields": "create_observation_request_data_fields",
    "CreatePlaceholderRequestData": "create_placeholder_request_data",
    "CreatePlaceholderRequestDataFields": "create_placeholder_request_data_fields",
    "CreateProjectRequestData": "create_project_request_data",
    "CreateProjectRequestDataFields": "create_project_request_data_fields",
    "CreateSdkKeyRequestData": "create_sdk_key_request_data",
    "CreateSdkKeyRequestDataFields": "create_sdk_key_request_data_fields",
    "CreateSectionRequestData": "create_section_request_data",
    "CreateSectionRequestDataFields": "create_section_request_data_fields",
    "CreateSectionVersionRequestData": "create_section_version_request_data",
    "CreateSectionVersionRequestDataFields": "create_section_version_request_data_fields",
    "CreateTagRequestData": "create_tag_request_data",
    "CreateTagRequestDataFields": "create_tag_request_data_fields",
    "CreateVisitorDataItemRequestData": "create_visitor_data_item_request_data",
    "CreateVisitorDataItemRequestDataFields": "create_visitor_data_item_request_data_fields",
    "CustomDomainOwnershipVerificationItem": "custom_domain_ownership_verification_item",
    "DailyFigure": "daily_figure",
    "DailyReportData": "daily_report_data",
    "DailyTrafficData": "daily_traffic_data",
    "DailyVariationReport": "daily_variation_report",
    "DailyVariationTraffic": "daily_variation_traffic",
    "Domain": "domain",
    "DomainsListResponseData": "domains_list_response_data",
    "DomainToCreate": "domain_to_create",
    "Environment": "environment",
    "EnvironmentInput": "environment_input",
    "Experience": "experience",
    "ExperienceAggregatedReport": "experience_aggregated_report",
    "ExperienceAggregatedReportResponseData": "experience_aggregated_report_response_data",
    "ExperienceAlert": "experience_alert",
    "ExperienceChange": "experience_change",
    "ExperienceChangeAdd": "experience_change_add",
    "ExperienceChangeData": "experience_change_data",
    "ExperienceChangeDataInput": "experience_change_data_input",
    "ExperienceChangeInput": "experience_change_input",
    "ExperienceCollaborator": "experience_collaborator",
    "ExperienceDailyReport": "experience_daily_report",
    "ExperienceDailyReportExtraDataItem": "experience_daily_report_extra_data_item",
    "ExperienceDailyReportResponseData": "experience_daily_report_response_data",
    "ExperienceDailyTrafficAllocationReport": "experience_daily_traffic_allocation_report",
    "ExperienceDailyTrafficAllocationResponseData": "experience_daily_traffic_allocation_response_data",
    "ExperienceHeatmapBackgroundResponseData": "experience_heatmap_background_response_data",
    "ExperienceHeatmapOverlayResponseData": "experience_heatmap_overlay_response_data",
    "ExperienceHeatmaps": "experience_heatmaps",
    "ExperienceHeatmapsInput": "experience_heatmaps_input",
    "ExperienceIntegration": "experience_integration",
    "ExperienceIntegrationInput": "experience_integration_input",
    "ExperienceReportExportResponseData": "experience_report_export_response_data",
    "ExperienceReportSettingsData": "experience_report_settings_data",
    "ExperienceReportToken": "experience_report_token",
    "ExperienceReportTokenRequestData": "experience_report_token_request_data",
    "ExperienceReportTokenRequestDataFields": "experience_report_token_request_data_fields",
    "ExperienceSection": "experience_section",
    "ExperienceSectionsListResponseData": "experience_sections_list_response_data",
    "ExperienceSectionVersionResponseData": "experience_section_version_response_data",
    "ExperienceSettings": "experience_settings",
    "ExperienceSettingsInput": "experience_settings_input",
    "ExperiencesListResponseData": "experiences_list_response_data",
    "ExperienceStats": "experience_stats",
    "ExperienceVariation": "experience_variation",
    "ExperienceVariationCreate": "experience_variation_create",
    "ExperienceVariationUpdate": "experience_variation_update",
    "ExportExperienceRawDataRequestData": "export_experience_raw_data_request_data",
    "ExportExperienceRawDataRequestDataFields": "export_experience_raw_data_request_data_fields",
    "ExportExperienceRawDataResponseData": "export_experience_raw_data_response_data",
    "ExportExperienceReportRequestData": "export_experience_report_request_data",
    "ExportExperienceReportRequestDataFields": "export_experience_report_request_data_fields",
    "ExportProjectRequestData": "export_project_request_data",
    "ExportProjectRequestDataFields": "export_project_request_data_fields",
    "Extra": "extra",
    "Feature": "feature",
    "FeaturesListResponseData": "features_list_response_data",
    "FeatureStats": "feature_stats",
    "FeatureVariable": "feature_variable",
    "FeatureVariableInput": "feature_variable_input",
    "FileData": "file_data",
    "GeneratedDebugTokenDataResponse": "generated_debug_token_data_response",
    "GenerateDebugTokenData": "generate_debug_token_data",
    "GetAudiencesListRequestData": "get_audiences_list_request_data",
    "GetAudiencesListRequestDataFields": "get_audiences_list_request_data_fields",
    "GetCdnImagesListRequestData": "get_cdn_images_list_request_data",
    "GetCdnImagesListRequestDataFields": "get_cdn_images_list_request_data_fields",
    "GetDomainByUrlRequestData": "get_domain_by_url_request_data",
    "GetDomainByUrlRequestDataFields": "get_domain_by_url_request_data_fields",
    "GetDomainsListRequestData": "get_domains_list_request_data",
    "GetDomainsListRequestDataFields": "get_domains_list_request_data_fields",
    "GetExperienceAggregatedReportRequestData": "get_experience_aggregated_report_request_data",
    "GetExperienceAggregatedReportRequestDataFields": "get_experience_aggregated_report_request_data_fields",
    "GetExperienceDailyReportRequestData": "get_experience_daily_report_request_data",
    "GetExperienceDailyReportRequestDataFields": "get_experience_daily_report_request_data_fields",
    "GetExperienceDailyTrafficAllocationRequestData": "get_experience_daily_traffic_allocation_request_data",
    "GetExperienceDailyTrafficAllocationRequestDataFields": "get_experience_daily_traffic_allocation_request_data_fields",
    "GetExperienceHeatmapBackgroundRequestData": "get_experience_heatmap_background_request_data",
    "GetExperienceHeatmapBackgroundRequestDataFields": "get_experience_heatmap_background_request_data_fields",
    "GetExperienceHeatmapOverlayRequestData": "get_experience_heatmap_overlay_request_data",
    "GetExperienceHeatmapOverlayRequestDataFields": "get_experience_heatmap_overlay_request_data_fields",
    "GetExperienceHistoryRequestData": "get_experience_history_request_data",
    "GetExperienceHistoryRequestDataFields": "get_experience_history_request_data_fields",
    "GetExperienceLiveDataRequestData": "get_experience_live_data_request_data",
    "GetExperienceLiveDataRequestDataFields": "get_experience_live_data_request_data_fields",
    "GetExperiencesListRequestData": "get_experiences_list_request_data",
    "GetExperiencesListRequestDataFields": "get_experiences_list_request_data_fields",
    "GetFeaturesListRequestData": "get_features_list_request_data",
    "GetFeaturesListRequestDataFields": "get_features_list_request_data_fields",
    "GetGoalsRequestData": "get_goals_request_data",
    "GetGoalsRequestDataFields": "get_goals_request_data_fields",
    "GetHypothesesListRequestData": "get_hypotheses_list_request_data",
    "GetHypothesesListRequestDataFields": "get_hypotheses_list_request_data_fields",
    "GetKnowledgeBasesListRequestData": "get_knowledge_bases_list_request_data",
    "GetKnowledgeBasesListRequestDataFields": "get_knowledge_bases_list_request_data_fields",
    "GetLocationsListRequestData": "get_locations_list_request_data",
    "GetLocationsListRequestDataFields": "get_locations_list_request_data_fields",
    "GetObservationsListRequestData": "get_observations_list_request_data",
    "GetObservationsListRequestDataFields": "get_observations_list_request_data_fields",
    "GetPlaceholdersListRequestData": "get_placeholders_list_request_data",
    "GetPlaceholdersListRequestDataFields": "get_placeholders_list_request_data_fields",
    "GetProjectLiveDataRequestData": "get_project_live_data_request_data",
    "GetProjectLiveDataRequestDataFields": "get_project_live_data_request_data_fields",
    "GetProjectsListRequestData": "get_projects_list_request_data",
    "GetProjectsListRequestDataFields": "get_projects_list_request_data_fields",
    "GetSessionsListRequestData": "get_sessions_list_request_data",
    "GetSessionsListRequestDataFields": "get_sessions_list_request_data_fields",
    "GetSignalSessionsListRequestData": "get_signal_sessions_list_request_data",
    "GetSignalSessionsListRequestDataFields": "get_signal_sessions_list_request_data_fields",
    "GetTagsListRequestData": "get_tags_list_request_data",
    "GetTagsListRequestDataFields": "get_tags_list_request_data_fields",
    "GetVisitorDataListRequestData": "get_visitor_data_list_request_data",
    "GetVisitorDataListRequestDataFields": "get_visitor_data_list_request_data_fields",
    "Goal": "goal",
    "GoalReport": "goal_report",
    "GoalSettings": "goal_settings",
    "GoalsListResponseData": "goals_list_response_data",
    "GoalStats": "goal_stats",
    "GoogleAnalyticsSettings": "google_analytics_settings",
    "GoogleAnalyticsSettingsInput": "google_analytics_settings_input",
    "GoogleAnalyticsStats": "google_analytics_stats",
    "HeatmapBackground": "heatmap_background",
    "HeatmapOverlay": "heatmap_overlay",
    "HypothesesListResponseData": "hypotheses_list_response_data",
    "Hypothesis": "hypothesis",
    "ImportVisitorsDataPushRequestData": "import_visitors_data_push_request_data",
    "ImportVisitorsDataPushRequestDataFields": "import_visitors_data_push_request_data_fields",
    "Invalidation": "invalidation",
    "InvalidationInput": "invalidation_input",
    "KnowledgeBase": "knowledge_base",
    "KnowledgeBasesListResponseData": "knowledge_bases_list_response_data",
    "LiveDataEvent": "live_data_event",
    "LiveDataEventConversion": "live_data_event_conversion",
    "LiveDataEventsListResponseData": "live_data_events_list_response_data",
    "Location": "location",
    "LocationPreset": "location_preset",
    "LocationsListResponseData": "locations_list_response_data",
    "LocationsPresetsListResponseData": "locations_presets_list_response_data",
    "LocationTrigger": "location_trigger",
    "MabSettings": "mab_settings",
    "MatchingOptions": "matching_options",
    "MultipageExperiencePage": "multipage_experience_page",
    "NumericOutlier": "numeric_outlier",
    "Observation": "observation",
    "ObservationImageData": "observation_image_data",
    "ObservationsListResponseData": "observations_list_response_data",
    "ObservedResult": "observed_result",
    "Outliers": "outliers",
    "Pagination": "pagination",
    "PaymentMethod": "payment_method",
    "PendingChanges": "pending_changes",
    "PlaceholdersListResponseData": "placeholders_list_response_data",
    "PrioritizationScoreAttributes": "prioritization_score_attributes",
    "ProductsData": "products_data",
    "Project": "project",
    "ProjectAccess": "project_access",
    "ProjectAccessId": "project_access_id",
    "ProjectAccessInput": "project_access_input",
    "ProjectCustomDomain": "project_custom_domain",
    "ProjectCustomDomainInput": "project_custom_domain_input",
    "ProjectExportObject": "project_export_object",
    "ProjectHistoryRequestData": "project_history_request_data",
    "ProjectHistoryRequestDataFields": "project_history_request_data_fields",
    "ProjectInput": "project_input",
    "ProjectIntegrations": "project_integrations",
    "ProjectIntegrationsInput": "project_integrations_input",
    "ProjectReportingSettings": "project_reporting_settings",
    "ProjectReportingSettingsInput": "project_reporting_settings_input",
    "ProjectSettings": "project_settings",
    "ProjectSettingsInput": "project_settings_input",
    "ProjectsListResponseData": "projects_list_response_data",
    "ProjectStats": "project_stats",
    "ProjectStatsInput": "project_stats_input",
    "ProjectUpdates": "project_updates",
    "ProjectUpdatesInput": "project_updates_input",
    "RawDataExport": "raw_data_export",
    "RemoveExperienceReportRequestData": "remove_experience_report_request_data",
    "RemoveExperienceReportRequestDataFields": "remove_experience_report_request_data_fields",
    "RemoveExperienceReportResponseData": "remove_experience_report_response_data",
    "RemoveExperienceReportResponseDataItem": "remove_experience_report_response_data_item",
    "RemoveReportEvent": "remove_report_event",
    "ReportCampaign": "report_campaign",
    "ReportExport": "report_export",
    "ReportingSegmentsFilters": "reporting_segments_filters",
    "ReportMetric": "report_metric",
    "ReportSettings": "report_settings",
    "ReportVariation": "report_variation",
    "RevenueData": "revenue_data",
    "RolePermissions": "role_permissions",
    "RolePermissionsAccount": "role_permissions_account",
    "RolePermissionsAudience": "role_permissions_audience",
    "RolePermissionsBilling": "role_permissions_billing",
    "RolePermissionsCollaborator": "role_permissions_collaborator",
    "RolePermissionsExperience": "role_permissions_experience",
    "RolePermissionsGoal": "role_permissions_goal",
    "RolePermissionsHistory": "role_permissions_history",
    "RolePermissionsHypothesis": "role_permissions_hypothesis",
    "RolePermissionsLivedata": "role_permissions_livedata",
    "RolePermissionsLocation": "role_permissions_location",
    "RolePermissionsProject": "role_permissions_project",
    "RolePermissionsReport": "role_permissions_report",
    "RolePermissionsVariation": "role_permissions_variation",
    "RuleAnd": "rule_and",
    "RuleElement": "rule_element",
    "RuleMatching": "rule_matching",
    "RuleObject": "rule_object",
    "RuleOrWhen": "rule_or_when",
    "ScreenshotInfo": "screenshot_info",
    "ScreenshotInfoInput": "screenshot_info_input",
    "SdkKey": "sdk_key",
    "SdkKeysListResponseData": "sdk_keys_list_response_data",
    "SectionVersion": "section_version",
    "SectionVersionCreate": "section_version_create",
    "SectionVersionUpdate": "section_version_update",
    "Session": "session",
    "SessionExperienceFilter": "session_experience_filter",
    "SessionRangeFilter": "session_range_filter",
    "SessionsExtra": "sessions_extra",
    "SessionsListResponseData": "sessions_list_response_data",
    "SessionTextFilter": "session_text_filter",
    "SignalSession": "signal_session",
    "SignalSessionsExtra": "signal_sessions_extra",
    "SignalSessionsListResponseData": "signal_sessions_list_response_data",
    "SimpleAudience": "simple_audience",
    "SimpleAudienceSegment": "simple_audience_segment",
    "SimpleExperience": "simple_experience",
    "SimpleExperienceVariation": "simple_experience_variation",
    "SimpleGoal": "simple_goal",
    "SimpleLocation": "simple_location",
    "SimpleProject": "simple_project",
    "SimpleProjectReportingSettings": "simple_project_reporting_settings",
    "SimpleProjectSettings": "simple_project_settings",
    "SiteArea": "site_area",
    "SplitUrlSettings": "split_url_settings",
    "StatsDataPoint": "stats_data_point",
    "StatsEngineSettings": "stats_engine_settings",
    "StatsEngineSettingsInput": "stats_engine_settings_input",
    "SuccessData": "success_data",
    "Switch": "switch",
    "Tag": "tag",
    "TagInput": "tag_input",
    "TagsListResponseData": "tags_list_response_data",
    "TestedUsage": "tested_usage",
    "TrackedItem": "tracked_item",
    "TrackingScript": "tracking_script",
    "TrackingScriptInput": "tracking_script_input",
    "TrackingScriptRelease": "tracking_script_release",
    "TrackingScriptSchedule": "tracking_script_schedule",
    "TrackingScriptVersion": "tracking_script_version",
    "TrackingScriptVersionFilter": "tracking_script_version_filter",
    "TrackingScriptVersionInput": "tracking_script_version_input",
    "TriggerExperienceScreenshotsRequestData": "trigger_experience_screenshots_request_data",
    "TriggerExperienceScreenshotsRequestDataFields": "trigger_experience_screenshots_request_data_fields",
    "UpdateAudienceRequestData": "update_audience_request_data",
    "UpdateAudienceRequestDataFields": "update_audience_request_data_fields",
    "UpdateDomainRequestData": "update_domain_request_data",
    "UpdateDomainRequestDataFields": "update_domain_request_data_fields",
    "UpdateExperienceChangeRequestData": "update_experience_change_request_data",
    "UpdateExperienceChangeRequestDataFields": "update_experience_change_request_data_fields",
    "UpdateExperienceRequestData": "update_experience_request_data",
    "UpdateExperienceRequestDataFields": "update_experience_request_data_fields",
    "UpdateExperienceSectionsRequestData": "update_experience_sections_request_data",
    "UpdateExperienceSectionsRequestDataFields": "update_experience_sections_request_data_fields",
    "UpdateExperienceVariationRequestData": "update_experience_variation_request_data",
    "UpdateExperienceVariationRequestDataFields": "update_experience_variation_request_data_fields",
    "UpdateFeatureRequestData": "update_feature_request_data",
    "UpdateFeatureRequestDataFields": "update_feature_request_data_fields",
    "UpdateGoalRequestData": "update_goal_request_data",
    "UpdateGoalRequestDataFields": "update_goal_request_data_fields",
    "UpdateHypothesisRequestData": "update_hypothesis_request_data",
    "UpdateHypothesisRequestDataFields": "update_hypothesis_request_data_fields",
    "UpdateHypothesisStatusRequestData": "update_hypothesis_status_request_data",
    "UpdateHypothesisStatusRequestDataFields": "update_hypothesis_status_request_data_fields",
    "UpdateKnowledgeBasesStatusRequestData": "update_knowledge_bases_status_request_data",
    "UpdateKnowledgeBasesStatusRequestDataFields": "update_knowledge_bases_status_request_data_fields",
    "UpdateLocationRequestData": "update_location_request_data",
    "UpdateLocationRequestDataFields": "update_location_request_data_fields",
    "UpdateObservationRequestData": "update_observation_request_data",
    "UpdateObservationRequestDataFields": "update_observation_request_data_fields",
    "UpdatePlaceholderRequestData": "update_placeholder_request_data",
    "UpdatePlaceholderRequestDataFields": "update_placeholder_request_data_fields",
    "UpdateProjectRequestData": "update_project_request_data",
    "UpdateProjectRequestDataFields": "update_project_request_data_fields",
    "UpdateSdkKeyRequestData": "update_sdk_key_request_data",
    "UpdateSdkKeyRequestDataFields": "update_sdk_key_request_data_fields",
    "UpdateSectionRequestData": "update_section_request_data",
    "UpdateSectionRequestDataFields": "update_section_request_data_fields",
    "UpdateSectionVersionRequestData": "update_section_version_request_data",
    "UpdateSectionVersionRequestDataFields": "update_section_version_request_data_fields",
    "UpdateTagRequestData": "update_tag_request_data",
    "UpdateTagRequestDataFields": "update_tag_request_data_fields",
    "UpdateVisitorDataItemRequestData": "update_visitor_data_item_request_data",
    "UpdateVisitorDataItemRequestDataFields": "update_visitor_data_item_request_data_fields",
    "UploadedFileData": "uploaded_file_data",
    "UsageStats": "usage_stats",
    "UserCustomization": "user_customization",
    "UserCustomizationInput": "user_customization_input",
    "VariationReport": "variation_report",
    "VisitedPage": "visited_page",
    "VisitorDataItem": "visitor_data_item",
    "VisitorDataListResponseData": "visitor_data_list_response_data",
    "VisitorDataPlaceholder": "visitor_data_placeholder",
    "VisitorDataStats": "visitor_data_stats",
    "VisitorDataUsageLimits": "visitor_data_usage_limits",
    "VisitorInsightsSettings": "visitor_insights_settings",
    "VisitorInsightsSettingsInput": "visitor_insights_settings_input",
    "VisitorInsightsStats": "visitor_insights_stats",
    "VisitorInsightsStatsInput": "visitor_insights_stats_input",
    "VisualEditorSettings": "visual_editor_settings",
    "VisualEditorSettingsInput": "visual_editor_settings_input",
}

__all__: tuple[str, ...] = (
    "AccessRole",
    "AccessRolesListResponseData",
    "Account",
    "AccountBilling",
    "AccountBillingAddon",
    "AccountBillingContract",
    "AccountBillingDetails",
    "AccountBillingProduct",
    "AccountBillingProducts",
    "AccountBillingSettings",
    "AccountBlockedIps",
    "AccountDetails",
    "AccountDetailsBilling",
    "AccountDetailsBillingDetails",
    "AccountDetailsResponseData",
    "AccountExperiencesListRequestData",
    "AccountExperiencesListRequestDataFields",
    "AccountHistoryRequestData",
    "AccountHistoryRequestDataFields",
    "AccountLiveDataRequestData",
    "AccountLiveDataRequestDataFields",
    "AccountSettings",
    "AccountsListResponseData",
    "AccountStats",
    "AccountTrackingScript",
    "AccountUserAccesses",
    "AccountUserAccessesCreateRequestData",
    "AccountUserAccessesCreateRequestDataFields",
    "AccountUserAccessesDelete",
    "AccountUserAccessesDeleteFields",
    "AccountUserAccessesResponse",
    "AccountUserAccessesUpdateRequestData",
    "AccountUserAccessesUpdateRequestDataFields",
    "AccountUsersAccessesListResponse",
    "ApiKey",
    "ApiKeysListResponse",
    "Audience",
    "AudiencePreset",
    "AudiencesListResponseData",
    "AudiencesPresetsListResponseData",
    "Base64Image",
    "BaseSimpleExperience",
    "BaseVisitorData",
    "BillingPlanData",
    "BillingPlanLimitsAndCapabilities",
    "BillingPlansListResponseData",
    "BillingUsageLimit",
    "BillingUsageLimits",
    "BlockedIp",
    "BlockedIpInput",
    "BlockedIpRange",
    "BlockedIpRangeInput",
    "BlockedIps",
    "BlockedIpsInput",
    "BulkDeleteAudienceRequestData",
    "BulkDeleteAudienceRequestDataFields",
    "BulkDeleteDomainRequestData",
    "BulkDeleteDomainRequestDataFields",
    "BulkDeleteExperiencesRequestData",
    "BulkDeleteExperiencesRequestDataFields",
    "BulkDeleteFeatureRequestData",
    "BulkDeleteFeatureRequestDataFields",
    "BulkDeleteGoalRequestData",
    "BulkDeleteGoalRequestDataFields",
    "BulkDeleteHypothesesRequestData",
    "BulkDeleteHypothesesRequestDataFields",
    "BulkDeleteKnowledgeBasesRequestData",
    "BulkDeleteKnowledgeBasesRequestDataFields",
    "BulkDeleteLocationsRequestData",
    "BulkDeleteLocationsRequestDataFields",
    "BulkDeleteObservationsRequestData",
    "BulkDeleteObservationsRequestDataFields",
    "BulkDeleteTagRequestData",
    "BulkDeleteTagRequestDataFields",
    "BulkEntityError",
    "BulkProjectSettings",
    "BulkSuccessData",
    "BulkTrackingScript",
    "BulkUpdateAudienceRequestData",
    "BulkUpdateAudienceRequestDataFields",
    "BulkUpdateExperiencesRequestData",
    "BulkUpdateExperiencesRequestDataFields",
    "BulkUpdateFeatureRequestData",
    "BulkUpdateFeatureRequestDataFields",
    "BulkUpdateGoalRequestData",
    "BulkUpdateGoalRequestDataFields",
    "BulkUpdateHypothesesRequestData",
    "BulkUpdateHypothesesRequestDataFields",
    "BulkUpdateKnowledgeBasesRequestData",
    "BulkUpdateKnowledgeBasesRequestDataFields",
    "BulkUpdateLocationsRequestData",
    "BulkUpdateLocationsRequestDataFields",
    "BulkUpdateObservationsRequestData",
    "BulkUpdateObservationsRequestDataFields",
    "BulkUpdateProjectsRequestData",
    "BulkUpdateProjectsRequestDataFields",
    "CdnImage",
    "CdnImagesListResponseData",
    "ChangeHistory",
    "ChangeHistoryChanges",
    "ChangeHistoryInfo",
    "ChangeHistoryListResponseData",
    "CheckCodeDomainRequestData",
    "CheckCodeDomainRequestDataFields",
    "CloneExperienceRequestData",
    "CloneExperienceRequestDataFields",
    "CommonBasicPermissions",
    "ConversionData",
    "ConvertExperienceVariationRequestData",
    "ConvertExperienceVariationRequestDataFields",
    "CrazyeggSettings",
    "CrazyeggSettingsInput",
    "CreateApiKeyRequestData",
    "CreateApiKeyRequestDataFields",
    "CreateAudienceRequestData",
    "CreateAudienceRequestDataFields",
    "CreateDomainRequestData",
    "CreateDomainRequestDataFields",
    "CreateExperienceRequestData",
    "CreateExperienceRequestDataFields",
    "CreateFeatureRequestData",
    "CreateFeatureRequestDataFields",
    "CreateGoalRequestData",
    "CreateGoalRequestDataFields",
    "CreateHypothesisRequestData",
    "CreateHypothesisRequestDataFields",
    "CreateKnowledgeBaseRequestData",
    "CreateKnowledgeBaseRequestDataFields",
    "CreateLocationRequestData",
    "CreateLocationRequestDataFields",
    "CreateObservationRequestData",
    "CreateObservationRequestDataFields",
    "CreatePlaceholderRequestData",
    "CreatePlaceholderRequestDataFields",
    "CreateProjectRequestData",
    "CreateProjectRequestDataFields",
    "CreateSdkKeyRequestData",
    "CreateSdkKeyRequestDataFields",
    "CreateSectionRequestData",
    "CreateSectionRequestDataFields",
    "CreateSectionVersionRequestData",
    "CreateSectionVersionRequestDataFields",
    "CreateTagRequestData",
    "CreateTagRequestDataFields",
    "CreateVisitorDataItemRequestData",
    "CreateVisitorDataItemRequestDataFields",
    "CustomDomainOwnershipVerificationItem",
    "DailyFigure",
    "DailyReportData",
    "DailyTrafficData",
    "DailyVariationReport",
    "DailyVariationTraffic",
    "Domain",
    "DomainsListResponseData",
    "DomainToCreate",
    "Environment",
    "EnvironmentInput",
    "Experience",
    "ExperienceAggregatedReport",
    "ExperienceAggregatedReportResponseData",
    "ExperienceAlert",
    "ExperienceChange",
    "ExperienceChangeAdd",
    "ExperienceChangeData",
    "ExperienceChangeDataInput",
    "ExperienceChangeInput",
    "ExperienceCollaborator",
    "ExperienceDailyReport",
    "ExperienceDailyReportExtraDataItem",
    "ExperienceDailyReportResponseData",
    "ExperienceDailyTrafficAllocationReport",
    "ExperienceDailyTrafficAllocationResponseData",
    "ExperienceHeatmapBackgroundResponseData",
    "ExperienceHeatmapOverlayResponseData",
    "ExperienceHeatmaps",
    "ExperienceHeatmapsInput",
    "ExperienceIntegration",
    "ExperienceIntegrationInput",
    "ExperienceReportExportResponseData",
    "ExperienceReportSettingsData",
    "ExperienceReportToken",
    "ExperienceReportTokenRequestData",
    "ExperienceReportTokenRequestDataFields",
    "ExperienceSection",
    "ExperienceSectionsListResponseData",
    "ExperienceSectionVersionResponseData",
    "ExperienceSettings",
    "ExperienceSettingsInput",
    "ExperiencesListResponseData",
    "ExperienceStats",
    "ExperienceVariation",
    "ExperienceVariationCreate",
    "ExperienceVariationUpdate",
    "ExportExperienceRawDataRequestData",
    "ExportExperienceRawDataRequestDataFields",
    "ExportExperienceRawDataResponseData",
    "ExportExperienceReportRequestData",
    "ExportExperienceReportRequestDataFields",
    "ExportProjectRequestData",
    "ExportProjectRequestDataFields",
    "Extra",
    "Feature",
    "FeaturesListResponseData",
    "FeatureStats",
    "FeatureVariable",
    "FeatureVariableInput",
    "FileData",
    "GeneratedDebugTokenDataResponse",
    "GenerateDebugTokenData",
    "GetAudiencesListRequestData",
    "GetAudiencesListRequestDataFields",
    "GetCdnImagesListRequestData",
    "GetCdnImagesListRequestDataFields",
    "GetDomainByUrlRequestData",
    "GetDomainByUrlRequestDataFields",
    "GetDomainsListRequestData",
    "GetDomainsListRequestDataFields",
    "GetExperienceAggregatedReportRequestData",
    "GetExperienceAggregatedReportRequestDataFields",
    "GetExperienceDailyReportRequestData",
    "GetExperienceDailyReportRequestDataFields",
    "GetExperienceDailyTrafficAllocationRequestData",
    "GetExperienceDailyTrafficAllocationRequestDataFields",
    "GetExperienceHeatmapBackgroundRequestData",
    "GetExperienceHeatmapBackgroundRequestDataFields",
    "GetExperienceHeatmapOverlayRequestData",
    "GetExperienceHeatmapOverlayRequestDataFields",
    "GetExperienceHistoryRequestData",
    "GetExperienceHistoryRequestDataFields",
    "GetExperienceLiveDataRequestData",
    "GetExperienceLiveDataRequestDataFields",
    "GetExperiencesListRequestData",
    "GetExperiencesListRequestDataFields",
    "GetFeaturesListRequestData",
    "GetFeaturesListRequestDataFields",
    "GetGoalsRequestData",
    "GetGoalsRequestDataFields",
    "GetHypothesesListRequestData",
    "GetHypothesesListRequestDataFields",
    "GetKnowledgeBasesListRequestData",
    "GetKnowledgeBasesListRequestDataFields",
    "GetLocationsListRequestData",
    "GetLocationsListRequestDataFields",
    "GetObservationsListRequestData",
    "GetObservationsListRequestDataFields",
    "GetPlaceholdersListRequestData",
    "GetPlaceholdersListRequestDataFields",
    "GetProjectLiveDataRequestData",
    "GetProjectLiveDataRequestDataFields",
    "GetProjectsListRequestData",
    "GetProjectsListRequestDataFields",
    "GetSessionsListRequestData",
    "GetSessionsListRequestDataFields",
    "GetSignalSessionsListRequestData",
    "GetSignalSessionsListRequestDataFields",
    "GetTagsListRequestData",
    "GetTagsListRequestDataFields",
    "GetVisitorDataListRequestData",
    "GetVisitorDataListRequestDataFields",
    "Goal",
    "GoalReport",
    "GoalSettings",
    "GoalsListResponseData",
    "GoalStats",
    "GoogleAnalyticsSettings",
    "GoogleAnalyticsSettingsInput",
    "GoogleAnalyticsStats",
    "HeatmapBackground",
    "HeatmapOverlay",
    "HypothesesListResponseData",
    "Hypothesis",
    "ImportVisitorsDataPushRequestData",
    "ImportVisitorsDataPushRequestDataFields",
    "Invalidation",
    "InvalidationInput",
    "KnowledgeBase",
    "KnowledgeBasesListResponseData",
    "LiveDataEvent",
    "LiveDataEventConversion",
    "LiveDataEventsListResponseData",
    "Location",
    "LocationPreset",
    "LocationsListResponseData",
    "LocationsPresetsListResponseData",
    "LocationTrigger",
    "MabSettings",
    "MatchingOptions",
    "MultipageExperiencePage",
    "NumericOutlier",
    "Observation",
    "ObservationImageData",
    "ObservationsListResponseData",
    "ObservedResult",
    "Outliers",
    "Pagination",
    "PaymentMethod",
    "PendingChanges",
    "PlaceholdersListResponseData",
    "PrioritizationScoreAttributes",
    "ProductsData",
    "Project",
    "ProjectAccess",
    "ProjectAccessId",
    "ProjectAccessInput",
    "ProjectCustomDomain",
    "ProjectCustomDomainInput",
    "ProjectExportObject",
    "ProjectHistoryRequestData",
    "ProjectHistoryRequestDataFields",
    "ProjectInput",
    "ProjectIntegrations",
    "ProjectIntegrationsInput",
    "ProjectReportingSettings",
    "ProjectReportingSettingsInput",
    "ProjectSettings",
    "ProjectSettingsInput",
    "ProjectsListResponseData",
    "ProjectStats",
    "ProjectStatsInput",
    "ProjectUpdates",
    "ProjectUpdatesInput",
    "RawDataExport",
    "RemoveExperienceReportRequestData",
    "RemoveExperienceReportRequestDataFields",
    "RemoveExperienceReportResponseData",
    "RemoveExperienceReportResponseDataItem",
    "RemoveReportEvent",
    "ReportCampaign",
    "ReportExport",
    "ReportingSegmentsFilters",
    "ReportMetric",
    "ReportSettings",
    "ReportVariation",
    "RevenueData",
    "RolePermissions",
    "RolePermissionsAccount",
    "RolePermissionsAudience",
    "RolePermissionsBilling",
    "RolePermissionsCollaborator",
    "RolePermissionsExperience",
    "RolePermissionsGoal",
    "RolePermissionsHistory",
    "RolePermissionsHypothesis",
    "RolePermissionsLivedata",
    "RolePermissionsLocation",
    "RolePermissionsProject",
    "RolePermissionsReport",
    "RolePermissionsVariation",
    "RuleAnd",
    "RuleElement",
    "RuleMatching",
    "RuleObject",
    "RuleOrWhen",
    "ScreenshotInfo",
    "ScreenshotInfoInput",
    "SdkKey",
    "SdkKeysListResponseData",
    "SectionVersion",
    "SectionVersionCreate",
    "SectionVersionUpdate",
    "Session",
    "SessionExperienceFilter",
    "SessionRangeFilter",
    "SessionsExtra",
    "SessionsListResponseData",
    "SessionTextFilter",
    "SignalSession",
    "SignalSessionsExtra",
    "SignalSessionsListResponseData",
    "SimpleAudience",
    "SimpleAudienceSegment",
    "SimpleExperience",
    "SimpleExperienceVariation",
    "SimpleGoal",
    "SimpleLocation",
    "SimpleProject",
    "SimpleProjectReportingSettings",
    "SimpleProjectSettings",
    "SiteArea",
    "SplitUrlSettings",
    "StatsDataPoint",
    "StatsEngineSettings",
    "StatsEngineSettingsInput",
    "SuccessData",
    "Switch",
    "Tag",
    "TagInput",
    "TagsListResponseData",
    "TestedUsage",
    "TrackedItem",
    "TrackingScript",
    "TrackingScriptInput",
    "TrackingScriptRelease",
    "TrackingScriptSchedule",
    "TrackingScriptVersion",
    "TrackingScriptVersionFilter",
    "TrackingScriptVersionInput",
    "TriggerExperienceScreenshotsRequestData",
    "TriggerExperienceScreenshotsRequestDataFields",
    "UpdateAudienceRequestData",
    "UpdateAudienceRequestDataFields",
    "UpdateDomainRequestData",
    "UpdateDomainRequestDataFields",
    "UpdateExperienceChangeRequestData",
    "UpdateExperienceChangeRequestDataFields",
    "UpdateExperienceRequestData",
    "UpdateExperienceRequestDataFields",
    "UpdateExperienceSectionsRequestData",
    "UpdateExperienceSectionsRequestDataFields",
    "UpdateExperienceVariationRequestData",
    "UpdateExperienceVariationRequestDataFields",
    "UpdateFeatureRequestData",
    "UpdateFeatureRequestDataFields",
    "UpdateGoalRequestData",
    "UpdateGoalRequestDataFields",
    "UpdateHypothesisRequestData",
    "UpdateHypothesisRequestDataFields",
    "UpdateHypothesisStatusRequestData",
    "UpdateHypothesisStatusRequestDataFields",
    "UpdateKnowledgeBasesStatusRequestData",
    "UpdateKnowledgeBasesStatusRequestDataFields",
    "UpdateLocationRequestData",
    "UpdateLocationRequestDataFields",
    "UpdateObservationRequestData",
    "UpdateObservationRequestDataFields",
    "UpdatePlaceholderRequestData",
    "UpdatePlaceholderRequestDataFields",
    "UpdateProjectRequestData",
    "UpdateProjectRequestDataFields",
    "UpdateSdkKeyRequestData",
    "UpdateSdkKeyRequestDataFields",
    "UpdateSectionRequestData",
    "UpdateSectionRequestDataFields",
    "UpdateSectionVersionRequestData",
    "UpdateSectionVersionRequestDataFields",
    "UpdateTagRequestData",
    "UpdateTagRequestDataFields",
    "UpdateVisitorDataItemRequestData",
    "UpdateVisitorDataItemRequestDataFields",
    "UploadedFileData",
    "UsageStats",
    "UserCustomization",
    "UserCustomizationInput",
    "VariationReport",
    "VisitedPage",
    "VisitorDataItem",
    "VisitorDataListResponseData",
    "VisitorDataPlaceholder",
    "VisitorDataStats",
    "VisitorDataUsageLimits",
    "VisitorInsightsSettings",
    "VisitorInsightsSettingsInput",
    "VisitorInsightsStats",
    "VisitorInsightsStatsInput",
    "VisualEditorSettings",
    "VisualEditorSettingsInput",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
