"""The vendor's own Python client, unmodified, drives everything it can do against the sandbox."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

from abclient.testing import Sandbox
from support.sandbox import running_sandbox

sandbox = pytest.fixture(scope="module")(running_sandbox)

# The vendor ships no types: importing by name keeps everything it gives an honest Any.
vendor: Any = import_module("optimizely")
errors: Any = import_module("optimizely.error")
resources: Any = import_module("optimizely.resource")

PAGE = "https://mysite.com/products/"


@pytest.fixture(scope="module", params=["legacy", "oauth"])
def client(sandbox: Sandbox, request: pytest.FixtureRequest) -> Any:
    """The official client, with either sort of token."""
    return connect(sandbox, sandbox.token, request.param)


@pytest.fixture(scope="module")
def project(client: Any) -> Any:
    """A project of the tests' own."""
    return client.Projects.create({"project_name": "My new project name"})


@pytest.fixture
def experiment(client: Any, project: Any) -> Any:
    """A new experiment in it."""
    return client.Experiments.create({"project_id": project.id, "edit_url": PAGE, "description": "My Experiment Name"})


def connect(sandbox: Sandbox, token: str, token_type: str = "legacy") -> Any:
    """An official client for the sandbox."""
    return vendor.Client(token, token_type, api_base=f"{sandbox.url}/experiment/v1/")


def click_goal(client: Any, project: Any, **fields: Any) -> Any:
    """A new click goal."""
    required = {"title": "Add to cart clicks", "goal_type": 0, "selector": "div.cart", "target_to_experiments": True}
    return client.Goals.create({"project_id": project.id, **required, **fields})


def lasting(resource: Any) -> dict[str, Any]:
    """The fields of a resource, without the one that tells of saving."""
    return {name: value for name, value in resource.__dict__.items() if name != "last_modified"}


def test_projects(client: Any) -> None:
    """Projects are created with their defaults, read one by one, in a list of ids and all, changed and saved."""
    made = client.Projects.create({"project_name": "My new project name"})
    assert (made.project_status, made.code_revision, made.include_jquery) == ("Active", 0, True)
    assert (made.js_file_size, made.project_javascript, made.exclude_names, made.ip_filter) == (None, None, None, "")
    made.project_name = "My even newer project name"
    made.save()
    assert made.project_name == client.Projects.get(made.id).project_name == "My even newer project name"
    assert client.Projects.update(made.id, {"project_status": "Archived"}).project_status == "Archived"
    two = client.Projects.get([made.id, client.Projects.get()[0].id])
    assert [one.id for one in two] == [made.id, two[1].id]
    assert made.id in {one.id for one in client.Projects.get()}


def test_life_of_an_experiment(client: Any, project: Any, experiment: Any) -> None:
    """An experiment is created with the documented defaults, saved, updated, listed and deleted."""
    assert (experiment.status, experiment.percentage_included) == ("Not started", 10_000)
    assert [(one["match_type"], one["value"]) for one in experiment.url_conditions] == [("simple", PAGE)]
    experiment.status = "Running"
    experiment.save()
    assert client.Experiments.get(experiment.id).status == "Running"
    assert client.Experiments.update(experiment.id, {"status": "Paused"}).status == "Paused"
    assert experiment.id in {one.id for one in project.experiments()}
    assert experiment.delete() is None
    with pytest.raises(errors.NotFoundError):
        experiment.refresh()


def test_variations(client: Any, experiment: Any) -> None:
    """An experiment has two variations of half the traffic; a third one comes and goes."""
    assert [one.weight for one in experiment.variations()] == [5000, 5000]
    body = {"experiment_id": experiment.id, "description": "Variation #1", "weight": 3333}
    made = client.Variations.create(body)
    made.js_component = "$('.headline').text('Updated headline');"
    made.save()
    assert client.Variations.get(made.id).js_component == made.js_component
    assert client.Variations.update(made.id, {"is_paused": True}).is_paused
    experiment.refresh()
    assert experiment.variation_ids == [one.id for one in experiment.variations()]
    assert made.delete() is None
    assert made.id not in {one.id for one in client.Experiments.get(experiment.id).variations()}


def test_schedules(client: Any, experiment: Any) -> None:
    """The newest schedule is active; saving, updating, reading and deleting go as documented."""
    first = client.Schedules.create({"experiment_id": experiment.id, "start_time": "2015-01-01T08:00:00Z"})
    second = client.Schedules.create({"experiment_id": experiment.id, "stop_time": "2015-02-01T08:00:00Z"})
    assert [(one.id, one.status) for one in experiment.schedules()] == [(first.id, "INACTIVE"), (second.id, "ACTIVE")]
    second.start_time = "2015-01-02T08:00:00Z"
    second.save()
    updated = client.Schedules.update(second.id, {"stop_time": "2015-03-01T08:00:00Z"})
    assert (updated.start_time, updated.stop_time) == ("2015-01-02T08:00:00Z", "2015-03-01T08:00:00Z")
    assert first.delete() is None
    assert [one.id for one in experiment.schedules()] == [second.id]
    assert client.Schedules.get(second.id).status == "ACTIVE"


