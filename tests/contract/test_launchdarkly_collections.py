"""LaunchDarkly's collections besides experiments: our client against the sandbox, over real sockets."""

from __future__ import annotations

import json
import uuid
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import respx

import abclient
from abclient.sandbox.launchdarkly.operations import OPERATIONS
from abclient.testing import Sandbox
from support.sandbox import ENVIRONMENT, PROJECT, TODAY, experiment_body, iteration_body
from support.schemas import Specification

FLAG = "example-flag-for-experiment"
METRIC = "metric-key-123abc"
SPEC = Specification("launchdarkly")
EVENTS = Specification("launchdarkly_events")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """LaunchDarkly as it is today."""
    with Sandbox(experiments=20, seed=1, today=TODAY, edition="today") as running:
        yield running


@pytest.fixture
async def ld(sandbox: Sandbox) -> AsyncIterator[abclient.LaunchDarkly]:
    options = sandbox.client_options("launchdarkly")
    async with abclient.LaunchDarkly(**options, api_version="20240415", retries=0) as client:
        yield client


def new(word: str) -> str:
    """A key that nothing has yet."""
    return f"{word}-{uuid.uuid4().hex}"


def shape(path: str) -> str:
    """A path without the names of its parameters."""
    return "/".join("{}" if part.startswith("{") else part for part in path.split("/"))


def test_the_sandbox_plays_every_operation() -> None:
    """Those of the specification, at the same paths."""
    specified = {(name, one["method"], shape(one["path"])) for name, one in SPEC.operations.items()}
    specified |= {(name, one["method"], shape(one["path"])) for name, one in EVENTS.operations.items()}
    assert {(one.id, one.method, shape(one.path)) for one in OPERATIONS} == specified
    assert (len(OPERATIONS), len(EVENTS.operations)) == (73, 1)


async def test_projects_and_environments(ld: abclient.LaunchDarkly) -> None:
    """They are listed page by page, loaded one by one, and found in one another."""
    projects = [one async for one in ld.projects().list(expand="environments")]
    assert [one.key for one in projects] == [PROJECT]
    inside = projects[0].environments
    assert inside is not None
    listed = [one async for one in ld.environments(PROJECT).list(page_size=1)]
    assert [one.key for one in inside.items or ()] == [one.key for one in listed] == ["production", "test"]
    test = await ld.environments(PROJECT).get("test")
    assert (test.name, test.api_key, test.mobile_key) == ("Test", "sdk-sandbox-test", "mob-sandbox-test")
    assert "-sandbox-test" not in repr(test) + repr(projects) + repr(listed)
    assert (await ld.projects().get(PROJECT)).key == PROJECT
    with pytest.raises(abclient.InvalidRequestError, match="read-only"):
        projects[0].name = "Other"
        await projects[0].save()


async def test_the_life_of_a_metric(ld: abclient.LaunchDarkly) -> None:
    """Create, find, change by attribute and by patch, delete; times are points in time."""
    metrics, key = ld.metrics(PROJECT), new("metric")
    made = await metrics.create(key=key, name="First", kind="custom", event_key="bought", is_numeric=False, tags=["a"])
    assert made.creation_date is not None
    assert abs(made.creation_date - datetime.now(UTC)) < timedelta(hours=1)
    made.name, made.tags = "Second", ["a", "b"]
    made.description = "What it is about"
    await made.save()
    fresh = await metrics.get(key, expand="experimentCount")
    assert (fresh.name, fresh.tags, fresh.description, fresh.experiment_count) == (
        "Second",
        ["a", "b"],
        "What it is about",
        0,
    )
    fresh.description = None
    await fresh.save()
    assert (await metrics.get(key)).description is None
    await fresh.patch([{"op": "replace", "path": "/name", "value": "Third"}])
    assert (fresh.name, fresh.version) == ("Third", 4)
    listed = [one async for one in metrics.list(page_size=5)]
    assert len(listed) == (await metrics.list(page_size=1)).total
    assert key in {one.key for one in listed}
    await fresh.delete()
    with pytest.raises(abclient.NotFoundError):
        await metrics.get(key)


