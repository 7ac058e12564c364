"""The models, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .account import Account as Account
    from .account_feature import AccountFeature as AccountFeature
    from .account_feature_source import AccountFeatureSource as AccountFeatureSource
    from .action import Action as Action
    from .action_input import ActionInput as ActionInput
    from .attribute import Attribute as Attribute
    from .attribute_create import AttributeCreate as AttributeCreate
    from .attribute_create_fields import AttributeCreateFields as AttributeCreateFields
    from .attribute_update import AttributeUpdate as AttributeUpdate
    from .attribute_update_fields import AttributeUpdateFields as AttributeUpdateFields
    from .audience import Audience as Audience
    from .audience_create import AudienceCreate as AudienceCreate
    from .audience_create_fields import AudienceCreateFields as AudienceCreateFields
    from .audience_update import AudienceUpdate as AudienceUpdate
    from .audience_update_fields import AudienceUpdateFields as AudienceUpdateFields
    from .bucketing_information import BucketingInformation as BucketingInformation
    from .bucketing_information_item import BucketingInformationItem as BucketingInformationItem
    from .campaign import Campaign as Campaign
    from .campaign_create import CampaignCreate as CampaignCreate
    from .campaign_create_fields import CampaignCreateFields as CampaignCreateFields
    from .campaign_metric_results import CampaignMetricResults as CampaignMetricResults
    from .campaign_results import CampaignResults as CampaignResults
    from .campaign_update import CampaignUpdate as CampaignUpdate
    from .campaign_update_fields import CampaignUpdateFields as CampaignUpdateFields
    from .change import Change as Change
    from .change_attribute import ChangeAttribute as ChangeAttribute
    from .change_detail import ChangeDetail as ChangeDetail
    from .change_history_change import ChangeHistoryChange as ChangeHistoryChange
    from .change_input import ChangeInput as ChangeInput
    from .change_revision import ChangeRevision as ChangeRevision
    from .choices import Choices as Choices
    from .collaborator_entry import CollaboratorEntry as CollaboratorEntry
    from .collaborator_entry_input import CollaboratorEntryInput as CollaboratorEntryInput
    from .compound_sub_metric import CompoundSubMetric as CompoundSubMetric
    from .compound_sub_metric_input import CompoundSubMetricInput as CompoundSubMetricInput
    from .credentials_item import CredentialsItem as CredentialsItem
    from .css_attribute import CSSAttribute as CSSAttribute
    from .current_account import CurrentAccount as CurrentAccount
    from .custom_event import CustomEvent as CustomEvent
    from .custom_event_create import CustomEventCreate as CustomEventCreate
    from .custom_event_create_fields import CustomEventCreateFields as CustomEventCreateFields
    from .custom_event_update import CustomEventUpdate as CustomEventUpdate
    from .custom_event_update_fields import CustomEventUpdateFields as CustomEventUpdateFields
    from .datafile import Datafile as Datafile
    from .datapoint import Datapoint as Datapoint
    from .e3_credentials import E3Credentials as E3Credentials
    from .e3_credentials_gcp import E3CredentialsGCP as E3CredentialsGCP
    from .entity import Entity as Entity
    from .environment import Environment as Environment
    from .environment_create import EnvironmentCreate as EnvironmentCreate
    from .environment_create_fields import EnvironmentCreateFields as EnvironmentCreateFields
    from .environment_update import EnvironmentUpdate as EnvironmentUpdate
    from .environment_update_fields import EnvironmentUpdateFields as EnvironmentUpdateFields
    from .error import Error as Error
    from .event import Event as Event
    from .event_filter import EventFilter as EventFilter
    from .event_property import EventProperty as EventProperty
    from .experiment import Experiment as Experiment
    from .experiment_create import ExperimentCreate as ExperimentCreate
    from .experiment_create_fields import ExperimentCreateFields as ExperimentCreateFields
    from .experiment_environment import ExperimentEnvironment as ExperimentEnvironment
    from .experiment_environment_input import ExperimentEnvironmentInput as ExperimentEnvironmentInput
    from .experiment_environment_update import ExperimentEnvironmentUpdate as ExperimentEnvironmentUpdate
    from .experiment_metric_conclusion import ExperimentMetricConclusion as ExperimentMetricConclusion
    from .experiment_metric_results import ExperimentMetricResults as ExperimentMetricResults
    from .experiment_metric_timeseries import ExperimentMetricTimeseries as ExperimentMetricTimeseries
    from .experiment_results import ExperimentResults as ExperimentResults
    from .experiment_results_report import ExperimentResultsReport as ExperimentResultsReport
    from .experiment_summary import ExperimentSummary as ExperimentSummary
    from .experiment_timeseries import ExperimentTimeseries as ExperimentTimeseries
    from .experiment_update import ExperimentUpdate as ExperimentUpdate
    from .experiment_update_fields import ExperimentUpdateFields as ExperimentUpdateFields
    from .experiment_variation_reach import ExperimentVariationReach as ExperimentVariationReach
    from .experiment_whitelist import ExperimentWhitelist as ExperimentWhitelist
    from .experiment_whitelist_input import ExperimentWhitelistInput as ExperimentWhitelistInput
    from .extension import Extension as Extension
    from .extension_create import ExtensionCreate as ExtensionCreate
    from .extension_create_fields import ExtensionCreateFields as ExtensionCreateFields
    from .extension_update import ExtensionUpdate as ExtensionUpdate
    from .extension_update_fields import ExtensionUpdateFields as ExtensionUpdateFields
    from .feature import Feature as Feature
    from .feature_create import FeatureCreate as FeatureCreate
    from .feature_create_fields import FeatureCreateFields as FeatureCreateFields
    from .feature_environment import FeatureEnvironment as FeatureEnvironment
    from .feature_environment_input import FeatureEnvironmentInput as FeatureEnvironmentInput
    from .feature_update import FeatureUpdate as FeatureUpdate
    from .feature_update_fields import FeatureUpdateFields as FeatureUpdateFields
    from .feature_variable import FeatureVariable as FeatureVariable
    from .feature_variable_create import FeatureVariableCreate as FeatureVariableCreate
    from .feature_variable_update import FeatureVariableUpdate as FeatureVariableUpdate
    from .field import Field as Field
    from .field_input import FieldInput as FieldInput
    from .group import Group as Group
    from .group_create import GroupCreate as GroupCreate
    from .group_create_fields import GroupCreateFields as GroupCreateFields
    from .group_entity import GroupEntity as GroupEntity
    from .group_entity_input import GroupEntityInput as GroupEntityInput
    from .group_update import GroupUpdate as GroupUpdate
    from .group_update_fields import GroupUpdateFields as GroupUpdateFields
    from .implementation import Implementation as Implementation
    from .impressions_usage import ImpressionsUsage as ImpressionsUsage
    from .impressions_usage_summary import ImpressionsUsageSummary as ImpressionsUsageSummary
    from .in_page_event import InPageEvent as InPageEvent
    from .in_page_event_config import InPageEventConfig as InPageEventConfig
    from .in_page_event_config_input import InPageEventConfigInput as InPageEventConfigInput
    from .in_page_event_create import InPageEventCreate as InPageEventCreate
    from .in_page_event_create_fields import InPageEventCreateFields as InPageEventCreateFields
    from .in_page_event_update import InPageEventUpdate as InPageEventUpdate
    from .in_page_event_update_fields import InPageEventUpdateFields as InPageEventUpdateFields
    from .list_attribute import ListAttribute as ListAttribute
    from .list_attribute_create import ListAttributeCreate as ListAttributeCreate
    from .list_attribute_create_fields import ListAttributeCreateFields as ListAttributeCreateFields
    from .list_attribute_update import ListAttributeUpdate as ListAttributeUpdate
    from .list_attribute_update_fields import ListAttributeUpdateFields as ListAttributeUpdateFields
    from .me import Me as Me
    from .metric import Metric as Metric
    from .metric_event_properties import MetricEventProperties as MetricEventProperties
    from .metric_filter import MetricFilter as MetricFilter
    from .metric_filter_condition import MetricFilterCondition as MetricFilterCondition
    from .metric_input import MetricInput as MetricInput
    from .metrics import Metrics as Metrics
    from .metrics_update import MetricsUpdate as MetricsUpdate
    from .options import Options as Options
    from .page import Page as Page
    from .page_create import PageCreate as PageCreate
    from .page_create_fields import PageCreateFields as PageCreateFields
    from .page_update import PageUpdate as PageUpdate
    from .page_update_fields import PageUpdateFields as PageUpdateFields
    from .plan import Plan as Plan
    from .product_usage import ProductUsage as ProductUsage
    from .project import Project as Project
    from .project_create import ProjectCreate as ProjectCreate
    from .project_create_fields import ProjectCreateFields as ProjectCreateFields
    from .project_role import ProjectRole as ProjectRole
    from .project_role_input import ProjectRoleInput as ProjectRoleInput
    from .project_update import ProjectUpdate as ProjectUpdate
    from .project_update_fields import ProjectUpdateFields as ProjectUpdateFields
    from .results_share_link import ResultsShareLink as ResultsShareLink
    from .revision import Revision as Revision
    from .rollout_rule import RolloutRule as RolloutRule
    from .schedule import Schedule as Schedule
    from .schedule_input import ScheduleInput as ScheduleInput
    from .scheduled_job import ScheduledJob as ScheduledJob
    from .scheduled_job_create import ScheduledJobCreate as ScheduledJobCreate
    from .scheduled_job_create_fields import ScheduledJobCreateFields as ScheduledJobCreateFields
    from .scheduled_job_update import ScheduledJobUpdate as ScheduledJobUpdate
    from .scheduled_job_update_fields import ScheduledJobUpdateFields as ScheduledJobUpdateFields
    from .search_result import SearchResult as SearchResult
    from .section import Section as Section
    from .section_create import SectionCreate as SectionCreate
    from .section_create_fields import SectionCreateFields as SectionCreateFields
    from .section_update import SectionUpdate as SectionUpdate
    from .section_update_fields import SectionUpdateFields as SectionUpdateFields
    from .shared_code_change import SharedCodeChange as SharedCodeChange
    from .shared_code_change_input import SharedCodeChangeInput as SharedCodeChangeInput
    from .stats_config import StatsConfig as StatsConfig
    from .subject_access_request import SubjectAccessRequest as SubjectAccessRequest
    from .subject_access_request_create import SubjectAccessRequestCreate as SubjectAccessRequestCreate
    from .subject_access_request_create_fields import (
        SubjectAccessRequestCreateFields as SubjectAccessRequestCreateFields,
    )
    from .subject_access_request_internal import SubjectAccessRequestInternal as SubjectAccessRequestInternal
    from .subject_access_request_update import SubjectAccessRequestUpdate as SubjectAccessRequestUpdate
    from .timeseries_datapoint import TimeseriesDatapoint as TimeseriesDatapoint
    from .url_targeting import URLTargeting as URLTargeting
    from .url_targeting_input import URLTargetingInput as URLTargetingInput
    from .user import User as User
    from .user_profile import UserProfile as UserProfile
    from .user_profile_input import UserProfileInput as UserProfileInput
    from .user_proxy import UserProxy as UserProxy
    from .variant_results import VariantResults as VariantResults
    from .variant_timeseries import VariantTimeseries as VariantTimeseries
    from .variation import Variation as Variation
    from .variation_create import VariationCreate as VariationCreate
    from .variation_reach import VariationReach as VariationReach
    from .variation_update import VariationUpdate as VariationUpdate
    from .web_snippet import WebSnippet as WebSnippet
    from .web_snippet_input import WebSnippetInput as WebSnippetInput
    from .webhook import Webhook as Webhook
    from .webhook_create import WebhookCreate as WebhookCreate
    from .webhook_create_fields import WebhookCreateFields as WebhookCreateFields
    from .webhook_update import WebhookUpdate as WebhookUpdate
    from .webhook_update_fields import WebhookUpdateFields as WebhookUpdateFields

_MODULES = {
    "Account": "account",
    "AccountFeature": "account_feature",
    "AccountFeatureSource": "account_feature_source",
    "Action": "action",
    "ActionInput": "action_input",
    "Attribute": "attribute",
    "AttributeCreate": "attribute_create",
    "AttributeCreateFields": "attribute_create_fields",
    "AttributeUpdate": "attribute_update",
    "AttributeUpdateFields": "attribute_update_fields",
    "Audience": "audience",
    "AudienceCreate": "audience_create",
    "AudienceCreateFields": "audience_create_fields",
    "AudienceUpdate": "audience_update",
    "AudienceUpdateFields": "audience_update_fields",
    "BucketingInformation": "bucketing_information",
    "BucketingInformationItem": "bucketing_information_item",
    "Campaign": "campaign",
    "CampaignCreate": "campaign_create",
    "CampaignCreateFields": "campaign_create_fields",
    "CampaignMetricResults": "campaign_metric_results",
    "CampaignResults": "campaign_results",
    "CampaignUpdate": "campaign_update",
    "CampaignUpdateFields": "campaign_update_fields",
    "Change": "change",
    "ChangeAttribute": "change_attribute",
    "ChangeDetail": "change_detail",
    "ChangeHistoryChange": "change_history_change",
    "ChangeInput": "change_input",
    "ChangeRevision": "change_revision",
    "Choices": "choices",
    "CollaboratorEntry": "collaborator_entry",
    "CollaboratorEntryInput": "collaborator_entry_input",
    "CompoundSubMetric": "compound_sub_metric",
    "CompoundSubMetricInput": "compound_sub_metric_input",
    "CredentialsItem": "credentials_item",
    "CSSAttribute": "css_attribute",
    "CurrentAccount": "current_account",
    "CustomEvent": "custom_event",
    "CustomEventCreate": "custom_event_create",
    "CustomEventCreateFields": "custom_event_create_fields",
    "CustomEventUpdate": "custom_event_update",
    "CustomEventUpdateFields": "custom_event_update_fields",
    "Datafile": "datafile",
    "Datapoint": "datapoint",
    "E3Credentials": "e3_credentials",
    "E3CredentialsGCP": "e3_credentials_gcp",
    "Entity": "entity",
    "Environment": "environment",
    "EnvironmentCreate": "environment_create",
    "EnvironmentCreateFields": "environment_create_fields",
    "EnvironmentUpdate": "environment_update",
    "EnvironmentUpdateFields": "environment_update_fields",
    "Error": "error",
    "Event": "event",
    "EventFilter": "event_filter",
    "EventProperty": "event_property",
    "Experiment": "experiment",
    "ExperimentCreate": "experiment_create",
    "ExperimentCreateFields": "experiment_create_fields",
    "ExperimentEnvironment": "experiment_environment",
    "ExperimentEnvironmentInput": "experiment_environment_input",
    "ExperimentEnvironmentUpdate": "experiment_environment_update",
    "ExperimentMetricConclusion": "experiment_metric_conclusion",
    "ExperimentMetricResults": "experiment_metric_results",
    "ExperimentMetricTimeseries": "experiment_metric_timeseries",
    "ExperimentResults": "experiment_results",
    "ExperimentResultsReport": "experiment_results_report",
    "ExperimentSummary": "experiment_summary",
    "ExperimentTimeseries": "experiment_timeseries",
    "ExperimentUpdate": "experiment_update",
    "ExperimentUpdateFields": "experiment_update_fields",
    "ExperimentVariationReach": "experiment_variation_reach",
    "ExperimentWhitelist": "experiment_whitelist",
    "ExperimentWhitelistInput": "experiment_whitelist_input",
    "Extension": "extension",
    "ExtensionCreate": "extension_create",
    "ExtensionCreateFields": "extension_create_fields",
    "ExtensionUpdate": "extension_update",
    "ExtensionUpdateFields": "extension_update_fields",
    "Feature": "feature",
    "FeatureCreate": "feature_create",
    "FeatureCreateFields": "feature_create_fields",
    "FeatureEnvironment": "feature_environment",
    "FeatureEnvironmentInput": "feature_environment_input",
    "FeatureUpdate": "feature_update",
    "FeatureUpdateFields": "feature_update_fields",
    "FeatureVariable": "feature_variable",
    "FeatureVariableCreate": "feature_variable_create",
    "FeatureVariableUpdate": "feature_variable_update",
    "Field": "field",
    "FieldInput": "field_input",
    "Group": "group",
    "GroupCreate": "group_create",
    "GroupCreateFields": "group_create_fields",
    "GroupEntity": "group_entity",
    "GroupEntityInput": "group_entity_input",
    "GroupUpdate": "group_update",
    "GroupUpdateFields": "group_update_fields",
    "Implementation": "implementation",
    "ImpressionsUsage": "impressions_usage",
    "ImpressionsUsageSummary": "impressions_usage_summary",
    "InPageEvent": "in_page_event",
    "InPageEventConfig": "in_page_event_config",
    "InPageEventConfigInput": "in_page_event_config_input",
    "InPageEventCreate": "in_page_event_create",
    "InPageEventCreateFields": "in_page_event_create_fields",
    "InPageEventUpdate": "in_page_event_update",
    "InPageEventUpdateFields": "in_page_event_update_fields",
    "ListAttribute": "list_attribute",
    "ListAttributeCreate": "list_attribute_create",
    "ListAttributeCreateFields": "list_attribute_create_fields",
    "ListAttributeUpdate": "list_attribute_update",
    "ListAttributeUpdateFields": "list_attribute_update_fields",
    "Me": "me",
    "Metric": "metric",
    "MetricEventProperties": "metric_event_properties",
    "MetricFilter": "metric_filter",
    "MetricFilterCondition": "metric_filter_condition",
    "MetricInput": "metric_input",
    "Metrics": "metrics",
    "MetricsUpdate": "metrics_update",
    "Options": "options",
    "Page": "page",
    "PageCreate": "page_create",
    "PageCreateFields": "page_create_fields",
    "PageUpdate": "page_update",
    "PageUpdateFields": "page_update_fields",
    "Plan": "plan",
    "ProductUsage": "product_usage",
    "Project": "project",
    "ProjectCreate": "project_create",
    "ProjectCreateFields": "project_create_fields",
    "ProjectRole": "project_role",
    "ProjectRoleInput": "project_role_input",
    "ProjectUpdate": "project_update",
    "ProjectUpdateFields": "project_update_fields",
    "ResultsShareLink": "results_share_link",
    "Revision": "revision",
    "RolloutRule": "rollout_rule",
    "Schedule": "schedule",
    "ScheduledJob": "scheduled_job",
    "ScheduledJobCreate": "scheduled_job_create",
    "ScheduledJobCreateFields": "scheduled_job_create_fields",
    "ScheduledJobUpdate": "scheduled_job_update",
    "ScheduledJobUpdateFields": "scheduled_job_update_fields",
    "ScheduleInput": "schedule_input",
    "SearchResult": "search_result",
    "Section": "section",
    "SectionCreate": "section_create",
    "SectionCreateFields": "section_create_fields",
    "SectionUpdate": "section_update",
    "SectionUpdateFields": "section_update_fields",
    "SharedCodeChange": "shared_code_change",
    "SharedCodeChangeInput": "shared_code_change_input",
    "StatsConfig": "stats_config",
    "SubjectAccessRequest": "subject_access_request",
    "SubjectAccessRequestCreate": "subject_access_request_create",
    "SubjectAccessRequestCreateFields": "subject_access_request_create_fields",
    "SubjectAccessRequestInternal": "subject_access_request_internal",
    "SubjectAccessRequestUpdate": "subject_access_request_update",
    "TimeseriesDatapoint": "timeseries_datapoint",
    "URLTargeting": "url_targeting",
    "URLTargetingInput": "url_targeting_input",
    "User": "user",
    "UserProfile": "user_profile",
    "UserProfileInput": "user_profile_input",
    "UserProxy": "user_proxy",
    "VariantResults": "variant_results",
    "VariantTimeseries": "variant_timeseries",
    "Variation": "variation",
    "VariationCreate": "variation_create",
    "VariationReach": "variation_reach",
    "VariationUpdate": "variation_update",
    "Webhook": "webhook",
    "WebhookCreate": "webhook_create",
    "WebhookCreateFields": "webhook_create_fields",
    "WebhookUpdate": "webhook_update",
    "WebhookUpdateFields": "webhook_update_fields",
    "WebSnippet": "web_snippet",
    "WebSnippetInput": "web_snippet_input",
}

__all__: tuple[str, ...] = (
    "Account",
    "AccountFeature",
    "AccountFeatureSource",
    "Action",
    "ActionInput",
    "Attribute",
    "AttributeCreate",
    "AttributeCreateFields",
    "AttributeUpdate",
    "AttributeUpdateFields",
    "Audience",
    "AudienceCreate",
    "AudienceCreateFields",
    "AudienceUpdate",
    "AudienceUpdateFields",
    "BucketingInformation",
    "BucketingInformationItem",
    "Campaign",
    "CampaignCreate",
    "CampaignCreateFields",
    "CampaignMetricResults",
    "CampaignResults",
    "CampaignUpdate",
    "CampaignUpdateFields",
    "Change",
    "ChangeAttribute",
    "ChangeDetail",
    "ChangeHistoryChange",
    "ChangeInput",
    "ChangeRevision",
    "Choices",
    "CollaboratorEntry",
    "CollaboratorEntryInput",
    "CompoundSubMetric",
    "CompoundSubMetricInput",
    "CredentialsItem",
    "CSSAttribute",
    "CurrentAccount",
    "CustomEvent",
    "CustomEventCreate",
    "CustomEventCreateFields",
    "CustomEventUpdate",
    "CustomEventUpdateFields",
    "Datafile",
    "Datapoint",
    "E3Credentials",
    "E3CredentialsGCP",
    "Entity",
    "Environment",
    "EnvironmentCreate",
    "EnvironmentCreateFields",
    "EnvironmentUpdate",
    "EnvironmentUpdateFields",
    "Error",
    "Event",
    "EventFilter",
    "EventProperty",
    "Experiment",
    "ExperimentCreate",
    "ExperimentCreateFields",
    "ExperimentEnvironment",
    "ExperimentEnvironmentInput",
    "ExperimentEnvironmentUpdate",
    "ExperimentMetricConclusion",
    "ExperimentMetricResults",
    "ExperimentMetricTimeseries",
    "ExperimentResults",
    "ExperimentResultsReport",
    "ExperimentSummary",
    "ExperimentTimeseries",
    "ExperimentUpdate",
    "ExperimentUpdateFields",
    "ExperimentVariationReach",
    "ExperimentWhitelist",
    "ExperimentWhitelistInput",
    "Extension",
    "ExtensionCreate",
    "ExtensionCreateFields",
    "ExtensionUpdate",
    "ExtensionUpdateFields",
    "Feature",
    "FeatureCreate",
    "FeatureCreateFields",
    "FeatureEnvironment",
    "FeatureEnvironmentInput",
    "FeatureUpdate",
    "FeatureUpdateFields",
    "FeatureVariable",
    "FeatureVariableCreate",
    "FeatureVariableUpdate",
    "Field",
    "FieldInput",
    "Group",
    "GroupCreate",
    "GroupCreateFields",
    "GroupEntity",
    "GroupEntityInput",
    "GroupUpdate",
    "GroupUpdateFields",
    "Implementation",
    "ImpressionsUsage",
    "ImpressionsUsageSummary",
    "InPageEvent",
    "InPageEventConfig",
    "InPageEventConfigInput",
    "InPageEventCreate",
    "InPageEventCreateFields",
    "InPageEventUpdate",
    "InPageEventUpdateFields",
    "ListAttribute",
    "ListAttributeCreate",
    "ListAttributeCreateFields",
    "ListAttributeUpdate",
    "ListAttributeUpdateFields",
    "Me",
    "Metric",
    "MetricEventProperties",
    "MetricFilter",
    "MetricFilterCondition",
    "MetricInput",
    "Metrics",
    "MetricsUpdate",
    "Options",
    "Page",
    "PageCreate",
    "PageCreateFields",
    "PageUpdate",
    "PageUpdateFields",
    "Plan",
    "ProductUsage",
    "Project",
    "ProjectCreate",
    "ProjectCreateFields",
    "ProjectRole",
    "ProjectRoleInput",
    "ProjectUpdate",
    "ProjectUpdateFields",
    "ResultsShareLink",
    "Revision",
    "RolloutRule",
    "Schedule",
    "ScheduledJob",
    "ScheduledJobCreate",
    "ScheduledJobCreateFields",
    "ScheduledJobUpdate",
    "ScheduledJobUpdateFields",
    "ScheduleInput",
    "SearchResult",
    "Section",
    "SectionCreate",
    "SectionCreateFields",
    "SectionUpdate",
    "SectionUpdateFields",
    "SharedCodeChange",
    "SharedCodeChangeInput",
    "StatsConfig",
    "SubjectAccessRequest",
    "SubjectAccessRequestCreate",
    "SubjectAccessRequestCreateFields",
    "SubjectAccessRequestInternal",
    "SubjectAccessRequestUpdate",
    "TimeseriesDatapoint",
    "URLTargeting",
    "URLTargetingInput",
    "User",
    "UserProfile",
    "UserProfileInput",
    "UserProxy",
    "VariantResults",
    "VariantTimeseries",
    "Variation",
    "VariationCreate",
    "VariationReach",
    "VariationUpdate",
    "Webhook",
    "WebhookCreate",
    "WebhookCreateFields",
    "WebhookUpdate",
    "WebhookUpdateFields",
    "WebSnippet",
    "WebSnippetInput",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