def test_goals(client: Any, project: Any, experiment: Any) -> None:
    """A goal is created, saved, updated, put on an experiment, taken off again, listed and deleted."""
    goal = click_goal(client, project)
    experiment.add_goal(goal.id)
    assert client.Goals.get(goal.id).experiment_ids == [experiment.id]
    experiment.remove_goal(goal.id)
    goal.refresh()
    assert goal.experiment_ids == []
    goal.title = "Updated goal name"
    goal.save()
    assert client.Goals.update(goal.id, {"archived": True}).title == "Updated goal name"
    assert goal.id in {one.id for one in project.goals()}
    assert goal.delete() is None
    assert goal.id not in {one.id for one in project.goals()}


@pytest.mark.parametrize(
    "fields",
    [
        {"goal_type": 1, "event": "nav_button_clicks"},
        {"goal_type": 3, "urls": ["http://a.example/"], "url_match_types": [1]},
        {"target_to_experiments": False, "target_urls": ["http://a.example/"], "target_url_match_types": [4]},
    ],
)
def test_goals_of_other_types_survive_a_save(client: Any, project: Any, fields: dict[str, Any]) -> None:
    """The client sends back every field it may; that changes nothing."""
    goal = click_goal(client, project, **fields)
    before = lasting(goal)
    goal.save()
    assert lasting(goal) == before


def test_audiences(client: Any, project: Any) -> None:
    """An audience is created empty, saved with conditions, updated and listed."""
    audience = client.Audiences.create({"project_id": project.id, "name": "Chinese food buyers"})
    assert (audience.conditions, audience.segmentation, audience.archived) == ("[]", False, False)
    audience.conditions = '["and", {"type":"browser", "value":"gc"}]'
    audience.save()
    updated = client.Audiences.update(audience.id, {"description": "People who bought Chinese food"})
    assert updated.conditions == client.Audiences.get(audience.id).conditions == audience.conditions
    assert audience.id in {one.id for one in project.audiences()}


def test_dimensions(client: Any, project: Any) -> None:
    """A dimension is created, saved, updated, listed and deleted; a second one of its name is refused."""
    body = {"project_id": project.id, "name": "My Dimension", "client_api_name": "my_dimension_api_name"}
    dimension = client.Dimensions.create(body)
    with pytest.raises(errors.BadRequestError):
        client.Dimensions.create(body)
    dimension.description = "A new description of my dimension"
    dimension.save()
    assert client.Dimensions.get(dimension.id).description == dimension.description
    assert client.Dimensions.update(dimension.id, {"client_api_name": "other"}).client_api_name == "other"
    assert dimension.id in {one.id for one in project.dimensions()}
    assert dimension.delete() is None


def test_results_and_stats_of_everything_listed(client: Any, sandbox: Sandbox) -> None:
    """Every experiment that the world lists has both results and stats, as objects of the client's classes."""
    listed = sandbox.world()["optimizely_classic"]["experiments"]
    assert listed
    for key in listed:
        experiment = resources.Experiment(client, key)
        results, stats = experiment.results(), experiment.stats()
        rows = [(one.variation_id, one.goal_id, one.visitors, one.conversions) for one in results]
        assert rows == [(one.variation_id, one.goal_id, one.visitors, one.conversions) for one in stats]
        assert any(one.status == "baseline" and one.variation_id == one.baseline_id for one in results)


@pytest.mark.parametrize("kind", ["Experiment", "Variation", "Schedule", "Goal", "Audience", "Dimension"])
def test_everything_in_the_world_survives_reading_and_saving(client: Any, sandbox: Sandbox, kind: str) -> None:
    """Whatever the world was filled with can be read by id and, if the API can change it, saved as it is."""
    listed = sandbox.world()["optimizely_classic"][f"{kind.lower()}s"]
    for one in getattr(client, f"{kind}s").get(listed[:40]):
        if getattr(one, "is_editable", None) is False or getattr(one, "experiment_type", "ab") != "ab":
            with pytest.raises(errors.BadRequestError):
                one.save()
        else:
            before = lasting(one)
            one.save()
            assert lasting(one) == before


def test_errors_are_the_clients_exceptions(sandbox: Sandbox) -> None:
    """A missing token, a wrong one and a wrong id raise what the client's users catch."""
    with pytest.raises(errors.UnauthorizedError):
        connect(sandbox, "").Projects.get()
    with pytest.raises(errors.ForbiddenError):
        connect(sandbox, "abcdefghijklmnopqrstuvwxyz:123456").Projects.get()
    with pytest.raises(errors.NotFoundError):
        connect(sandbox, sandbox.token).Goals.get(1234)


@pytest.mark.parametrize(
    ("status", "error"), [(429, "TooManyRequestsError"), (503, "ServiceUnavailableError"), (500, "OptimizelyError")]
)
def test_ordered_faults_are_the_clients_exceptions(sandbox: Sandbox, status: int, error: str) -> None:
    """Faults have the vendor's form for this vendor too."""
    sandbox.add_fault("status", status=status, match={"path": "/experiment/v1/projects"})
    with pytest.raises(getattr(errors, error)) as caught:
        connect(sandbox, sandbox.token).Projects.get()
    assert type(caught.value).__name__ == error
    assert f'"status":{status}' in str(caught.value)
