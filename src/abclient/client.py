"""What the clients of all vendors have in common: credentials, connections, options, and their end."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, NoReturn, Self, TypedDict, Unpack

from ._account import Account, Authorize
from ._pace import Pace
from ._session import Session
from .errors import ConfigurationError
from .events import Hook
from .options import (
    CallOptions,
    RetryPolicy,
    Timeouts,
    as_retry_policy,
    as_timeouts,
    checked_base_url,
    checked_headers,
    checked_rate,
    checked_secret,
    checked_share,
    from_environment,
    items_of,
)
from .transports import Transport, open_transport

if TYPE_CHECKING:
    import httpx

_MOST_IN_BULK = 100


class CallChanges(TypedDict, total=False):
    """What ``with_options`` changes.

    Attributes:
        timeout: seconds for the whole call, or ``Timeouts`` for the finer limits.
        retries: how many retries after the first attempt, or a ``RetryPolicy``.
        headers: sent with every request, over the ones a call needs anyway; not those that belong to the transport,
            such as ``Host`` and ``Content-Length``.
        max_response_bytes: the largest answer, after decompression, that is read.
    """

    timeout: float | Timeouts
    retries: int | RetryPolicy
    headers: Mapping[str, str]
    max_response_bytes: int


class ClientOptions(CallChanges, total=False):
    """The options every client takes, all by keyword.

    Attributes:
        base_url: where the API is; by default the vendor's own host.
        http_client: your own ``httpx.AsyncClient``, with its auth, hooks, proxies and mocks. It stays yours to close.
        transport: the name of a transport, ``"httpcore"`` (the default) or ``"aiohttp"`` (an extra), which
            ``ABCLIENT_TRANSPORT`` in the environment chooses too; or any object with ``send`` and ``aclose`` as
            ``abclient.transports.Transport`` describes.
        max_connections: how many requests are under way at most; further calls wait for a free connection.
        max_rate: requests per second that this client never exceeds, if you know what the vendor allows. Vendors that
            announce no limit have a default for ``concurrency="auto"`` alone, which this replaces.
        share: the part of an announced quota that ``concurrency="auto"`` may use, if others need the rest; 1 is all.
        hooks: called with an ``Attempt`` after every attempt.
    """

    base_url: str | None
    http_client: httpx.AsyncClient | None
    transport: str | Transport | None
    max_connections: int
    max_rate: float | None
    share: float
    hooks: Iterable[Hook]


class Client:
    """A vendor's client: use it as ``async with``, or call ``aclose`` when done.

    One client serves any number of concurrent tasks, in one event loop of asyncio; entered in another kind of loop, it
    raises ConfigurationError.
    """

    vendor: str
    _session: Session
    _shared: bool

    def with_options(self, **changes: Unpack[CallChanges]) -> Self:
        """A copy with other options for its calls; see ``CallChanges``.

        The copy shares connections, pace and retry quota with this client, costs next to nothing, and need not be
        closed: ``client.with_options(timeout=5).experiments(...)`` is how one call gets its own timeout.

        Raises:
            ConfigurationError: an option has an impossible value.
            TypeError: there is no such option.
        """
        twin = object.__new__(type(self))
        twin.__dict__.update(self.__dict__)
        twin._session = self._session.with_options(**_call_options(**changes))
        twin._shared = True
        return twin

    async def aclose(self) -> None:
        """Close the connections; calls in flight end with ClientClosedError. Copies close with their original."""
        if not self._shared:
            await self._session.aclose()

    async def __aenter__(self) -> Self:
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            raise ConfigurationError(
                "abclient runs on asyncio, and no event loop of asyncio is running here; under trio, give it a thread"
                " with asyncio.run"
            ) from None
        return self

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._session.account.base_url}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"a {type(self).__name__} holds connections and credentials, so it cannot be pickled")

    def _open(
        self,
        *,
        default_url: str,
        authorize: Authorize,
        secrets: tuple[str, ...],
        documented_wait: float | None = None,
        advised_rate: float | None = None,
        reads: frozenset[str] = frozenset(),
        base_url: str | None = None,
        http_client: httpx.AsyncClient | None = None,
        transport: str | Transport | None = None,
        max_connections: int = 100,
        max_rate: float | None = None,
        share: float = 1.0,
        hooks: Iterable[Hook] = (),
        **changes: Any,
    ) -> None:
        """Make the session, from what the vendor's ``__init__`` knows and what the user chose."""
        url = base_url or from_environment(f"ABCLIENT_{self.vendor.upper()}_BASE_URL") or default_url
        if type(max_connections) is not int or max_connections < 1:
            raise ConfigurationError(f"max_connections must be a whole number of 1 or more, not {max_connections!r}")
        if http_client is not None and transport is not None:
            raise ConfigurationError("give http_client or transport, not both")
        account = Account(
            vendor=self.vendor,
            base_url=checked_base_url(url),
            transport=open_transport(
                http_client or transport or from_environment("ABCLIENT_TRANSPORT"), max_connections=max_connections
            ),
            pace=Pace(
                documented_wait=documented_wait,
                max_rate=checked_rate(max_rate),
                advised_rate=advised_rate,
                share=checked_share(share),
                most=min(_MOST_IN_BULK, max_connections),
            ),
            authorize=authorize,
            secrets=secrets,
            hooks=_checked_hooks(hooks),
            reads=reads,
        )
        self._session = Session(account, CallOptions(**_call_options(**changes)))
        self._shared = False

    def _credential(self, name: str, given: str | None) -> str:
        """The credential given, or the one in the environment, once it is certain that it can be sent."""
        variable = f"ABCLIENT_{self.vendor.upper()}_{name.upper()}"
        value = given if given is not None else from_environment(variable)
        if value is None:
            raise ConfigurationError(f"no {name}: pass {name}=... or set {variable}")
        return checked_secret(name, value)


def _checked_hooks(hooks: Iterable[Hook]) -> tuple[Hook, ...]:
    found = items_of(hooks)
    if found is None or not all(map(callable, found)):
        raise ConfigurationError(f"hooks must be a list of functions, not {hooks!r}")
    return found


def _call_options(
    *,
    timeout: float | Timeouts | None = None,
    retries: int | RetryPolicy | None = None,
    headers: Mapping[str, str] | None = None,
    max_response_bytes: int | None = None,
) -> dict[str, Any]:
    """The fields of ``CallOptions`` that the keywords set."""
    fields: dict[str, Any] = {}
    if timeout is not None:
        fields["timeouts"] = as_timeouts(timeout)
    if retries is not None:
        fields["retry"] = as_retry_policy(retries)
    if headers is not None:
        fields["headers"] = checked_headers(headers)
    if max_response_bytes is not None:
        fields["max_response_bytes"] = max_response_bytes
    return fields
