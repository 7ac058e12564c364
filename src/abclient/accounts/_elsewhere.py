"""Accounts that are exported on the workers of an engine, which read the credentials themselves."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import os
import re
import secrets
import time
import uuid
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any, Self

from attrs import evolve, field, frozen

from .._console.progress import ProgressSink, shown
from .._files import draft_beside, make_directory, read_regular
from ..engines import Engine, Tell, portable
from ..errors import ConfigurationError, EngineError, WorkerLostError
from ..export import ExportOptions
from ..export._lock import is_taken
from ._account import Account
from ._read import OPTIONS
from ._run import SCOPE, AccountSummary, Job, Learned, grouped

_STORAGE = ".abclient-storage"
"""In the directory of all accounts: says which storage this is, on this machine and on each worker's."""

_USER_IN_URL = re.compile(r"://[^/?#]*@")
_LOCKED_SECONDS = 120.0
"""For which a worker waits for the one before to end; file servers release the lock of a lost machine after 90."""

_LOCKED_POLL_SECONDS = 1.0
_TOLD_SECONDS = 0.25  # between two messages about the progress of an account


@frozen(kw_only=True)
class Order:
    """What a worker is to do for an account.

    Attributes:
        account: the account, which says where its credentials are.
        directory: of all accounts.
        options: for all accounts.
        storage: the content of the file that says which storage the directory is on.
        mark: with which credentials are marked, so that equal ones are found and nothing else is told about them.
        learned: the state of the rate limits, from the account before.
    """

    account: Account
    directory: Path
    options: Mapping[str, Any]
    storage: bytes
    mark: bytes = field(repr=False)
    learned: Any = None


async def check_account(order: Order, tell: Tell) -> bytes:
    """Check on a worker everything that can be checked without a request; returns the mark of the credentials.

    Raises:
        ConfigurationError: as for ``Job.check``; or a credential or the directory is not there.
    """
    job = Job.of(order.account, order.directory, order.options)
    await job.check()
    try:
        found = read_regular(order.directory / _STORAGE)
    except OSError:
        found = None
    if found != order.storage:
        raise ConfigurationError(
            f"{order.directory} is not the same directory on all machines: an engine needs storage that they share"
        )
    return hmac.digest(order.mark, repr((job.same[0], sorted(job.same[1]))).encode(), hashlib.sha256)


async def export_account(order: Order, tell: Tell) -> tuple[AccountSummary, Any]:
    """Export an account on a worker; returns its result, and the state of the rate limits.

    Where another worker, which was lost meanwhile, still writes, this waits until it has ended.
    """
    await check_account(order, tell)  # this worker need not be the one that has checked it before
    job, learned = Job.of(order.account, order.directory, order.options), Learned(order.learned)
    until = time.monotonic() + _LOCKED_SECONDS
    result = await _attempt(job, learned, tell)
    while await _taken_before(result.error, until):
        result = await _attempt(job, learned, tell)
    error = None if result.error is None else portable(result.error)
    return evolve(result, error=error), learned.state


async def _attempt(job: Job, learned: Learned, tell: Tell) -> AccountSummary:
    with _Told(tell) as told:
        return await job.exported(learned, progress=told)


async def _taken_before(error: Exception | None, until: float) -> bool:
    """Whether another worker was writing and time is left; returns after a while in which that one may have ended."""
    if not is_taken(error) or time.monotonic() >= until:
        return False
    await asyncio.sleep(_LOCKED_POLL_SECONDS)
    return True


