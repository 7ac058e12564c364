"""Accounts that a Dask cluster exports: real processes, which are killed in the middle, and every row is there once."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from abclient import ConfigurationError, EngineError, WorkerLostError
from abclient._documentation import link_of
from abclient.accounts import Account, AccountSummary, EnvironmentVariable, export_accounts, read_accounts
from abclient.export import read_rows
from abclient.testing import Sandbox
from support.command import COMMAND, Command, at_a_terminal
from support.dask_cluster import DaskCluster, holder_of
from support.server import closed_port, until

pytestmark = pytest.mark.timeout(300)
NAMES = ("shop", "blog", "app")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(experiments=12, seed=1, accounts=3) as running:
        yield running


@pytest.fixture(autouse=True)
def _without_faults(sandbox: Sandbox) -> Iterator[None]:
    sandbox.clear_requests()
    yield
    sandbox.clear_faults()


def tokens(sandbox: Sandbox) -> dict[str, str]:
    """What workers have in their environment, and this process does not: the third token under two names."""
    named = {f"{name.upper()}_TOKEN": token for name, token in zip(NAMES, sandbox.tokens, strict=True)}
    return {**named, "SAME_TOKEN": sandbox.tokens[0]}


@pytest.fixture(scope="module")
def cluster(sandbox: Sandbox) -> Iterator[DaskCluster]:
    """A cluster that no test kills."""
    with DaskCluster(2, tokens(sandbox)) as running:
        yield running


@pytest.fixture
def own_cluster(sandbox: Sandbox) -> Iterator[DaskCluster]:
    with DaskCluster(2, tokens(sandbox)) as running:
        yield running


@pytest.fixture
def file(sandbox: Sandbox, tmp_path: Path) -> Path:
    written = tmp_path / "accounts.toml"
    table = '\n[[accounts]]\nname = "{0}"\ntoken = {{ env = "{1}_TOKEN" }}\n'
    head = f'[defaults]\nvendor = "optimizely"\nconcurrency = 8\nbase_url = "{sandbox.base_url("optimizely")}"\n'
    written.write_text(head + "".join(table.format(name, name.upper()) for name in NAMES))
    return written


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(capsys)


def on(cluster: DaskCluster) -> dict[str, Any]:
    return {"engine": "dask", "scheduler": cluster.address, "progress": False}


def rows_of(directory: Path) -> Counter[tuple[str | None, str]]:
    """How often each row is in the directories of all accounts."""
    return Counter((row.account, row.row_key) for name in NAMES for row in read_rows(directory / name))


def all_rows(sandbox: Sandbox, directory: Path) -> Counter[tuple[str | None, str]]:
    """The same of an export in this process."""
    address = sandbox.base_url("optimizely")
    accounts = [
        Account(name=name, vendor="optimizely", credentials={"token": token}, options={"base_url": address})
        for name, token in zip(NAMES, sandbox.tokens, strict=True)
    ]
    asyncio.run(export_accounts(accounts, directory, progress=False, concurrency=8))
    return rows_of(directory)


def stalled(sandbox: Sandbox, **rule: Any) -> str:
    """Let the last result of the first account stall; returns its path."""
    elsewhere = {one for number in (2, 3) for one in sandbox.world(number)["optimizely"]["experiments"]}
    held = [one for one in sandbox.world()["optimizely"]["experiments"] if one not in elsewhere][-1]
    path = f"/v2/experiments/{held}/results"
    sandbox.add_fault("stall", times=None, match={"path": path}, **rule)
    return path


def asked(sandbox: Sandbox, path: str) -> int:
    return sum(str(each["path"]).endswith(path) for each in sandbox.requests())


def wait(condition: Callable[[], bool]) -> None:
    asyncio.run(until(condition, 120))


def states(results: list[AccountSummary]) -> list[str]:
    return [one.state for one in results]


@pytest.mark.slow
def test_a_cluster_exports_what_this_process_would(
    file: Path, cluster: DaskCluster, sandbox: Sandbox, tmp_path: Path, command: Command
) -> None:
    """The same rows, summary, report and exit code, though this process has none of the credentials; then an update."""
    out, report = tmp_path / "out", tmp_path / "report.json"
    export = ("export", "--accounts", file, "--out", out, "--engine", "dask", "--scheduler", cluster.address)
    first = command(*export, "--report-json", report)
    assert (first.code, first.err) == (0, "")
    assert [line.split()[:3] for line in first.out.splitlines()[1:4]] == [[n, "optimizely", "done"] for n in NAMES]
    assert rows_of(out) == all_rows(sandbox, tmp_path / "here")
    assert sorted(path.name for path in out.glob("*") if not path.name.startswith(".")) == sorted(NAMES)
    told = json.loads(report.read_text())["accounts"]
    assert [(one["account"], one["state"], one["directory"]) for one in told] == [
        (name, "done", str(out / name)) for name in NAMES
    ]
    again = command(*export, "--json")
    assert all(0 < one["exported"] < one["keys"] for one in again.document["accounts"])


@pytest.mark.slow
def test_an_embedded_cluster_needs_no_address(
    file: Path, sandbox: Sandbox, tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its processes have this one's environment, and end with the command."""
    for name, token in tokens(sandbox).items():
        monkeypatch.setenv(name, token)
    ended = command("export", "--accounts", file, "--out", tmp_path / "out", "--engine", "dask", "--parallel", 2)
    assert (ended.code, ended.err) == (0, "")
    assert set(rows_of(tmp_path / "out").values()) == {1}


