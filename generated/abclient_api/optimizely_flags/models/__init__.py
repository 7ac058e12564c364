"""The models, imported when they are first touched."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .allowed_variation import AllowedVariation as AllowedVariation
    from .brainstorm_error import BrainstormError as BrainstormError
    from .brainstorm_user_chat import BrainstormUserChat as BrainstormUserChat
    from .brainstorm_variable_definition import BrainstormVariableDefinition as BrainstormVariableDefinition
    from .brainstorm_variables_chat import BrainstormVariablesChat as BrainstormVariablesChat
    from .brainstorm_variables_chat_fields import BrainstormVariablesChatFields as BrainstormVariablesChatFields
    from .brainstorm_variables_interaction import BrainstormVariablesInteraction as BrainstormVariablesInteraction
    from .brainstorm_variables_response import BrainstormVariablesResponse as BrainstormVariablesResponse
    from .brainstorm_variation import BrainstormVariation as BrainstormVariation
    from .brainstorm_variation_variable import BrainstormVariationVariable as BrainstormVariationVariable
    from .brainstorm_variations_chat import BrainstormVariationsChat as BrainstormVariationsChat
    from .brainstorm_variations_chat_fields import BrainstormVariationsChatFields as BrainstormVariationsChatFields
    from .brainstorm_variations_interaction import BrainstormVariationsInteraction as BrainstormVariationsInteraction
    from .brainstorm_variations_response import BrainstormVariationsResponse as BrainstormVariationsResponse
    from .bulk_operations_request_body import BulkOperationsRequestBody as BulkOperationsRequestBody
    from .bulk_operations_request_body_fields import BulkOperationsRequestBodyFields as BulkOperationsRequestBodyFields
    from .change_history_entry import ChangeHistoryEntry as ChangeHistoryEntry
    from .custom_field import CustomField as CustomField
    from .custom_field_request_body import CustomFieldRequestBody as CustomFieldRequestBody
    from .custom_field_request_body_fields import CustomFieldRequestBodyFields as CustomFieldRequestBodyFields
    from .custom_field_update_request_body import CustomFieldUpdateRequestBody as CustomFieldUpdateRequestBody
    from .custom_field_update_request_body_fields import (
        CustomFieldUpdateRequestBodyFields as CustomFieldUpdateRequestBodyFields,
    )
    from .custom_fields_list import CustomFieldsList as CustomFieldsList
    from .environment import Environment as Environment
    from .environments import Environments as Environments
    from .event_property_condition import EventPropertyCondition as EventPropertyCondition
    from .event_property_condition_input import EventPropertyConditionInput as EventPropertyConditionInput
    from .flag import Flag as Flag
    from .flag_environment import FlagEnvironment as FlagEnvironment
    from .flag_request_body import FlagRequestBody as FlagRequestBody
    from .flag_request_body_fields import FlagRequestBodyFields as FlagRequestBodyFields
    from .flags import Flags as Flags
    from .group import Group as Group
    from .group_request_body import GroupRequestBody as GroupRequestBody
    from .group_request_body_fields import GroupRequestBodyFields as GroupRequestBodyFields
    from .group_rule import GroupRule as GroupRule
    from .group_rule_input import GroupRuleInput as GroupRuleInput
    from .groups import Groups as Groups
    from .holdout import Holdout as Holdout
    from .holdout_experiment import HoldoutExperiment as HoldoutExperiment
    from .holdout_request_body import HoldoutRequestBody as HoldoutRequestBody
    from .holdout_request_body_fields import HoldoutRequestBodyFields as HoldoutRequestBodyFields
    from .holdouts_paginated_list import HoldoutsPaginatedList as HoldoutsPaginatedList
    from .metric import Metric as Metric
    from .metric_event_filter import MetricEventFilter as MetricEventFilter
    from .metric_event_filter_input import MetricEventFilterInput as MetricEventFilterInput
    from .metric_event_properties import MetricEventProperties as MetricEventProperties
    from .metric_event_properties_input import MetricEventPropertiesInput as MetricEventPropertiesInput
    from .metric_input import MetricInput as MetricInput
    from .patch_request_body import PatchRequestBody as PatchRequestBody
    from .problem_detail import ProblemDetail as ProblemDetail
    from .report import Report as Report
    from .reports import Reports as Reports
    from .rule import Rule as Rule
    from .rule_allow_list import RuleAllowList as RuleAllowList
    from .rule_details import RuleDetails as RuleDetails
    from .rule_group_rule import RuleGroupRule as RuleGroupRule
    from .rule_variation import RuleVariation as RuleVariation
    from .rules import Rules as Rules
    from .ruleset import Ruleset as Ruleset
    from .ruleset_rule import RulesetRule as RulesetRule
    from .ruleset_rule_variation import RulesetRuleVariation as RulesetRuleVariation
    from .ruleset_summary import RulesetSummary as RulesetSummary
    from .sub_metric import SubMetric as SubMetric
    from .sub_metric_input import SubMetricInput as SubMetricInput
    from .variable_definition import VariableDefinition as VariableDefinition
    from .variable_definition_input import VariableDefinitionInput as VariableDefinitionInput
    from .variable_definition_input_fields import VariableDefinitionInputFields as VariableDefinitionInputFields
    from .variable_definitions import VariableDefinitions as VariableDefinitions
    from .variable_value import VariableValue as VariableValue
    from .variable_value_input import VariableValueInput as VariableValueInput
    from .variation import Variation as Variation
    from .variation_request_body import VariationRequestBody as VariationRequestBody
    from .variation_request_body_fields import VariationRequestBodyFields as VariationRequestBodyFields
    from .variations import Variations as Variations

_MODULES = {
    "AllowedVariation": "allowed_variation",
    "BrainstormError": "brainstorm_error",
    "BrainstormUserChat": "brainstorm_user_chat",
    "BrainstormVariableDefinition": "brainstorm_variable_definition",
    "BrainstormVariablesChat": "brainstorm_variables_chat",
    "BrainstormVariablesChatFields": "brainstorm_variables_chat_fields",
    "BrainstormVariablesInteraction": "brainstorm_variables_interaction",
    "BrainstormVariablesResponse": "brainstorm_variables_response",
    "BrainstormVariation": "brainstorm_variation",
    "BrainstormVariationsChat": "brainstorm_variations_chat",
    "BrainstormVariationsChatFields": "brainstorm_variations_chat_fields",
    "BrainstormVariationsInteraction": "brainstorm_variations_interaction",
    "BrainstormVariationsResponse": "brainstorm_variations_response",
    "BrainstormVariationVariable": "brainstorm_variation_variable",
    "BulkOperationsRequestBody": "bulk_operations_request_body",
    "BulkOperationsRequestBodyFields": "bulk_operations_request_body_fields",
    "ChangeHistoryEntry": "change_history_entry",
    "CustomField": "custom_field",
    "CustomFieldRequestBody": "custom_field_request_body",
    "CustomFieldRequestBodyFields": "custom_field_request_body_fields",
    "CustomFieldsList": "custom_fields_list",
    "CustomFieldUpdateRequestBody": "custom_field_update_request_body",
    "CustomFieldUpdateRequestBodyFields": "custom_field_update_request_body_fields",
    "Environment": "environment",
    "Environments": "environments",
    "EventPropertyCondition": "event_property_condition",
    "EventPropertyConditionInput": "event_property_condition_input",
    "Flag": "flag",
    "FlagEnvironment": "flag_environment",
    "FlagRequestBody": "flag_request_body",
    "FlagRequestBodyFields": "flag_request_body_fields",
    "Flags": "flags",
    "Group": "group",
    "GroupRequestBody": "group_request_body",
    "GroupRequestBodyFields": "group_request_body_fields",
    "GroupRule": "group_rule",
    "GroupRuleInput": "group_rule_input",
    "Groups": "groups",
    "Holdout": "holdout",
    "HoldoutExperiment": "holdout_experiment",
    "HoldoutRequestBody": "holdout_request_body",
    "HoldoutRequestBodyFields": "holdout_request_body_fields",
    "HoldoutsPaginatedList": "holdouts_paginated_list",
    "Metric": "metric",
    "MetricEventFilter": "metric_event_filter",
    "MetricEventFilterInput": "metric_event_filter_input",
    "MetricEventProperties": "metric_event_properties",
    "MetricEventPropertiesInput": "metric_event_properties_input",
    "MetricInput": "metric_input",
    "PatchRequestBody": "patch_request_body",
    "ProblemDetail": "problem_detail",
    "Report": "report",
    "Reports": "reports",
    "Rule": "rule",
    "RuleAllowList": "rule_allow_list",
    "RuleDetails": "rule_details",
    "RuleGroupRule": "rule_group_rule",
    "Rules": "rules",
    "Ruleset": "ruleset",
    "RulesetRule": "ruleset_rule",
    "RulesetRuleVariation": "ruleset_rule_variation",
    "RulesetSummary": "ruleset_summary",
    "RuleVariation": "rule_variation",
    "SubMetric": "sub_metric",
    "SubMetricInput": "sub_metric_input",
    "VariableDefinition": "variable_definition",
    "VariableDefinitionInput": "variable_definition_input",
    "VariableDefinitionInputFields": "variable_definition_input_fields",
    "VariableDefinitions": "variable_definitions",
    "VariableValue": "variable_value",
    "VariableValueInput": "variable_value_input",
    "Variation": "variation",
    "VariationRequestBody": "variation_request_body",
    "VariationRequestBodyFields": "variation_request_body_fields",
    "Variations": "variations",
}

__all__: tuple[str, ...] = (
    "AllowedVariation",
    "BrainstormError",
    "BrainstormUserChat",
    "BrainstormVariableDefinition",
    "BrainstormVariablesChat",
    "BrainstormVariablesChatFields",
    "BrainstormVariablesInteraction",
    "BrainstormVariablesResponse",
    "BrainstormVariation",
    "BrainstormVariationsChat",
    "BrainstormVariationsChatFields",
    "BrainstormVariationsInteraction",
    "BrainstormVariationsResponse",
    "BrainstormVariationVariable",
    "BulkOperationsRequestBody",
    "BulkOperationsRequestBodyFields",
    "ChangeHistoryEntry",
    "CustomField",
    "CustomFieldRequestBody",
    "CustomFieldRequestBodyFields",
    "CustomFieldsList",
    "CustomFieldUpdateRequestBody",
    "CustomFieldUpdateRequestBodyFields",
    "Environment",
    "Environments",
    "EventPropertyCondition",
    "EventPropertyConditionInput",
    "Flag",
    "FlagEnvironment",
    "FlagRequestBody",
    "FlagRequestBodyFields",
    "Flags",
    "Group",
    "GroupRequestBody",
    "GroupRequestBodyFields",
    "GroupRule",
    "GroupRuleInput",
    "Groups",
    "Holdout",
    "HoldoutExperiment",
    "HoldoutRequestBody",
    "HoldoutRequestBodyFields",
    "HoldoutsPaginatedList",
    "Metric",
    "MetricEventFilter",
    "MetricEventFilterInput",
    "MetricEventProperties",
    "MetricEventPropertiesInput",
    "MetricInput",
    "PatchRequestBody",
    "ProblemDetail",
    "Report",
    "Reports",
    "Rule",
    "RuleAllowList",
    "RuleDetails",
    "RuleGroupRule",
    "Rules",
    "Ruleset",
    "RulesetRule",
    "RulesetRuleVariation",
    "RulesetSummary",
    "RuleVariation",
    "SubMetric",
    "SubMetricInput",
    "VariableDefinition",
    "VariableDefinitionInput",
    "VariableDefinitionInputFields",
    "VariableDefinitions",
    "VariableValue",
    "VariableValueInput",
    "Variation",
    "VariationRequestBody",
    "VariationRequestBodyFields",
    "Variations",
)

if not TYPE_CHECKING:  # type checkers see the names above, and would take any other for granted

    def __getattr__(name: str) -> Any:
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