class _Told:
    """Tells of the progress of an account a few times in a second."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._next = 0.0
        self._expected = self._advanced = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._send()

    def expect(self) -> None:
        """See ``ProgressSink``."""
        self._expected += 1
        self._send_later()

    def advance(self) -> None:
        """See ``ProgressSink``."""
        self._advanced += 1
        self._send_later()

    def _send_later(self) -> None:
        if time.monotonic() >= self._next:
            self._send()

    def _send(self) -> None:
        self._next = time.monotonic() + _TOLD_SECONDS
        self._tell([self._expected, self._advanced])


class Bar:
    """The progress bar here of an account there, from when it begins."""

    def __init__(self, resources: ExitStack, name: str, *, progress: bool) -> None:
        self._resources = resources
        self._name = name
        self._progress = progress
        self._sink: ProgressSink | None = None
        self._shown = [0, 0]

    def hear(self, told: Sequence[int]) -> None:
        """Show what a worker has told; another one, which continues, has less to do."""
        if self._progress and self._sink is None:
            self._sink = self._resources.enter_context(shown(True, self._name))
        if self._sink is None:
            return
        if told[0] < self._shown[0]:
            self._shown = [0, 0]
        for step, until, before in zip((self._sink.expect, self._sink.advance), told, self._shown, strict=True):
            for _ in range(before, until):
                step()
        self._shown = list(told)


class Elsewhere:
    """Accounts that an engine's workers export; see ``Runner``.

    Args:
        accounts: which say where their credentials are.
        directory: of all of them.
        options: for all of them.

    Raises:
        ConfigurationError: an account has its credentials with it, or an option that does not belong elsewhere.
    """

    def __init__(self, accounts: Sequence[Account], directory: Path, options: Mapping[str, Any]) -> None:
        for one in accounts:
            _check_portable(one, {**options, **one.options})
        self._accounts = accounts
        self._order = Order(
            account=accounts[0],
            directory=directory.absolute(),
            options=options,
            storage=b"",
            mark=secrets.token_bytes(32),
        )
        self._engine: Engine | None = None

    def on(self, engine: Engine) -> Self:
        """The same, on this engine."""
        self._engine = engine
        return self

    async def lines(self) -> list[list[int]]:
        """See ``Runner``; all accounts are checked on workers."""
        directory = self._order.directory
        is_new = not directory.exists()
        try:
            self._order = evolve(self._order, storage=storage_of(directory))
        except OSError as error:
            raise ConfigurationError(f"{directory}: {error.strerror or error}") from None
        marks = await asyncio.gather(*map(self._mark, self._accounts), return_exceptions=True)
        failures = [one for one in marks if isinstance(one, BaseException)]
        if failures:
            if is_new:
                with suppress(OSError):
                    (directory / _STORAGE).unlink()
                    directory.rmdir()
            raise failures[0]
        return grouped(marks)

    async def exported(self, number: int, learned: Learned, *, progress: bool) -> AccountSummary:
        """See ``Runner``."""
        account = self._accounts[number]
        began = time.monotonic()
        order = evolve(self._order, account=account, learned=learned.state)
        with ExitStack() as resources:
            bar = Bar(resources, account.name, progress=progress)
            try:
                result, learned.state = await self.engine.call(
                    export_account, order, name=account.name, on_told=bar.hear
                )
            except (ConfigurationError, WorkerLostError) as error:
                return AccountSummary(
                    account=account,
                    directory=order.directory / account.name,
                    summary=None,
                    error=error,
                    seconds=time.monotonic() - began,
                )
        return evolve(result, account=account)

    @property
    def engine(self) -> Engine:
        """The one that was given."""
        if self._engine is None:
            raise RuntimeError("no engine was given")
        return self._engine

    async def _mark(self, account: Account) -> bytes:
        try:
            return await self.engine.call(check_account, evolve(self._order, account=account), name=account.name)
        except EngineError as error:  # nothing has been sent
            raise ConfigurationError(str(error)) from error


def _check_portable(account: Account, options: Mapping[str, Any]) -> None:
    if any(isinstance(one, str) for one in account.credentials.values()):
        raise account.explained(
            "an engine's workers read credentials themselves: give an EnvironmentVariable, a CredentialFile or a"
            " KeyringEntry in place of the credential, or use read_accounts(…, credentials=False)"
        )
    known = {*OPTIONS, *SCOPE, *ExportOptions.__optional_keys__, *account.vendor.settings}
    for name, value in options.items():
        if name not in known or (name == "rate_limit_store" and not isinstance(value, str | None)):
            raise account.explained(f"{name} cannot be given to an engine's workers")
        if isinstance(value, str) and _USER_IN_URL.search(value):
            raise account.explained(
                f"{name} must be without credentials; what workers need to know, they read from their environment"
            )


def storage_of(directory: Path) -> bytes:
    """What says which storage a directory is on; the directory is made if there is none."""
    make_directory(directory)
    place = directory / _STORAGE
    if not place.exists():
        with draft_beside(place) as draft:
            draft.write(uuid.uuid4().hex.encode())
            draft.flush()
            with suppress(FileExistsError):  # of a command that began at the same time
                os.link(draft.name, place)
    return read_regular(place)