async def test_metrics_are_refused_as_the_vendor_refuses_them(ld: abclient.LaunchDarkly) -> None:
    """What a kind needs, keys that are taken, values that changed, and metrics in use."""
    metrics = ld.metrics(PROJECT)
    with pytest.raises(abclient.BadRequestError, match="selector is required"):
        await metrics.create(key=new("m"), kind="click")
    with pytest.raises(abclient.BadRequestError, match="successCriteria and unit"):
        await metrics.create(key=new("m"), kind="custom", event_key="e", is_numeric=True)
    with pytest.raises(abclient.ConflictError):
        await metrics.create(key=METRIC, kind="custom", event_key="e")
    with pytest.raises(abclient.ConflictError, match="another value"):
        await metrics.patch(METRIC, [{"op": "test", "path": "/name", "value": "No"}])
    with pytest.raises(abclient.UnprocessableEntityError, match="leads nowhere"):
        await metrics.patch(METRIC, [{"op": "replace", "path": "/tags/9", "value": "No"}])
    used = (await ld.experiments(PROJECT, ENVIRONMENT).list(page_size=1))[0].metric_keys[0]
    with pytest.raises(abclient.ConflictError, match="used by experiments"):
        await metrics.delete(used)
    with pytest.raises(ValueError, match="page_size"):
        await metrics.list(page_size=51)
    with pytest.raises(TypeError, match="operations must be several"):
        await metrics.patch(METRIC, abclient_operation())


def abclient_operation() -> Any:
    """One operation, where several belong."""
    from abclient.vendors.launchdarkly import models

    return models.PatchOperation(op="replace", path="/name", value="x")


@pytest.mark.parametrize(
    ("kind", "metrics", "error"),
    [
        ("funnel", [], "metrics must not be empty"),
        ("funnel", [{"key": METRIC}], "nameInGroup is required"),
        ("standard", [{"key": METRIC}, {"key": METRIC}], "metrics has a metric twice"),
        ("standard", [{"key": "of-another-project"}], "unknown metric: of-another-project"),
        ("guardrail", [{"key": METRIC}], "kind must be one of funnel, standard"),
    ],
)
async def test_groups_are_refused_as_the_vendor_refuses_them(
    ld: abclient.LaunchDarkly, kind: Any, metrics: Any, error: str
) -> None:
    """When they are made, and when their metrics are replaced."""
    groups = ld.metric_groups(PROJECT)
    body: Any = {"name": "G", "maintainer_id": "m", "tags": []}
    with pytest.raises(abclient.BadRequestError, match=error):
        await groups.create(key=new("group"), kind=kind, metrics=metrics, **body)
    if "kind" not in error:
        step = {"key": METRIC, "nameInGroup": "Seen"}
        made = await groups.create(key=new("group"), kind=kind, metrics=[step], **body)
        with pytest.raises(abclient.BadRequestError, match=error):
            await groups.patch(str(made.key), [{"op": "replace", "path": "/metrics", "value": metrics}])


async def test_a_funnel_decides_an_experiment(ld: abclient.LaunchDarkly) -> None:
    """A group is made, changed and deleted; its metrics are those of the experiment that it decides."""
    groups, key = ld.metric_groups(PROJECT), new("funnel")
    steps = [{"key": METRIC, "nameInGroup": "Seen"}, {"key": "purchase-completed", "nameInGroup": "Bought"}]
    made = await groups.create(key=key, name="Funnel", kind="funnel", maintainer_id="m", tags=[], metrics=steps)
    made.name = "Checkout"
    await made.save()
    assert (await groups.get(key, expand="experiments")).name == "Checkout"
    assert key in [one.key async for one in groups.list(page_size=1)]
    metrics = [{"key": key, "isGroup": True}]
    iteration = iteration_body(metrics=metrics, primaryFunnelKey=key)
    experiments = ld.experiments(PROJECT, ENVIRONMENT)
    experiment = await experiments.create(key=new("e"), name="By funnel", iteration=iteration)
    await experiment.start_iteration()
    assert (experiment.metric_group_keys, experiment.metric_keys) == ((key,), (METRIC, "purchase-completed"))
    await made.delete()
    with pytest.raises(abclient.NotFoundError):
        await groups.get(key)


