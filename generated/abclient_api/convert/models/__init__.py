"""The models, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .audience import Audience as Audience
    from .audience_filter import AudienceFilter as AudienceFilter
    from .audience_input import AudienceInput as AudienceInput
    from .audience_reference import AudienceReference as AudienceReference
    from .conversion_data import ConversionData as ConversionData
    from .daily_figure import DailyFigure as DailyFigure
    from .dom_interaction import DomInteraction as DomInteraction
    from .error_data import ErrorData as ErrorData
    from .experience import Experience as Experience
    from .experience_filter import ExperienceFilter as ExperienceFilter
    from .experience_input import ExperienceInput as ExperienceInput
    from .experience_variation import ExperienceVariation as ExperienceVariation
    from .experience_variation_input import ExperienceVariationInput as ExperienceVariationInput
    from .goal import Goal as Goal
    from .goal_filter import GoalFilter as GoalFilter
    from .goal_input import GoalInput as GoalInput
    from .goal_reference import GoalReference as GoalReference
    from .goal_report import GoalReport as GoalReport
    from .hypothesis import Hypothesis as Hypothesis
    from .hypothesis_filter import HypothesisFilter as HypothesisFilter
    from .hypothesis_input import HypothesisInput as HypothesisInput
    from .hypothesis_status_input import HypothesisStatusInput as HypothesisStatusInput
    from .prioritization_attributes import PrioritizationAttributes as PrioritizationAttributes
    from .products_data import ProductsData as ProductsData
    from .project import Project as Project
    from .project_filter import ProjectFilter as ProjectFilter
    from .project_input import ProjectInput as ProjectInput
    from .report import Report as Report
    from .report_metric import ReportMetric as ReportMetric
    from .report_period import ReportPeriod as ReportPeriod
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
    from .variation_input import VariationInput as VariationInput
    from .variation_report import VariationReport as VariationReport

_MODULES = {
    "Audience": "audience",
    "AudienceFilter": "audience_filter",
    "AudienceInput": "audience_input",
    "AudienceReference": "audience_reference",
    "ConversionData": "conversion_data",
    "DailyFigure": "daily_figure",
    "DomInteraction": "dom_interaction",
    "ErrorData": "error_data",
    "Experience": "experience",
    "ExperienceFilter": "experience_filter",
    "ExperienceInput": "experience_input",
    "ExperienceVariation": "experience_variation",
    "ExperienceVariationInput": "experience_variation_input",
    "Goal": "goal",
    "GoalFilter": "goal_filter",
    "GoalInput": "goal_input",
    "GoalReference": "goal_reference",
    "GoalReport": "goal_report",
    "Hypothesis": "hypothesis",
    "HypothesisFilter": "hypothesis_filter",
    "HypothesisInput": "hypothesis_input",
    "HypothesisStatusInput": "hypothesis_status_input",
    "PrioritizationAttributes": "prioritization_attributes",
    "ProductsData": "products_data",
    "Project": "project",
    "ProjectFilter": "project_filter",
    "ProjectInput": "project_input",
    "Report": "report",
    "ReportingSettings": "reporting_settings",
    "ReportingSettingsInput": "reporting_settings_input",
    "ReportMetric": "report_metric",
    "ReportPeriod": "report_period",
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
    "VariationInput": "variation_input",
    "VariationReport": "variation_report",
}

__all__ = (
    "Audience",
    "AudienceFilter",
    "AudienceInput",
    "AudienceReference",
    "ConversionData",
    "DailyFigure",
    "DomInteraction",
    "ErrorData",
    "Experience",
    "ExperienceFilter",
    "ExperienceInput",
    "ExperienceVariation",
    "ExperienceVariationInput",
    "Goal",
    "GoalFilter",
    "GoalInput",
    "GoalReference",
    "GoalReport",
    "Hypothesis",
    "HypothesisFilter",
    "HypothesisInput",
    "HypothesisStatusInput",
    "PrioritizationAttributes",
    "ProductsData",
    "Project",
    "ProjectFilter",
    "ProjectInput",
    "Report",
    "ReportingSettings",
    "ReportingSettingsInput",
    "ReportMetric",
    "ReportPeriod",
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
    "VariationInput",
    "VariationReport",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
