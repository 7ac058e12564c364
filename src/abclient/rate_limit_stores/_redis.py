"""Rate limits that processes share through Redis or Valkey."""

from __future__ import annotations

import json
import re
from ssl import SSLError
from typing import TYPE_CHECKING, Any, NoReturn, cast
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

_CLOSED = "Connection closed by server."  # what redis-py says of it, from 5.0 to 8; it has no class for this either


@frozen(repr=False)
class RedisRateLimitStore:
    """Keeps the rate limits of accounts in Redis or Valkey, for any number of processes and machines.

    Each request takes one call of a script, which Redis runs as one step, by its own clock. What is stored, about a
    kilobyte for each account, holds no credentials, and expires after two days. Needs the extra ``redis``.

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
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"

    def __repr__(self) -> str:
        return f"<RedisRateLimitStore {self.address}>"


class RedisConnection:
    """One client's connection to the limits of one account in Redis."""

    def __init__(self, url: str, address: str, key: str) -> None:
        self._url, self._address, self._key = url, address, key
        self._redis: Redis | None = None
        self._script: AsyncScript | None = None
        self._answered = False

    async def exchange(self, told: Exchange) -> Reply | None:
        """See ``StoreConnection``."""
        from redis.exceptions import ConnectionError as RedisConnectionError
        from redis.exceptions import RedisError, ResponseError
        from redis.exceptions import TimeoutError as RedisTimeoutError

        try:
            text = await self._opened()(keys=[self._key], args=[json.dumps(told, allow_nan=False), _KEEP_SECONDS])
            reply = cast("Reply | None", json.loads(text))
        except RedisTimeoutError:
            raise TimeoutError(f"{self._address} did not answer within {_TIMEOUT_SECONDS:g} seconds") from None
        except ResponseError as error:
            if _is_passing(error):
                raise ConnectionError(f"{self._address}: {_shown(error)}") from None
            self._refuse(error)
        except RedisConnectionError as error:
            # One that answered before is restarting, and one that cannot be reached may be later.
            if _is_refusal(error) or (not self._answered and _is_closed(error)):
                self._refuse(error)
            raise ConnectionError(f"{self._address}: {_shown(error)}") from None
        except (RedisError, ValueError) as error:
            self._refuse(error)
        self._answered = True
        return reply

    async def aclose(self) -> None:
        """Close the connection."""
        if self._redis is not None:
            await self._redis.aclose()

    def _opened(self) -> AsyncScript:
        if self._script is None:
            from redis.asyncio import Redis
            from redis.asyncio.retry import Retry
            from redis.backoff import NoBackoff
            from redis.exceptions import ConnectionError as RedisConnectionError

            # One more attempt, because the server may have closed a connection that was idle.
            retry = Retry(NoBackoff(), 1, supported_errors=(RedisConnectionError,))
            options: dict[str, Any] = {"socket_timeout": _TIMEOUT_SECONDS, "socket_connect_timeout": _TIMEOUT_SECONDS}
            client: Any = Redis
            opened: Redis = client.from_url(self._url, retry=retry, **options)
            self._redis, self._script = opened, opened.register_script(script())
        return self._script

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
        ClusterDownError,
        MasterDownError,
        OutOfMemoryError,
        ReadOnlyError,
        TryAgainError,
    )

    passing = (ClusterDownError, MasterDownError, OutOfMemoryError, ReadOnlyError, TryAgainError)
    return isinstance(error, passing) or bool(_UNAVAILABLE.match(str(error)))


def _shown(error: Exception) -> str:
    return ascii(str(error))[1:-1][:200]
