"""Accounts on an engine: what is sent to its workers, what these check, and what their results mean here."""

from __future__ import annotations

import asyncio
import pickle
import tempfile
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from abclient import ConfigurationError, EngineError, WorkerLostError
from abclient.accounts import Account, CredentialFile, CredentialPlace, EnvironmentVariable, export_accounts
from abclient.accounts import _elsewhere as elsewhere
from abclient.accounts._elsewhere import Elsewhere, Order, check_account
from abclient.accounts._run import Learned
from abclient.export._lock import Lock
from abclient.testing import Sandbox
from support.sandbox import running_sandbox

SECRET = "h3Xq-secret"
sandbox = pytest.fixture(scope="module")(running_sandbox)


class Engine:
    """Calls in this process, with copies of what would be sent; fails as it is told to."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []
        self.told: list[Any] = []
        self.fails: dict[str, Exception] = {}

    async def call(
        self, function: Any, argument: Any, *, name: str, on_told: Callable[[Any], None] = lambda told: None
    ) -> Any:
        if function.__name__ in self.fails:
            raise self.fails[function.__name__]
        self.sent.append(pickle.dumps((function, argument)))
        function, argument = pickle.loads(self.sent[-1])

        def tell(told: Any) -> None:
            self.told.append(told)
            on_told(told)

        return pickle.loads(pickle.dumps(await function(argument, tell)))


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    made = Engine()

    @asynccontextmanager
    async def opened(name: str, address: str | None, *, parallel: int) -> AsyncGenerator[Engine]:
        yield made

    monkeypatch.setattr("abclient.engines.open_engine", opened)
    return made


def account(name: str = "shop", place: str | CredentialPlace | None = None, **options: Any) -> Account:
    credentials = {"token": EnvironmentVariable("TOKEN") if place is None else place}
    return Account(name=name, vendor="optimizely", credentials=credentials, options=options, place="file, line 2")


async def exported(directory: Path, *accounts: Account, **options: Any) -> Any:
    return await export_accounts(accounts or [account()], directory, engine="dask", progress=False, **options)


async def test_nothing_that_is_sent_holds_a_credential(
    engine: Engine, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are read there; equal ones are found by a mark that tells nothing about them."""
    monkeypatch.setenv("TOKEN", sandbox.token)
    options = {"base_url": sandbox.base_url("optimizely"), "concurrency": 8}
    with tempfile.NamedTemporaryFile("w") as file:  # where nothing is searched for credentials
        file.write(sandbox.token)
        file.flush()
        accounts = [account(), account("same", CredentialFile(file.name))]
        results = await exported(tmp_path / "out", *accounts, **options)
    assert [one.state for one in results] == ["done", "done"]
    assert [one.account for one in results] == accounts
    assert len(engine.sent) == 4
    assert not any(sandbox.token.encode() in sent for sent in engine.sent)
    assert b"learned" in engine.sent[-1]
    assert b"cooldown_until" in engine.sent[-1]
    assert b"cooldown_until" not in engine.sent[-2]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (account(place=SECRET), "an engine's workers read credentials themselves: give an EnvironmentVariable, a"),
        (account(hooks=[]), "hooks cannot be given to an engine's workers"),
        (account(rate_limit_store=f"redis://:{SECRET}@h"), "rate_limit_store must be without credentials"),
        (account(rate_limit_store=object()), "rate_limit_store cannot be given to an engine's workers"),
        (account(base_url=f"https://me:{SECRET}@example.org"), "base_url must be without credentials"),
        (account(mirror=f"s3://me:{SECRET}@bucket"), "mirror must be without credentials"),
    ],
)
async def test_what_is_not_sent(wrong: Account, said: str, engine: Engine, tmp_path: Path) -> None:
    """Credentials, and what exists in this process only; the account is named, and nothing is made."""
    with pytest.raises(ConfigurationError, match=rf"^file, line 2: account 'shop': {said}") as raised:
        await exported(tmp_path / "out", account("first"), wrong)
    assert SECRET not in str(raised.value)
    assert (engine.sent, list(tmp_path.iterdir())) == ([], [])


async def test_a_scheduler_needs_an_engine(tmp_path: Path) -> None:
    """Else it would be ignored."""
    with pytest.raises(ConfigurationError, match="a scheduler needs an engine"):
        await export_accounts([account()], tmp_path, scheduler="tcp://localhost")


