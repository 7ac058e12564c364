"""The ``abclient`` command against the sandbox, for every vendor."""

from __future__ import annotations

import asyncio
import csv
import errno
import io
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

import abclient
from abclient.export import read_rows
from abclient.testing import Sandbox
from abclient.vendor import BUILT_IN, get
from support.accounts import documented_accounts
from support.cases import a_third_every_run, one_every_run
from support.command import COMMAND, Command, at_a_terminal, credentials
from support.known import known
from support.sandbox import ENVIRONMENT, PROJECT, iteration_body

PAGE = Path(__file__).parents[2] / "docs" / "command.md"

ALL = pytest.mark.parametrize("vendor", a_third_every_run(BUILT_IN))


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A small world for all tests of this file, none of which changes it."""
    with Sandbox(experiments=12, seed=1) as running:
        yield running


@pytest.fixture(autouse=True)
def _environment(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Credentials and addresses of the sandbox, whose faults end with the test."""
    for name, value in credentials(sandbox.url).items():
        monkeypatch.setenv(name, value)
    yield
    sandbox.clear_faults()


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs the command."""
    return Command(capsys)


def ids_in(sandbox: Sandbox, vendor: str) -> set[str]:
    """The ids of the experiments that have results."""
    return known(vendor).ids(sandbox.world()[vendor])


@ALL
def test_lists_every_experiment(vendor: str, sandbox: Sandbox, command: Command) -> None:
    """What is listed is what there is, in every project; a status leaves the others out."""
    listed = command("experiments", "list", vendor, "--format=json")
    assert (listed.code, listed.err) == (0, "")
    assert {one["experiment_id"] for one in listed.document} >= ids_in(sandbox, vendor)
    running = command("experiments", "list", vendor, "--status", "running", "--format=csv")
    assert [one["experiment_id"] for one in csv.DictReader(io.StringIO(running.out))] == [
        one["experiment_id"] for one in listed.document if one["status"] == "running"
    ]


@ALL
def test_shows_an_experiment(vendor: str, command: Command) -> None:
    """An experiment is shown in shared words and with its traffic, or as the vendor's own JSON."""
    one = command("experiments", "list", vendor, "--format=json").document[0]
    where = ("--project", one["project"])
    shown = command("experiments", "show", vendor, one["experiment_id"], *where)
    assert (shown.code, shown.err) == (0, "")
    assert f"experiment id: {one['experiment_id']}\nexperiment name: {one['experiment_name']}\n" in shown.out
    assert len(re.findall(r"^traffic of variation \S+: \d+\.\d%$", shown.out, re.MULTILINE)) >= 2
    raw = command("experiments", "show", vendor, one["experiment_id"], *where, "--format=json").document
    assert one["experiment_id"] in {str(raw[0].get(name)) for name in ("id", "key", "layer_experiment_id")}


@ALL
def test_prints_all_results(vendor: str, sandbox: Sandbox, command: Command) -> None:
    """Rows of all experiments come as JSON, and the same ones as CSV, which is what a pipe gets."""
    printed = command("results", vendor, "--format=json", "--concurrency", "4")
    assert (printed.code, printed.err) == (0, "")
    assert {row["vendor"] for row in printed.document} == {vendor}
    assert {row["experiment_id"] for row in printed.document} >= ids_in(sandbox, vendor)
    for piped in (command("results", vendor), command("results", vendor, "--format=csv")):
        rows = list(csv.DictReader(io.StringIO(piped.out)))
        assert sorted(row["source"] for row in rows) == sorted(row["source"] for row in printed.document)
        assert {row["units"] for row in rows} == {
            "" if row["units"] is None else str(row["units"]) for row in printed.document
        }


@pytest.mark.parametrize("word", one_every_run(["results", "export", "health"]))
def test_keeps_a_rate(word: str, sandbox: Sandbox, command: Command, tmp_path: Path) -> None:
    """No more requests start in a second than were asked for, even if the vendor would take them."""
    out = ("--out", tmp_path) if word == "export" else ()
    began = time.monotonic()
    ended = command(word, "optimizely", *out, "--max-rate", 10)
    assert (ended.code, ended.err) == (0, "")
    assert time.monotonic() - began >= (len(ids_in(sandbox, "optimizely")) - 1) / 10


