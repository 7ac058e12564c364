"""Rate limits that processes share through Redis or Valkey."""

from __future__ import annotations

import json
import re
from ssl import SSLError
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, cast
from urllib.parse import urlsplit

from attrs import field, frozen

from .._distribution import not_installed
from .._ratelimit.store import Exchange, Reply
from ..errors import ConfigurationError
from ._script import script

if TYPE_CHECKING:
    from redis.asyncio import Redis
    from redis.commands.core import AsyncScript

SCHEMES = ("redis", "rediss", "unix")
_TIMEOUT_SECONDS = 0.5  # a thousand times what an exchange takes; while it passes, this process's requests wait
_KEEP_SECONDS = 172_800  # two days, so that what one night learned is there in the next
_UNAVAILABLE = re.compile(r"BUSY|MISCONF|NOREPLICAS|UNKILLABLE")
"""Errors that redis-py has no class for, of a server that will be able to do it later."""

_MAX_MOVES = 3  # a cluster that is being changed may answer with a node that knows better in its turn

_CLOSED = "Connection closed by server."  # what redis-py says of it, from 5.0 to 8; it has no class for this either


@frozen(repr=False)
class RedisRateLimitStore:
    """Keeps the rate limits of accounts in Redis or Valkey, for any number of processes and machines.

    Each request takes one call of a script, which Redis runs as one step, by its own clock. What is stored, about a
    kilobyte for each account, holds no credentials, and expires after two days. Needs the extra ``redis``.

    The URL may be that of any node of a Redis Cluster: the limits of an account are one key, which is on one node.

    Attributes:
        url: such as ``redis://localhost:6379/0``, ``rediss://user:password@host:6380`` or ``unix:///run/redis.sock``.
        prefix: begins the keys; processes with different prefixes share nothing.

    Raises:
        ConfigurationError: the URL is not of that form, or redis-py is not installed.
    """

    _url: str = field(alias="url")
    prefix: str = "abclient"

    def __attrs_post_init__(self) -> None:
        try:
            import redis.asyncio
        except ImportError as error:
            raise ConfigurationError(not_installed(error, "redis", default="redis")) from None
        try:
            known = urlsplit(self._url).scheme in SCHEMES
            pool: Any = redis.asyncio.ConnectionPool
            pool.from_url(self._url)
        except (ValueError, TypeError, AttributeError):
            known = False
        if not known:
            raise ConfigurationError(
                "a rate-limit store in Redis has a URL such as redis://localhost:6379/0, rediss://… or unix://…"
            )

    def connect(self, account: str) -> RedisConnection:
        """See ``RateLimitStore``."""
        return RedisConnection(self._url, self.address, f"{self.prefix}:1:{account}")

    @property
    def address(self) -> str:
        """The URL without credentials and options."""
        parts = urlsplit(self._url)
        # A password may have a slash that should have been escaped.
        return f"{parts.scheme}://{(parts.netloc + parts.path).rpartition('@')[2]}"

    def __repr__(self) -> str:
        return f"<RedisRateLimitStore {self.address}>"


class _Node(NamedTuple):
    """The node of a cluster that has a key, as another one named it.

    Attributes:
        host: its address; empty if it is that of the one that named it.
        port: its port.
    """

    host: str
    port: int


