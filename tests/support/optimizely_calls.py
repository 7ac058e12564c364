"""How the facade reaches each operation of Optimizely's spec, with every parameter that it documents."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime
from typing import Any

import abclient

WHEN = datetime(2026, 1, 2, 3, 0, tzinfo=UTC)
PAGING: dict[str, Any] = {"page": 2, "page_size": 50}
PARTS: dict[str, dict[str, Any]] = {
    "browser": {"browser": "chrome", "start_time": WHEN, "end_time": WHEN},
    "device": {"device": "tablet"},
    "source": {"source": "search"},
    "attribute": {"attribute_id": 5, "attribute_value": "gold"},
    "conditions": {"segment_conditions": ["or", {"attribute_id": 5, "attribute_value": "gold"}]},
}
SEGMENTS = [{name: value for name, value in part.items() if "time" not in name} for part in PARTS.values()]
WHOLE: dict[str, Any] = {"baseline_variation_id": 3}

Call = Callable[[abclient.Optimizely], Awaitable[object]]

CALLS: dict[str, list[Call]] = {
    "list_projects": [lambda o: o.projects.list(filters=["a", "b"], **PAGING)],
    "create_project": [lambda o: o.projects.create(name="n")],
    "get_project": [lambda o: o.projects.get(7)],
    "update_project": [lambda o: o.projects.update(7, name="n")],
    "list_attributes": [lambda o: o.attributes.list(7, **PAGING)],
    "create_attribute": [lambda o: o.attributes.create(key="k", project_id=7)],
    "get_attribute": [lambda o: o.attributes.get(7)],
    "update_attribute": [lambda o: o.attributes.update(7, name="n")],
    "delete_attribute": [lambda o: o.attributes.archive(7)],
    "list_events": [lambda o: o.events.list(7, include_classic=True, **PAGING)],
    "get_event": [lambda o: o.events.get(7, include_classic=True)],
    "create_custom_event": [lambda o: o.events.create_custom(7, key="k")],
    "update_custom_event": [lambda o: o.events.update_custom(7, 8, name="n")],
    "delete_custom_event": [lambda o: o.events.archive_custom(7, 8)],
    "create_in_page_event": [lambda o: o.events.create_click(7, event_type="click", name="n")],
    "update_in_page_event": [lambda o: o.events.update_click(7, 8, name="n")],
    "delete_in_page_event": [lambda o: o.events.archive_click(7, 8)],
    "list_audiences": [lambda o: o.audiences.list(7, archived=True, for_journey=False, **PAGING)],
    "create_audience": [lambda o: o.audiences.create(project_id=7)],
    "get_audience": [lambda o: o.audiences.get(7)],
    "update_audience": [lambda o: o.audiences.update(7, name="n")],
    "list_features": [lambda o: o.features.list(7, **PAGING)],
    "create_feature": [lambda o: o.features.create(key="k", project_id=7)],
    "get_feature": [lambda o: o.features.get(7)],
    "update_feature": [lambda o: o.features.update(7, name="n")],
    "delete_feature": [lambda o: o.features.archive(7)],
    "list_experiments": [
        lambda o: o.experiments.list(7, include_classic=True, **PAGING),
        lambda o: o.experiments.list(campaign_id=7),
    ],
    "create_experiment": [lambda o: o.experiments.create(project_id=7, action="start")],
    "get_experiment": [lambda o: o.experiments.get(7)],
    "update_experiment": [lambda o: o.experiments.update(7, name="n", action="publish")],
    "delete_experiment": [lambda o: o.experiments.archive(7)],
    "get_experiment_summaries": [
        lambda o: o.experiments.summaries(7, sort="name", order="desc", archived=True, status="running", **PAGING)
    ],
    "get_experiment_results": [
        lambda o, part=part: o.experiments.results(7, **WHOLE, **part)  # type: ignore[misc]  # the loop's own value
        for part in PARTS.values()
    ],
    "get_experiment_timeseries": [
        lambda o, part=part: o.experiments.timeseries(7, **WHOLE, **part)  # type: ignore[misc]  # as above
        for part in PARTS.values()
    ],
    "get_experiment_results_csv": [
        lambda o, part=part: o.experiments.results_csv(7, **WHOLE, **part)  # type: ignore[misc]  # as above
        for part in PARTS.values()
    ],
    "get_experiment_report": [
        lambda o, part=part: o.experiments.report(7, **WHOLE, **part)  # type: ignore[misc]  # as above
        for part in PARTS.values()
    ],
    "get_experiment_results_share_link": [lambda o: o.experiments.results_share_link(7)],
    "get_campaign_results_share_link": [lambda o: o.campaigns.results_share_link(7)],
    "get_holdout_results_csv": [
        lambda o, part=part: o.holdout_results_csv(7, 8, **part)  # type: ignore[misc]  # as above
        for part in SEGMENTS
    ],
    "list_campaigns": [lambda o: o.campaigns.list(7, archived=True, for_journey=False, **PAGING)],
    "create_campaign": [lambda o: o.campaigns.create(project_id=7, action="publish")],
    "get_campaign": [lambda o: o.campaigns.get(7)],
    "update_campaign": [lambda o: o.campaigns.update(7, name="n", action="start")],
    "delete_campaign": [lambda o: o.campaigns.archive(7)],
    "get_campaign_results": [
        lambda o, part=part: o.campaigns.results(7, **part)  # type: ignore[misc]  # as above
        for part in PARTS.values()
    ],
    "get_campaign_results_csv": [
        lambda o, part=part: o.campaigns.results_csv(7, **part)  # type: ignore[misc]  # as above
        for part in PARTS.values()
    ],
    "get_experiment_sections": [lambda o: o.sections(7).list(**PAGING)],
    "create_section": [lambda o: o.sections(7).create(variations=[])],
    "get_section": [lambda o: o.sections(7).get(8)],
    "update_section": [lambda o: o.sections(7).update(8, name="n")],
    "delete_section": [lambda o: o.sections(7).archive(8)],
    "list_pages": [lambda o: o.pages.list(7, **PAGING)],
    "create_page": [lambda o: o.pages.create(edit_url="https://e", name="n", project_id=7)],
    "get_page": [lambda o: o.pages.get(7)],
    "update_page": [lambda o: o.pages.update(7, name="n")],
    "delete_page": [lambda o: o.pages.archive(7)],
    "list_environments": [lambda o: o.environments.list(7, **PAGING)],
    "create_environment": [lambda o: o.environments.create(key="k", name="n", project_id=7)],
    "get_environment": [lambda o: o.environments.get(7)],
    "update_environment": [lambda o: o.environments.update(7, name="n")],
    "delete_environment": [lambda o: o.environments.archive(7)],
    "get_datafile": [lambda o: o.environments.datafile(7)],
    "list_groups": [lambda o: o.groups.list(7, **PAGING)],
    "create_group": [lambda o: o.groups.create(name="n", project_id=7)],
    "get_group": [lambda o: o.groups.get(7)],
    "update_group": [lambda o: o.groups.update(7, name="n")],
    "delete_group": [lambda o: o.groups.archive(7)],
    "list_extensions": [lambda o: o.extensions.list(7, **PAGING)],
    "create_extension": [
        lambda o: o.extensions.create(edit_url="https://e", name="n", project_id=7, implementation={"css": "a{}"})
    ],
    "get_extension": [lambda o: o.extensions.get(7)],
    "update_extension": [lambda o: o.extensions.update(7, name="n")],
    "delete_extension": [lambda o: o.extensions.archive(7)],
    "list_list_attributes": [lambda o: o.list_attributes.list(7)],
    "create_list_attribute": [lambda o: o.list_attributes.create(key_field="k", name="n", project_id=7)],
    "get_list_attribute": [lambda o: o.list_attributes.get(7)],
    "update_list_attribute": [lambda o: o.list_attributes.update(7, name="n")],
    "archive_list_attribute": [lambda o: o.list_attributes.archive(7)],
    "list_webhooks": [lambda o: o.webhooks.list(7, page_token="t", page_window=2, page_size=50)],
    "create_webhook": [
        lambda o: o.webhooks.create(7, name="n", description="d", events=["project.flag_created"], url="https://e")
    ],
    "get_webhook": [lambda o: o.webhooks.get(7)],
    "update_webhook": [lambda o: o.webhooks.update(7, name="n")],
    "delete_webhook": [lambda o: o.webhooks.delete(7)],
    "list_change_history": [
        lambda o: o.changes(
            7,
            change_ids=[1, 2],
            start_time=WHEN,
            end_time=WHEN,
            user=["u"],
            entity_type=["experiment"],
            source="api",
            entity=["experiment:1"],
            **PAGING,
        )
    ],
    "get_search_results": [
        lambda o: o.search(
            "text",
            project_id=[7],
            types=["experiment"],
            type_expand=["experiment"],
            project_type=["web"],
            expand=["x"],
            archived=True,
            fullsearch=True,
            status=["running"],
            sort="name",
            order="asc",
            environment_key="production",
            audience_id=[5],
            **PAGING,
        )
    ],
    "get_plan": [lambda o: o.plan()],
    "get_impressions_usage_request": [
        lambda o: o.billing.usage(
            7, date(2026, 1, 1), "2026-01-31", platforms=["web"], query="q", sort="s", order="asc", **PAGING
        )
    ],
    "get_impressions_usage_summary_request": [lambda o: o.billing.summary(7)],
    "get_enriched_events_export_credentials": [lambda o: o.export_credentials(duration="2h")],
    "get_gcp_e3_credentials": [lambda o: o.gcp_export_credentials()],
    "get_recs_catalog_csv": [lambda o: o.recommendations.catalog_csv("c", date(2026, 1, 1))],
    "get_recs_output_csv": [lambda o: o.recommendations.output_csv("c", "r", "2026-01-01")],
    "get_recs_stats_csv": [lambda o: o.recommendations.stats_csv("c", "2026-01-01")],
    "list_sar_requests_by_account": [lambda o: o.subject_access_requests.list(**PAGING)],
    "create_sar_request": [
        lambda o: o.subject_access_requests.create(
            data_type="user", identifier="i", identifier_type="email", request_type="access"
        )
    ],
    "get_sar_request": [lambda o: o.subject_access_requests.get(7)],
    "get_me": [lambda o: o.me(include_features=True, expand=["accounts", "project_roles"])],
    "list_collaborators": [lambda o: o.collaborators.list([7, 8])],
    "create_collaborators": [
        lambda o: o.collaborators.invite(
            [{"profile": {"email": "a@example.com"}, "project_roles": [{"project_id": 7, "role": "editor"}]}]
        )
    ],
    "list_invitations": [lambda o: o.collaborators.invitations(7)],
    "list_scheduled_jobs": [lambda o: o.scheduled_jobs.list()],
    "create_scheduled_job": [
        lambda o: o.scheduled_jobs.create(project_id=7, job_type="project_results", frequency="daily")
    ],
    "get_scheduled_job": [lambda o: o.scheduled_jobs.get(7)],
    "update_scheduled_job": [lambda o: o.scheduled_jobs.update(7, frequency="weekly")],
    "delete_scheduled_job": [lambda o: o.scheduled_jobs.archive(7)],
    "get_bucketing_history": [lambda o: o.bucketing_history(7, "v/1", start_time=WHEN, end_time=WHEN)],
}
