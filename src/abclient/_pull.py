"""The source of any vendor, and all of its rows in one call, async or blocking."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing, asynccontextmanager, nullcontext
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal, overload

from . import vendor as vendors
from ._aio import in_event_loop
from ._blocking import run
from ._console.progress import shown
from ._items import Key, key_text
from ._listing import Listing
from .client import Client
from .errors import ConfigurationError, PartialFailureError
from .options import from_environment, whole_number
from .results import ResultRow, to_arrow, to_pandas, to_polars
from .source import ProgressSink, Scope, Source
from .vendor import Vendor

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

_NAMED_FAILURES = 10  # in the message of an error

_FRAMES: dict[str, Callable[[list[ResultRow]], Any]] = {
    "rows": lambda rows: rows,
    "arrow": to_arrow,
    "pandas": to_pandas,
    "polars": to_polars,
}


@asynccontextmanager
async def open_source(
    vendor: str | Vendor | Client,
    *,
    project: str | int | None = None,
    environment: str | None = None,
    account: str | None = None,
    segments: Sequence[str] = (),
    series: bool = False,
    iterations: bool = False,
    concurrency: int | None = None,
    **options: Any,
) -> AsyncGenerator[Source]:
    """Open a source of everything that a vendor has; a client that it makes is closed at the end.

    Args:
        vendor: its name, such as ``"optimizely"``, or its description; or an open client of yours, which stays open.
        project: the project's id or key; by default the environment variable ``ABCLIENT_<VENDOR>_PROJECT``, or else all
            projects.
        environment: the environment's key, for vendors that have environments; by default
            ``ABCLIENT_<VENDOR>_ENVIRONMENT``.
        account: your own name for the account, if you use several of one vendor: rows carry it, and it is a part of
            their keys; by default ``ABCLIENT_<VENDOR>_ACCOUNT``.
        segments: the results of these segments in place of those of all visitors, such as ``["device=mobile"]``; which
            ones there are is in ``abclient.vendor.get(vendor).segments``, and rows carry the text as their ``segment``.
        series: results over time in place of the current ones, for vendors that have them: a row for each point.
        iterations: also the results of earlier iterations, for vendors whose experiments have iterations.
        concurrency: the maximum number of requests in flight; by default what the vendor sustains.
        **options: keyword arguments of its client: its credentials, its settings, and those of ``ClientOptions``; a
            client of yours has its own, and ``client.with_options(...)`` changes them.

    Raises:
        ConfigurationError: there is no such vendor, it has no environments or none of these segments, series or
            iterations, or its client cannot be made with these options.
        ClientClosedError: your client is closed, or belongs to another event loop.
    """
    client = vendor if isinstance(vendor, Client) else None
    if client is not None and options:
        raise ConfigurationError(f"{', '.join(options)} cannot be given beside a client, which has options of its own")
    described = _described(vendor)
    if isinstance(segments, str):
        raise ConfigurationError(f'segments must be several, such as ["device=mobile"], not {segments!r}')
    scope = Scope(
        (None if project is None else key_text(project)) or from_environment(described.variable("project")),
        environment or (from_environment(described.variable("environment")) if described.has_environments else None),
        account or from_environment(described.variable("account")),
        tuple(dict.fromkeys(segments)),
        series,
        iterations,
    )
    async with open_scope(described, scope, client=client, concurrency=concurrency, **options) as source:
        yield source


def _described(vendor: str | Vendor | Client) -> Vendor:
    if isinstance(vendor, Client):
        return vendor.description
    return vendor if isinstance(vendor, Vendor) else vendors.get(vendor)


@asynccontextmanager
async def open_scope(
    vendor: Vendor, scope: Scope, *, client: Client | None = None, concurrency: int | None = None, **options: Any
) -> AsyncGenerator[Source]:
    """Open a source of this scope, which nothing in the environment changes; otherwise as ``open_source``.

    Args:
        vendor: its description.
        scope: which experiments and results.
        client: an open client, which stays open; by default one is made of the options.
        concurrency: as for ``open_source``.
        **options: as for ``open_source``.
    """
    vendor.check_parts(scope.segments, series=scope.series, iterations=scope.iterations)
    if scope.environment and not vendor.has_environments:
        raise ConfigurationError(f"{vendor.title} has no environments: leave out environment={scope.environment!r}")
    bulk: dict[str, Any] = {}
    if concurrency is not None:
        bulk["concurrency"] = whole_number("concurrency", concurrency, least=1)
        options.setdefault("max_connections", concurrency)
    async with vendor.open(**options) if client is None else nullcontext(client) as used:
        yield vendor.source_class()(used, vendor, scope, bulk)


async def fetch_rows(
    vendor: str | Vendor | Client,
    ids: Sequence[str | int] = (),
    *,
    progress: bool | ProgressSink = True,
    **options: Any,
) -> list[ResultRow]:
    """The rows of a vendor's experiments, all of them or those with these ids.

    Args:
        vendor: its name, such as ``"optimizely"``, or its description; or an open client of yours, which stays open.
        ids: of the experiments.
        progress: whether to draw a progress bar, in a notebook, or on standard error if that is a terminal and Rich is
            installed; or what receives the progress.
        **options: as ``open_source`` describes.

    Raises:
        PartialFailureError: something could not be listed, fetched or read; ``values`` has the rows of all other keys.
        ConfigurationError: as ``open_source``, or ``ids`` are not several ids.
        ABClientError: the experiments cannot be listed.
    """
    values: dict[Key, list[ResultRow]] = {}
    failures: dict[str, Exception] = {}
    async with open_source(vendor, **options) as source:
        with shown(progress, source.vendor.title) as sink:
            async with aclosing(source.results(ids, progress=sink)) as results:
                async for result in results:
                    if result.error is None:
                        values[result.key] = result.rows
                    else:
                        failures[key_text(result.key)] = result.error
        failures |= source.failures
    if failures:
        named = ", ".join(islice(failures, _NAMED_FAILURES))
        error = next(iter(failures.values()))
        first = f"the first because of {type(error).__name__}: {error}"
        raise PartialFailureError(
            f"{len(failures)} failed of {len(failures) + len(values)}: {named}; {first}",
            values=values,
            failures=failures,
        )
    return Listing((row for rows in values.values() for row in rows), "rows")


@overload
def pull(
    vendor: str | Vendor | Client,
    ids: Sequence[str | int] = (),
    *,
    as_: Literal["arrow"] = ...,
    progress: bool | ProgressSink = ...,
    **options: Any,
) -> pyarrow.Table: ...
@overload
def pull(
    vendor: str | Vendor | Client,
    ids: Sequence[str | int] = (),
    *,
    as_: Literal["pandas"],
    progress: bool | ProgressSink = ...,
    **options: Any,
) -> pandas.DataFrame: ...
@overload
def pull(
    vendor: str | Vendor | Client,
    ids: Sequence[str | int] = (),
    *,
    as_: Literal["polars"],
    progress: bool | ProgressSink = ...,
    **options: Any,
) -> polars.DataFrame: ...
@overload
def pull(
    vendor: str | Vendor | Client,
    ids: Sequence[str | int] = (),
    *,
    as_: Literal["rows"],
    progress: bool | ProgressSink = ...,
    **options: Any,
) -> list[ResultRow]: ...
def pull(
    vendor: str | Vendor | Client,
    ids: Sequence[str | int] = (),
    *,
    as_: Literal["arrow", "pandas", "polars", "rows"] = "arrow",
    progress: bool | ProgressSink = True,
    **options: Any,
) -> Any:
    """The rows of a vendor's experiments as one table, for scripts and notebooks; this call blocks.

    It can be called while an event loop is running, as in a notebook: the work is then done in another thread.

    Args:
        vendor: its name, such as ``"optimizely"``, or its description; or a client of yours that ``abclient.run``
            uses, which stays open.
        ids: of the experiments; without any, all of them.
        as_: ``"arrow"`` for a ``pyarrow.Table``, ``"pandas"`` or ``"polars"`` for a ``DataFrame`` (each needs the
            extra of that name), or ``"rows"`` for a list of ``ResultRow``.
        progress: whether to draw a progress bar, in a notebook, or on standard error if that is a terminal and Rich is
            installed; or what receives the progress, in another thread if an event loop is running.
        **options: as ``open_source`` describes.

    Raises:
        PartialFailureError: something could not be listed, fetched or read; ``values`` has the rows of all other keys.
        ConfigurationError: there is no such vendor or kind of table, or the options are invalid.
        ABClientError: the experiments cannot be listed.
        ImportError: the table's library is not installed.
    """
    if as_ not in _FRAMES:
        raise ConfigurationError(f"as_ must be one of {', '.join(_FRAMES)}, not {as_!r}")
    frame = _FRAMES[as_]
    frame([])  # fails before anything is fetched, without its library
    work = fetch_rows(vendor, ids, progress=progress, **options)
    # A client belongs to the event loop of its first call, and that of asyncio.run is gone after this one.
    return frame(run(work) if in_event_loop() or isinstance(vendor, Client) else asyncio.run(work))
