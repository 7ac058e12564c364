"""What cannot be exported is refused before anything is sent, by the account's name."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from abclient import ConfigurationError
from abclient.accounts import Account, AccountSummary, export_accounts
from abclient.accounts._run import Job, Learned, grouped
from abclient.export import Summary

NOWHERE = "http://127.0.0.1:9"


def account(name: str = "shop", vendor: str = "optimizely", **options: Any) -> Account:
    """An account at an address where nothing listens."""
    credentials = {"token": f"token-of-{name}"}
    return Account(
        name=name,
        vendor=vendor,
        credentials=credentials,
        options={"base_url": NOWHERE, **options},
        place="file, line 2",
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"file_format": "xlsx"}, "the format must be one of csv, jsonl, parquet, not 'xlsx'"),
        ({"file_format": "jsonl", "excel": True}, "excel is for the format csv, not jsonl"),
        ({"series": True, "history": True}, "a series already has the results of every day"),
        ({"segments": ["shoe=large"]}, "Optimizely (REST v2) has no segment 'shoe=large'"),
        ({"iterations": True}, "Optimizely (REST API v2) has no results of earlier iterations"),
        ({"environment": "production"}, "Optimizely has no environments: leave out environment='production'"),
        ({"concurrency": 0}, "concurrency must be a whole number of 1 or more"),
        ({"timeout": -1}, "timeout must be a positive, finite number of seconds"),
        ({"base_url": "http://example.org"}, "base_url is http://example.org: over http://"),
        ({"transport": "carrier pigeon"}, "transport"),
    ],
)
async def test_options_that_cannot_work(options: dict[str, Any], said: str, tmp_path: Path) -> None:
    """Of the account itself, and the same for all accounts; no directory is made."""
    said = said.replace("(REST v2)", "(REST API v2)")
    for own, common in ((options, {}), ({}, options)):
        if "base_url" in common:
            continue  # the account's own is what counts
        with pytest.raises(ConfigurationError) as raised:
            await export_accounts([account("blog"), account(**own)], tmp_path / "out", **common)
        name = "blog" if common else "shop"
        assert str(raised.value).startswith(f"file, line 2: account {name!r}: ")
        assert said in str(raised.value)
        assert not (tmp_path / "out").exists()


async def test_needs_of_a_vendor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an account does not name is not taken from the environment, which is the same for all accounts."""
    monkeypatch.setenv("ABCLIENT_LAUNCHDARKLY_PROJECT", "web")
    monkeypatch.setenv("ABCLIENT_LAUNCHDARKLY_ENVIRONMENT", "production")
    with pytest.raises(ConfigurationError, match=r"account 'app': LaunchDarkly needs project and environment(?m:$)"):
        await export_accounts([account("app", "launchdarkly")], tmp_path)
    monkeypatch.setenv("ABCLIENT_OPTIMIZELY_PROJECT", "5")
    assert Job.of(account(), tmp_path, {}).scope.project is None


async def test_accounts_and_directories_that_cannot_be_meant(tmp_path: Path) -> None:
    """No accounts, two of one directory, no directory, no parallel work, a time without a zone, an unknown keyword."""
    with pytest.raises(ConfigurationError, match="there are no accounts to export"):
        await export_accounts([], tmp_path)
    with pytest.raises(ConfigurationError, match="account 'Shop': its directory would be that of the account 'shop'"):
        await export_accounts([account(), account("Shop")], tmp_path)
    for nowhere in ("", "."):
        with pytest.raises(ConfigurationError, match="the directory is empty or"):
            await export_accounts([account()], nowhere)
    with pytest.raises(ConfigurationError, match="parallel must be a whole number of 1 or more, not 0"):
        await export_accounts([account()], tmp_path, parallel=0)
    with pytest.raises(ValueError, match="since has no time zone"):
        await export_accounts([account()], tmp_path, since=datetime(2026, 1, 1))
    with pytest.raises(TypeError, match="unexpected keyword argument 'colour'"):
        await export_accounts([account(colour="red")], tmp_path)