async def test_the_life_of_a_flag(ld: abclient.LaunchDarkly) -> None:
    """Create, turn on, target, roll out, copy, archive: every step shows."""
    flags, key = ld.flags(PROJECT), new("flag")
    made = await flags.create(key=key, name="First", tags=["a"], variations=[{"value": "x"}, {"value": "y"}])
    flag = await flags.get(key)
    first, second = (one.id for one in flag.variations or ())
    assert first
    assert second
    flag.name, flag.tags, flag.temporary = "Second", ["b"], False
    await flag.save()
    assert (flag.name, flag.tags, flag.temporary) == ("Second", ["b"], False)
    await flag.turn_on("production")
    clause = {"attribute": "country", "op": "in", "values": ["Canada"], "contextKind": "user"}
    await flag.add_rule("production", [clause], rollout_weights={first: 50_000, second: 50_000})
    await flag.add_targets("production", second, ["user-1"])
    await flag.update_fallthrough("production", variation_id=second)
    config = (flag.environments or {})["production"]
    assert config.on
    [rule] = list(config.rules or ())
    assert rule.rollout is not None
    assert [one.weight for one in rule.rollout.variations or ()] == [50_000, 50_000]
    assert [one.values for one in config.targets or ()] == [["user-1"]]
    assert rule.id
    await flag.update_rule("production", rule.id, variation_id=first)
    await flag.add_clauses("production", rule.id, [clause])
    await flag.describe_rule("production", rule.id, "For Canada")
    copied = await flags.copy(key, source={"key": "production"}, target={"key": "test"})
    there = (copied.environments or {})["test"]
    assert [(one.description, one.variation, len(one.clauses or ())) for one in there.rules or ()] == [
        ("For Canada", 0, 2)
    ]
    await flag.remove_rule("production", rule.id)
    await flag.archive()
    assert flag.archived
    assert key not in [one.key async for one in flags.list(page_size=7)]
    assert key in [one.key async for one in flags.list(filter="state:archived")]
    await made.delete()
    with pytest.raises(abclient.NotFoundError):
        await flags.get(key)


VERBS: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
    ("turn_off", ("test",), {}),
    ("update_off_variation", ("test", "{first}"), {}),
    ("replace_rules", ("test", [{"clauses": [], "variationId": "{first}"}]), {}),
    ("clear_targets", ("test", "{first}"), {}),
    ("remove_targets", ("test", "{first}", ["u"]), {"context_kind": "device"}),
    ("replace_targets", ("test", [{"variationId": "{first}", "values": ["u"], "contextKind": "device"}]), {}),
    ("add_user_targets", ("test", "{first}", ["u"]), {}),
    ("remove_user_targets", ("test", "{first}", ["u"]), {}),
    (
        "replace_user_targets",
        ("test", [{"variationId": "{first}", "values": ["u"]}, {"variationId": "{second}", "values": ["v"]}]),
        {},
    ),
    ("clear_user_targets", ("test", "{first}"), {}),
    ("add_prerequisite", ("test", FLAG, "{required}"), {}),
    ("update_prerequisite", ("test", FLAG, "{required}"), {}),
    ("remove_prerequisite", ("test", FLAG), {}),
    ("replace_prerequisites", ("test", [{"key": FLAG, "variationId": "{required}"}]), {}),
    ("track_events", ("test", True), {}),
    ("track_fallthrough", ("test", True), {}),
    ("add_variation", ({"a": 1},), {"name": "Third"}),
    ("update_variation", ("{first}",), {"name": "Other"}),
    ("update_defaults", (), {"on_variation_value": True}),
    ("add_tags", (["x"],), {}),
    ("remove_tags", (["x"],), {}),
    ("make_permanent", (), {}),
    ("make_temporary", (), {}),
    ("add_custom_property", ("jira", "Jira", ["A-1"]), {}),
    ("remove_custom_property", ("jira", ["A-1"]), {}),
    ("replace_custom_property", ("jira", "Jira", ["A-2"]), {}),
    ("enable_client_side", ("usingMobileKey",), {}),
    ("disable_client_side", ("usingMobileKey",), {}),
    ("rename", ("Name",), {}),
    ("describe", ("What",), {}),
    ("assign_member", ("m",), {}),
    ("assign_team", ("t",), {}),
    ("remove_maintainer", (), {}),
    ("deprecate", (), {}),
    ("restore_deprecated", (), {}),
    ("archive", (), {}),
    ("restore", (), {}),
]


async def test_verbs_of_flags_are_instructions(ld: abclient.LaunchDarkly, sandbox: Sandbox) -> None:
    """The sandbox, which knows only documented kinds, takes every verb; each is one request."""
    flags = ld.flags(PROJECT)
    flag = await flags.create(key=new("flag"), name="Verbs")
    first, second = (one.id or "" for one in flag.variations or ())
    required = next(iter((await flags.get(FLAG)).variations or ())).id or ""
    ids = {"{first}": first, "{second}": second, "{required}": required}
    for name, arguments, options in VERBS:
        sandbox.clear_requests()
        filled = [_filled(one, ids) for one in arguments]
        assert await getattr(flag, name)(*filled, **options) is flag, name
        assert len(sandbox.requests()) == 1
    assert (flag.name, flag.description, flag.archived, flag.temporary) == ("Name", "What", False, True)
    added = [*(flag.variations or ())][2].id or ""
    assert [one.id for one in (await flag.remove_variation(added)).variations or ()] == [first, second]
    with pytest.raises(abclient.BadRequestError, match="environmentKey is required"):
        await flag.patch([{"kind": "turnFlagOn"}])
    with pytest.raises(abclient.BadRequestError, match="not a known instruction"):
        await flag.patch([{"kind": "fly"}])