class RedisConnection:
    """One client's connection to the limits of one account in Redis."""

    def __init__(self, url: str, address: str, key: str) -> None:
        self._url, self._address, self._key = url, address, key
        self._node: _Node | None = None
        self._clients: dict[_Node | None, Redis] = {}
        self._scripts: dict[_Node | None, AsyncScript] = {}
        self._answered = False

    async def exchange(self, told: Exchange) -> Reply | None:
        """See ``StoreConnection``."""
        from redis.exceptions import ConnectionError as RedisConnectionError
        from redis.exceptions import RedisError, ResponseError
        from redis.exceptions import TimeoutError as RedisTimeoutError

        try:
            text = await self._run(json.dumps(told, allow_nan=False))
            reply = cast("Reply | None", json.loads(text))
        except ConfigurationError:  # a ValueError, too
            raise
        except RedisTimeoutError:
            raise TimeoutError(f"{self._forget_node()} did not answer within {_TIMEOUT_SECONDS:g} seconds") from None
        except ResponseError as error:
            if _is_passing(error):
                await self._drop_connections()
                raise ConnectionError(f"{self._forget_node()}: {_shown(error)}") from None
            self._refuse(error)
        except RedisConnectionError as error:
            # One that answered before is restarting, and one that cannot be reached may be later.
            if _is_refusal(error) or (not self._answered and _is_closed(error)):
                self._refuse(error)
            raise ConnectionError(f"{self._forget_node()}: {_shown(error)}") from None
        except (RedisError, ValueError) as error:
            self._refuse(error)
        self._answered = True
        return reply

    async def aclose(self) -> None:
        """Close the connections."""
        for client in self._clients.values():
            await client.aclose()

    async def _run(self, told: str) -> bytes:
        """Run the script; in a cluster, on the node that has the key."""
        from redis.exceptions import MovedError

        for _ in range(_MAX_MOVES):
            asked = self._node
            try:
                return await self._run_at(asked, told)
            except MovedError as error:
                if urlsplit(self._url).scheme == "unix":
                    self._refuse(error)  # whose URL does not say how its other nodes are reached
                self._answered = True
                named: Any = error  # whose attributes have no types
                self._node = _Node(named.host or (asked.host if asked else ""), named.port)
        return await self._run_at(self._node, told)

    async def _run_at(self, node: _Node | None, told: str) -> bytes:
        if node not in self._scripts:
            # Others that wait for an answer of the node before keep its connections.
            self._clients[node] = client = self._opened(node)
            self._scripts[node] = client.register_script(script())
        found: bytes = await self._scripts[node](keys=[self._key], args=[told, _KEEP_SECONDS])
        return found

    async def _drop_connections(self) -> None:
        """Connect again the next time: after a failover, the name is that of another server."""
        for client in list(self._clients.values()):
            await client.connection_pool.disconnect(inuse_connections=False)  # others may wait for an answer

    def _forget_node(self) -> str:
        """Ask the URL's node the next time, as a cluster may have changed; returns who was asked."""
        node, self._node = self._node, None
        return self._address if node is None else f"{self._address}, of whose cluster {node.host}:{node.port} was asked"

    def _opened(self, node: _Node | None) -> Redis:
        from redis.asyncio import Redis
        from redis.asyncio.retry import Retry
        from redis.backoff import NoBackoff
        from redis.exceptions import ConnectionError as RedisConnectionError

        # One more attempt, because the server may have closed a connection that was idle.
        retry = Retry(NoBackoff(), 1, supported_errors=(RedisConnectionError,))
        options: dict[str, Any] = {"socket_timeout": _TIMEOUT_SECONDS, "socket_connect_timeout": _TIMEOUT_SECONDS}
        client: Any = Redis
        opened: Redis = client.from_url(self._url, retry=retry, **options)
        if node is not None:
            place: dict[str, Any] = opened.connection_pool.connection_kwargs
            place.update(host=node.host or place.get("host", "localhost"), port=node.port)
        return opened

    def _refuse(self, error: Exception) -> NoReturn:
        raise ConfigurationError(
            f"{self._address} cannot keep rate limits: it must be Redis 5 or later, or Valkey, that allows scripts and "
            f"SET, GET and TIME ({type(error).__name__}: {_shown(error)})"
        ) from None


def _is_refusal(error: Exception) -> bool:
    """Whether the server answers but will not serve: it is another kind of server, or wants other credentials."""
    from redis.exceptions import AuthenticationError, AuthorizationError, InvalidResponse

    return isinstance(error, AuthenticationError | AuthorizationError | InvalidResponse)


def _is_closed(error: Exception) -> bool:
    """Whether something accepted the connection, and closed it without an answer or does not speak TLS."""
    below = error.__cause__ or error.__context__
    closed = ConnectionResetError | BrokenPipeError | SSLError
    return isinstance(below, closed) if isinstance(below, OSError) else str(error) == _CLOSED


def _is_passing(error: Exception) -> bool:
    """Whether the server will be able to do it later: a replica becomes a master, memory is freed."""
    from redis.exceptions import (
        AskError,
        ClusterDownError,
        MasterDownError,
        OutOfMemoryError,
        ReadOnlyError,
        TryAgainError,
    )

    passing = (AskError, ClusterDownError, MasterDownError, OutOfMemoryError, ReadOnlyError, TryAgainError)
    return isinstance(error, passing) or bool(_UNAVAILABLE.match(str(error)))


def _shown(error: Exception) -> str:
    return ascii(str(error))[1:-1][:200]
