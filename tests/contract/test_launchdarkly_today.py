"""LaunchDarkly's edition of October 2026, which has no results: our client and the command against the sandbox."""

from __future__ import annotations

import csv
from collections.abc import AsyncIterator, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import abclient
from abclient.analysis import Sample, bayesian, fixed_horizon
from abclient.testing import Sandbox
from abclient.vendors.launchdarkly import Expand, Experiment, Experiments
from support.command import Command, credentials
from support.sandbox import ENVIRONMENT, PROJECT, TODAY, experiment_body, iteration_body

MORE: tuple[Expand, ...] = (
    "treatments",
    "secondaryMetrics",
    "analysisConfig",
    "mutableFieldsByStatus",
    "draftIteration",
)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """LaunchDarkly as it is today."""
    with Sandbox(experiments=20, seed=1, today=TODAY, edition="today") as running:
        yield running


@pytest.fixture(params=["beta", "20240415"])
async def client(request: pytest.FixtureRequest, sandbox: Sandbox) -> AsyncIterator[abclient.LaunchDarkly]:
    """Asks for either version."""
    options = sandbox.client_options("launchdarkly")
    async with abclient.LaunchDarkly(**options, api_version=request.param, retries=0) as client:
        yield client


@pytest.fixture
def experiments(client: abclient.LaunchDarkly) -> Experiments:
    return client.experiments(PROJECT, ENVIRONMENT)


@pytest.fixture
def command(sandbox: Sandbox, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs the command with the sandbox's credentials."""
    for name, value in credentials(sandbox.url).items():
        monkeypatch.setenv(name, value)
    return Command(capsys)


async def started(experiments: Experiments, **changes: Any) -> Experiment:
    """A new experiment that runs, with everything loaded."""
    made = await experiments.create(**created(**changes))
    experiment = await experiments.get(made.key, expand=MORE)
    return await experiment.start_iteration()


def created(**changes: Any) -> Any:
    """What ``create`` takes for the documentation's example, without what is optional today."""
    body = experiment_body()
    metrics = [{"key": "metric-key-123abc"}, {"key": "revenue-per-user"}]
    iteration = iteration_body(metrics=metrics, primarySingleMetricKey="metric-key-123abc")
    return {"key": body["key"], "name": "Name", "iteration": iteration, **changes}


async def test_an_experiment_can_say_all_that_it_is_today(experiments: Experiments) -> None:
    """Type, methodology, tags, analysis and the primary metric arrive, and the maintainer may be left out."""
    config = {"bayesianThreshold": "95"}
    key = (await experiments.create(**created(type="mab", tags=["web"], analysis_config=config))).key
    found = await experiments.get(key, expand=MORE)
    assert (found.type, found.methodology, found.tags, found.environment_key) == (
        "mab",
        "bayesian",
        ["web"],
        "production",
    )
    assert found.analysis_config is not None
    assert found.analysis_config.bayesian_threshold == "95"
    assert found.draft_iteration is not None
    assert found.draft_iteration.primary_single_metric is not None
    assert found.draft_iteration.primary_single_metric.key == "metric-key-123abc"


async def test_a_metric_has_its_unit_of_analysis(experiments: Experiments) -> None:
    """Which need not be the unit of randomization."""
    metrics = [{"key": "metric-key-123abc", "analysisUnit": "request"}]
    iteration = iteration_body(metrics=metrics, primarySingleMetricKey="metric-key-123abc")
    key = (await experiments.create(**created(iteration=iteration))).key
    draft = (await experiments.get(key, expand=MORE)).draft_iteration
    assert draft is not None
    assert [one.analysis_unit for one in draft.metrics or ()] == ["request"]


async def test_changes_are_sent_in_the_words_of_the_version(
    client: abclient.LaunchDarkly, experiments: Experiments, sandbox: Sandbox
) -> None:
    """``save`` and ``rename`` send what is not deprecated, where the version has it."""
    experiment = await experiments.get((await experiments.create(**created())).key)
    experiment.name, experiment.description = "Second", "what for"
    await experiment.save()
    await experiment.rename("Third")
    await experiment.describe("")
    fresh = await experiments.get(experiment.key)
    assert (fresh.name, experiment.name, fresh.description) == ("Third", "Third", None)


async def test_fields_are_updated_by_their_operations(experiments: Experiments) -> None:
    """Tags are added and removed; what cannot be changed while it runs starts a new iteration."""
    experiment = await started(experiments)
    await experiment.update_fields({"tags": {"operation": "add", "value": ["a", "b"]}})
    await experiment.update_fields({"tags": {"operation": "remove", "value": ["a"]}})
    assert experiment.tags == ["b"]
    hypothesis: Any = {"hypothesis": {"operation": "update", "value": "Another"}}
    with pytest.raises(abclient.BadRequestError, match="start a new one"):
        await experiment.update_fields(hypothesis)
    before = experiment.current_iteration
    await experiment.save_and_start_new_iteration(hypothesis, change_justification="the first was wrong")
    now = experiment.current_iteration
    assert before is not None
    assert now is not None
    assert (now.hypothesis, now.status, now.id == before.id) == ("Another", "running", False)
    await experiment.save_and_start_new_iteration()
    with pytest.raises(abclient.UnprocessableEntityError, match="no field"):
        await experiment.update_fields({"color": {"operation": "update", "value": 1}})


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({}, "no field"),
        ({"name": {"operation": "replace", "value": 1}}, "add, update or remove"),
        ({"name": {"operation": "update"}}, "no value"),
        ({"name": "New"}, "must be a mapping"),
        ("name", "must be a mapping"),
    ],
)
async def test_impossible_changes_are_refused_before_they_are_sent(
    experiments: Experiments, sandbox: Sandbox, changes: Any, error: str
) -> None:
    """The error says what is wrong."""
    experiment = (await experiments.list(page_size=1))[0]
    sandbox.clear_requests()
    with pytest.raises((TypeError, ValueError), match=error):
        await experiment.update_fields(changes)
    assert sandbox.requests() == []


