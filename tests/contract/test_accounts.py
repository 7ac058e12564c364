"""Many accounts of the sandbox in one export: a directory each, and what fails is its own."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import abclient
from abclient import ConfigurationError, ForbiddenError, UnauthorizedError
from abclient.accounts import Account, AccountSummary, export_accounts
from abclient.export import read_failures, read_rows
from abclient.testing import Sandbox
from abclient.vendor import BUILT_IN, get
from support.cases import one_every_run
from support.sandbox import ENVIRONMENT, PROJECT
from support.server import until

PLACES = {"project": PROJECT, "environment": ENVIRONMENT}


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """Two accounts of every vendor, whose ids are not all different."""
    with Sandbox(experiments=12, seed=1, accounts=2) as running:
        yield running


@pytest.fixture(autouse=True)
def _without_faults(sandbox: Sandbox) -> Iterator[None]:
    sandbox.clear_requests()
    yield
    sandbox.clear_faults()


def account(sandbox: Sandbox, vendor: str, number: int = 1, name: str = "", **options: Any) -> Account:
    """An account of the sandbox."""
    keywords = sandbox.client_options(vendor, account=number)
    needs: dict[str, Any] = {need: PLACES[need] for need in get(vendor).needs}
    return Account(
        name=name or f"{vendor}-{number}",
        vendor=vendor,
        credentials={key: keywords.pop(key) for key in get(vendor).credentials},
        options={**keywords, **needs, "concurrency": 8, **options},
    )


def everything(sandbox: Sandbox) -> list[Account]:
    return [account(sandbox, vendor, number) for vendor in BUILT_IN for number in (1, 2)]


def states(results: list[AccountSummary]) -> list[str]:
    return [one.state for one in results]


async def test_every_account_has_its_own_directory(sandbox: Sandbox, tmp_path: Path) -> None:
    """Its rows are those of the account alone and carry its name, so that no key of two accounts is the same."""
    accounts = everything(sandbox)
    results = await export_accounts(accounts, tmp_path, file_format="jsonl", progress=False)
    assert [one.account for one in results] == accounts
    assert states(results) == ["done"] * len(accounts)
    keys = Counter[str]()
    for one in results:
        assert one.directory == tmp_path / one.account.name
        rows = list(read_rows(one.directory))
        assert one.summary
        assert len(rows) == one.summary.rows > 0
        assert {(row.vendor, row.account) for row in rows} == {(one.account.vendor.name, one.account.name)}
        keys.update(row.row_key for row in rows)
        alone: dict[str, Any] = {**one.account.options, **one.account.credentials}
        direct = await abclient.fetch_rows(one.account.vendor, progress=False, account=one.account.name, **alone)
        assert {row.row_key for row in direct} == {row.row_key for row in rows}
    assert set(keys.values()) == {1}


async def test_a_failing_account_costs_no_other(sandbox: Sandbox, tmp_path: Path) -> None:
    """Refused credentials, a directory that cannot be used and a failing result are of their accounts alone."""
    (tmp_path / "taken").write_text("a file")
    refused = account(sandbox, "optimizely", name="refused")
    refused = Account(name="refused", vendor="optimizely", credentials={"token": "wrong"}, options=refused.options)
    accounts = [
        refused,
        account(sandbox, "launchdarkly", name="taken"),
        account(sandbox, "convert_v1", name="well"),
        account(sandbox, "optimizely", 2, name="partial"),
    ]
    broken = sandbox.world(2)["optimizely"]["experiments"][0]
    sandbox.add_fault("status", status=403, times=None, match={"path": f"/v2/experiments/{broken}/results"})
    results = await export_accounts(accounts, tmp_path, progress=False)
    assert states(results) == ["failed", "failed", "done", "partial"]
    assert isinstance(results[0].error, UnauthorizedError)
    assert results[0].error.client == "refused"
    assert "File exists" in str(results[1].error)
    assert list(read_failures(tmp_path / "partial")) == [str(broken)]
    sandbox.clear_faults()
    (tmp_path / "taken").unlink()
    assert states(await export_accounts(accounts, tmp_path, progress=False)) == ["failed", "done", "done", "done"]


async def test_nothing_is_kept_of_an_account_that_fails_as_a_whole(sandbox: Sandbox, tmp_path: Path) -> None:
    """An account whose every result is refused has failed; with older rows, it is done in part."""
    accounts = [account(sandbox, "optimizely", refetch_all=True)]
    sandbox.add_fault("status", status=403, times=None, match={"regex": r"/v2/experiments/\d+/results"})
    (first,) = await export_accounts(accounts, tmp_path, progress=False)
    assert (first.state, first.error) == ("failed", None)
    assert first.summary
    assert all(ForbiddenError.__name__ in why for why in first.summary.failures.values())
    sandbox.clear_faults()
    assert states(await export_accounts(accounts, tmp_path, progress=False)) == ["done"]
    sandbox.add_fault("status", status=403, times=None, match={"regex": r"/v2/experiments/\d+/results"})
    assert states(await export_accounts(accounts, tmp_path, progress=False)) == ["partial"]


async def test_one_account_at_the_vendor_is_asked_by_one_at_a_time(sandbox: Sandbox, tmp_path: Path) -> None:
    """Accounts with the same credentials share a limit there, so that the second begins when the first is done."""
    projects = sandbox.world()["optimizely_classic"]["projects"]
    accounts = [
        account(sandbox, "optimizely_classic", name=name, project=project)
        for name, project in zip(("first", "second"), projects, strict=False)
    ]
    asked = list[set[str]]()

    def on_done(one: AccountSummary) -> None:
        asked.append({str(each["path"]) for each in sandbox.requests()})

    results = await export_accounts(accounts, tmp_path, progress=False, on_done=on_done)
    assert states(results) == ["done", "done"]
    listed = [f"/optimizely_classic/experiment/v1/projects/{project}/experiments" for project in projects]
    assert [[path in paths for path in listed] for paths in asked] == [[True, False], [True, True]]


@pytest.mark.parametrize("parallel", one_every_run([2, 1]))
async def test_no_more_are_exported_at_once_than_wanted(parallel: int, sandbox: Sandbox, tmp_path: Path) -> None:
    """The others have not sent anything when the first is done."""
    accounts = everything(sandbox)[::2]
    at_first = set[str]()

    def on_done(one: AccountSummary) -> None:
        if not at_first:
            at_first.update(str(each["vendor"]) for each in sandbox.requests())

    await export_accounts(accounts, tmp_path, parallel=parallel, progress=False, on_done=on_done)
    assert at_first <= {one.vendor.name for one in accounts[:parallel]}


async def test_a_cancelled_export_keeps_what_it_has(sandbox: Sandbox, tmp_path: Path) -> None:
    """Accounts that are done stay done, what was fetched is there, and in the end every row is there once."""
    accounts = [account(sandbox, vendor) for vendor in ("optimizely", "launchdarkly", "convert_v1")]
    held = sandbox.world()["optimizely"]["experiments"][-1]
    path = f"/v2/experiments/{held}/results"
    sandbox.add_fault("stall", times=None, match={"path": path})
    done = list[str]()
    work = asyncio.create_task(
        export_accounts(accounts, tmp_path, progress=False, on_done=lambda one: done.append(one.account.name))
    )
    await until(lambda: len(done) == 2 and any(str(each["path"]).endswith(path) for each in sandbox.requests()))
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert set(done) == {"launchdarkly-1", "convert_v1-1"}
    kept = len(list(read_rows(tmp_path / "optimizely-1")))
    sandbox.clear_faults()
    results = await export_accounts(accounts, tmp_path, progress=False)
    assert states(results) == ["done"] * 3
    assert [bool(one.summary and one.summary.resumed) for one in results] == [True, False, False]
    rows = Counter(row.row_key for one in results for row in read_rows(one.directory))
    assert set(rows.values()) == {1}
    assert results[0].summary
    assert 0 < kept < results[0].summary.rows


async def test_nothing_is_sent_if_an_account_cannot_work(sandbox: Sandbox, tmp_path: Path) -> None:
    """Its mistake is found before the others are asked for anything."""
    wrong = account(sandbox, "optimizely", 2, base_url="https://me:hunter2@example.org")
    with pytest.raises(ConfigurationError, match=r"^account 'optimizely-2': base_url must not hold credentials"):
        await export_accounts([account(sandbox, "launchdarkly"), wrong], tmp_path)
    assert sandbox.requests() == []
    assert list(tmp_path.iterdir()) == []