def _filled(value: Any, ids: dict[str, str]) -> Any:
    text = json.dumps(value)
    for name, known in ids.items():
        text = text.replace(name, known)
    return json.loads(text)


async def test_a_dry_run_changes_nothing_and_json_patches_go_their_own_way(ld: abclient.LaunchDarkly) -> None:
    """The answer shows the change; the content type says which patch it is."""
    flags = ld.flags(PROJECT)
    flag = await flags.create(key=new("flag"), name="First")
    shown = await flags.patch(flag.key, [{"kind": "updateName", "value": "Dry"}], dry_run=True)
    assert (shown.name, (await flags.get(flag.key)).name) == ("Dry", "First")
    changed = await flags.patch_json(flag.key, [{"op": "replace", "path": "/name", "value": "By JSON"}], comment="c")
    assert changed.name == "By JSON"
    assert (await flags.patch_json(flag.key, [{"op": "replace", "path": "/name", "value": "Bare"}])).name == "Bare"


async def test_a_flag_is_cloned_with_its_targeting(ld: abclient.LaunchDarkly) -> None:
    """Variations and rules are the original's, and later changes of either are not the other's."""
    flags = ld.flags(PROJECT)
    flag = await flags.create(
        key=new("flag"), name="First", variations=[{"value": "a"}, {"value": "b"}, {"value": "c"}]
    )
    ids = [one.id or "" for one in flag.variations or ()]
    await flag.add_rule("test", [{"attribute": "country", "op": "in", "values": ["Canada"]}], variation_id=ids[2])
    clone = await flags.create(key=new("flag"), name="Second", clone=flag.key)
    await flag.replace_rules("test", [])
    await clone.refresh()
    assert [one.value for one in clone.variations or ()] == ["a", "b", "c"]
    assert not {one.id for one in clone.variations or ()} & set(ids)
    assert [one.variation for one in (clone.environments or {})["test"].rules or ()] == [2]
    with pytest.raises(abclient.NotFoundError, match="Unknown flag key: nowhere"):
        await flags.create(key=new("flag"), name="Third", clone="nowhere")


async def test_a_flag_can_begin_with_prerequisites(ld: abclient.LaunchDarkly) -> None:
    """In all environments; a variation that the other flag does not have is refused."""
    flags = ld.flags(PROJECT)
    required = [one.id for one in (await flags.get(FLAG)).variations or ()]
    wanted: Any = [{"key": FLAG, "variationId": required[1]}]
    flag = await flags.create(key=new("flag"), name="F", initial_prerequisites=wanted)
    for config in (flag.environments or {}).values():
        assert [(one.key, one.variation) for one in config.prerequisites or ()] == [(FLAG, 1)]
    wanted[0]["variationId"] = flag.key
    with pytest.raises(abclient.BadRequestError, match="variationId is not a variation of"):
        await flags.create(key=new("flag"), name="F", initial_prerequisites=wanted)


async def test_flags_say_whether_they_are_in_use(ld: abclient.LaunchDarkly) -> None:
    """In an environment, in all, and all flags at once."""
    flags = ld.flags(PROJECT)
    assert (await flags.status(FLAG, "production")).name == "active"
    everywhere = (await flags.status_everywhere(FLAG)).environments or {}
    assert set(everywhere) == {"production", "test"}
    assert set((await flags.status_everywhere(FLAG, "test")).environments or {}) == {"test"}
    assert len((await flags.statuses("production")).items or ()) > 10
    used = [one async for one in flags.list(filter="hasExperiment:true,filterEnv:production", page_size=50)]
    assert used
    assert all((one.environments or {}).keys() == {"production"} for one in used)


async def test_holdouts_limit_traffic(ld: abclient.LaunchDarkly) -> None:
    """Create, find by key and by id, hold an experiment out, end; more than all of the traffic is refused."""
    holdouts = ld.holdouts(PROJECT, "test")
    metrics = [{"key": METRIC}]
    made = await holdouts.create(
        key=new("holdout"),
        name="Holdout",
        holdout_amount="5",
        primary_metric_key=METRIC,
        metrics=metrics,
        randomization_unit="user",
    )
    assert made.key
    experiments = ld.experiments(PROJECT, "test")
    body = {**experiment_body(), "holdoutId": made.id}
    experiment = await experiments.create(key=body["key"], name="Held", holdout_id=made.id, iteration=iteration_body())
    assert experiment.holdout_id == made.id
    found = await holdouts.get(made.key, expand=["rel-treatments"])
    assert [one.key for one in found.related_experiments or ()] == [experiment.key]
    assert (await holdouts.get_by_id(made.id)).key == made.key
    found.description = "What it is about"
    await found.save()
    await found.rename("Renamed")
    await found.describe("Again")
    await found.remove_experiment(experiment.key)
    listed = [one async for one in holdouts.list(page_size=1)]
    assert [(one.key, one.name) for one in listed] == [(made.key, "Renamed")]
    with pytest.raises(abclient.BadRequestError, match="5 percent are held out already"):
        await holdouts.create(key=new("h"), name="H", holdout_amount="96", primary_metric_key=METRIC, metrics=metrics)
    with pytest.raises(abclient.BadRequestError, match="unknown metric: of-another-project"):
        await holdouts.create(
            key=new("h"), name="H", holdout_amount="5", primary_metric_key="of-another-project", metrics=metrics
        )
    await found.end(comment="Enough")
    assert found.status == "ended"
    with pytest.raises(abclient.BadRequestError, match="ended already"):
        await found.end()


