"""The client against the sandbox: lists, objects, and what changes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest

from abclient import BadRequestError, ConfigurationError, InvalidRequestError, Pager, UnauthorizedError
from abclient.testing import InProcessSandbox
from abclient_api._runtime import Model
from abclient_growthbook import GrowthBook

LISTS: list[tuple[str, Callable[[GrowthBook], Pager[Any]], int]] = [
    ("projects", lambda client: client.projects.list(page_size=1), 2),
    ("features", lambda client: client.features.list(page_size=10), 25),
    ("features of a project", lambda client: client.features.list(project_id="prj_shop", page_size=5), 13),
    ("metrics", lambda client: client.metrics.list(page_size=4, prefetch=True), 5),
    ("fact metrics", lambda client: client.fact_metrics.list(page_size=2), 5),
    ("experiments", lambda client: client.experiments.list(page_size=50), 105),
    ("drafts", lambda client: client.experiments.list(status="draft"), 10),
    ("results", lambda client: client.experiments.latest_results(page_size=50), 86),
    ("environments", lambda client: client.environments.list(), 2),
    ("data sources", lambda client: client.data_sources.list(), 1),
]


def unknown(value: object) -> Iterator[str]:
    """The fields that no model knows, at any depth."""
    if isinstance(value, Model):
        yield from value.additional_properties
        yield from (field for name in value.FIELDS for field in unknown(getattr(value, name)))
    elif isinstance(value, list):
        yield from (field for one in cast("list[object]", value) for field in unknown(one))


@pytest.mark.parametrize(("what", "listing", "count"), LISTS)
async def test_a_list_has_every_item_once(
    what: str, listing: Callable[[GrowthBook], Pager[Any]], count: int, growthbook: GrowthBook
) -> None:
    """Page by page, and nothing in the responses is unknown to the models."""
    found = [item async for item in listing(growthbook)]
    assert len(found) == len({item.id for item in found}) == count
    assert set(unknown(found)) == set()


async def test_pages_are_asked_for_by_offset(growthbook: GrowthBook, sandbox: InProcessSandbox) -> None:
    """With the filters of the first one; each page says how many items there are, and a page can be asked for again."""
    pages = [page async for page in growthbook.experiments.list(project_id="prj_shop", page_size=30).pages()]
    assert [(len(page), page.total, page.next_page_token) for page in pages] == [
        (30, 70, "30"),
        (30, 70, "60"),
        (10, 70, None),
    ]
    assert [request["query"] for request in sandbox.requests()] == [
        "limit=30&projectId=prj_shop",
        "limit=30&projectId=prj_shop&offset=30",
        "limit=30&projectId=prj_shop&offset=60",
    ]
    again = growthbook.experiments.list(project_id="prj_shop", page_size=30).pages(page_token="60")
    assert [[one.id for one in page] async for page in again] == [[one.id for one in pages[2]]]


async def test_a_project_lives(growthbook: GrowthBook, sandbox: InProcessSandbox) -> None:
    """It is made, changed by ``save`` and ``update``, loaded again, and deleted; only what changed is sent."""
    project = await growthbook.projects.create(name="Blog", settings={"confidenceLevel": 0.9})
    project.name = "Journal"
    await project.save()
    assert sandbox.requests().documents()[-1] == {"name": "Journal"}
    await growthbook.projects.update(project.id, description="All about it")
    await project.refresh()
    assert (project.name, project.description) == ("Journal", "All about it")
    assert project.settings is not None
    assert project.settings.confidence_level == 0.9
    project.settings.confidence_level = 0.8
    await project.save()
    assert sandbox.requests().documents()[-1] == {"settings": {"confidenceLevel": 0.8}}
    await project.delete()
    with pytest.raises(BadRequestError, match="Could not find project"):
        await growthbook.projects.get(project.id)


async def test_a_feature_lives(growthbook: GrowthBook) -> None:
    """It is made, switched, changed, archived and deleted."""
    feature = await growthbook.features.create(
        id="new-cart", value_type="boolean", default_value="false", environments={"dev": {"enabled": True}}
    )
    assert await feature.toggle({"production": True}, reason="launch") is feature
    assert {name: one.enabled for name, one in (feature.environments or {}).items()} == {
        "production": True,
        "dev": True,
    }
    feature.tags = ["cart"]
    await feature.save()
    await feature.archive()
    assert (feature.archived, feature.tags) == (True, ["cart"])
    await feature.unarchive()
    feature.id = "old-cart"
    with pytest.raises(InvalidRequestError, match="id"):
        await feature.save()
    await growthbook.features.delete("new-cart")
    with pytest.raises(BadRequestError):
        await growthbook.features.get("new-cart")


async def test_an_experiment_lives(growthbook: GrowthBook) -> None:
    """It is made as a draft, started, computed, stopped with a conclusion, and archived."""
    experiment = await growthbook.experiments.create(
        tracking_key="new",
        name="New",
        variations=[{"key": "0", "name": "Control"}, {"key": "1", "name": "Green"}],
        datasource_id="ds_warehouse",
        metrics=["met_purchase"],
    )
    assert experiment.status == "draft"
    assert await experiment.results() is None
    await experiment.start()
    assert experiment.status == "running"
    snapshot = await experiment.snapshot()
    assert snapshot.status == "running"
    assert (await snapshot.refresh()).status == "success"
    results = await experiment.results()
    assert results is not None
    assert results.experiment_id == experiment.id
    experiment.name = "New and green"
    await experiment.save()
    await experiment.stop(results="won", analysis="It sells more.")
    assert experiment.result_summary is not None
    assert (experiment.status, experiment.result_summary.status) == ("stopped", "won")
    await experiment.archive()
    again = await growthbook.experiments.get(experiment.id)
    assert (again.name, again.archived) == ("New and green", True)
    assert await again.unarchive() is again


async def test_results_of_phases_and_dimensions(growthbook: GrowthBook, sandbox: InProcessSandbox) -> None:
    """By the number of the phase, and by a dimension for which there is a snapshot; else there are none."""
    experiment = sandbox.world()["growthbook"]["with_dimensions"][0]
    results = await growthbook.experiments.results(experiment, phase=0, dimension="exp:country")
    assert results is not None
    assert [one.dimension for one in results.results or ()] == ["DE", "US", "JP"]
    assert await growthbook.experiments.results(experiment, phase=7) is None
    assert await growthbook.experiments.results(experiment, dimension="exp:weather") is None
    with pytest.raises(BadRequestError, match="Could not find experiment with that id"):
        await growthbook.experiments.results("exp_unknown")


async def test_single_objects_of_the_organization(growthbook: GrowthBook) -> None:
    """Metrics, data sources and settings."""
    assert (await growthbook.metrics.get("met_purchase")).type == "binomial"
    assert (await growthbook.fact_metrics.get("fact__bounce")).inverse is True
    assert (await growthbook.data_sources.get("ds_warehouse")).type == "postgres"
    settings = await growthbook.settings()
    assert settings is not None
    assert settings.confidence_level == 0.95


async def test_the_token_is_needed_and_never_shown(sandbox: InProcessSandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """It comes from an argument or the environment, and another one than the sandbox's is refused."""
    monkeypatch.delenv("ABCLIENT_GROWTHBOOK_TOKEN", raising=False)
    with pytest.raises(ConfigurationError, match="ABCLIENT_GROWTHBOOK_TOKEN"):
        GrowthBook()
    options: dict[str, Any] = {**sandbox.client_options("growthbook"), "token": "secret_another"}
    async with GrowthBook(**options) as client:
        with pytest.raises(UnauthorizedError) as refused:
            await client.projects.list()
    assert "secret_another" not in f"{client!r} {refused.value!r} {refused.value}"


async def test_it_keeps_to_the_documented_pace() -> None:
    """One request a second, unless responses or ``max_rate`` say otherwise."""
    assert GrowthBook.description.pace == 1.0
    assert GrowthBook.description.url == "https://api.growthbook.io/api"