async def test_a_project_has_the_experiments_of_all_environments(client: abclient.LaunchDarkly) -> None:
    """They are listed page by page, and changed through the environment that each belongs to."""
    elsewhere = await client.experiments(PROJECT, "test").create(**created())
    everything = client.project_experiments(PROJECT).list(page_size=7, expand="treatments")
    found = {one.key: one async for one in everything}
    here = [one.key async for one in client.experiments(PROJECT, ENVIRONMENT).list()]
    assert {*here, elsewhere.key} <= found.keys()
    assert (await client.project_experiments(PROJECT).list(page_size=1)).total == len(found)
    one = found[elsewhere.key]
    one.name = "New name"
    await one.save()
    await one.refresh()
    assert (await client.experiments(PROJECT, "test").get(one.key)).name == one.name == "New name"


async def test_missing_results_say_what_to_do_instead(client: abclient.LaunchDarkly, experiments: Experiments) -> None:
    """One by one and in bulk, and those from before iterations; other errors stay as they are."""
    legacy = client.legacy_results(PROJECT, ENVIRONMENT)
    with pytest.raises(abclient.NotFoundError, match=r"offered none since October 2025.*experiment\.analyse"):
        await legacy.get("example-flag-for-experiment", "metric-key-123abc")
    experiment = (await experiments.list(page_size=1))[0]
    with pytest.raises(abclient.NotFoundError, match=r"offered none since October 2025.*experiment\.analyse"):
        await experiment.results(experiment.metric_keys[0])
    outcomes = await experiments.fetch_results([experiment])
    assert {"October 2025" in str(one.error) for one in outcomes} == {True}
    with pytest.raises(abclient.NotFoundError, match="Unknown experiment key") as caught:
        await experiments.get("no-such")
    assert "2025" not in str(caught.value)


COUNTS = [
    {"variation_name": "Treatment 1", "metric_id": "metric-key-123abc", "units": 10_000, "conversions": 1_000},
    {"variation_name": "Treatment 2", "metric_id": "metric-key-123abc", "units": 10_000, "conversions": 1_130},
]


