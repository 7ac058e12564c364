"""All operations of the API."""

from __future__ import annotations

from starlette.responses import Response

from ..vendor import Call, Operation, RefusedError, json_response
from ..world import World
from . import actions, campaigns, exports, history, people, reports, results, store, timeseries
from . import effects as settle
from . import kinds as k
from .crud import Settle, as_is, create, delete, get, list_in_project, update
from .kind import Kind
from .lists import flag, required_id, several, stored_page, token_page


def list_projects(world: World, call: Call) -> Response:
    """The projects of the account; ``filter`` takes ``status:active`` and ``platform:web``."""
    tags: dict[str, list[str]] = {}
    for item in several(call.query, "filter"):
        name, _, value = item.partition(":")
        if name not in store.TAGS["project"]:
            raise RefusedError(400, "filter must be status:VALUE or platform:VALUE")
        tags.setdefault(name, []).append(value)
    return stored_page(world, call, "project", tags=tags)


def list_events(world: World, call: Call) -> Response:
    """The events of a project; those of Optimizely Classic only if asked for."""
    project = store.find(world, "project", required_id(call.query, "project_id"))
    return stored_page(world, call, "event", parent=str(project["id"]), tags=_without_classic(call))


def list_experiments(world: World, call: Call) -> Response:
    """The experiments of a project or of a campaign; those of Optimizely Classic only if asked for."""
    tags = _without_classic(call)
    parent: str | None = None
    if "campaign_id" in call.query:
        campaign = store.find(world, "campaign", required_id(call.query, "campaign_id"))
        tags["campaign_id"] = [str(campaign["id"])]
    if "project_id" in call.query or "campaign_id" not in call.query:
        parent = str(store.find(world, "project", required_id(call.query, "project_id"))["id"])
    return stored_page(world, call, "experiment", parent=parent, tags=tags)


def _without_classic(call: Call) -> dict[str, list[str]]:
    return {} if flag(call.query, "include_classic") else {"is_classic": ["false"]}


def list_list_attributes(world: World, call: Call) -> Response:
    """The list attributes of a project, all at once: this list has no pages."""
    project = store.find(world, "project", required_id(call.query, "project_id"))
    found = store.documents(world, "list_attribute").find(parent=str(project["id"]))
    return json_response([store.view(one) for one in found])


def list_sections(world: World, call: Call) -> Response:
    """The sections of an experiment."""
    experiment = store.find(world, "experiment", call.path["experiment_id"])
    return stored_page(world, call, "section", tags={"experiment_id": [str(experiment["id"])]})


def list_webhooks(world: World, call: Call) -> Response:
    """The webhooks of a project."""
    project = store.find(world, "project", call.path["project_id"])
    return token_page(world, call, "webhook", parent=str(project["id"]))


def list_scheduled_jobs(world: World, call: Call) -> Response:
    """The scheduled jobs of the account, all at once."""
    return json_response([store.view(one) for one in store.documents(world, "scheduled_job").find()])


def list_subject_access_requests(world: World, call: Call) -> Response:
    """The subject access requests of the account."""
    return stored_page(world, call, "subject_access_request")


def _usual(kind: Kind, path: str, settle: Settle = as_is, *flags: str) -> list[Operation]:
    """The five operations that most kinds have; ``flags`` are what a list can be asked for."""
    one = f"{path}/{{{kind.path_parameter}}}"
    return [
        Operation(f"list_{kind.name}s", "GET", path, list_in_project(kind, *flags)),
        Operation(f"create_{kind.name}", "POST", path, create(kind, settle)),
        Operation(f"get_{kind.name}", "GET", one, get(kind)),
        Operation(f"update_{kind.name}", "PATCH", one, update(kind, settle)),
        Operation(f"delete_{kind.name}", "DELETE", one, delete(kind)),
    ]


_PROJECT = "/v2/projects/{project_id}"
_CUSTOM_EVENT = _PROJECT + "/custom_events/{event_id}"
_CLICK_EVENT = "/v2/pages/{page_id}/events/{event_id}"
_LIST = "/v2/list_attributes/{list_attribute_id}"
_EXPERIMENT = "/v2/experiments/{experiment_id}"
_SECTION = _EXPERIMENT + "/sections/{section_id}"
_CAMPAIGN = "/v2/campaigns/{campaign_id}"
_WEBHOOK = "/v2/webhooks/{webhook_id}"
_REQUESTS = "/v2/subject-access-requests"
_JOBS = "/v2/scheduled-jobs"
_JOB = _JOBS + "/{job_id}"
_USAGE = "/v2/billing/usage/{account_id}"
_CATALOG = "/v2/recommendations/catalogs/{catalog_id}"
_OUTPUT = _CATALOG + "/recommenders/{recommender_id}/{date}"
_RESULTS_CSV = "/v2/export/experiments/{experiment_id}/results/csv"
_CAMPAIGN_CSV = "/v2/export/campaigns/{campaign_id}/results/csv"
_HOLDOUT_CSV = "/v2/export/projects/{project_id}/holdouts/{holdout_id}/results/csv"
_BUCKETING = "/v2/attribution/{account_id}/visitor/{visitor_id}"
_FLAGS = "archived", "for_journey"

