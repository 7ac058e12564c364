"""What the clients of all vendors have in common: credentials, connections, options, and closing."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NoReturn, Self, TypedDict, TypeVar, Unpack

from attrs import field, frozen

from abclient_api._runtime import Request

from ._account import Account, Authorize, OtherAPI, other_accounts
from ._aio import in_event_loop
from ._bulk_mode import Limiter
from ._copies import copied
from ._error_body import request_id
from ._keywords import refuse_unknown
from ._open_limiter import open_limiter
from ._ratelimit import RateLimitState, parse_state
from ._redact import secrets_in_headers
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
    checked_cleartext,
    checked_headers,
    checked_name,
    checked_secret,
    checked_switch,
    from_environment,
    insecure_from_environment,
    proxy_passwords,
)
from .transports import HTTPClient, Transport, open_transport
from .vendor import Vendor

if TYPE_CHECKING:
    from .rate_limit_stores import RateLimitStore

T = TypeVar("T")


class CallChanges(TypedDict, total=False):
    """What ``with_options`` changes."""

    timeout: float | Timeouts
    """Seconds for the whole call, or ``Timeouts`` for the finer limits."""
    retries: int | RetryPolicy
    """How many retries after the first attempt, or a ``RetryPolicy``."""
    headers: Mapping[str, str]
    """Sent with every request, replacing headers of the same name; not transport-level ones such as ``Host`` and
    ``Content-Length``.
    """
    max_response_bytes: int
    """The maximum size of a response, in bytes after decompression."""


class ClientOptions(CallChanges, total=False):
    """The keyword options of every client."""

    base_url: str | None
    """The API's base URL; by default the vendor's own host."""
    http_client: HTTPClient | None
    """Your own ``AsyncClient`` of httpx or httpx2, with its auth, hooks, proxies and mocks. You have to close it
    yourself.
    """
    transport: str | Transport | None
    """The name of a transport, ``"httptools"`` (the default) or ``"h11"``, by default from the variable
    ``ABCLIENT_TRANSPORT`` of the environment; or any object with the methods of ``abclient.transports.Transport``.
    """
    max_connections: int
    """The maximum number of requests in flight; further calls wait for a free connection."""
    max_rate: float | None
    """Requests per second that this client never exceeds, if you know what the vendor allows. Vendors that announce no
    limit have a default for ``concurrency="auto"`` alone, or, where their documentation names one, for all calls; this
    replaces either.
    """
    rate_limit_store: str | RateLimitStore | None
    """Where several processes that use the account keep its limits together: the URL of a Redis, a directory of this
    machine, or an object such as ``RedisRateLimitStore``; by default the variable ``ABCLIENT_RATE_LIMIT_STORE`` of the
    environment. ``max_rate`` is then that of all of them.
    """
    share: float
    """The part of an announced quota that ``concurrency="auto"`` may use, if other clients need the rest; 1 is all."""
    hooks: Iterable[Hook]
    """Called with an ``Attempt`` after every attempt."""
    name: str | None
    """This client's name in errors, records of attempts and logs, to tell several accounts apart; by default the
    vendor's name.
    """
    allow_insecure: bool
    """Allow a ``base_url`` with ``http://`` for other machines, so that credentials are sent in clear text; the
    environment variable ``ABCLIENT_ALLOW_INSECURE=1`` does the same.
    """


@frozen(kw_only=True, eq=False, repr=False)
class RawResponse(Generic[T]):
    """A successful response, as ``Client.send_raw`` returns it."""

    status: int
    """The HTTP status, from 200 to 299."""
    headers: tuple[tuple[str, str], ...]
    """Names in lower case, in the order received."""
    request_id: str | None
    """The vendor's id of the request, if it sends one."""
    content: bytes
    """The body, decompressed."""
    _decode: Callable[[], T] = field(alias="decode")

    def header(self, name: str) -> str | None:
        """The first header with this name; case does not matter."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key == wanted), None)

    def parse(self) -> T:
        """The decoded response, as ``send`` returns it.

        Raises:
            DecodeError: it does not have the documented shape.
        """
        return self._decode()

    def __repr__(self) -> str:
        return f"<RawResponse {self.status}, {len(self.content)} bytes>"


class Client:
    """A vendor's client: use it in ``async with``, or call ``aclose`` when done.

    One client serves any number of concurrent tasks in one asyncio event loop; entering it in another kind of loop
    raises ConfigurationError.
    """

    description: ClassVar[Vendor]
    _session: Session
    _others: Mapping[str, Account]
    _shared: bool

    @property
    def vendor(self) -> str:
        """The vendor's name, such as ``"launchdarkly"``."""
        return self.description.name

    @property
    def name(self) -> str:
        """Its name in errors, records of attempts and logs."""
        return self._session.account.name

    async def send(self, request: Request[T, Any]) -> T:
        """Send a request that a generated operation describes, with this client's rate limiter, retries and errors.

        ::

            from abclient_api.launchdarkly.api.experiments import get_experiments

            found = await client.send(get_experiments.request("project", "environment"))

        Returns:
            The decoded response, as the operation's ``parse`` makes it.

        Raises:
            TransportError: no complete response arrived, within attempts and deadline.
            APIError: the vendor responded with an error status.
            DecodeError: the response does not have the documented shape.
            ClientClosedError: the client was closed or belongs to another event loop.
            TypeError: it is not a request.
        """
        return await self._session_for(request).send(request)

    async def send_raw(self, request: Request[T, Any]) -> RawResponse[T]:
        """Like ``send``, but returns the raw response, with its status, headers and bytes.

        Raises:
            TransportError: no complete response arrived, within attempts and deadline.
            APIError: the vendor responded with an error status.
            DecodeError: a firewall responded in the vendor's place.
            ClientClosedError: the client was closed or belongs to another event loop.
            TypeError: it is not a request.
        """
        session = self._session_for(request)
        response = await session.send_raw(request)
        return RawResponse(
            status=response.status,
            headers=response.headers,
            request_id=request_id(dict(response.headers)),
            content=response.content,
            decode=partial(session.decode, request, response, request.parse),
        )

    def with_options(self, **changes: Unpack[CallChanges]) -> Self:
        """A copy with other options for its calls; see ``CallChanges``.

        The copy shares connections, rate limiter and retry quota with this client, costs next to nothing, and need not
        be closed: ``client.with_options(timeout=5).experiments(...)`` is how one call gets its own timeout. Collections
        that a subclass keeps as attributes, also in lists and dictionaries, have the new options in the copy.

        Raises:
            ConfigurationError: an option has an invalid value.
            TypeError: there is no such option.
        """
        refuse_unknown(self, changes, "with_options")
        session = self._session.with_options(**_call_options(changes))

        def follow(one: object) -> Session | None:
            """Where this client has several APIs, there is a session for each, made when it is needed."""
            if not isinstance(one, Session) or one.options is not self._session.options:
                return None
            is_mine = one.account.state is session.account.state
            return session if one is self._session else Session(one.account, session.options) if is_mine else None

        twin = copied(self, follow)
        twin._session = session
        twin._shared = True
        return twin

    @property
    def limiter(self) -> Limiter:
        """Finds the rate that the vendor sustains: for ``fetch_many(..., concurrency="auto", limiter=...)``.

        The vendors' own bulk calls use it automatically; for other calls, such as ``get``, pass it to ``fetch_many``.
        """
        return self._session.limiter

    def rate_limit_state(self) -> RateLimitState:
        """What this client has learned about the vendor's limits, for another client; plain data, without credentials.

        The keys are ``version``, ``vendor``, ``learned`` (the rate, in requests per second, and the one that was
        throttled; None before the first 429) and ``cooldown_until`` (until when calls wait, in seconds since 1970).
        Call it in the client's event loop.
        """
        return self._session.account.rate_limiter.state(self.vendor, time.time())

    def restore_rate_limit_state(self, state: RateLimitState | Mapping[str, Any]) -> None:
        """Start with what another client for the same account learned, in this process or an earlier one.

        A wait that is not over yet is kept, for an hour at most. Call it in the client's event loop.

        Args:
            state: what ``rate_limit_state`` returned, or the same from JSON.

        Raises:
            ConfigurationError: it is not such a state, or it is of another vendor; nothing was changed.
        """
        self._session.account.rate_limiter.restore(parse_state(state, self.vendor), time.time())

    async def aclose(self) -> None:
        """Close the connections; calls in flight end with ClientClosedError. Copies close with their original."""
        if not self._shared:
            await self._session.aclose()
            for other in self._others.values():
                await other.rate_limiter.aclose()

    async def __aenter__(self) -> Self:
        if not in_event_loop():
            raise ConfigurationError(
                "abclient runs on asyncio, and no event loop of asyncio is running here; under trio, give it a thread"
                " with asyncio.run"
            )
        return self

    async def __aexit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    def __enter__(self) -> NoReturn:
        raise TypeError(f"{type(self).__name__} is asynchronous: write `async with` in an `async def`, not `with`")

    def __exit__(self, *exc: object) -> None:
        """Never reached; it is needed so that ``with`` reaches ``__enter__``, which explains what to write."""

    def __iter__(self) -> NoReturn:
        raise TypeError(f"a {type(self).__name__} cannot be iterated; its methods return lists for `async for`")

    def __repr__(self) -> str:
        named = "" if self.name == self.vendor else f" {self.name!r}"
        return f"<{type(self).__name__}{named} {self._session.account.base_url}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            f"a {type(self).__name__} holds connections and credentials, so it cannot be pickled or copied: make one"
            " where it is needed, or take with_options() for another one that shares them"
        )

    def _session_for(self, request: Request[T, Any]) -> Session:
        """What sends the request: to the API that its operation is of, where the vendor has several."""
        return self._session_of(_checked_request(request).package)

    def _session_of(self, package: str) -> Session:
        """What sends the operations of a generated package, with the options of this client."""
        account = self._others.get(package)
        return self._session if account is None else Session(account, self._session.options)

    def _open(
        self,
        *,
        authorize: Authorize,
        secrets: tuple[str, ...],
        default_url: str = "",
        base_url: str | None = None,
        http_client: HTTPClient | None = None,
        transport: str | Transport | None = None,
        max_connections: int = 100,
        max_rate: float | None = None,
        rate_limit_store: str | RateLimitStore | None = None,
        share: float = 1.0,
        hooks: Iterable[Hook] = (),
        name: str | None = None,
        allow_insecure: bool = False,
        other_apis: Mapping[str, OtherAPI] | None = None,
        **changes: Any,
    ) -> None:
        """Make the session, from what the vendor's ``__init__`` knows and what the user chose."""
        about = self.description
        url = base_url or from_environment(about.variable("base_url")) or default_url or about.url
        owner = f"{type(self).__name__} client" + (f" {name!r}" if name is not None else "")
        limiter = partial(open_limiter, about, secrets, rate_limit_store, max_rate, share, max_connections)
        address = partial(_checked_address, allow_insecure=allow_insecure)
        account = Account(
            vendor=self.vendor,
            name=self.vendor if name is None else checked_name(name),
            base_url=address(url),
            transport=_opened(http_client, transport, max_connections, owner),
            rate_limiter=limiter(address(url), about.advised_rate, about.pace),
            authorize=authorize,
            secrets=(*secrets, *_further_secrets(http_client)),
            hooks=hooks,
            limit_headers=about.limit_headers,
            request_id_keys=about.request_id_keys,
        )
        self._session = Session(account, CallOptions(**_call_options(changes)))
        self._others = other_accounts(account, other_apis, address, None if max_rate else limiter)
        self._shared = False

    def _credential(self, name: str, given: str | None, options: Mapping[str, object]) -> str:
        """The given credential, or the one in the environment, after checking that it can be sent.

        A misspelled keyword among the ``options`` is reported first, because it may hold the credential.
        """
        refuse_unknown(self, options, "")
        variable = self.description.variable(name)
        value = given if given is not None else from_environment(variable)
        if value is None:
            raise ConfigurationError(f"no {name}: pass {name}=... or set {variable}")
        return checked_secret(name, value)

    def _setting(self, name: str, given: str | None, default: str) -> str:
        """The given setting, or the one in the environment, or the default."""
        return given if given is not None else from_environment(self.description.variable(name)) or default