@pytest.mark.parametrize("amount", ["101", "100.5", "0", "-1", "nan", "inf", "1e3", "half", ""])
async def test_a_holdout_is_a_part_of_the_traffic(ld: abclient.LaunchDarkly, amount: str) -> None:
    """More than all of it, nothing, and what is no number are refused by the name of the field."""
    body: Any = {"name": "H", "primary_metric_key": METRIC, "metrics": [{"key": METRIC}], "holdout_amount": amount}
    with pytest.raises(abclient.BadRequestError, match="holdoutamount must"):
        await ld.holdouts(PROJECT, ENVIRONMENT).create(key=new("h"), **body)


async def test_layers_share_traffic(ld: abclient.LaunchDarkly) -> None:
    """Shares are reserved and given back; more than all of a layer is refused."""
    layers = ld.layers(PROJECT)
    keys = [one.key for one in await ld.experiments(PROJECT, ENVIRONMENT).list(page_size=2)]
    layer = await layers.create(key=new("layer"), name="Checkout", description="")
    await layer.reserve(ENVIRONMENT, keys[0], 60)
    await layer.reserve(ENVIRONMENT, keys[1], 40)
    shares = (layer.environments or {})[ENVIRONMENT].reservations or ()
    assert [(one.experiment_key, one.reservation_percent) for one in shares] == [(keys[0], 60), (keys[1], 40)]
    with pytest.raises(abclient.BadRequestError, match="less than nothing"):
        await layer.reserve(ENVIRONMENT, keys[1], 41)
    assert [one.key async for one in layers.list(experiment_key=keys[0])] == [layer.key]
    layer.name = "Cart"
    await layer.save()
    await layer.remove_experiment(ENVIRONMENT, keys[0])
    assert [one.key async for one in layers.list(experiment_key=keys[0])] == []
    await layer.refresh()
    assert (layer.name, (await layers.list())[0].key) == ("Cart", layer.key)


async def test_guarded_rollouts_become_rows_without_figures(ld: abclient.LaunchDarkly) -> None:
    """A release is started, shown as rows with verdicts, and stopped; what the vendor refuses is refused."""
    flag = await ld.flags(PROJECT).create(key=new("flag"), name="Release")
    variations = [str(one.id) for one in flag.variations or ()]
    releases = ld.releases(PROJECT, flag.key, ENVIRONMENT)
    clauses = [{"attribute": "kind", "op": "in", "values": ["user"]}]
    steps = [{"allocation": 10_000, "durationMillis": 60_000}, {"allocation": 50_000, "durationMillis": 60_000}]
    fields: Any = {
        "original_variation_id": variations[0],
        "target_variation_id": variations[1],
        "phases": [{"clauses": clauses, "steps": steps}],
        "metrics": [{"metricKey": METRIC, "autoRollback": True}],
    }
    with pytest.raises(abclient.ConflictError, match="off"):
        await releases.start(**fields)
    await flag.turn_on(ENVIRONMENT)
    release = await releases.start(**fields)
    with pytest.raises(abclient.ConflictError, match="release_already_active"):
        await releases.start(**fields)
    assert (release.kind, release.status) == ("guarded", "in_progress")
    assert release.started_at is not None
    [row] = release.rows(fetched_at=datetime.now(UTC))
    assert (row.metric_id, row.variation_id, row.verdict, row.status) == (
        METRIC,
        variations[1],
        "inconclusive",
        "running",
    )
    assert (row.units, row.mean, row.difference, row.probability) == (None, None, None, None)
    assert (row.project, row.environment, row.experiment_name) == (PROJECT, ENVIRONMENT, flag.key)
    assert [one.id async for one in releases.list(kind="guarded")] == [release.id]
    assert [one async for one in releases.list(kind="progressive")] == []
    assert (await releases.get(release.id, expand="metrics")).id == release.id
    await release.stop("roll_back_all_phases_and_remove_pending_phases", comment="Worse")
    assert (release.status, release.status_reason) == ("reverted", "reverted_manual")
    with pytest.raises(abclient.ConflictError, match="ended already"):
        await release.stop("roll_forward_all_phases")
    fields["phases"] = [{"clauses": clauses, "steps": steps[::-1]}]
    with pytest.raises(abclient.BadRequestError, match="rising"):
        await releases.start(**fields)


