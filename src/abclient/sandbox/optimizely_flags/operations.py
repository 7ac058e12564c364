"""All operations of the four APIs."""

from __future__ import annotations

from starlette.responses import Response

from ..optimizely.apart import apart
from ..optimizely.operations import OPERATIONS as V2
from ..vendor import Call, Handler, Operation
from ..world import World
from . import custom_fields, flags, groups, holdouts, permissions, reports, rulesets, scheduling, values
from .pages import BASE

_PROJECT = BASE + "/projects/{project_id}"
_FLAG = _PROJECT + "/flags/{flag_key}"
_ENVIRONMENT = _PROJECT + "/environments/{environment_key}"
_REPORTS = _ENVIRONMENT + "/reports"
_RULESET = _FLAG + "/environments/{environment_key}/ruleset"
_VARIABLES = _FLAG + "/variable_definitions"
_VARIATIONS = _FLAG + "/variations"
_HOLDOUT = _PROJECT + "/holdouts/{holdout_id}"
_FIELD = _PROJECT + "/custom_fields/{id}"
_SCHEDULES = "/flags-scheduling/projects/{project_id}/flags/{flag_key}/schedules"
_TEAM = "/permissions/accounts/{account_id}/teams"
_ENTITY = "/permissions/projects/{project_id}/{entity_type}/{entity_id}"


def _in_v2(handle: Handler) -> Handler:
    def handled(world: World, call: Call) -> Response:
        return handle(apart(world), call)

    return handled