@pytest.mark.parametrize(
    ("fields", "documented"),
    [
        ({"methodology": "bayesian"}, partial(bayesian, prior="control", level=0.9)),
        (
            {"methodology": "bayesian", "analysis_config": {"bayesianThreshold": "95"}},
            partial(bayesian, prior="control", level=0.95),
        ),
        (
            {"methodology": "frequentist", "analysis_config": {"significanceThreshold": "0.1"}},
            partial(fixed_horizon, test="lift", level=0.9),
        ),
    ],
)
async def test_counts_become_rows_of_the_experiment(experiments: Experiments, fields: Any, documented: Any) -> None:
    """Treatments, baseline, metrics, dates and methodology come from the API, and figures are those documented."""
    experiment = await started(experiments, **fields)
    rows = experiment.analyse(COUNTS)
    iteration = experiment.current_iteration
    assert iteration is not None
    assert [row.variation_id for row in rows] == [one.id for one in iteration.treatments or ()]
    assert [row.is_baseline for row in rows] == [True, False]
    assert {row.metric_name for row in rows} == {"The documentation's example metric"}
    assert {(row.experiment_id, row.project, row.environment) for row in rows} == {
        (experiment.key, PROJECT, ENVIRONMENT)
    }
    assert all(row.is_primary and row.status == "running" and row.period_start for row in rows)
    counted = [
        Sample.of_sums(units=10_000, total=n, squares=n)
        if fields["methodology"] == "frequentist"
        else Sample.of_conversions(units=10_000, conversions=n)
        for n in (1_000, 1_130)
    ]
    expected = documented(*counted, direction="increase", running=True)
    assert (rows[1].difference, rows[1].difference_low) == (expected.difference, expected.difference_low)
    assert rows[1].probability == expected.probability


@pytest.mark.parametrize(
    ("fields", "change", "error"),
    [
        ({}, {"variation_name": "Treatment 3"}, "counts the treatment Treatment 3; there are Treatment 1"),
        ({}, {"metric_id": "other"}, "counts the metric 'other'; there are metric-key-123abc"),
        ({}, {"conversions": -1}, "a count is never negative"),
        ({"type": "mab"}, {}, "is a bandit"),
        (
            {"methodology": "frequentist", "analysis_config": {"sequentialTestingEnabled": True}},
            {},
            "sequential test, whose formula is not published",
        ),
    ],
)
async def test_counts_that_cannot_be_are_refused(
    experiments: Experiments, fields: Any, change: dict[str, Any], error: str
) -> None:
    """The error names what is wrong."""
    experiment = await started(experiments, **fields)
    with pytest.raises(ValueError, match=error):
        experiment.analyse([COUNTS[0], {**COUNTS[1], **change}])


@pytest.mark.parametrize("counts", ["text", COUNTS[0], [None]])
async def test_counts_that_are_not_lines_are_refused(experiments: Experiments, counts: Any) -> None:
    """Such as one line alone."""
    experiment = await started(experiments)
    with pytest.raises(TypeError, match="each line of the counts must be a mapping"):
        experiment.analyse(counts)


async def test_counts_need_treatments(experiments: Experiments) -> None:
    """An experiment that was loaded without them says so."""
    experiment = await started(experiments)
    with pytest.raises(ValueError, match="loaded without expand='treatments'"):
        (await experiments.get(experiment.key)).analyse(COUNTS)


