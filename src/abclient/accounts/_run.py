"""Accounts, exported some at a time: one directory each, and the failure of one is its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator, Hashable, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, contextmanager
from pathlib import Path
from time import monotonic
from typing import Any, Literal, Protocol, TypeAlias

from attrs import field, frozen

from .._console.progress import ProgressSink, shown
from .._items import key_text
from .._pull import open_scope
from ..client import Client
from ..errors import ConfigurationError, EngineError
from ..export import ExportOptions, Summary, export_source
from ..export._codecs import CODECS
from ..source import Scope, Source
from ._account import Account

State: TypeAlias = Literal["done", "partial", "failed"]

SCOPE = ("project", "environment", "segments", "series", "iterations")


@frozen(kw_only=True)
class AccountSummary:
    """The result of an account.

    Attributes:
        account: the account.
        directory: its directory.
        summary: the result of its export; None if there is an error.
        error: why the export could not be completed. What was exported until then is kept, and the next call continues.
        seconds: how long it took.
    """

    account: Account
    directory: Path
    summary: Summary | None
    error: Exception | None
    seconds: float

    @property
    def state(self) -> State:
        """``done`` without failures; ``partial`` if something failed and there are rows; else ``failed``."""
        if self.summary is None:
            return "failed"
        if self.summary.ok:
            return "done"
        return "partial" if self.summary.succeeded or self.summary.rows else "failed"


class Runner(Protocol):
    """Where accounts are exported."""

    async def lines(self) -> list[list[int]]:
        """Check all accounts; returns their numbers, those with the same credentials of one vendor together."""
        ...

    async def exported(self, number: int, learned: Learned, *, progress: bool) -> AccountSummary:
        """Export an account; whatever fails of it is in the result."""
        ...


async def export_lines(
    runner: Runner, parallel: int, on_done: Callable[[AccountSummary], None], *, progress: bool
) -> list[AccountSummary]:
    """Export all accounts of a runner, as many at once as ``parallel``; those with the same credentials in a row.

    Raises:
        ConfigurationError: as ``export_accounts``.
        EngineError: the runner's engine is lost.
    """
    found = await runner.lines()
    slots = asyncio.Semaphore(parallel)
    done: dict[int, AccountSummary] = {}
    lost: list[EngineError] = []

    async def export_line(line: Sequence[int], overall: ProgressSink | None) -> None:
        learned = Learned()
        for number in line:
            async with slots:
                if lost:
                    return
                try:
                    done[number] = result = await runner.exported(number, learned, progress=progress)
                except EngineError as error:
                    lost.append(error)
                    return
            on_done(result)
            if overall:
                overall.advance()

    with shown(progress, "accounts") as overall:
        async with asyncio.TaskGroup() as group:
            for line in found:
                group.create_task(export_line(line, overall))
            if overall:
                for _ in range(sum(map(len, found))):
                    overall.expect()
    if lost:
        raise lost[0]
    return [done[number] for number in sorted(done)]


class Here:
    """Accounts that are exported in this process.

    Args:
        accounts: the accounts.
        directory: of all of them.
        options: for all of them.

    Raises:
        ConfigurationError: a credential is not where an account says.
    """

    def __init__(self, accounts: Sequence[Account], directory: Path, options: Mapping[str, Any]) -> None:
        self._jobs = [Job.of(one, directory, options) for one in accounts]

    async def lines(self) -> list[list[int]]:
        """See ``Runner``."""
        for job in self._jobs:
            await job.check()
        return grouped(job.same for job in self._jobs)

    async def exported(self, number: int, learned: Learned, *, progress: bool) -> AccountSummary:
        """See ``Runner``."""
        return await self._jobs[number].exported(learned, progress=progress)


def grouped(marks: Iterable[Hashable]) -> list[list[int]]:
    """The indexes of equal marks together, in the order of the first of each."""
    found: dict[Hashable, list[int]] = {}
    for number, mark in enumerate(marks):
        found.setdefault(mark, []).append(number)
    return list(found.values())


@frozen(kw_only=True, eq=False)
class Job:
    """The export of an account.

    Attributes:
        account: the account.
        directory: where to.
        scope: which results.
        export: how; the keywords of ``export_source``.
        client: the keywords of its client, with the credentials.
    """

    account: Account
    directory: Path
    scope: Scope
    export: ExportOptions
    client: Mapping[str, Any] = field(repr=False)

    @classmethod
    def of(cls, account: Account, directory: Path, options: Mapping[str, Any]) -> Job:
        """The export of an account to the directory of its name, with options for all accounts.

        Raises:
            ConfigurationError: a credential is not where the account says.
        """
        rest = {**options, **account.options}
        export: Any = {name: rest.pop(name) for name in ExportOptions.__optional_keys__ if name in rest}
        if export.get("mirror"):
            export["mirror"] = f"{export['mirror'].rstrip('/')}/{account.name}"
        given = {name: rest.pop(name) for name in SCOPE if name in rest}
        if given.get("project") is not None:
            given["project"] = key_text(given["project"])
        given["segments"] = tuple(dict.fromkeys(given.get("segments") or ()))
        return cls(
            account=account,
            directory=directory / account.name,
            scope=Scope(account=account.name, **given),
            export=export,
            client={**rest, **account.with_credentials().credentials, "name": account.name},
        )

    @property
    def same(self) -> tuple[str, frozenset[tuple[str, str]]]:
        """Equal for jobs with the same credentials of one vendor, which are those of one account there."""
        return self.account.vendor.name, frozenset((key, self.client[key]) for key in self.account.credentials)

    def open(self) -> AbstractAsyncContextManager[Source]:
        """Its source."""
        return open_scope(self.account.vendor, self.scope, **self.client)

    async def check(self) -> None:
        """Check everything that can be checked without a request.

        Raises:
            ConfigurationError: an option cannot work; the message names the account.
            ImportError: pyarrow is needed and not installed.
            TypeError: the client does not take a keyword.
        """
        file_format = self.export.get("file_format", "csv")
        missing = [need for need in self.account.vendor.needs if getattr(self.scope, need) is None]
        if missing:
            raise self.account.explained(f"{self.account.vendor.title} needs {' and '.join(missing)}")
        if file_format not in CODECS:
            raise self.account.explained(f"the format must be one of {', '.join(CODECS)}, not {file_format!r}")
        if self.export.get("excel") and file_format != "csv":
            raise self.account.explained(f"excel is for the format csv, not {file_format}")
        if self.export.get("history") and self.scope.series:
            raise self.account.explained("a series already has the results of every day: export it without history")
        CODECS[file_format].encode(())
        try:
            async with self.open():
                pass
        except ConfigurationError as error:
            raise self.account.explained(error) from None

    async def exported(self, learned: Learned, *, progress: bool | ProgressSink) -> AccountSummary:
        """Export the account; whatever is raised is in the result."""
        began = monotonic()
        summary: Summary | None = None
        failure: Exception | None = None
        try:
            with shown(progress, self.account.name) as sink:
                async with self.open() as source:
                    with learned.used_by(source.client):
                        summary = await export_source(source, self.directory, progress=sink or False, **self.export)
        except Exception as error:
            failure = error
        return AccountSummary(
            account=self.account,
            directory=self.directory,
            summary=summary,
            error=failure,
            seconds=monotonic() - began,
        )


class Learned:
    """What the clients of one account at the vendor learn about its limits, each from the one before.

    Attributes:
        state: as the client's ``rate_limit_state`` returned it; None at first.
    """

    def __init__(self, state: Any = None) -> None:
        self.state: Any = state

    @contextmanager
    def used_by(self, client: object) -> Generator[None]:
        """Let a client begin with it, and keep what it has learned in the end."""
        if not isinstance(client, Client):  # another distribution's may be of its own kind
            yield
            return
        if self.state is not None:
            client.restore_rate_limit_state(self.state)
        try:
            yield
        finally:
            self.state = client.rate_limit_state()