@pytest.mark.slow
async def test_one_credential_is_used_by_one_worker_at_a_time(
    cluster: DaskCluster, sandbox: Sandbox, tmp_path: Path
) -> None:
    """Also where two accounts name it differently: the second has sent nothing when the first is done."""
    address = sandbox.base_url("optimizely")
    accounts = [
        Account(name=name, vendor="optimizely", credentials={"token": EnvironmentVariable(variable)})
        for name, variable in (("shop", "SHOP_TOKEN"), ("same", "SAME_TOKEN"))
    ]
    lists = list[int]()

    def on_done(one: AccountSummary) -> None:
        lists.append(asked(sandbox, "/v2/experiments"))

    results = await export_accounts(accounts, tmp_path, on_done=on_done, base_url=address, **on(cluster))
    assert states(results) == ["done", "done"]
    assert lists[1] == 2 * lists[0] > 0


@pytest.mark.slow
async def test_a_killed_worker_costs_nothing_that_was_written(
    own_cluster: DaskCluster, file: Path, sandbox: Sandbox, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Another one continues from the last file, which is not fetched again; every row is there once."""
    path = stalled(sandbox)
    accounts = read_accounts(file, credentials=False)
    work = asyncio.create_task(
        export_accounts(accounts, tmp_path / "out", part_rows=20, concurrency=1, **on(own_cluster))
    )
    await until(lambda: work.done() or asked(sandbox, path) > 0, 120)
    holder = holder_of(tmp_path / "out" / "shop")
    (victim,) = [worker for worker in own_cluster.workers if worker.pid == holder]
    written = len(list(read_rows(tmp_path / "out" / "shop")))
    victim.send_signal(signal.SIGKILL)
    before = len([each for each in sandbox.requests() if each["account"] == 1])
    sandbox.clear_faults()
    with caplog.at_level(logging.WARNING, "abclient"):
        results = await work
    assert states(results) == ["done"] * 3
    assert results[0].summary
    assert results[0].summary.resumed
    assert 0 < written < results[0].summary.rows
    assert results[0].summary.exported < results[0].summary.keys
    assert len([each for each in sandbox.requests() if each["account"] == 1]) - before < before
    assert set(rows_of(tmp_path / "out").values()) == {1}
    (warning,) = [record.getMessage() for record in caplog.records if record.name == "abclient"]
    assert warning.startswith("shop: the worker tcp://127.0.0.1:")


@pytest.mark.slow
async def test_workers_that_are_lost_again_and_again_fail_their_account_alone(
    sandbox: Sandbox, file: Path, tmp_path: Path
) -> None:
    """After as many times as the cluster allows; the others are done, and the same call continues."""
    path = stalled(sandbox)
    settings = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}
    with DaskCluster(2, tokens(sandbox), settings) as cluster:
        accounts = read_accounts(file, credentials=False)
        done = list[str]()
        work = asyncio.create_task(
            export_accounts(
                accounts, tmp_path, on_done=lambda one: done.append(one.account.name), concurrency=8, **on(cluster)
            )
        )
        await until(lambda: work.done() or (len(done) == 2 and asked(sandbox, path) > 0), 120)
        holder = holder_of(tmp_path / "shop")
        (victim,) = [worker for worker in cluster.workers if worker.pid == holder]
        victim.send_signal(signal.SIGKILL)
        results = await work
        assert states(results) == ["failed", "done", "done"]
        assert isinstance(results[0].error, WorkerLostError)
        assert str(results[0].error).startswith("shop: its workers were lost again and again")
        sandbox.clear_faults()
        assert states(await export_accounts(accounts, tmp_path, concurrency=8, **on(cluster))) == ["done"] * 3
    assert set(rows_of(tmp_path).values()) == {1}


@pytest.mark.slow
def test_ctrl_c_ends_an_embedded_cluster(file: Path, sandbox: Sandbox, tmp_path: Path) -> None:
    """At a terminal, where it reaches all processes: what was fetched is written, and nothing is left running."""
    path, out = stalled(sandbox), tmp_path / "out"
    arguments = ("export", "--accounts", str(file), "--out", str(out), "--engine", "dask")
    with at_a_terminal(*arguments, environment=tokens(sandbox)) as process:
        wait(lambda: process.poll() is not None or asked(sandbox, path) > 0)
        holder = holder_of(out / "shop")
        assert process.stdin
        process.stdin.write(b"\x03")
        shown, _ = process.communicate(timeout=120)
    assert process.returncode == 130
    assert b"Traceback" not in shown
    assert f"abclient: interrupted; what was fetched is in {out}".encode() in shown
    assert holder
    assert not Path(f"/proc/{holder}").exists()
    assert len(list(read_rows(out / "shop"))) > 0


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL], ids=["int", "kill"])
def test_workers_stop_when_the_command_does(
    number: signal.Signals, cluster: DaskCluster, file: Path, sandbox: Sandbox, tmp_path: Path, command: Command
) -> None:
    """Interrupted or killed: what was fetched is written, the directory is free, and the same command continues."""
    path, out, report = stalled(sandbox), tmp_path / "out", tmp_path / "report.json"
    arguments = ("--accounts", str(file), "--out", str(out), "--report-json", str(report))
    where = ("--engine", "dask", "--scheduler", cluster.address)
    with subprocess.Popen(
        [*COMMAND, "export", *arguments, *where], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        wait(lambda: process.poll() is not None or asked(sandbox, path) > 0)
        wait(lambda: process.poll() is not None or all(holder_of(out / name) is None for name in NAMES[1:]))
        process.send_signal(number)
        _, said = process.communicate(timeout=120)
    assert process.returncode == (130 if number == signal.SIGINT else -9)
    if number == signal.SIGINT:
        assert said.startswith(f"abclient: interrupted; what was fetched is in {out}")
        told = {one["account"]: one["state"] for one in json.loads(report.read_text())["accounts"]}
        assert told["shop"] == "interrupted"
        assert holder_of(out / "shop") is None
    wait(lambda: holder_of(out / "shop") is None)
    assert len(list(read_rows(out / "shop"))) > 0
    sandbox.clear_faults()
    again = command("export", *arguments, *where)
    assert (again.code, again.err) == (0, "")
    assert rows_of(out) == all_rows(sandbox, tmp_path / "here")
    assert set(rows_of(out).values()) == {1}


@pytest.mark.slow
def test_a_scheduler_that_dies_is_named(
    own_cluster: DaskCluster, file: Path, sandbox: Sandbox, tmp_path: Path, command: Command
) -> None:
    """Exit code 3; the workers write what they have and stop, and what was interrupted goes on elsewhere."""
    path, out, report = stalled(sandbox), tmp_path / "out", tmp_path / "report.json"
    arguments = ("--accounts", str(file), "--out", str(out), "--report-json", str(report))
    where = ("--engine", "dask", "--scheduler", own_cluster.address)
    with subprocess.Popen(
        [*COMMAND, "export", *arguments, *where], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        wait(lambda: process.poll() is not None or asked(sandbox, path) > 0)
        own_cluster.scheduler.send_signal(signal.SIGKILL)
        printed, said = process.communicate(timeout=120)
    assert process.returncode == 3
    assert said == (
        f"abclient: the scheduler at {own_cluster.address} is gone; what its workers have done is kept,"
        f" and the same call continues\nabclient: see {link_of(EngineError)}\n"
    )
    assert printed.splitlines()[1].split() == ["shop", "optimizely", "interrupted"]
    wait(lambda: all(holder_of(out / name) is None for name in NAMES))
    sandbox.clear_faults()
    with DaskCluster(1, tokens(sandbox)) as another:
        again = command("export", *arguments, "--engine", "dask", "--scheduler", another.address)
    assert (again.code, again.err) == (0, "")
    assert rows_of(out) == all_rows(sandbox, tmp_path / "here")
    assert set(rows_of(out).values()) == {1}


@pytest.mark.slow
def test_what_cannot_work_is_named_before_anything_is_sent(
    cluster: DaskCluster,
    file: Path,
    sandbox: Sandbox,
    tmp_path: Path,
    command: Command,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Exit code 2, one line, no request, and no directory."""
    out = tmp_path / "out"
    nowhere = f"tcp://127.0.0.1:{closed_port()}"
    elsewhere = sandbox.url.replace("http:", "tcp:")
    for changed, by, options, said in (
        ("", "", ("--engine", "spork"), "there is no engine 'spork'; there are dask"),
        ("", "", ("--engine", "dask", "--scheduler", "fax://1"), "there is no Dask scheduler at fax://1: "),
        ("", "", ("--engine", "dask", "--scheduler", nowhere), f"there is no Dask scheduler at {nowhere}: "),
        ("", "", ("--engine", "dask", "--scheduler", elsewhere), f"there is no Dask scheduler at {elsewhere}: what is"),
        ("APP_TOKEN", "MISSING", (), "account 'app': the environment variable MISSING is not set"),
        ("concurrency = 8", 'segments = ["shoe=large"]', (), "account 'shop': Optimizely (REST API v2) has no segment"),
        (
            "",
            "",
            ("--rate-limit-store", "redis://a:b@c"),
            "account 'shop': rate_limit_store must be without credentials",
        ),
    ):
        wrong = tmp_path / "wrong.toml"
        wrong.write_text(file.read_text().replace(changed, by) if changed else file.read_text())
        monkeypatch.setattr(
            "abclient.engines._dask._CONNECT_SECONDS", 0.5 if {nowhere, elsewhere} & {*options} else 60.0
        )
        engine = options if "--engine" in options else ("--engine", "dask", "--scheduler", cluster.address, *options)
        ended = command("export", "--accounts", wrong, "--out", out, *engine)
        assert (ended.code, ended.out, len(ended.lines)) == (2, "", 1), ended.err
        assert said in ended.err
    assert (sandbox.requests(), out.exists()) == ([], False)


@pytest.mark.slow
async def test_workers_of_another_version_are_named(
    cluster: DaskCluster, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before they read anything that they might not have."""
    monkeypatch.setattr("abclient.engines._dask.__version__", "9.9")
    with pytest.raises(ConfigurationError, match=r"has abclient .*, and this process 9\.9: install the same"):
        await export_accounts(read_accounts(file, credentials=False), tmp_path / "out", **on(cluster))
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
async def test_a_cluster_without_workers_is_not_waited_for_without_end(sandbox: Sandbox) -> None:
    """It may be one that grows when it has work, so that it has some minutes; here, a moment."""
    from abclient.engines._dask import open_dask

    with DaskCluster(0) as cluster:
        async with open_dask(cluster.address, 1, no_workers_seconds=0.5) as engine:
            with pytest.raises(EngineError, match=f"^{cluster.address} has had no workers for 0.5 seconds(?m:$)"):
                await engine.call(echo, "hello", name="shop")


async def echo(argument: str, tell: Callable[[Any], None]) -> str:
    raise AssertionError("it is called nowhere")


@pytest.mark.slow
async def test_a_worker_that_only_seemed_lost_writes_nothing_twice(
    sandbox: Sandbox, file: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """It was stopped for so long that another one was given its account, which waits until the first has ended."""
    path = stalled(sandbox)
    settings = {"DASK_DISTRIBUTED__SCHEDULER__WORKER_TTL": "4s"}
    with DaskCluster(2, tokens(sandbox), settings) as cluster:
        accounts = read_accounts(file, credentials=False)
        work = asyncio.create_task(
            export_accounts(accounts, tmp_path / "out", part_rows=20, concurrency=1, **on(cluster))
        )
        await until(lambda: work.done() or asked(sandbox, path) > 0, 120)
        holder = holder_of(tmp_path / "out" / "shop")
        (victim,) = [worker for worker in cluster.workers if worker.pid == holder]
        victim.send_signal(signal.SIGSTOP)
        with caplog.at_level(logging.WARNING, "abclient"):
            await until(lambda: work.done() or any("was lost" in record.getMessage() for record in caplog.records), 120)
        assert holder_of(tmp_path / "out" / "shop") == holder
        sandbox.clear_faults()
        victim.send_signal(signal.SIGCONT)
        assert states(await work) == ["done"] * 3
    assert set(rows_of(tmp_path / "out").values()) == {1}


def has_gone_on(work: asyncio.Task[Any], directory: Path, before: int) -> bool:
    """Whether there are more files of rows than before, or nothing more will come."""
    return work.done() or len(list(directory.glob("part-*"))) > before


@pytest.mark.slow
@pytest.mark.parametrize("kills", [4])
async def test_killed_at_any_moment(kills: int, sandbox: Sandbox, file: Path, tmp_path: Path) -> None:
    """Worker after worker, whenever a file of an account is complete: every row is there once in the end."""
    settings = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "100"}
    accounts = read_accounts(file, credentials=False)
    with DaskCluster(2, tokens(sandbox), settings) as cluster:
        work = asyncio.create_task(
            export_accounts(accounts, tmp_path / "out", part_rows=5, concurrency=1, **on(cluster))
        )
        killed = 0
        for kill in range(kills):
            name = NAMES[kill % len(NAMES)]
            directory, before = tmp_path / "out" / name, len(list((tmp_path / "out" / name).glob("part-*")))
            await until(partial(has_gone_on, work, directory, before), 120)
            holder = holder_of(directory)
            for worker in cluster.workers:
                if worker.pid == holder:
                    worker.send_signal(signal.SIGKILL)
                    killed += 1
                    await asyncio.to_thread(cluster.add_worker)
        assert killed > 0
        assert states(await work) == ["done"] * 3
    assert set(rows_of(tmp_path / "out").values()) == {1}


def test_the_environment_of_this_process_has_no_credential(sandbox: Sandbox) -> None:
    """What the tests above prove depends on it."""
    assert not any(token in os.environ.values() for token in sandbox.tokens)