@ALL
def test_prints_results_of_some(vendor: str, command: Command) -> None:
    """Ids choose; one that stands for nothing is named, and the others are printed."""
    row = command("results", vendor, "--format=json").document[0]
    where = ("--project", row["project"])
    some = command("results", vendor, row["experiment_id"], row["experiment_id"], "987654321", *where, "--format=json")
    assert some.code == 3
    assert {one["experiment_id"] for one in some.document} == {row["experiment_id"]}
    assert len({one["source"] for one in some.document}) == len(some.document)
    assert some.lines[0].startswith(f"abclient: 987654321: {vendor} ")
    assert re.fullmatch(r"abclient: 1 failed of \d", some.lines[1])


def test_classic_results_of_every_age(command: Command) -> None:
    """Experiments older than Stats Engine have results too, by t-test."""
    kinds = {row["probability_kind"] for row in command("results", "optimizely_classic", "--format=json").document}
    assert kinds == {"significance", "beats_baseline", None}


@ALL
@pytest.mark.parametrize("file_format", one_every_run(["parquet", "csv", "jsonl"]))
def test_exports(vendor: str, file_format: str, tmp_path: Path, command: Command) -> None:
    """An export holds what results prints; again, it fetches only what may have changed, or all if told."""
    printed = command("results", vendor, "--format=json").document
    export = ("export", vendor, "--out", tmp_path, "--format", file_format)
    first = command(*export)
    assert (first.code, first.err) == (0, "")
    assert re.fullmatch(rf"{tmp_path}: {len(printed)} rows of \d+ results in 1 file, \d+ fetched now\n", first.out)
    assert sorted(row.source or "" for row in read_rows(tmp_path)) == sorted(row["source"] for row in printed)
    again, everything = command(*export, "--json").document, command(*export, "--all", "--json").document
    assert 0 < again["exported"] < everything["exported"] == everything["keys"]
    assert again["rows"] == everything["rows"] == len(printed)


def test_export_since(tmp_path: Path, command: Command) -> None:
    """What was modified since a time is fetched again, although nothing of it was changed since the last export."""
    export = ("export", "optimizely", "--out", tmp_path, "--json")
    command(*export)
    running = command(*export, "--since", "2100-01-01").document["exported"]
    assert command(*export, "--since", "2000-01-01T00:00+02:00").document["exported"] > running


@pytest.mark.parametrize("vendor", one_every_run(BUILT_IN))
def test_garbage_among_the_answers(vendor: str, sandbox: Sandbox, tmp_path: Path, command: Command) -> None:
    """Results that the vendor answers garbage for are named, the others kept, by every command; later all is well."""
    wanted = next(row for row in command("results", vendor, "--format=json").document if row["status"] == "running")
    path = wanted["source"].partition("#")[0]
    sandbox.add_fault("garbage", times=None, match={"path": path})
    export = ("export", vendor, "--out", tmp_path, "--json")
    partial = command(*export)
    (key,) = partial.document["failures"]
    assert wanted["experiment_id"] in key.split("/")
    assert partial.lines[0].startswith(f"abclient: {key}: DecodeError: {vendor} ")
    last = f"abclient: 1 failed of {partial.document['keys'] + 1}"
    assert (partial.code, partial.lines[-1]) == (3, last)
    printed = command("results", vendor, "--format=json")
    assert (printed.code, printed.lines[-1], len(printed.document)) == (3, last, partial.document["rows"])
    page = tmp_path / "page.html"
    for reading in (("health", vendor), ("health", tmp_path), ("report", tmp_path, "-o", page)):
        read = command(*reading)
        assert (read.code, len(read.lines), key in read.lines[0]) == (3, 2, True)
    assert page.exists()
    sandbox.clear_faults()
    assert command(*export).document["keys"] == partial.document["keys"] + 1
    assert command("report", tmp_path, "-o", page).code == 0