def test_a_regression_is_worse() -> None:
    """A metric that regressed has a verdict; a status that is new has none."""
    from abclient.vendors.launchdarkly import models
    from abclient.vendors.launchdarkly.release_rows import from_release

    release = models.EnvironmentRelease.from_dict(
        {
            "id": "r",
            "flagKey": "f",
            "metrics": [{"metricKey": "m", "definition": {"_id": "1", "key": "m", "name": "Errors", "kind": "custom"}}],
            "phases": [{"id": "p", "metricStatuses": {"m": "regressed", "n": "regression_dismissed", "o": "new"}}],
        }
    )
    rows = from_release(release, fetched_at=datetime.now(UTC))
    assert [(one.metric_id, one.verdict, one.significant, one.metric_name) for one in rows] == [
        ("m", "worse", True, "Errors"),
        ("n", "inconclusive", None, None),
        ("o", None, None, None),
    ]


async def test_release_policies_have_an_order(ld: abclient.LaunchDarkly) -> None:
    """Create, save, reorder, delete."""
    policies = ld.release_policies(PROJECT)
    keys = [new("policy"), new("policy")]
    config = {"stages": [{"allocation": 25_000, "durationMillis": 60_000}]}
    for key in keys:
        await policies.create(
            key=key, name="Slowly", release_method="progressive-release", progressive_release_config=config
        )
    first = await policies.get(keys[0])
    first.name = "Slowly at first"
    await first.save()
    fresh = await policies.get(keys[0])
    assert (fresh.name, fresh.rank) == ("Slowly at first", 1)
    assert fresh.progressive_release_config is not None
    assert [one.key for one in await policies.reorder(keys[::-1])] == keys[::-1]
    assert [one.key async for one in policies.list(exclude_default=True)] == keys[::-1]
    with pytest.raises(abclient.ConflictError):
        await policies.create(key=keys[0], name="Again", release_method="immediate-release")
    for key in keys:
        await policies.delete(key)
    assert [one async for one in policies.list()] == []


async def test_contexts_are_paged_by_token(ld: abclient.LaunchDarkly) -> None:
    """A search finds all contexts once; kinds are put, and flags evaluated."""
    contexts = ld.contexts(PROJECT, ENVIRONMENT)
    keys = [one.context["key"] async for one in contexts.search(page_size=7)]
    assert len(keys) == len(set(keys)) == 60
    assert (await contexts.search(page_size=7)).total == 60
    filtered = contexts.search(filter='kindKeys:{"contains":["user:user-3","user:user-5"]}', page_size=1)
    assert [one.context["key"] async for one in filtered] == ["user-3", "user-5"]
    assert [one.context["country"] async for one in contexts.list(kind="user", key="user-3")] == ["Brazil"]
    with pytest.raises(abclient.BadRequestError, match="sort"):
        await contexts.search(sort="ts")
    given = {one.key: one.value async for one in contexts.evaluate({"kind": "user", "key": "a"}, page_size=5)}
    assert FLAG in given
    names = list((await contexts.attribute_names()).items or ())
    values = list((await contexts.attribute_values("country")).items or ())
    assert [one.name for one in names[0].names or ()] == ["country", "key", "kind"]
    assert {one.name for one in values[0].values or ()} == {"Canada", "France", "India", "Brazil"}
    kinds = ld.context_kinds(PROJECT)
    await kinds.put("device", name="Device", hide_in_targeting=False)
    await kinds.put("device", name="Device", description="A phone", version=1)
    found = {one.key: one async for one in kinds.list(observations=True)}
    assert (found["device"].description, found["device"].version) == ("A phone", 2)
    assert found["user"].environment_observations