_FLAGS = (
    # Paths that have a word where others have a key come first.
    Operation("archive_flags", "POST", _PROJECT + "/flags/archived", values.archive_flags(archived=True)),
    Operation("unarchive_flags", "POST", _PROJECT + "/flags/unarchived", values.archive_flags(archived=False)),
    Operation("list_flags", "GET", _PROJECT + "/flags", flags.list_flags),
    Operation("create_flag", "POST", _PROJECT + "/flags", flags.create_flag),
    Operation("update_flags", "PATCH", _PROJECT + "/flags", flags.update_flags),
    Operation("fetch_flag", "GET", _FLAG, flags.get_flag),
    Operation("delete_flag", "DELETE", _FLAG, flags.delete_flag),
    Operation("entities", "GET", _PROJECT + "/flags/{flag_id}/entities", flags.get_entities),
    Operation("list_variable_definitions", "GET", _VARIABLES, values.list_variables),
    Operation("create_variable_definition", "POST", _VARIABLES, values.create_variable),
    Operation("update_variable_definitions", "PATCH", _VARIABLES, values.update_variables),
    Operation(
        "brainstorm_variable_definitions",
        "POST",
        _VARIABLES + "/brainstorm",
        values.brainstorm("variables", values.proposed_variables),
    ),
    Operation("fetch_variable_definition", "GET", _VARIABLES + "/{variable_definition_key}", values.get_variable),
    Operation(
        "delete_variable_definition", "DELETE", _VARIABLES + "/{variable_definition_key}", values.delete_variable
    ),
    Operation("archive_variations", "POST", _VARIATIONS + "/archived", values.archive_variations(archived=True)),
    Operation("unarchive_variations", "POST", _VARIATIONS + "/unarchived", values.archive_variations(archived=False)),
    Operation(
        "brainstorm_variations",
        "POST",
        _VARIATIONS + "/brainstorm",
        values.brainstorm("variations", values.proposed_variations),
    ),
    Operation("list_variations", "GET", _VARIATIONS, values.list_variations),
    Operation("create_variation", "POST", _VARIATIONS, values.create_variation),
    Operation("update_variations", "PATCH", _VARIATIONS, values.update_variations),
    Operation("fetch_variation", "GET", _VARIATIONS + "/{variation_key}", values.get_variation),
    Operation("delete_variation", "DELETE", _VARIATIONS + "/{variation_key}", values.delete_variation),
    Operation("fetch_ruleset", "GET", _RULESET, rulesets.get_ruleset),
    Operation("update_ruleset", "PATCH", _RULESET, rulesets.update_ruleset),
    Operation("enable_ruleset", "POST", _RULESET + "/enabled", rulesets.switch_ruleset(enabled=True)),
    Operation("disable_ruleset", "POST", _RULESET + "/disabled", rulesets.switch_ruleset(enabled=False)),
    Operation("fetch_rule", "GET", _FLAG + "/environments/{environment_key}/rules/{rule_key}", rulesets.get_rule),
    Operation("list_all_rules_in_project", "GET", _PROJECT + "/rules", rulesets.list_rules),
    Operation(
        "fetch_rule_by_experiment_id", "GET", _PROJECT + "/rules/{experiment_id}", rulesets.get_rule_by_experiment
    ),
)
_OTHERS = (
    Operation("list_environments", "GET", _PROJECT + "/environments", reports.list_environments),
    Operation("list_reports", "GET", _REPORTS, reports.list_reports),
    Operation("archive_reports", "POST", _REPORTS + "/archived", reports.archive_reports(archived=True)),
    Operation("unarchive_reports", "POST", _REPORTS + "/unarchived", reports.archive_reports(archived=False)),
    Operation("fetch_report", "GET", _REPORTS + "/{report_key}", reports.get_report),
    Operation("delete_report", "DELETE", _REPORTS + "/{report_key}", reports.delete_report),
    Operation("reset_results", "POST", _REPORTS + "/{report_key}/reset-results", reports.reset_results),
    Operation(
        "fetch_holdouts_by_rule_key", "GET", _ENVIRONMENT + "/rule/{rule_key}/holdouts", holdouts.holdouts_of_rule
    ),
    Operation("archive_groups", "POST", _PROJECT + "/groups/archived", groups.archive_groups(archived=True)),
    Operation("unarchive_groups", "POST", _PROJECT + "/groups/unarchived", groups.archive_groups(archived=False)),
    Operation("list_groups", "GET", _PROJECT + "/groups", groups.list_groups),
    Operation("create_group", "POST", _PROJECT + "/groups", groups.create_group),
    Operation("update_groups", "PATCH", _PROJECT + "/groups", groups.update_groups),
    Operation("fetch_group", "GET", _PROJECT + "/groups/{group_id}", groups.get_group),
    Operation("delete_group", "DELETE", _PROJECT + "/groups/{group_id}", groups.delete_group),
    Operation("list_holdouts", "GET", _PROJECT + "/holdouts", holdouts.list_holdouts),
    Operation("create_holdout", "POST", _PROJECT + "/holdouts", holdouts.create_holdout),
    Operation("fetch_holdout", "GET", _HOLDOUT, holdouts.get_holdout),
    Operation("update_holdouts", "POST", _HOLDOUT, holdouts.update_holdout),
    Operation("delete_holdout", "DELETE", _HOLDOUT, holdouts.delete_holdout),
    Operation("fetch_holdout_experiments", "GET", _HOLDOUT + "/experiments", holdouts.experiments_of_holdout),
    Operation("list_custom_fields", "GET", _PROJECT + "/custom_fields", custom_fields.list_fields),
    Operation("create_custom_field", "POST", _PROJECT + "/custom_fields", custom_fields.create_field),
    Operation("update_custom_field", "PATCH", _FIELD, custom_fields.update_field),
    Operation("archive_custom_field", "POST", _FIELD + "/archived", custom_fields.archive_field(archived=True)),
    Operation("unarchive_custom_field", "POST", _FIELD + "/unarchived", custom_fields.archive_field(archived=False)),
)
_SCHEDULING = (
    Operation(
        "get_environment_approval_settings",
        "GET",
        "/flags-scheduling/projects/{project_id}/environments/{environment_id}/preferences",
        scheduling.get_approval_settings,
    ),
    Operation("list_scheduled_changes", "GET", _SCHEDULES, scheduling.list_schedules),
    Operation("create_scheduled_change", "POST", _SCHEDULES, scheduling.create_schedule),
    Operation("update_scheduled_change", "PATCH", _SCHEDULES + "/{schedule_id}", scheduling.update_schedule),
    Operation("delete_scheduled_change", "DELETE", _SCHEDULES + "/{schedule_id}", scheduling.delete_schedule),
)
_PERMISSIONS = (
    Operation(
        "list_user_permissions",
        "GET",
        "/permissions/users/{user_id}/projects/{project_id}/{entity_type}",
        permissions.list_permissions("users"),
    ),
    Operation(
        "list_team_permissions",
        "GET",
        "/permissions/teams/{team_id}/projects/{project_id}/{entity_type}",
        permissions.list_permissions("teams"),
    ),
    Operation("get_entity_permissions", "GET", _ENTITY, permissions.get_entity),
    Operation("change_permissions", "PATCH", _ENTITY, permissions.change_permissions),
    Operation("list_teams", "GET", _TEAM, permissions.list_teams),
    Operation("create_team", "POST", _TEAM, permissions.create_team),
    Operation("get_team", "GET", _TEAM + "/{team_id}", permissions.get_team),
    Operation("update_team", "PATCH", _TEAM + "/{team_id}", permissions.update_team),
    Operation("delete_team", "DELETE", _TEAM + "/{team_id}", permissions.delete_team),
)

OPERATIONS: tuple[Operation, ...] = (
    *_FLAGS,
    *_OTHERS,
    *(
        Operation(one.id, one.method, one.path, scheduling.in_style(one.handle))
        for one in (*_SCHEDULING, *_PERMISSIONS)
    ),
    # REST API v2 of the same projects, for results.
    *(Operation(one.id, one.method, one.path, _in_v2(one.handle)) for one in V2),
)