def _checked_request(request: Request[T, Any]) -> Request[T, Any]:
    if not hasattr(request, "operation"):
        raise TypeError(f"request must be what an operation's request(...) gives, not {type(request).__name__}")
    return request


def _checked_address(url: str, allow_insecure: object) -> str:
    insecure = checked_switch("allow_insecure", allow_insecure) or insecure_from_environment()
    return checked_cleartext(checked_base_url(url), allowed=insecure)


def _opened(
    http_client: HTTPClient | None, transport: str | Transport | None, max_connections: int, owner: str
) -> Transport:
    if http_client is not None and transport is not None:
        raise ConfigurationError("give http_client or transport, not both")
    chosen = http_client or transport or from_environment("ABCLIENT_TRANSPORT")
    return open_transport(chosen, max_connections=max_connections, owner=owner)


def _further_secrets(http_client: HTTPClient | None) -> tuple[str, ...]:
    """Credentials other than the account's that requests may carry."""
    headers = http_client.headers.items() if http_client is not None else ()
    return (*proxy_passwords(), *secrets_in_headers(headers))


def _call_options(changes: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of ``CallOptions`` that the keywords set."""
    return {_FIELDS[name][0]: _FIELDS[name][1](value) for name, value in changes.items()}


_FIELDS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "timeout": ("timeouts", as_timeouts),
    "retries": ("retry", as_retry_policy),
    "headers": ("headers", checked_headers),
    "max_response_bytes": ("max_response_bytes", lambda value: value),
}
