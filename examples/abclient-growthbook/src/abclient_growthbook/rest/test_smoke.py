"""Each operation describes a request, and each model reads what it writes. Run it with pytest."""

from collections.abc import Callable
from typing import Any

from abclient.testing import make
from abclient_api._models import Model
from abclient_api._runtime import Request

from . import models
from .api import experiments as api_experiments
from .api import features as api_features
from .api import metrics as api_metrics
from .api import organization as api_organization
from .api import projects as api_projects
from .api import results as api_results
from .api import snapshots as api_snapshots

CALLS: list[tuple[Callable[[], Request[Any, Any]], str, str]] = [
    (lambda: api_projects.list_projects.request(limit=1, offset=1), "GET", "/v1/projects"),
    (lambda: api_projects.post_project.request(body=make(models.ProjectCreate)), "POST", "/v1/projects"),
    (lambda: api_projects.get_project.request("text"), "GET", "/v1/projects/{id}"),
    (lambda: api_projects.put_project.request("text", body=make(models.ProjectUpdate)), "PUT", "/v1/projects/{id}"),
    (lambda: api_projects.delete_project.request("text"), "DELETE", "/v1/projects/{id}"),
    (
        lambda: api_features.list_features_v2.request(
            limit=1, offset=1, project_id="text", client_key="text", archived=True
        ),
        "GET",
        "/v2/features",
    ),
    (lambda: api_features.post_feature_v2.request(body=make(models.FeatureCreate)), "POST", "/v2/features"),
    (lambda: api_features.get_feature_v2.request("text"), "GET", "/v2/features/{id}"),
    (
        lambda: api_features.update_feature_v2.request("text", body=make(models.FeatureUpdate)),
        "POST",
        "/v2/features/{id}",
    ),
    (lambda: api_features.delete_feature_v2.request("text"), "DELETE", "/v2/features/{id}"),
    (
        lambda: api_features.toggle_feature_v2.request("text", body=make(models.FeatureToggle)),
        "POST",
        "/v2/features/{id}/toggle",
    ),
    (
        lambda: api_metrics.list_metrics.request(limit=1, offset=1, project_id="text", datasource_id="text"),
        "GET",
        "/v1/metrics",
    ),
    (lambda: api_metrics.get_metric.request("text"), "GET", "/v1/metrics/{id}"),
    (
        lambda: api_metrics.list_fact_metrics.request(
            limit=1, offset=1, datasource_id="text", project_id="text", fact_table_id="text"
        ),
        "GET",
        "/v1/fact-metrics",
    ),
    (lambda: api_metrics.get_fact_metric.request("text"), "GET", "/v1/fact-metrics/{id}"),
    (
        lambda: api_experiments.list_experiments.request(
            limit=1, offset=1, project_id="text", datasource_id="text", tracking_key="text", status="draft"
        ),
        "GET",
        "/v1/experiments",
    ),
    (lambda: api_experiments.post_experiment.request(body=make(models.ExperimentCreate)), "POST", "/v1/experiments"),
    (
        lambda: api_results.list_experiment_results.request(
            limit=1, offset=1, project_id="text", datasource_id="text", tracking_key="text", status="draft"
        ),
        "GET",
        "/v1/experiments/results",
    ),
    (lambda: api_experiments.get_experiment.request("text"), "GET", "/v1/experiments/{id}"),
    (
        lambda: api_experiments.update_experiment.request("text", body=make(models.ExperimentUpdate)),
        "POST",
        "/v1/experiments/{id}",
    ),
    (
        lambda: api_experiments.post_experiment_start.request("text", body=make(models.ExperimentStart)),
        "POST",
        "/v1/experiments/{id}/start",
    ),
    (
        lambda: api_experiments.post_experiment_stop.request("text", body=make(models.ExperimentStop)),
        "POST",
        "/v1/experiments/{id}/stop",
    ),
    (
        lambda: api_results.get_experiment_results.request("text", phase="text", dimension="text"),
        "GET",
        "/v1/experiments/{id}/results",
    ),
    (
        lambda: api_snapshots.post_experiment_snapshot.request("text", body=make(models.SnapshotCreate)),
        "POST",
        "/v1/experiments/{id}/snapshot",
    ),
    (lambda: api_snapshots.get_experiment_snapshot.request("text"), "GET", "/v1/snapshots/{id}"),
    (lambda: api_organization.list_environments.request(), "GET", "/v1/environments"),
    (
        lambda: api_organization.list_data_sources.request(limit=1, offset=1, project_id="text"),
        "GET",
        "/v1/data-sources",
    ),
    (lambda: api_organization.get_data_source.request("text"), "GET", "/v1/data-sources/{id}"),
    (lambda: api_organization.get_settings.request(), "GET", "/v1/settings"),
]
"""What makes a request, its method, and its path in the specification."""


def test_operations() -> None:
    """Each operation can be described with the arguments that the specification allows."""
    for describe, method, path in CALLS:
        request = describe()
        assert (request.method, request.path_template) == (method, path), request
        assert "{" not in request.path, request


def test_models() -> None:
    """What a response holds comes out of its model as it went in."""
    for name in models.__all__:
        kind: Any = getattr(models, name)
        if isinstance(kind, type) and issubclass(kind, Model):
            made: Any = make(kind, complete=True)
            assert kind.from_dict(made.to_dict()) == made, name