async def test_a_directory_that_is_not_shared_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker finds another file there that says which storage it is, or none."""
    monkeypatch.setenv("TOKEN", "token")
    order = Order(account=account(), directory=tmp_path, options={}, storage=b"this", mark=b"mark")
    for content in (None, b"that"):
        if content:
            (tmp_path / ".abclient-storage").write_bytes(content)
        with pytest.raises(ConfigurationError, match=f"^{tmp_path} is not the same directory on all machines"):
            await check_account(order, print)
    (tmp_path / ".abclient-storage").write_bytes(b"this")
    assert len(await check_account(order, print)) == 32


async def test_what_was_made_for_nothing_is_removed(engine: Engine, tmp_path: Path) -> None:
    """If an account cannot work: the directory, unless it was there; and a file in its place is named."""
    for there in (False, True):
        with pytest.raises(ConfigurationError, match=r"the environment variable TOKEN is not set(?m:$)"):
            await exported(tmp_path / "out")
        assert (tmp_path / "out").exists() == there
        (tmp_path / "out").mkdir(exist_ok=True)
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigurationError, match=f"^{tmp_path}/file: "):
        await exported(tmp_path / "file")


async def test_two_commands_that_begin_at_once_agree_on_the_storage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file of the first counts."""

    def is_not_the_file(self: Path) -> bool:
        return self.name != ".abclient-storage"

    first = elsewhere.storage_of(tmp_path)
    monkeypatch.setattr(Path, "exists", is_not_the_file)
    assert elsewhere.storage_of(tmp_path) == first


async def test_how_engines_fail(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is sent, it is a configuration that cannot work; later, lost workers fail an account alone."""
    monkeypatch.setenv("TOKEN", "token")
    monkeypatch.setenv("OTHER", "other-token")
    other = EnvironmentVariable("OTHER")
    engine.fails["check_account"] = EngineError("no workers")
    with pytest.raises(ConfigurationError, match=r"^no workers(?m:$)"):
        await exported(tmp_path / "out")
    del engine.fails["check_account"]
    for error in (WorkerLostError("lost"), ConfigurationError("another version")):
        engine.fails["export_account"] = error
        (result,) = await exported(tmp_path / "out")
        assert (result.state, result.error, result.directory) == ("failed", error, tmp_path / "out" / "shop")
    engine.fails["export_account"] = EngineError("gone")
    done = list[object]()
    with pytest.raises(EngineError, match=r"^gone(?m:$)"):
        await exported(tmp_path / "out", account(), account("app", other), parallel=1, on_done=done.append)
    assert done == []


async def test_a_worker_waits_for_the_one_before(
    engine: Engine, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is lost may still write, until it notices; not without end."""
    monkeypatch.setenv("TOKEN", sandbox.token)
    monkeypatch.setattr(elsewhere, "_LOCKED_POLL_SECONDS", 0.001)
    (tmp_path / "shop").mkdir()
    lock = Lock(tmp_path / "shop")
    options = {"base_url": sandbox.base_url("optimizely"), "concurrency": 8}
    work = asyncio.ensure_future(exported(tmp_path, **options))
    while not engine.told:  # which it is when a first attempt has ended
        await asyncio.sleep(0)
    assert not work.done()
    lock.release()
    (result,) = await work
    assert result.state == "done"
    lock = Lock(tmp_path / "shop")
    monkeypatch.setattr(elsewhere, "_LOCKED_SECONDS", 0.0)
    (result,) = await exported(tmp_path, **options)
    assert "another export is writing to it" in str(result.error)
    lock.release()


async def test_an_error_that_cannot_travel_is_told_as_text(
    engine: Engine, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that the account has failed, and not the engine."""
    monkeypatch.setenv("TOKEN", sandbox.token)

    async def breaks(*arguments: object, **keywords: object) -> None:
        error: Any = ValueError("odd")
        error.attribute = lambda: None
        raise error

    monkeypatch.setattr("abclient.accounts._run.export_source", breaks)
    (result,) = await exported(tmp_path, base_url=sandbox.base_url("optimizely"))
    assert repr(result.error) == "RuntimeError('ValueError: odd')"


class Sink:
    """What a bar was told."""

    def __init__(self) -> None:
        self.steps = [0, 0]

    def expect(self) -> None:
        self.steps[0] += 1

    def advance(self) -> None:
        self.steps[1] += 1


async def test_bars_show_what_workers_tell(
    engine: Engine, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many steps as there are results, in few messages; another worker, which continues, counts anew."""
    from contextlib import ExitStack

    sinks = dict[str, Sink]()

    class Shown:
        def __init__(self, progress: object, title: str) -> None:
            self.sink = sinks.setdefault(title, Sink())

        def __enter__(self) -> Sink:
            return self.sink

        def __exit__(self, *exc_info: object) -> None:
            """It stays, for the test."""

    monkeypatch.setenv("TOKEN", sandbox.token)
    monkeypatch.setattr(elsewhere, "shown", Shown)
    options: dict[str, Any] = {"base_url": sandbox.base_url("optimizely"), "concurrency": 8}
    there = Elsewhere([account(**options)], tmp_path, {}).on(engine)
    await there.lines()
    result = await there.exported(0, Learned(), progress=True)
    assert result.summary
    assert sinks["shop"].steps == [result.summary.exported] * 2
    with ExitStack() as resources:
        bar = elsewhere.Bar(resources, "app", progress=True)
        for told in ([5, 2], [3, 1], [4, 4]):
            bar.hear(told)
    assert sinks["app"].steps == [9, 6]


def test_an_engine_must_be_given(tmp_path: Path) -> None:
    """A mistake in this package."""
    with pytest.raises(RuntimeError, match="no engine was given"):
        _ = Elsewhere([account()], tmp_path, {}).engine
