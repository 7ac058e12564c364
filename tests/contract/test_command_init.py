"""``abclient init``: an accounts file of what the environment has, and a check of each account."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from abclient.accounts import read_accounts
from abclient.testing import Sandbox
from abclient.vendor import BUILT_IN, get
from support.command import Command, credentials


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A small world that no test here changes."""
    with Sandbox(experiments=3, seed=1) as running:
        yield running


@pytest.fixture(autouse=True)
def _place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty directory, and no credentials of any vendor."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("ABCLIENT_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def _all_vendors(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in credentials(sandbox.url).items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs the command."""
    return Command(capsys)


@pytest.mark.usefixtures("_all_vendors")
def test_it_writes_what_can_be_exported(command: Command) -> None:
    """An account for each vendor, without a credential; the line it prints last exports them all."""
    told = command("init")
    assert (told.code, told.err) == (0, "")
    text = Path("accounts.toml").read_text(encoding="utf-8")
    assert "sandbox-" not in text
    assert [account.vendor.name for account in read_accounts("accounts.toml")] == sorted(
        BUILT_IN, key=list(BUILT_IN).index
    )
    assert told.out.count("credentials: accepted") == len(BUILT_IN)
    _, _, following = told.out.rpartition("next: abclient ")
    exported = command(*shlex.split(following), "--concurrency", "8")
    assert (exported.code, exported.err) == (0, "")


@pytest.mark.usefixtures("_all_vendors")
def test_vendors_can_be_named(command: Command) -> None:
    """Only these are in the file, each once, which can have another name."""
    told = command("init", "optimizely", "launchdarkly", "optimizely", "--accounts", "work.toml")
    assert told.code == 0
    assert [account.name for account in read_accounts("work.toml")] == ["optimizely", "launchdarkly"]


@pytest.mark.usefixtures("_all_vendors")
def test_the_other_kind_of_credentials_is_found(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a vendor has two kinds, the file names those that are there."""
    vendor = next(get(name) for name in BUILT_IN if get(name).other_credentials)
    for key in vendor.credentials:
        monkeypatch.delenv(vendor.variable(key))
    for key in vendor.other_credentials:
        monkeypatch.setenv(vendor.variable(key), f"sandbox-{key.replace('_', '-')}")
    command("init", vendor.name)
    (account,) = read_accounts("accounts.toml")
    assert set(account.credentials) == set(vendor.other_credentials)


@pytest.mark.usefixtures("_all_vendors")
def test_the_file_has_all_that_the_environment_says(
    command: Command, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Base URLs and a vendor's settings are in it, so that it means the same where only the credentials are set."""
    with_settings = {name: get(name) for name in ("convert", "launchdarkly")}
    monkeypatch.setenv("ABCLIENT_LAUNCHDARKLY_API_VERSION", "20240415")
    assert command("init", *with_settings).code == 0
    for name in [name for name in os.environ if name.startswith("ABCLIENT_")]:
        secret = any(name == vendor.variable(key) for vendor in with_settings.values() for key in vendor.credentials)
        if not secret:
            monkeypatch.delenv(name)
    found = {account.name: account.options for account in read_accounts("accounts.toml")}
    assert found["convert"] == {"base_url": f"{sandbox.url}/convert/api/v2", "account_id": "100123"}
    assert found["launchdarkly"]["api_version"] == "20240415"
    exported = command("export", "--accounts", "accounts.toml", "--out", "exports", "--concurrency", "8")
    assert (exported.code, exported.err) == (0, "")


@pytest.mark.usefixtures("_all_vendors")
def test_a_refusal_says_what_to_check(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """The exit code tells it too; the file is there, to be used when the credential is right."""
    vendor = get("optimizely")
    monkeypatch.setenv(vendor.variable("token"), "wrong")
    told = command("init", "optimizely")
    assert told.code == 1
    assert f"  check that {vendor.variable('token')} is whole" in told.out
    assert len(read_accounts("accounts.toml")) == 1


def test_without_credentials_it_says_what_to_set(command: Command) -> None:
    """Every vendor's variables, or those of the vendor that was named; no file is written."""
    told = command("init")
    assert told.code == 2
    assert all(get(name).variable(key) in told.err for name in BUILT_IN for key in get(name).credentials)
    named = command("init", "launchdarkly")
    assert (named.code, named.err) == (
        2,
        "abclient: no credentials for LaunchDarkly: set ABCLIENT_LAUNCHDARKLY_TOKEN\n",
    )
    assert list(Path().iterdir()) == []


@pytest.mark.usefixtures("_all_vendors")
def test_what_a_vendor_needs_is_asked_for(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before a file is written that nothing could be done with; vendors that need nothing can be named."""
    monkeypatch.delenv("ABCLIENT_LAUNCHDARKLY_PROJECT")
    told = command("init")
    said = "LaunchDarkly needs project and environment: set ABCLIENT_LAUNCHDARKLY_PROJECT, or name the vendors that"
    assert (told.code, told.out, told.err.startswith(f"abclient: {said}")) == (2, "", True)
    assert list(Path().iterdir()) == []
    assert command("init", "optimizely").code == 0


@pytest.mark.usefixtures("_all_vendors")
def test_a_credential_in_a_base_url_is_not_written(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is refused as in any accounts file, is not shown, and no file is left."""
    monkeypatch.setenv("ABCLIENT_OPTIMIZELY_BASE_URL", "https://me:pass-of-mine@example.org/v2")
    told = command("init", "optimizely")
    assert (told.code, told.out, told.err.startswith("abclient: accounts.toml, line ")) == (2, "", True)
    assert "pass-of-mine" not in told.err
    assert list(Path().iterdir()) == []


@pytest.mark.usefixtures("_all_vendors")
@pytest.mark.parametrize("kind", ["file", "directory", "broken link"])
def test_nothing_is_overwritten(kind: str, command: Command) -> None:
    """Whatever has the name stays as it is."""
    path = Path("accounts.toml")
    if kind == "file":
        path.write_text("# mine\n")
    elif kind == "directory":
        path.mkdir()
    else:
        path.symlink_to("nowhere")
    told = command("init")
    assert (told.code, told.err) == (2, "abclient: accounts.toml exists already; --accounts names another file\n")
    assert kind != "file" or path.read_text() == "# mine\n"


@pytest.mark.usefixtures("_all_vendors")
def test_a_missing_directory_is_named(command: Command) -> None:
    """Before anything is sent."""
    told = command("init", "--accounts", "missing/accounts.toml")
    assert (told.code, told.err) == (2, "abclient: --accounts: there is no directory missing\n")
