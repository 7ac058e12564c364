"""Accounts, exported a few at a time: one directory each, and the failure of one is its own."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, contextmanager
from pathlib import Path
from time import monotonic
from typing import Any, Literal, TypeAlias

from attrs import field, frozen

from .._console.progress import ProgressSink, shown
from .._items import key_text
from .._pull import open_scope
from ..client import Client
from ..errors import ConfigurationError
from ..export import ExportOptions, Summary, export_source
from ..export._codecs import CODECS
from ..options import whole_number
from ..source import Scope, Source
from ._account import Account, clash

State: TypeAlias = Literal["done", "partial", "failed"]

PARALLEL = 4
"""How many accounts are exported at the same time."""

_SCOPE = ("project", "environment", "segments", "series", "iterations")


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


async def export_accounts(
    accounts: Iterable[Account],
    directory: str | os.PathLike[str],
    *,
    parallel: int = PARALLEL,
    progress: bool = True,
    on_done: Callable[[AccountSummary], None] = lambda one: None,
    **options: Any,
) -> list[AccountSummary]:
    """Export accounts, each to the directory of its name in a directory; called again, each continues or is updated.

    Accounts of one vendor with the same credentials have one limit there: they are exported one after the other, and
    each begins with the rate that the one before has found. Whatever fails fails alone.

    Args:
        accounts: what ``read_accounts`` returns, or accounts of your own.
        directory: the directory of all of them, the same every time.
        parallel: how many are exported at the same time.
        progress: whether to draw progress bars, one for each account under way and one for all.
        on_done: called with the result of each account when it is done; if this call is cancelled, these are done.
        **options: keywords of ``abclient.open_source`` and ``abclient.export.export_source`` for all accounts that do
            not have the same keyword in their ``options``.

    Returns:
        The results, in the order of the accounts.

    Raises:
        ConfigurationError: two accounts have one directory, a credential is not where an account says, or the options
            of one cannot work; the message names it. This and the following errors are raised before anything is sent.
        ImportError: pyarrow is needed and not installed.
        TypeError: a client does not take one of the keywords.
        ValueError: ``since`` has no time zone.
    """
    jobs = [Job.of(one, Path(directory), options) for one in accounts]
    _check(jobs, Path(directory), options)
    slots = asyncio.Semaphore(whole_number("parallel", parallel, least=1))
    for job in jobs:
        await job.check()
    done: dict[int, AccountSummary] = {}

    async def export_line(line: Sequence[Job], overall: ProgressSink | None) -> None:
        learned = Learned()
        for job in line:
            async with slots:
                done[id(job)] = result = await job.exported(learned, progress=progress)
            on_done(result)
            if overall:
                overall.advance()

    with shown(progress, "accounts") as overall:
        async with asyncio.TaskGroup() as group:
            for line in lines(jobs):
                group.create_task(export_line(line, overall))
            if overall:
                for _ in jobs:
                    overall.expect()
    return [done[id(job)] for job in jobs]


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
        given = {name: rest.pop(name) for name in _SCOPE if name in rest}
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

    async def exported(self, learned: Learned, *, progress: bool) -> AccountSummary:
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
    """What the clients of one account at the vendor learn about its limits, each from the one before."""

    def __init__(self) -> None:
        self._state: Any = None

    @contextmanager
    def used_by(self, client: object) -> Generator[None]:
        """Let a client begin with it, and keep what it has learned in the end."""
        if not isinstance(client, Client):  # another distribution's may be of its own kind
            yield
            return
        if self._state is not None:
            client.restore_rate_limit_state(self._state)
        try:
            yield
        finally:
            self._state = client.rate_limit_state()


def _check(jobs: Sequence[Job], directory: Path, options: Mapping[str, Any]) -> None:
    if directory == Path():  # the path may come from an unset variable
        raise ConfigurationError("the directory is empty or '.': name the directory to write to")
    if not jobs:
        raise ConfigurationError("there are no accounts to export")
    since = options.get("since")
    if since is not None and since.utcoffset() is None:
        raise ValueError("since has no time zone; give it one, such as datetime.UTC")
    same = clash(job.account.name for job in jobs)
    if same:
        index, earlier = same
        raise jobs[index].account.explained(f"its directory would be that of the account {earlier!r}")


def lines(jobs: Iterable[Job]) -> list[list[Job]]:
    """Those with the same credentials of one vendor, to be exported one after the other."""
    found: dict[tuple[str, frozenset[tuple[str, str]]], list[Job]] = {}
    for job in jobs:
        credentials = frozenset((key, job.client[key]) for key in job.account.credentials)
        found.setdefault((job.account.vendor.name, credentials), []).append(job)
    return list(found.values())