_INVENTORY = (
    Operation("list_projects", "GET", "/v2/projects", list_projects),
    Operation("create_project", "POST", "/v2/projects", create(k.PROJECT, settle.project)),
    Operation("get_project", "GET", _PROJECT, get(k.PROJECT)),
    Operation("update_project", "PATCH", _PROJECT, update(k.PROJECT, settle.project)),
    Operation("list_events", "GET", "/v2/events", list_events),
    Operation("get_event", "GET", "/v2/events/{event_id}", get(k.CUSTOM_EVENT)),
    Operation(
        "create_in_page_event", "POST", "/v2/pages/{page_id}/events", create(k.IN_PAGE_EVENT, settle.named_by_key)
    ),
    Operation("update_in_page_event", "PATCH", _CLICK_EVENT, update(k.IN_PAGE_EVENT)),
    Operation("delete_in_page_event", "DELETE", _CLICK_EVENT, delete(k.IN_PAGE_EVENT)),
    Operation("create_custom_event", "POST", _PROJECT + "/custom_events", create(k.CUSTOM_EVENT, settle.named_by_key)),
    Operation("update_custom_event", "PATCH", _CUSTOM_EVENT, update(k.CUSTOM_EVENT)),
    Operation("delete_custom_event", "DELETE", _CUSTOM_EVENT, delete(k.CUSTOM_EVENT)),
    *_usual(k.ATTRIBUTE, "/v2/attributes", settle.named_by_key),
    *_usual(k.AUDIENCE, "/v2/audiences", as_is, *_FLAGS)[
        :-1
    ],  # an audience cannot be deleted, only archived by an update
    *_usual(k.FEATURE, "/v2/features", settle.feature),
    *_usual(k.PAGE, "/v2/pages"),
    *_usual(k.ENVIRONMENT, "/v2/environments", settle.environment),
    *_usual(k.GROUP, "/v2/groups"),
    *_usual(k.EXTENSION, "/v2/extensions"),
    Operation("get_datafile", "GET", "/v2/environments/{environment_id}/datafile", reports.get_datafile),
    Operation("list_list_attributes", "GET", "/v2/list_attributes", list_list_attributes),
    Operation("create_list_attribute", "POST", "/v2/list_attributes", create(k.LIST_ATTRIBUTE, settle.list_attribute)),
    Operation("get_list_attribute", "GET", _LIST, get(k.LIST_ATTRIBUTE)),
    Operation("update_list_attribute", "PATCH", _LIST, update(k.LIST_ATTRIBUTE)),
    Operation("archive_list_attribute", "DELETE", _LIST, delete(k.LIST_ATTRIBUTE)),
    Operation("list_webhooks", "GET", _PROJECT + "/webhooks", list_webhooks),
    Operation("create_webhook", "POST", _PROJECT + "/webhooks", create(k.WEBHOOK, settle.webhook)),
    Operation("get_webhook", "GET", _WEBHOOK, get(k.WEBHOOK)),
    Operation("update_webhook", "PATCH", _WEBHOOK, update(k.WEBHOOK, settle.webhook)),
    Operation("delete_webhook", "DELETE", _WEBHOOK, delete(k.WEBHOOK)),
    Operation("list_sar_requests_by_account", "GET", _REQUESTS, list_subject_access_requests),
    Operation("create_sar_request", "POST", _REQUESTS, create(k.SUBJECT_ACCESS_REQUEST, settle.subject_access_request)),
    Operation("get_sar_request", "GET", _REQUESTS + "/{request_id}", get(k.SUBJECT_ACCESS_REQUEST)),
    Operation("list_scheduled_jobs", "GET", _JOBS, list_scheduled_jobs),
    Operation("create_scheduled_job", "POST", _JOBS, create(k.SCHEDULED_JOB, settle.scheduled_job)),
    Operation("get_scheduled_job", "GET", _JOB, get(k.SCHEDULED_JOB)),
    Operation("update_scheduled_job", "PATCH", _JOB, update(k.SCHEDULED_JOB, settle.scheduled_job)),
    Operation("delete_scheduled_job", "DELETE", _JOB, delete(k.SCHEDULED_JOB)),
    Operation("get_me", "GET", "/v2/me", people.get_me),
    Operation("list_collaborators", "GET", "/v2/collaborators", people.list_collaborators),
    Operation("create_collaborators", "POST", "/v2/collaborators", people.invite),
    Operation("list_invitations", "GET", "/v2/invitations", people.list_invitations),
)
_RUNNING = (
    Operation("list_experiments", "GET", "/v2/experiments", list_experiments),
    Operation("create_experiment", "POST", "/v2/experiments", actions.create_experiment),
    Operation("get_experiment", "GET", _EXPERIMENT, get(k.EXPERIMENT)),
    Operation("update_experiment", "PATCH", _EXPERIMENT, actions.update_experiment),
    Operation("delete_experiment", "DELETE", _EXPERIMENT, delete(k.EXPERIMENT, actions.stop_counting)),
    Operation("get_experiment_sections", "GET", _EXPERIMENT + "/sections", list_sections),
    Operation("create_section", "POST", _EXPERIMENT + "/sections", create(k.SECTION, settle.variations)),
    Operation("get_section", "GET", _SECTION, get(k.SECTION)),
    Operation("update_section", "PATCH", _SECTION, update(k.SECTION, settle.variations)),
    Operation("delete_section", "DELETE", _SECTION, delete(k.SECTION)),
    Operation("list_campaigns", "GET", "/v2/campaigns", list_in_project(k.CAMPAIGN, *_FLAGS)),
    Operation("create_campaign", "POST", "/v2/campaigns", actions.create_campaign),
    Operation("get_campaign", "GET", _CAMPAIGN, get(k.CAMPAIGN)),
    Operation("update_campaign", "PATCH", _CAMPAIGN, actions.update_campaign),
    Operation("delete_campaign", "DELETE", _CAMPAIGN, delete(k.CAMPAIGN, actions.stop_campaign)),
)
_READING = (
    Operation("get_experiment_results", "GET", _EXPERIMENT + "/results", results.get_results),
    Operation("get_experiment_timeseries", "GET", _EXPERIMENT + "/timeseries", timeseries.get_timeseries),
    Operation("get_campaign_results", "GET", _CAMPAIGN + "/results", campaigns.get_campaign_results),
    Operation("get_experiment_results_csv", "GET", _RESULTS_CSV, exports.get_experiment_csv),
    Operation("get_campaign_results_csv", "GET", _CAMPAIGN_CSV, exports.get_campaign_csv),
    Operation("get_experiment_report", "GET", _EXPERIMENT + "/report", results.get_report),
    Operation(
        "get_experiment_results_share_link", "GET", _EXPERIMENT + "/results/share", results.get_share_link(k.EXPERIMENT)
    ),
    Operation(
        "get_campaign_results_share_link", "GET", _CAMPAIGN + "/results/share", results.get_share_link(k.CAMPAIGN)
    ),
    Operation("get_holdout_results_csv", "GET", _HOLDOUT_CSV, exports.get_holdout_csv),
    Operation("get_experiment_summaries", "GET", "/v2/experiment_summaries", reports.list_summaries),
    Operation("get_gcp_e3_credentials", "GET", "/v2/export/credentials/gcp", exports.get_gcp_credentials),
    Operation("get_bucketing_history", "GET", _BUCKETING, people.get_bucketing_history),
    Operation("get_enriched_events_export_credentials", "GET", "/v2/export/credentials", exports.get_credentials),
    Operation("get_recs_catalog_csv", "GET", _CATALOG + "/catalog/{date}", exports.get_catalog),
    Operation("get_recs_output_csv", "GET", _OUTPUT, exports.get_recommendations),
    Operation("get_recs_stats_csv", "GET", _CATALOG + "/stats/{date}", exports.get_statistics),
    Operation("list_change_history", "GET", "/v2/changes", history.list_changes),
    Operation("get_search_results", "GET", "/v2/search", reports.search),
    Operation("get_plan", "GET", "/v2/plan", reports.get_plan),
    Operation("get_impressions_usage_request", "GET", _USAGE, reports.get_usage),
    Operation("get_impressions_usage_summary_request", "GET", _USAGE + "/summary", reports.get_usage_summary),
)
OPERATIONS = (*_INVENTORY, *_RUNNING, *_READING)
