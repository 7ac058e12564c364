"""The models, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .audience import Audience as Audience
    from .audience_create_fields import AudienceCreateFields as AudienceCreateFields
    from .audience_filter import AudienceFilter as AudienceFilter
    from .audience_filter_fields import AudienceFilterFields as AudienceFilterFields
    from .audience_input import AudienceInput as AudienceInput
    from .audience_reference import AudienceReference as AudienceReference
    from .audience_update_fields import AudienceUpdateFields as AudienceUpdateFields
    from .conversion_data import ConversionData as ConversionData
    from .daily_figure import DailyFigure as DailyFigure
    from .dom_interaction import DomInteraction as DomInteraction
    from .error_data import ErrorData as ErrorData
    from .experience import Experience as Experience
    from .experience_create_fields import ExperienceCreateFields as ExperienceCreateFields
    from .experience_filter import ExperienceFilter as ExperienceFilter
    from .experience_filter_fields import ExperienceFilterFields as ExperienceFilterFields
    from .experience_input import ExperienceInput as ExperienceInput
    from .experience_update_fields import ExperienceUpdateFields as ExperienceUpdateFields
    from .experience_variation import ExperienceVariation as ExperienceVariation
    from .experience_variation_input import ExperienceVariationInput as ExperienceVariationInput
    from .goal import Goal as Goal
    from .goal_create_fields import GoalCreateFields as GoalCreateFields
    from .goal_filter import GoalFilter as GoalFilter
    from .goal_filter_fields import GoalFilterFields as GoalFilterFields
    from .goal_input import GoalInput as GoalInput
    from .goal_reference import GoalReference as GoalReference
    from .goal_report import GoalReport as GoalReport
    from .goal_update_fields import GoalUpdateFields as GoalUpdateFields
    from .hypothesis import Hypothesis as Hypothesis
    from .hypothesis_create_fields import HypothesisCreateFields as HypothesisCreateFields
    from .hypothesis_filter import HypothesisFilter as HypothesisFilter
    from .hypothesis_filter_fields import HypothesisFilterFields as HypothesisFilterFields
    from .hypothesis_input import HypothesisInput as HypothesisInput
    from .hypothesis_status_input import HypothesisStatusInput as HypothesisStatusInput
    from .hypothesis_status_input_fields import HypothesisStatusInputFields as HypothesisStatusInputFields
    from .hypothesis_update_fields import HypothesisUpdateFields as HypothesisUpdateFields
    from .prioritization_attributes import PrioritizationAttributes as PrioritizationAttributes
    from .products_data import ProductsData as ProductsData
    from .project import Project as Project
    from .project_create_fields import ProjectCreateFields as ProjectCreateFields
    from .project_filter import ProjectFilter as ProjectFilter
    from .project_filter_fields import ProjectFilterFields as ProjectFilterFields
    from .project_input import ProjectInput as ProjectInput
    from .project_update_fields import ProjectUpdateFields as ProjectUpdateFields
    from .report import Report as Report
    from .report_metric import ReportMetric as ReportMetric
    from .report_period import ReportPeriod as ReportPeriod
    from .report_period_fields import ReportPeriodFields as ReportPeriodFields
    from .report_variation import ReportVariation as ReportVariation
    from .reporting_settings import ReportingSettings as ReportingSettings
    from .reporting_settings_input import ReportingSettingsInput as ReportingSettingsInput
    from .revenue_data import RevenueData as RevenueData
    from .rule import Rule as Rule
    from .rule_and import RuleAnd as RuleAnd
    from .rule_matching import RuleMatching as RuleMatching
    from .rule_object import RuleObject as RuleObject
    from .rule_or_when import RuleOrWhen as RuleOrWhen
    from .site_area import SiteArea as SiteArea
    from .tag_object import TagObject as TagObject
    from .variation import Variation as Variation
    from .variation_create_fields import VariationCreateFields as VariationCreateFields
    from .variation_input import VariationInput as VariationInput
    from .variation_report import VariationReport as VariationReport
    from .variation_update_fields import VariationUpdateFields as VariationUpdateFields

_MODULES = {
    "Audience": "audience",
    "AudienceCreateFields": "audience_create_fields",
    "AudienceFilter": "audience_filter",
    "AudienceFilterFields": "audience_filter_fields",
    "AudienceInput": "audience_input",
    "AudienceReference": "audience_reference",
    "AudienceUpdateFields": "audience_update_fields",
    "ConversionData": "conversion_data",
    "DailyFigure": "daily_figure",
    "DomInteraction": "dom_interaction",
    "ErrorData": "error_data",
    "Experience": "experience",
    "ExperienceCreateFields": "experience_create_fields",
    "ExperienceFilter": "experience_filter",
    "ExperienceFilterFields": "experience_filter_fields",
    "ExperienceInput": "experience_input",
    "ExperienceUpdateFields": "experience_update_fields",
    "ExperienceVariation": "experience_variation",
    "ExperienceVariationInput": "experience_variation_input",
    "Goal": "goal",
    "GoalCreateFields": "goal_create_fields",
    "GoalFilter": "goal_filter",
    "GoalFilterFields": "goal_filter_fields",
    "GoalInput": "goal_input",
    "GoalReference": "goal_reference",
    "GoalReport": "goal_report",
    "GoalUpdateFields": "goal_update_fields",
    "Hypothesis": "hypothesis",
    "HypothesisCreateFields": "hypothesis_create_fields",
    "HypothesisFilter": "hypothesis_filter",
    "HypothesisFilterFields": "hypothesis_filter_fields",
    "HypothesisInput": "hypothesis_input",
    "HypothesisStatusInput": "hypothesis_status_input",
    "HypothesisStatusInputFields": "hypothesis_status_input_fields",
    "HypothesisUpdateFields": "hypothesis_update_fields",
    "PrioritizationAttributes": "prioritization_attributes",
    "ProductsData": "products_data",
    "Project": "project",
    "ProjectCreateFields": "project_create_fields",
    "ProjectFilter": "project_filter",
    "ProjectFilterFields": "project_filter_fields",
    "ProjectInput": "project_input",
    "ProjectUpdateFields": "project_update_fields",
    "Report": "report",
    "ReportingSettings": "reporting_settings",
    "ReportingSettingsInput": "reporting_settings_input",
    "ReportMetric": "report_metric",
    "ReportPeriod": "report_period",
    "ReportPeriodFields": "report_period_fields",
    "ReportVariation": "report_variation",
    "RevenueData": "revenue_data",
    "Rule": "rule",
    "RuleAnd": "rule_and",
    "RuleMatching": "rule_matching",
    "RuleObject": "rule_object",
    "RuleOrWhen": "rule_or_when",
    "SiteArea": "site_area",
    "TagObject": "tag_object",
    "Variation": "variation",
    "VariationCreateFields": "variation_create_fields",
    "VariationInput": "variation_input",
    "VariationReport": "variation_report",
    "VariationUpdateFields": "variation_update_fields",
}

__all__: tuple[str, ...] = (
    "Audience",
    "AudienceCreateFields",
    "AudienceFilter",
    "AudienceFilterFields",
    "AudienceInput",
    "AudienceReference",
    "AudienceUpdateFields",
    "ConversionData",
    "DailyFigure",
    "DomInteraction",
    "ErrorData",
    "Experience",
    "ExperienceCreateFields",
    "ExperienceFilter",
    "ExperienceFilterFields",
    "ExperienceInput",
    "ExperienceUpdateFields",
    "ExperienceVariation",
    "ExperienceVariationInput",
    "Goal",
    "GoalCreateFields",
    "GoalFilter",
    "GoalFilterFields",
    "GoalInput",
    "GoalReference",
    "GoalReport",
    "GoalUpdateFields",
    "Hypothesis",
    "HypothesisCreateFields",
    "HypothesisFilter",
    "HypothesisFilterFields",
    "HypothesisInput",
    "HypothesisStatusInput",
    "HypothesisStatusInputFields",
    "HypothesisUpdateFields",
    "PrioritizationAttributes",
    "ProductsData",
    "Project",
    "ProjectCreateFields",
    "ProjectFilter",
    "ProjectFilterFields",
    "ProjectInput",
    "ProjectUpdateFields",
    "Report",
    "ReportingSettings",
    "ReportingSettingsInput",
    "ReportMetric",
    "ReportPeriod",
    "ReportPeriodFields",
    "ReportVariation",
    "RevenueData",
    "Rule",
    "RuleAnd",
    "RuleMatching",
    "RuleObject",
    "RuleOrWhen",
    "SiteArea",
    "TagObject",
    "Variation",
    "VariationCreateFields",
    "VariationInput",
    "VariationReport",
    "VariationUpdateFields",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