def test_what_an_account_says_counts_for_it(tmp_path: Path) -> None:
    """Its own options come before those of all accounts; the scope has its name, and texts."""
    job = Job.of(
        account(project=5, segments=["device=mobile"] * 2, file_format="csv"),
        tmp_path,
        {"file_format": "parquet", "history": True, "concurrency": 3, "project": "7"},
    )
    assert job.scope == ("5", None, "shop", ("device=mobile",), False, False)
    assert job.export == {"file_format": "csv", "history": True}
    assert job.client == {"base_url": NOWHERE, "concurrency": 3, "token": "token-of-shop", "name": "shop"}
    assert "token-of-shop" not in repr(job)


@pytest.mark.parametrize("mirror", ["s3://bucket/nightly", "s3://bucket/nightly/"])
def test_each_account_has_its_own_place_in_the_mirror(mirror: str, tmp_path: Path) -> None:
    """Named as its directory, whether it is given for all accounts or for this one."""
    for own, common in (({}, {"mirror": mirror}), ({"mirror": mirror}, {})):
        assert Job.of(account(**own), tmp_path, common).export == {"mirror": "s3://bucket/nightly/shop"}


def test_accounts_of_one_credential_are_one_line(tmp_path: Path) -> None:
    """One after the other at one vendor; the same text is another credential at another vendor."""
    first, second, third = account("a"), account("b"), account("c")
    same = Account(name="d", vendor="optimizely", credentials=first.credentials)
    other = Account(name="e", vendor="optimizely_classic", credentials=first.credentials)
    jobs = [Job.of(one, tmp_path, {}) for one in (first, second, third, same, other)]
    assert grouped(job.same for job in jobs) == [[0, 3], [1], [2], [4]]


async def test_what_was_learned_of_a_limit_is_passed_on(tmp_path: Path) -> None:
    """The next client with the same credentials begins with the rate of the one before, also if that one failed."""
    learned = Learned()
    jobs = [Job.of(account(name), tmp_path, {}) for name in ("first", "second", "third")]
    states = list[Any]()
    slow = {"rate": 7.0, "throttled_rate": 9.0, "hold_seconds": 60.0, "held_seconds": 0.0}
    for job in jobs:
        with suppress(KeyError):
            async with job.open() as source:
                with learned.used_by(source.client):
                    states.append(source.client.rate_limit_state()["learned"])
                    if not states[-1]:
                        found = {**source.client.rate_limit_state(), "learned": slow}
                        source.client.restore_rate_limit_state(found)
                        raise KeyError
    assert states == [None, slow, slow]
    with learned.used_by(object()):
        """A client of another distribution, which may not have such a thing, is left alone."""


@pytest.mark.parametrize(
    ("rows", "succeeded", "failures", "state"),
    [
        (0, 0, {}, "done"),
        (5, 2, {}, "done"),
        (5, 1, {"7": "no"}, "partial"),
        (0, 1, {"7": "no"}, "partial"),
        (5, 0, {"7": "no"}, "partial"),
        (0, 0, {"7": "no"}, "failed"),
    ],
)
def test_states(rows: int, succeeded: int, failures: dict[str, str], state: str, tmp_path: Path) -> None:
    """As the exit codes of a single export: rows of earlier runs are something, too."""
    summary = Summary(
        directory=tmp_path,
        rows=rows,
        keys=1,
        parts=1,
        exported=1,
        resumed=False,
        succeeded=succeeded,
        failures=failures,
    )
    one = AccountSummary(account=account(), directory=tmp_path, summary=summary, error=None, seconds=1.0)
    assert one.state == state
    failed = AccountSummary(account=account(), directory=tmp_path, summary=None, error=ValueError(), seconds=1.0)
    assert failed.state == "failed"