async def test_the_life_of_a_segment(ld: abclient.LaunchDarkly) -> None:
    """Create, include and exclude, rules, delete."""
    segments, key = ld.segments(PROJECT, ENVIRONMENT), new("segment")
    made = await segments.create(key=key, name="First", tags=["a"])
    made.name, made.tags = "Second", ["b"]
    await made.save()
    segment = await segments.get(key)
    assert (segment.name, segment.tags) == ("Second", ["b"])
    await segment.include("device", ["d1", "d2"])
    await segment.exclude("device", ["d3"])
    await segment.remove_included("device", ["d1"])
    await segment.remove_excluded("device", ["d3"])
    await segment.include_users(["u1", "u2"])
    await segment.exclude_users(["u3"])
    await segment.remove_included_users(["u2"])
    await segment.remove_excluded_users(["u3"])
    assert (segment.included, segment.excluded) == (["u1"], [])
    assert [(one.context_kind, one.values) for one in segment.included_contexts or ()] == [("device", ["d2"])]
    clause = {"attribute": "country", "op": "in", "values": ["Canada"]}
    await segment.add_rule([clause], description="Canada")
    rule = next(iter(segment.rules or ()))
    assert rule.id
    await segment.add_clauses(rule.id, [clause])
    first, second = (str(one.id) for one in next(iter(segment.rules or ())).clauses or ())
    await segment.add_values_to_clause(rule.id, first, ["France"])
    await segment.remove_values_from_clause(rule.id, first, ["Canada"])
    await segment.update_clause(rule.id, second, {**clause, "op": "startsWith"})
    await segment.remove_clauses(rule.id, [second])
    await segment.describe_rule(rule.id, "France")
    await segment.update_rule_rollout(rule.id, "50000", "user")
    await segment.reorder_rules([rule.id])
    rule = next(iter(segment.rules or ()))
    assert [one.values for one in rule.clauses or ()] == [["France"]]
    assert (rule.description, rule.weight) == ("France", 50_000)
    await segment.remove_rule(str(rule.id))
    await segment.add_tags(["c"])
    await segment.remove_tags(["b"])
    await segment.rename("Third")
    assert (segment.tags, segment.name) == (["c"], "Third")
    changed = await segments.patch_json(key, [{"op": "replace", "path": "/description", "value": "d"}])
    assert changed.description == "d"
    assert key in [one.key async for one in segments.list(page_size=1)]
    await segment.delete()
    with pytest.raises(abclient.NotFoundError):
        await segments.get(key)


async def test_big_segments_say_how_many_are_in_them(ld: abclient.LaunchDarkly) -> None:
    """Their verbs are for big segments alone."""
    segments = ld.segments(PROJECT, ENVIRONMENT)
    big = await segments.create(key=new("big"), name="Big", unbounded=True)
    await big.include_in_big(["u1", "u2"])
    await big.exclude_from_big(["u3"])
    await big.remove_included_from_big(["u2"])
    await big.process_import("import-1")
    known = big.unbounded_metadata
    assert known is not None
    assert (known.included_count, known.excluded_count) == (1, 1)
    await big.remove_excluded_from_big(["u3"])
    small = await segments.create(key=new("small"), name="Small")
    with pytest.raises(abclient.BadRequestError, match="big segments only"):
        await small.include_in_big(["u1"])


async def test_the_audit_log_is_paged_by_time(ld: abclient.LaunchDarkly) -> None:
    """By links back in time, by words and by statements; entries have what was before and after."""
    log = ld.audit_log()
    entries = [one async for one in log.list(page_size=7)]
    dates = [one.date for one in entries]
    assert len(entries) >= 20
    assert all(dates)
    assert dates == sorted(dates, key=lambda date: date or datetime.min, reverse=True)
    assert [one.id async for one in log.list(before=dates[3], page_size=20)] == [one.id for one in entries[4:]]
    statements = [{"effect": "allow", "resources": ["proj/*:env/*:experiment/*"], "actions": ["*"]}]
    assert [one.id async for one in log.list(statements=statements, page_size=20)] == [one.id for one in entries]
    assert (await log.get(entries[0].id)).current_version == {"on": True}
    oldest = dates[-1]
    assert oldest is not None
    counted = await log.counts(statements, after=oldest - timedelta(days=1), buckets=4)
    assert (counted.total_count, len(counted.buckets or ())) == (len(entries) - 1, 4)
    with pytest.raises(TypeError, match="not both"):
        await log.list(spec="proj/*", statements=statements)
    with pytest.raises(TypeError, match="several statements"):
        await log.list(statements=statements[0])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


async def test_usage_and_identity(ld: abclient.LaunchDarkly) -> None:
    """Series between two times, and whose token it is."""
    usage, end = ld.usage(), datetime(2024, 6, 1, tzinfo=UTC)
    events = await usage.experimentation_events(start=end - timedelta(days=3), end=end, aggregation="incremental")
    keys = await usage.experimentation_keys(start=end - timedelta(days=2), end=end)
    assert (len(events.series or ()), len(keys.series or ())) == (3, 2)
    assert (await usage.experimentation_keys()).series  # of a time that the vendor chooses
    assert (await ld.caller_identity()).auth_kind == "token"
    assert (await ld.versions()).latest_version == 20240415
    with pytest.raises(ValueError, match="time zone"):
        await usage.experimentation_events(start=datetime(2024, 6, 1))  # as callers may