async def test_the_command_analyses_a_table_of_counts(
    sandbox: Sandbox, command: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """CSV, Parquet and a query give the same rows; what is wrong in one experiment costs the others nothing."""
    async with abclient.LaunchDarkly(**sandbox.client_options("launchdarkly")) as client:
        key = (await started(client.experiments(PROJECT, ENVIRONMENT))).key
    lines: list[dict[str, Any]] = [{"experiment_id": key, **line} for line in COUNTS]
    async with abclient.LaunchDarkly(**sandbox.client_options("launchdarkly")) as client:
        other = (await started(client.experiments(PROJECT, ENVIRONMENT))).key
    wrong = [{**lines[0], "experiment_id": other, "conversions": -1}, {**lines[1], "experiment_id": other}]
    wrong += [{**line, "experiment_id": "no-such"} for line in lines]
    table, parquet = tmp_path / "counts.csv", tmp_path / "counts.parquet"
    with table.open("w", newline="") as file:
        writer = csv.DictWriter(file, lines[0])
        writer.writeheader()
        writer.writerows([*lines, *wrong])
    pq.write_table(pa.Table.from_pylist(lines), parquet)  # pyright: ignore[reportUnknownMemberType]  # partly typed
    from_csv = await _run(command, "analyse", "launchdarkly", "--counts", table, "--format=json")
    from_parquet = await _run(command, "analyse", "launchdarkly", "--counts", parquet, "--format=json")
    with duckdb.connect(tmp_path / "warehouse.db") as connection:
        connection.execute(f"CREATE TABLE counted AS FROM '{parquet}'")
    database = ("--database", f"duckdb:///{tmp_path}/warehouse.db", "--format=json")
    from_query = await _run(command, "analyse", "launchdarkly", "--counts-query", "FROM counted", *database)
    assert (from_csv.code, from_parquet.code, from_query.code) == (3, 0, 0)
    assert "Unknown experiment key: no-such" in from_csv.err
    assert "a count is never negative" in from_csv.err
    # The treatments were to have 10 and 90 percent, and had as many units.
    assert f"{key}: the traffic split is not the intended one: " in from_parquet.err
    assert "has 10000 where 2000 were expected" in from_parquet.err
    figures = [
        [(row["variation_name"], row["difference"]) for row in ended.document]
        for ended in (from_csv, from_parquet, from_query)
    ]
    assert figures[0] == figures[1] == figures[2]
    assert [name for name, _ in figures[0]] == ["Treatment 1", "Treatment 2"]


async def _run(command: Command, *arguments: object) -> Any:
    """A command in a thread of its own, because it starts an event loop."""
    import asyncio

    return await asyncio.to_thread(command, *arguments)


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", "has no counts"),
        (b"experiment_id,units\n,5\n", "experiment_id is missing"),
        (b"experiment_id,units\nk,many\n", "line 2: units is 'many', not a number"),
        (b"experiment_id,units\nk\n", "not as many cells"),
        (b"PAR1 and no more", "cannot be read as Parquet"),
        (b"\xff\xfe\x00", "cannot be read as CSV"),
    ],
)
def test_tables_that_cannot_be_read_are_wrong_usage(
    command: Command, tmp_path: Path, content: bytes, error: str
) -> None:
    """The error says where."""
    (tmp_path / "counts").write_bytes(content)
    ended = command("analyse", "launchdarkly", "--counts", tmp_path / "counts")
    assert (ended.code, error in ended.err) == (2, True), ended.err


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ((), "name the counts by --counts FILE, or by --counts-query SQL with --database URL"),
        (("--counts", "x.csv", "--counts-query", "SELECT 1", "--database", "duckdb://"), "name the counts by"),
        (("--counts", "x.csv", "--database", "duckdb://"), "--database is for --counts-query"),
        (("--counts-query", "SELECT 1"), "needs --database URL, or the environment variable ABCLIENT_DATABASE"),
        (("--counts-query", "SELECT 1", "--database", "x.db"), "a database is named by duckdb:///FILE"),
        (("--counts-query", "SELECT 1", "--database", "duckdb:///nowhere.db"), "there is no file nowhere.db"),
        (("--counts-query", "SELEC", "--database", "duckdb://"), "DuckDB: Parser Error"),
        (("--counts-query", "SELECT 1 AS units", "--database", "duckdb://"), "experiment_id is missing"),
    ],
)
def test_queries_that_cannot_be_are_wrong_usage(command: Command, arguments: tuple[str, ...], error: str) -> None:
    """The error says why, in one line."""
    ended = command("analyse", "launchdarkly", *arguments)
    assert (ended.code, error in ended.err, ended.err.count("\n")) == (2, True, 1), ended.err


def test_a_table_that_is_not_there_is_wrong_usage(command: Command, tmp_path: Path) -> None:
    """The error says so."""
    ended = command("analyse", "launchdarkly", "--counts", tmp_path / "nowhere")
    assert (ended.code, "cannot be read" in ended.err) == (2, True)


def test_other_vendors_have_results_of_their_own(command: Command, tmp_path: Path) -> None:
    """Counts are not for them."""
    (tmp_path / "counts").write_text("experiment_id,units\n1,5\n")
    ended = command("analyse", "optimizely", "--counts", tmp_path / "counts")
    assert ended.code != 0


def test_commands_say_that_there_are_no_results(command: Command, tmp_path: Path) -> None:
    """Results, exports and the doctor."""
    results = command("results", "launchdarkly", "--format=json")
    exported = command("export", "launchdarkly", "--out", tmp_path / "out")
    doctor = command("doctor", "launchdarkly")
    assert (results.code, exported.code, doctor.code) == (1, 1, 0)
    for text in (results.err, exported.err, doctor.out):
        assert "October 2025" in text
        assert "abclient analyse launchdarkly --counts FILE" in text
    assert command("doctor", "launchdarkly", "--json").document["vendors"][0]["notes"]