@pytest.mark.parametrize(
    ("vendor", "path"),
    [("optimizely_classic", "/experiment/v1/projects/{}/experiments"), ("convert_v1", "/api/v1/experiences/{}")],
)
def test_a_project_that_cannot_be_read(
    vendor: str, path: str, sandbox: Sandbox, tmp_path: Path, command: Command
) -> None:
    """One of several projects fails alone, as who reads the export learns; asked for by name, the command fails."""
    project = sandbox.world()[vendor]["projects"][0]
    sandbox.add_fault("status", status=403, times=None, match={"path": path.format(project)})
    export, page = ("export", vendor, "--out", tmp_path), tmp_path / "page.html"
    reading = ("health", tmp_path), ("report", tmp_path, "-o", page)
    for partial in (command(*export), *(command(*words) for words in reading)):
        assert (partial.code, len(partial.lines)) == (3, 2)
        assert f"project {project}: ForbiddenError: {vendor} " in partial.lines[0]
    assert {row.project for row in read_rows(tmp_path)} == {str(sandbox.world()[vendor]["projects"][1])}
    alone = command("results", vendor, "--project", project, "--format=json")
    assert (alone.code, alone.out, len(alone.lines)) == (1, "", 2)
    assert " 403" in alone.err
    sandbox.clear_faults()
    assert [command(*words).code for words in (export, *reading)] == [0, 0, 0]


def test_a_night_on_which_everything_fails(sandbox: Sandbox, tmp_path: Path, command: Command) -> None:
    """The older rows are kept, which is a part; what did not have to be fetched has not failed."""
    export = ("export", "optimizely", "--out", tmp_path)
    keys = command(*export, "--json").document["keys"]
    sandbox.add_fault("status", status=403, times=None, match={"regex": "/results$"})
    some = command(*export)
    failed = len(some.lines) - 1
    assert (some.code, some.lines[-1]) == (3, f"abclient: {failed} failed of {keys}")
    assert failed < keys
    everything = command(*export, "--all")
    assert (everything.code, everything.lines[-1]) == (3, f"abclient: {keys} failed of {keys}")
    nothing = command("export", "optimizely", "--out", tmp_path / "new")
    assert (nothing.code, nothing.lines[-1]) == (1, f"abclient: {keys} failed of {keys}")
    sandbox.add_fault("status", status=403, times=None, match={"path": "/v2/experiments"})
    unlisted = command(*export)
    projects = len(unlisted.lines) - 1
    assert (unlisted.code, unlisted.lines[-1]) == (3, f"abclient: {projects} failed of {projects}")


def test_a_night_without_data(sandbox: Sandbox, tmp_path: Path, command: Command) -> None:
    """The vendor has none any more, it says: the rows stay, each result is named, and it is done in part."""
    export = ("export", "optimizely", "--out", tmp_path, "--all")
    assert command(*export).code == 0
    before = sorted(map(str, read_rows(tmp_path)))
    keys = len({row.experiment_id for row in read_rows(tmp_path)})
    sandbox.add_fault("status", status=204, body="", times=None, match={"regex": "/results$"})
    empty = command(*export)
    assert (empty.code, empty.lines[-1].split(" of ")[0]) == (3, f"abclient: {keys} failed")
    assert all("those are kept" in line for line in empty.lines[:-1])
    assert sorted(map(str, read_rows(tmp_path))) == before


@ALL
def test_csv_for_spreadsheets(vendor: str, tmp_path: Path, command: Command) -> None:
    """Files and standard output have a mark and hold what they would hold without, apart from formulas."""
    exported = command("export", vendor, "--out", tmp_path, "--excel")
    assert exported.code == 0, exported.err
    (part,) = tmp_path.glob("part-*.csv")
    printed, plain = command("results", vendor, "--excel"), command("results", vendor, "--format=csv")
    assert part.read_bytes().startswith(b"\xef\xbb\xbfvendor,")
    assert printed.out.startswith("\ufeffvendor,")
    names = {row.experiment_name for row in read_rows(tmp_path)}
    for text in (part.read_text("utf-8-sig"), printed.out.removeprefix("\ufeff"), plain.out):
        assert {row["experiment_name"] for row in csv.DictReader(io.StringIO(text, newline=""))} == names


