"""The export of many accounts, here or on an engine."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..errors import ConfigurationError
from ..options import whole_number
from ._account import Account, clash
from ._run import AccountSummary, Here, export_lines

PARALLEL = 4
"""How many accounts are exported at the same time."""


async def export_accounts(
    accounts: Iterable[Account],
    directory: str | os.PathLike[str],
    *,
    parallel: int | None = None,
    progress: bool = True,
    on_done: Callable[[AccountSummary], None] = lambda one: None,
    engine: str | None = None,
    scheduler: str | None = None,
    **options: Any,
) -> list[AccountSummary]:
    """Export accounts, each to the directory of its name in a directory; called again, each continues or is updated.

    Accounts of one vendor with the same credentials have one limit there: they are exported one after the other, and
    each begins with the rate that the one before has found. Whatever fails fails alone.

    On an engine, each account is exported by one worker at a time. If that is lost, another one continues from the last
    file. The workers need the directory, this version of abclient, and the credentials: these are read there, so that
    accounts must say where they are, as those of ``read_accounts(path, credentials=False)`` do.

    Args:
        accounts: what ``read_accounts`` returns, or accounts of your own.
        directory: the directory of all of them, the same every time; with an engine, on storage that this process and
            all workers share.
        parallel: how many are exported at the same time; by default 4, and on a cluster as many as its workers can.
        progress: whether to draw progress bars, one for each account under way and one for all.
        on_done: called with the result of each account when it is done; if this call is cancelled, these are done.
        engine: ``"dask"`` to export on a Dask cluster (extra ``dask``); by default in this process.
        scheduler: the address of the cluster's scheduler, such as ``"tcp://host:8786"``; by default the engine begins a
            cluster on this machine. A script then needs ``if __name__ == "__main__":``, as its processes import it.
        **options: keywords of ``abclient.open_source`` and ``abclient.export.export_source`` for all accounts that do
            not have the same keyword in their ``options``.

    Returns:
        The results, in the order of the accounts.

    Raises:
        ConfigurationError: two accounts have one directory, a credential is not where an account says, or the options
            of one cannot work; the message names it. There is no such engine, no scheduler, or no worker that can do
            this. This and the following errors are raised before anything is sent.
        ImportError: pyarrow is needed and not installed.
        TypeError: a client does not take one of the keywords.
        ValueError: ``since`` has no time zone.
        EngineError: the engine was lost; accounts that are not done were interrupted.
    """
    found, place = list(accounts), Path(directory)
    _check(found, place, options)
    if parallel is not None:
        whole_number("parallel", parallel, least=1)
    if engine is None:
        if scheduler is not None:
            raise ConfigurationError("a scheduler needs an engine, such as engine='dask'")
        here = Here(found, place, options)
        return await export_lines(here, parallel or PARALLEL, on_done, progress=progress)
    from ..engines import open_engine
    from ._elsewhere import Elsewhere

    there = Elsewhere(found, place, options)
    async with open_engine(engine, scheduler, parallel=parallel or PARALLEL) as opened:
        at_once = parallel or (PARALLEL if scheduler is None else len(found))
        return await export_lines(there.on(opened), at_once, on_done, progress=progress)


def _check(accounts: Sequence[Account], directory: Path, options: Mapping[str, Any]) -> None:
    if directory == Path():  # the path may come from an unset variable
        raise ConfigurationError("the directory is empty or '.': name the directory to write to")
    if not accounts:
        raise ConfigurationError("there are no accounts to export")
    since = options.get("since")
    if since is not None and since.utcoffset() is None:
        raise ValueError("since has no time zone; give it one, such as datetime.UTC")
    same = clash(one.name for one in accounts)
    if same:
        index, earlier = same
        raise accounts[index].explained(f"its directory would be that of the account {earlier!r}")
