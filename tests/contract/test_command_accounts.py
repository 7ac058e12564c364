"""``abclient export --accounts`` against the sandbox: every account in one command, interrupted, killed and resumed."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from abclient.export import read_rows
from abclient.testing import Sandbox
from abclient.vendor import get
from support.cases import one_every_run
from support.command import COMMAND, Command
from support.sandbox import ENVIRONMENT, PROJECT
from support.server import until

ACCOUNTS = {
    "blog": ("optimizely", 2),
    "old shop": ("optimizely_classic", 1),
    "app": ("launchdarkly", 1),
    "web": ("convert_v1", 2),
    "shop": ("optimizely", 1),
}


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(experiments=12, seed=1, accounts=2) as running:
        yield running


@pytest.fixture
def file(sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file with all accounts, whose credentials are in the environment or in files; nothing was asked for yet."""
    sandbox.clear_requests()
    written = tmp_path / "accounts.toml"
    with tempfile.TemporaryDirectory() as secrets:  # where nothing is searched for credentials
        written.write_text("[defaults]\nconcurrency = 8\n" + "".join(tables(sandbox, Path(secrets), monkeypatch)))
        yield written
    sandbox.clear_faults()


def tables(sandbox: Sandbox, directory: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    places = {"project": PROJECT, "environment": ENVIRONMENT}
    for name, (vendor, number) in ACCOUNTS.items():
        options = sandbox.client_options(vendor, account=number)
        yield f'\n[[accounts]]\nname = "{name}"\nvendor = "{vendor}"\nbase_url = "{options["base_url"]}"\n'
        yield from (f'{need} = "{places[need]}"\n' for need in get(vendor).needs)
        for at, key in enumerate(get(vendor).credentials):
            place = f"{name}_{key}".replace(" ", "_").upper()
            if at:
                (directory / place).write_text(f"{options[key]}\n")
                yield f'{key} = {{ file = "{directory / place}" }}\n'
            else:
                monkeypatch.setenv(place, options[key])
                yield f'{key} = {{ env = "{place}" }}\n'


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(capsys)


def rows_of(directory: Path) -> Counter[tuple[str | None, str]]:
    """How often each row is in the directories of all accounts."""
    return Counter((row.account, row.row_key) for name in ACCOUNTS for row in read_rows(directory / name))


def states(report: Path) -> dict[str, str]:
    return {one["account"]: one["state"] for one in json.loads(report.read_text())["accounts"]}


def test_all_accounts_are_exported(file: Path, tmp_path: Path, command: Command) -> None:
    """Each to its directory, with one table and one report; again, only what has changed is fetched."""
    out, report = tmp_path / "out", tmp_path / "report.json"
    export = ("export", "--accounts", file, "--out", out, "--format", "jsonl", "--report-json", report)
    first = command(*export)
    assert (first.code, first.err) == (0, "")
    rows = rows_of(out)
    assert set(rows.values()) == {1}
    assert {account for account, _ in rows} == set(ACCOUNTS)
    heading, *lines, last = first.out.splitlines()
    assert heading.split() == ["account", "vendor", "state", "rows", "fetched", "failed", "time"]
    assert [line[:8].strip() for line in lines] == list(ACCOUNTS)
    assert {line.split()[-5] for line in lines} == {"done"}
    assert max(map(len, (heading, *lines))) <= 80
    assert last == f"{out}: {len(rows)} rows of 5 accounts"
    told = json.loads(report.read_text())
    assert sum(one["rows"] for one in told["accounts"]) == len(rows)
    assert {one["directory"] for one in told["accounts"]} == {str(out / name) for name in ACCOUNTS}
    again = command(*export, "--json", "--parallel", 1)
    assert again.document == json.loads(report.read_text())
    fetched = {one["account"]: (one["exported"], one["keys"]) for one in again.document["accounts"]}
    assert all(0 < exported < keys for exported, keys in fetched.values())
    assert rows_of(out) == rows


def test_reports_and_health_take_all_accounts_together(file: Path, tmp_path: Path, command: Command) -> None:
    """The directories of all accounts are one page, and one list of findings: as many as in each of them."""
    out, page = tmp_path / "out", tmp_path / "page.html"
    command("export", "--accounts", file, "--out", out, "--format", "parquet")
    directories = sorted(out.glob("*"))
    assert [path.name for path in directories] == sorted(ACCOUNTS)
    shown = command("report", *directories, "-o", page)
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.splitlines()[-1] == str(page)
    found = command("health", *directories, "--format", "json")
    assert (found.code, found.err) == (0, "")
    alone = [one for path in directories for one in command("health", path, "--format", "json").document]
    assert sorted(map(str, found.document)) == sorted(map(str, alone))
    assert {one["account"] for one in found.document} == set(ACCOUNTS)


def test_what_fails_is_named_with_its_account(
    file: Path, sandbox: Sandbox, tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Refused credentials and a result of another account: exit code 3, everything else is done; then all is well."""
    out, report = tmp_path / "out", tmp_path / "report.json"
    export = ("export", "--accounts", file, "--out", out, "--report-json", report)
    elsewhere = sandbox.world(2)["optimizely"]["experiments"]
    broken = next(one for one in sandbox.world()["optimizely"]["experiments"] if one not in elsewhere)
    path = f"/v2/experiments/{broken}/results"
    sandbox.add_fault("status", status=403, times=None, match={"path": path})
    right = os.environ["APP_TOKEN"]
    monkeypatch.setenv("APP_TOKEN", "not-the-token")
    ended = command(*export)
    assert ended.code == 3
    assert re.match(r"abclient: app: launchdarkly \(app\) .* 401", ended.lines[0])
    assert re.match(rf"abclient: shop: {broken}: ForbiddenError: optimizely \(shop\) ", ended.lines[1])
    assert ended.lines[2:] == ["abclient: accounts: 1 failed, 1 done in part, 3 done"]
    assert states(report) == {"blog": "done", "old shop": "done", "app": "failed", "web": "done", "shop": "partial"}
    monkeypatch.setenv("APP_TOKEN", right)
    sandbox.clear_faults()
    assert command(*export).code == 0
    assert set(rows_of(out).values()) == {1}


def test_all_accounts_may_fail(
    sandbox: Sandbox, tmp_path: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then the exit code is 1, and of many failing results the first are named."""
    monkeypatch.setenv("TOKEN", sandbox.token)
    file = tmp_path / "accounts.toml"
    address = sandbox.base_url("optimizely")
    file.write_text(
        f'[[accounts]]\nname = "shop"\nvendor = "optimizely"\nbase_url = "{address}"\ntoken = {{ env = "TOKEN" }}\n'
    )
    sandbox.add_fault("status", status=403, times=None, match={"path": "/v2/experiments"})
    ended = command("export", "--accounts", file, "--out", tmp_path / "out")
    sandbox.clear_faults()
    assert ended.code == 1
    assert ended.lines[-1] == "abclient: accounts: 1 failed, 0 done in part, 0 done"
    assert ended.out.splitlines()[1].split()[:3] == ["shop", "optimizely", "failed"]


@pytest.mark.parametrize(
    ("number", "code"),
    one_every_run([(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)]),
    ids=["int", "term", "kill"],
)
def test_an_interrupted_command_loses_nothing(
    number: signal.Signals, code: int, file: Path, sandbox: Sandbox, tmp_path: Path, command: Command
) -> None:
    """In the middle of the last account, all others done: the same command continues, and every row is there once."""
    out, report = tmp_path / "out", tmp_path / "report.json"
    elsewhere = sandbox.world(2)["optimizely"]["experiments"]
    held = [one for one in sandbox.world()["optimizely"]["experiments"] if one not in elsewhere][-1]
    sandbox.add_fault("stall", times=None, match={"path": f"/v2/experiments/{held}/results"})
    arguments = ("export", "--accounts", str(file), "--out", str(out), "--report-json", str(report), "--parallel", "1")
    with subprocess.Popen(
        [*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ
    ) as process:
        wait(lambda: process.poll() is not None or is_asked(sandbox, held))
        process.send_signal(number)
        printed, said = process.communicate(timeout=60)
    assert process.returncode == code
    if number == signal.SIGKILL:
        assert (printed, said, report.exists()) == ("", "", False)
    else:
        assert states(report) == {name: "interrupted" if name == "shop" else "done" for name in ACCOUNTS}
        assert printed.splitlines()[-2].split() == ["shop", "optimizely", "interrupted"]
        assert said.startswith(f"abclient: interrupted; what was fetched is in {out}, and the same command continues")
        assert len(list(read_rows(out / "shop"))) > 0
    sandbox.clear_faults()
    again = command(*arguments)
    assert (again.code, again.err) == (0, "")
    whole = tmp_path / "whole"
    assert command("export", "--accounts", file, "--out", whole).code == 0
    assert set(rows_of(out).values()) == {1}
    assert rows_of(out) == rows_of(whole)


def wait(condition: Callable[[], bool]) -> None:
    asyncio.run(until(condition))


def is_asked(sandbox: Sandbox, experiment: int) -> bool:
    return any(str(each["path"]).endswith(f"/{experiment}/results") for each in sandbox.requests())


def test_a_bad_file_sends_nothing(file: Path, sandbox: Sandbox, tmp_path: Path, command: Command) -> None:
    """A mistake in the last account is found before the first is asked for anything."""
    out = tmp_path / "out"
    for changed, by in (
        ('WEB_SECRET"', 'missing"'),
        ("convert_v1", "convert_v9"),
        ('"web"', '"../web"'),
    ):
        wrong = tmp_path / "wrong.toml"
        wrong.write_text(file.read_text().replace(changed, by))
        ended = command("export", "--accounts", wrong, "--out", out)
        assert (ended.code, ended.out, len(ended.lines)) == (2, "", 1)
        assert re.match(rf"abclient: {wrong}, line \d+: ", ended.err)
    segments = command("export", "--accounts", file, "--out", out, "--segment", "device=mobile")
    assert (segments.code, "account 'old shop': Optimizely Classic" in segments.err) == (2, True)
    assert (sandbox.requests(), out.exists()) == ([], False)