def test_a_full_disk(tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named in one line, and what was exported before is whole."""
    export = ("export", "convert_v1", "--out", tmp_path, "--all")
    assert command(*export).code == 0
    before = sorted(map(str, read_rows(tmp_path)))

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        failed = command(*export)
    assert (failed.code, failed.out, len(failed.lines)) == (1, "", 1)
    assert f"{tmp_path}: " in failed.err
    assert "No space left on device; what was exported before is kept" in failed.err
    assert sorted(map(str, read_rows(tmp_path))) == before


@pytest.mark.parametrize(
    ("number", "code", "in_background"),
    one_every_run([(signal.SIGINT, 130, False), (signal.SIGTERM, 143, False), (signal.SIGTERM, 143, True)]),
    ids=["ctrl-c", "terminated", "terminated in the background"],
)
def test_an_interruption_loses_nothing(
    number: signal.Signals, code: int, in_background: bool, tmp_path: Path, command: Command
) -> None:
    """Interrupted, an export keeps what it has and says so; the same command goes on, and every row is there once.

    What a shell began in the background ignores Ctrl-C, and yet ends when it is told to.
    """
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    with Sandbox(experiments=12, seed=1) as stalling:
        stalling.add_fault("stall", skip=4, times=None, match={"regex": "/results"})
        shell = ("sh", "-c", "trap '' INT; exec \"$@\"", "sh") if in_background else ()
        started = (*shell, *COMMAND, "--debug", "export", "launchdarkly", "--out", str(broken), "--concurrency", "2")
        environment = {**os.environ, **credentials(stalling.url)}
        with subprocess.Popen(started, stderr=subprocess.PIPE, text=True, env=environment) as process:
            assert process.stderr
            answers = (line for line in process.stderr if "/results: 200" in line)
            for _ in range(4):
                next(answers)
            process.send_signal(number)
            said = process.stderr.read().splitlines()[-1]
    assert process.returncode == code
    assert said == f"abclient: interrupted; what was fetched is in {broken}, and the same command continues from there"
    kept = len(list(read_rows(broken)))
    again = command("export", "launchdarkly", "--out", broken, "--json").document
    command("export", "launchdarkly", "--out", whole)
    assert again["resumed"]
    assert 0 < kept < again["rows"]
    assert again["exported"] < again["keys"]
    assert sorted(row.source or "" for row in read_rows(broken)) == sorted(row.source or "" for row in read_rows(whole))


@ALL
def test_health(vendor: str, tmp_path: Path, command: Command) -> None:
    """At the vendor and in an export the same is found, and the split is tested in both."""
    there = command("health", vendor, "--format=json")
    assert (there.code, there.err) == (0, "")
    assert any(report["split_p_value"] is not None for report in there.document)
    command("export", vendor, "--out", tmp_path)
    here = command("health", tmp_path, "--format=json").document
    begun = [report for report in here if report["status"] != "not_started"]
    assert sorted(begun, key=str) == sorted(there.document, key=str)
    stale = [one for one in there.document if "stale_data" in {finding["kind"] for finding in one["findings"]}]
    assert len(stale) == known(vendor).says_age
    lines = command("health", vendor).out.splitlines()
    assert re.fullmatch(r"\d+ checked, \d+ with findings; the traffic split of \d+ could be tested", lines[-1])
    assert len(lines) - 1 == sum(len(report["findings"]) for report in there.document)
    assert command("health", vendor, "--strict").code == int(len(lines) > 1)


def test_a_metric_that_a_new_iteration_lacks(tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """An export forgets it, and then finds of the experiment what is found at the vendor."""

    def found(*where: object) -> list[Any]:
        reports = command("health", *where, "--format=json").document
        return [report for report in reports if report["experiment_id"] == key]

    with Sandbox(experiments=12, seed=1) as changing:
        monkeypatch.setenv("ABCLIENT_LAUNCHDARKLY_BASE_URL", changing.url)
        command("export", "launchdarkly", "--out", tmp_path)
        metrics = [(row.experiment_id, row.metric_id) for row in read_rows(tmp_path) if row.status == "running"]
        key = next(key for key, _ in metrics if len({metric for one, metric in metrics if one == key}) > 1)
        asyncio.run(iterate(changing, key))
        assert command("export", "launchdarkly", "--out", tmp_path).code == 0
        assert {row.metric_id for row in read_rows(tmp_path) if row.experiment_id == key} == {"metric-key-123abc"}
        assert found("launchdarkly") == found(tmp_path)
        assert len(found(tmp_path)) == 1


async def iterate(sandbox: Sandbox, key: str) -> None:
    """Start another iteration of an experiment, with another metric."""
    async with abclient.LaunchDarkly(sandbox.token, base_url=sandbox.url) as client:
        experiment = await client.experiments(PROJECT, ENVIRONMENT).get(key)
        await experiment.create_iteration(iteration_body())
        await experiment.start_iteration(change_justification="other metrics")


def test_health_knows_what_it_could_not_read(sandbox: Sandbox, command: Command) -> None:
    """Experiments that fail are named as failures, not found to have no data; shares that fail cost only the test."""
    listed = command("experiments", "list", "optimizely_classic", "--status", "running", "--format=json").document
    broken, unshared = listed[0]["experiment_id"], listed[1]["experiment_id"]
    where = "/experiment/v1/experiments"
    sandbox.add_fault("garbage", times=None, match={"path": f"{where}/{broken}/stats"})
    sandbox.add_fault("garbage", times=None, match={"path": f"{where}/{unshared}/variations"})
    partial = command("health", "optimizely_classic", "--format=json")
    assert partial.code == 3
    assert {line.split(": ")[1] for line in partial.lines[:-1]} == {f"traffic of {unshared}", broken}
    reports = {report["experiment_id"]: report for report in partial.document}
    assert broken not in reports
    assert reports[unshared]["split_p_value"] is None


def test_traffic_that_could_not_be_had(sandbox: Sandbox, tmp_path: Path, command: Command) -> None:
    """An export names it, and so does who reads the export, until it could be had: with ``--since`` as well."""
    (one, *_) = command("experiments", "list", "optimizely_classic", "--status", "paused", "--format=json").document
    key = one["experiment_id"]
    sandbox.add_fault("garbage", times=None, match={"path": f"/experiment/v1/experiments/{key}/variations"})
    export = ("export", "optimizely_classic", "--out", tmp_path)
    for ended in (command(*export), command("health", tmp_path), command("report", tmp_path, "-o", tmp_path / "page")):
        assert (ended.code, len(ended.lines)) == (3, 2)
        assert f"traffic of {key}: DecodeError: optimizely_classic " in ended.lines[0]
    sandbox.clear_faults()
    assert command(*export, "--since", "2100-01-01").code == 0
    assert command("health", tmp_path).code == 0
    reports = {report["experiment_id"]: report for report in command("health", tmp_path, "--format=json").document}
    assert reports[key]["split_p_value"] is not None


@pytest.mark.parametrize(
    ("hidden", "extra", "arguments"),
    [
        ("plotly", "plot", ("plot", "forest", "optimizely", "--out")),
        ("pyarrow", "arrow", ("export", "optimizely", "--format", "parquet", "--out")),
    ],
)
def test_a_missing_extra_is_named(
    hidden: str,
    extra: str,
    arguments: tuple[str, ...],
    tmp_path: Path,
    command: Command,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without a library, one line says which extra brings it, with exit code 2."""
    monkeypatch.setitem(sys.modules, hidden, None)
    ended = command(*arguments, *((tmp_path / "new.html",) if "--out" in arguments else ()))
    assert (ended.code, ended.out, len(ended.lines)) == (2, "", 1)
    assert f"pip install 'abclient-experiments[{extra}]'" in ended.err


def test_report(tmp_path: Path, command: Command) -> None:
    """Exports of several vendors become one page; a directory that holds none is named."""
    for vendor in ("optimizely", "convert_v1"):
        assert command("export", vendor, "--out", tmp_path / vendor).code == 0
    page = tmp_path / "page.html"
    made = command("report", tmp_path / "optimizely", tmp_path / "convert_v1", "-o", page, "--title", "Last night")
    assert (made.code, made.out, made.err) == (0, f"{page}\n", "")
    assert "Last night" in page.read_text(encoding="utf-8")
    partial = command("report", tmp_path / "optimizely", tmp_path, "-o", page)
    assert (partial.code, partial.out) == (3, f"{page}\n")
    assert partial.lines[0] == f"abclient: {tmp_path}: there is no export in it"
    failed = command("report", tmp_path, "-o", page)
    assert (failed.code, failed.out, failed.lines) == (1, "", [f"abclient: {tmp_path}: there is no export in it"])


def test_report_of_nothing_but_failures(sandbox: Sandbox, tmp_path: Path, command: Command) -> None:
    """Without anything to show no page is made, and an earlier one stays; with anything, there is one of that."""
    sandbox.add_fault("status", status=403, times=None, match={"regex": "/results"})
    assert command("export", "optimizely", "--out", tmp_path / "failed").code == 1
    sandbox.clear_faults()
    assert command("export", "convert_v1", "--out", tmp_path / "whole").code == 0
    page = tmp_path / "page.html"
    page.write_text("earlier")
    failed = command("report", tmp_path / "failed", "-o", page)
    assert (failed.code, failed.out, page.read_text()) == (1, "", "earlier")
    assert re.fullmatch(r"abclient: (\d+) failed of \1", failed.lines[-1])
    assert command("report", tmp_path / "failed", tmp_path / "nowhere", "-o", page).code == 1
    assert page.read_text() == "earlier"
    partial = command("report", tmp_path / "failed", tmp_path / "whole", "-o", page)
    assert (partial.code, partial.out) == (3, f"{page}\n")
    assert partial.lines[:-1] == failed.lines[:-1]


@pytest.mark.slow
def test_the_documentation_runs(
    sandbox: Sandbox, tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every example of the page works, one after the other, with ids of this world in place of the page's."""
    monkeypatch.chdir(tmp_path)
    Path("accounts.toml").write_text(documented_accounts(monkeypatch))
    known = sandbox.world()["optimizely"]["experiments"]
    examples = re.findall(r"^```sh\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    lines = "".join(examples).splitlines()
    known_words = ["experiments", "results", "export", "load", "health", "report", "init", "doctor", "plot", "power"]
    assert {line.split()[1] for line in lines} == set(known_words)
    for line in lines:
        words = shlex.split(line.split(" > ")[0].replace("10800115286", str(known[0])))[1:]
        words = [
            path for word in words for path in (sorted(map(str, Path().glob(word))) if word.endswith("/*") else [word])
        ]
        assert command(*(word.replace("10800119194", str(known[1])) for word in words)).code == ("--strict" in words)


def test_doctor(command: Command) -> None:
    """It asks every vendor, says what is installed, and shows no credential."""
    told = command("doctor", "--format=json")
    assert told.code == 0
    assert [(one["vendor"], one["ok"], one["accepted"]) for one in told.document["vendors"]] == [
        (vendor, True, True) for vendor in BUILT_IN
    ]
    assert told.document["extras"]["analysis"]["scipy"]
    assert told.document["transports"]["h11"]
    assert told.document["models_are_read_by"].startswith(("Python", "abclient-speedups"))
    text = command("doctor").out
    assert f"models are read by {told.document['models_are_read_by']}" in text
    assert text.count("credentials: accepted") == len(BUILT_IN)
    assert not re.search(r"sandbox-(token|app|secret)", told.out + text)


def test_doctor_without_a_project(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """LaunchDarkly has nothing to ask for without a project; that a guess is not found proves the token good."""
    monkeypatch.delenv("ABCLIENT_LAUNCHDARKLY_PROJECT")
    (told,) = command("doctor", "launchdarkly", "--format=json").document["vendors"]
    assert (told["ok"], told["accepted"], told["error"]) == (True, True, None)
    wrong = command("doctor", "launchdarkly", "--project", "elsewhere", "--format=json")
    assert (wrong.code, wrong.document["vendors"][0]["accepted"]) == (1, True)


@pytest.mark.parametrize(
    ("vendor", "path"),
    [
        ("launchdarkly", "/api/v2"),
        ("launchdarkly", "/elsewhere"),
        *((vendor, "") for vendor in BUILT_IN if urlsplit(get(vendor).url).path),
    ],
)
def test_doctor_at_a_wrong_address(
    vendor: str, path: str, sandbox: Sandbox, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address with a part too much or too little is no success, even if the server is the right one."""
    monkeypatch.delenv("ABCLIENT_LAUNCHDARKLY_PROJECT")
    told = command("doctor", vendor, "--base-url", sandbox.url + path)
    assert told.code == 1
    assert "credentials: unknown whether they are accepted" in told.out
    assert f"--base-url and ABCLIENT_{vendor.upper()}_BASE_URL set another" in told.out


@ALL
def test_doctor_where_another_server_answers(
    vendor: str, sandbox: Sandbox, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That a server finds nothing says nothing of the credentials if it is not the vendor who says so."""
    monkeypatch.delenv("ABCLIENT_LAUNCHDARKLY_PROJECT")
    sandbox.add_fault("html", status=404, times=None)
    told = command("doctor", vendor, "--format=json")
    (said,) = told.document["vendors"]
    assert (told.code, said["reachable"], said["accepted"], said["ok"]) == (1, True, None, False)
    assert get(vendor).url in said["hint"]


@ALL
def test_short_options_choose_the_same_forms(vendor: str, command: Command) -> None:
    """`--json` and `--csv` print what `--format json` and `--format csv` print."""
    for line in (("experiments", "list", vendor), ("health", vendor)):
        short, long = (command(*line, *form).document for form in (("--json",), ("--format", "json")))
        assert sorted(map(str, short)) == sorted(map(str, long))  # in the order of their arrival
    short, long = (command("experiments", "list", vendor, *form).out for form in (("--csv",), ("--format", "csv")))
    assert sorted(short.splitlines()) == sorted(long.splitlines())


@ALL
def test_doctor_where_a_gateway_answers(vendor: str, sandbox: Sandbox, command: Command) -> None:
    """A page of HTML in place of an answer shows that somebody was reached, and nothing more."""
    sandbox.add_fault("html", status=200, times=None)
    told = command("doctor", vendor, "--format=json")
    (said,) = told.document["vendors"]
    assert (told.code, said["reachable"], said["accepted"], said["ok"]) == (1, True, None, False)
    assert get(vendor).url in said["hint"]
    assert ": responded within " in command("doctor", vendor).out


def test_doctor_sees_limits(command: Command) -> None:
    """The limits that a vendor's headers tell of are shown."""
    with Sandbox(experiments=1, rate_limit="50") as limited:
        told = command("doctor", "launchdarkly", "--base-url", limited.url, "--format=json")
    limits = told.document["vendors"][0]["limits"]
    assert {"x-ratelimit-global-remaining", "x-ratelimit-reset"} <= limits.keys()


@ALL
def test_doctor_when_credentials_are_refused(vendor: str, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refused credentials are said to be, and not shown."""
    monkeypatch.setenv(get(vendor).variable(get(vendor).credentials[-1]), "quite-wrong")
    told = command("doctor", vendor)
    assert told.code == 1
    assert "credentials: refused" in told.out
    assert "quite-wrong" not in told.out + told.err


def test_doctor_when_credentials_may_not(command: Command, sandbox: Sandbox) -> None:
    """Of 403 it asks for the role first, because the credentials may be right."""
    with sandbox.fault("status", status=403, match={"path": "/optimizely"}):
        told = command("doctor", "optimizely")
        assert told.code == 1
        assert "do these credentials allow it, by their role and their projects?" in told.out
        ended = command("results", "optimizely")
    assert (ended.code, "do these credentials allow it" in ended.err) == (1, True)


def test_what_cannot_be_written_is_named_as_it_was_given(command: Command, tmp_path: Path) -> None:
    """And not by the draft beside it."""
    assert command("export", "optimizely", "--out", tmp_path / "export").code == 0
    target = tmp_path / ("x" * 300)
    told = command("report", tmp_path / "export", "-o", target)
    assert (told.code, told.err) == (1, f"abclient: {target}: File name too long\n")


def test_doctor_when_nobody_answers(command: Command) -> None:
    """An address where nobody listens is told apart from refused credentials."""
    told = command("doctor", "optimizely", "--base-url", "http://127.0.0.1:9")
    assert told.code == 1
    assert "no response" in told.out
    assert "unknown whether they are accepted" in told.out


def test_doctor_without_credentials(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Vendors without credentials are no failure, and the variables to set are named."""
    for name in credentials(""):
        monkeypatch.delenv(name)
    told = command("doctor")
    assert told.code == 0
    assert "credentials: missing: set ABCLIENT_CONVERT_V1_APPLICATION_ID and ABCLIENT_CONVERT_V1_SECRET" in told.out


@pytest.mark.slow
def test_a_terminal_asks_for_the_token(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """At a terminal a missing token is asked for and not echoed; then there is a table, and a bar meanwhile."""
    monkeypatch.delenv("ABCLIENT_OPTIMIZELY_TOKEN")
    with at_a_terminal("results", "optimizely", environment={}) as process:
        assert process.stdin
        assert process.stdout
        said = b""
        while b"Optimizely token: " not in said:  # the last blank comes when nothing is echoed any more
            said += process.stdout.read(4096) or pytest.fail(f"it asked for nothing: {said!r}")
        process.stdin.write(sandbox.token.encode() + b"\n")
        while more := process.stdout.read(4096):
            said += more
        assert process.wait() == 0
    shown = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", said.decode())
    assert sandbox.token not in shown
    assert re.search(r"Optimizely ━+ 0/\?", shown)
    assert re.search(r"verdict +difference +low +high +probability +units", shown)