@pytest.mark.parametrize("version", ["beta", "20240415"])
async def test_beta_operations_are_asked_for_as_beta(sandbox: Sandbox, version: Any) -> None:
    """With either version of the rest; without the header the vendor answers 403."""
    options = sandbox.client_options("launchdarkly")
    async with abclient.LaunchDarkly(**options, api_version=version, retries=0) as client:
        assert list(await client.release_policies(PROJECT).list()) == []
        assert await client.metrics(PROJECT).list(page_size=1)
        wrong = client.with_options(headers={"LD-API-Version": "20240415"})
        with pytest.raises(abclient.ForbiddenError, match="in beta"):
            await wrong.release_policies(PROJECT).list()


def event(number: int, **fields: Any) -> dict[str, Any]:
    """An event, as a mapping."""
    return {
        "key": "bought",
        "creation_date": datetime(2024, 5, 1, tzinfo=UTC) + timedelta(seconds=number),
        "context_keys": {"user": f"u-{number}"},
        **fields,
    }


async def test_metric_events_are_imported_in_batches(ld: abclient.LaunchDarkly, sandbox: Sandbox) -> None:
    """Ten thousand in each; the same again is taken once, and both spellings of fields are the same event."""
    before = sandbox.world()["launchdarkly"]["imported_events"]
    events = ld.metric_events(PROJECT, ENVIRONMENT, company="acme")
    sandbox.clear_requests()
    assert await events.send(event(number, metric_value=1.5) for number in range(10_001)) == 10_001
    assert len(sandbox.requests()) == 2
    assert await events.send([event(10_000, metric_value=1.5)]) == 1
    spelled = {"kind": "custom", "key": "bought", "creationDate": event(10_000)["creation_date"], "metricValue": 1.5}
    assert await events.send([{**spelled, "contextKeys": {"user": "u-10000"}}]) == 1
    assert sandbox.world()["launchdarkly"]["imported_events"] - before == 10_001
    assert await events.send([]) == 0


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ([event(1, color="red")], r"events\[0\] has no field color"),
        ([event(1), "bought"], r"events\[1\] must be a MetricEvent or a mapping, not str"),
        ([{"key": "bought"}], r"events\[0\].*creation_date"),
    ],
)
async def test_what_is_no_event_is_refused(ld: abclient.LaunchDarkly, given: Any, error: str) -> None:
    """The error says which one, and nothing of its batch is sent."""
    with pytest.raises(TypeError, match=error):
        await ld.metric_events(PROJECT, ENVIRONMENT).send(given)


async def test_a_failed_import_says_how_much_was_done(ld: abclient.LaunchDarkly, sandbox: Sandbox) -> None:
    """The error has a note; a batch is sent again where that is asked for, because its id makes that harmless."""
    with pytest.raises(abclient.NotFoundError) as caught:
        await ld.metric_events(PROJECT, "nowhere").send([event(1)])
    assert caught.value.__notes__[1:] == ["0 events were imported before"]
    with pytest.raises(ValueError, match="company must be a word"):
        ld.metric_events(PROJECT, ENVIRONMENT, company="a b")
    sandbox.add_fault("status", status=503, match={"path": "event-data-import"})
    assert await ld.with_options(retries=1).metric_events(PROJECT, ENVIRONMENT).send([event(2)]) == 1


@pytest.mark.parametrize(
    ("options", "host"),
    [
        ({}, "events.launchdarkly.com"),
        ({"instance": "federal"}, "events.launchdarkly.us"),
        ({"instance": "eu"}, "events.eu.launchdarkly.com"),
        ({"events_url": "https://proxy.example/ld"}, "proxy.example/ld"),
    ],
)
@respx.mock
async def test_events_have_an_address_of_their_own(options: Any, host: str) -> None:
    """That of the instance, with the headers that the vendor asks for."""
    route = respx.post(f"https://{host}/v2/event-data-import/p/e").respond(202)
    async with abclient.LaunchDarkly("token-1", **options) as client:
        await client.metric_events("p", "e", company="acme").send([event(1)])
        headers = route.calls.last.request.headers
        assert headers["x-launchdarkly-event-schema"] == "4"
        assert headers["user-agent"].startswith("MetricImport-acme-int/")
        assert headers["authorization"] == "token-1"
        own = client.with_options(headers={"User-Agent": "MetricImport-own-int/1"}).metric_events("p", "e")
        await own.send([event(1)])
        assert route.calls.last.request.headers["user-agent"] == "MetricImport-own-int/1"
