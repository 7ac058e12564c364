from collections.abc import Sequence
from typing import Literal, TypedDict


class WebhookUpdateFields(TypedDict, total=False):
    """The fields of a webhook to change.

    The fields of ``WebhookUpdate``, by keyword.
    """

    description: str
    """What the webhook is for."""
    events: Sequence[
        Literal[
            "project.datafile_updated",
            "project.snippet_updated",
            "project.attribute_created",
            "project.attribute_updated",
            "project.attribute_deleted",
            "project.attribute_archived",
            "project.audience_created",
            "project.audience_updated",
            "project.audience_archived",
            "project.environment_created",
            "project.environment_updated",
            "project.environment_archived",
            "project.event_created",
            "project.event_updated",
            "project.event_deleted",
            "project.event_archived",
            "project.flag_created",
            "project.flag_updated",
            "project.flag_deleted",
            "project.flag_archived",
            "project.project_setting_created",
            "project.project_setting_updated",
            "project.project_setting_deleted",
            "project.ruleset_created",
            "project.ruleset_updated",
            "project.ruleset_deleted",
            "project.rule_created",
            "project.rule_updated",
            "project.rule_deleted",
            "project.variation_created",
            "project.variation_updated",
            "project.variation_deleted",
            "project.variation_archived",
            "project.variable_created",
            "project.variable_updated",
            "project.variable_deleted",
            "project.group_created",
            "project.group_updated",
            "project.group_deleted",
            "project.group_archived",
        ]
    ]
    """What the webhook is told about."""
    name: str
    """Name of the webhook."""
    url: str
    """Address to call."""
