"""The transport for a client the user hands in: its authentication, hooks, mounts and instrumentation apply."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, cast
from weakref import WeakSet

from ..errors import ClientClosedError
from ._body import Body, body_for
from ._errors import decoded_headers, encoded_headers, raise_mapped
from ._fork import detach_in_forks
from ._h11 import has_more, read_chunks_together
from ._libraries import httpx_of
from ._origin import zoned_address
from ._pool import ConnectionPool, Lease
from ._reader import may_have_surplus
from ._state import TransportState
from ._wire import WireRequest, WireResponse

if TYPE_CHECKING:
    import httpx


class HttpxTransport:
    """Sends requests through a client of httpx or httpx2, which stays the user's own: it is never closed here.

    A cancelled task can leave such a client's own pool one connection short forever, so each request runs in a task of
    its own that is never cancelled; an abandoned task ends at its next bytes or its read timeout, and
    ``aclose`` waits for it.

    The client's cookies are not sent, though httpx stores those that responses set. Its hooks may read a whole body,
    which then escapes ``max_response_bytes`` until it is in memory.

    Args:
        client: the user's client.
        max_connections: how many requests run at once; should be at most what the client's own limits allow.
    """

    def __init__(self, client: httpx.AsyncClient, *, max_connections: int = 100) -> None:
        self._client = client
        self._process = os.getpid()
        self._pool: ConnectionPool[None] = ConnectionPool(max_connections)
        self._state = TransportState()
        self._running: set[asyncio.Task[WireResponse]] = set()
        self._streams: WeakSet[Any] = WeakSet()
        detach_in_forks(self)

    async def send(self, request: WireRequest) -> WireResponse:
        """Send it once, with the client's own authentication and hooks, following no redirects.

        Raises:
            NotSentError: certainly not processed.
            ResponseLostError: it may have been processed.
            ClientClosedError: closed before or meanwhile, or used in a second event loop or in a fork.
            ConfigurationError: it cannot be put into HTTP.
        """
        self._check_process()
        request.sent_by = "httpx"
        with self._state.call():
            exchange = _Exchange(self._client, request, self._streams)
            lease = await self._pool.acquire(request.timeouts.pool)
            task = asyncio.create_task(exchange.run())
            self._running.add(task)
            task.add_done_callback(partial(self._ended, lease))
            try:
                # asyncio.shield would report what an abandoned task runs into, from Python 3.14 on.
                await asyncio.wait([task])
                return task.result()
            finally:
                exchange.abandon()

    async def aclose(self) -> None:
        """Refuse further calls, end those in flight and wait for what they left running."""
        if self._state.close():
            await self._state.wait_idle()
            if self._running:
                await asyncio.wait(self._running)

    def descriptors(self) -> list[int]:
        """The numbers of the sockets that were opened for requests of ours, or by which their responses came."""
        sockets = [stream.get_extra_info("socket") for stream in self._streams]
        return [one.fileno() for one in sockets if one is not None]

    def end_in_fork(self) -> None:
        """End the calls that a fork has inherited, and the tasks that carry them out."""
        self._state.end_in_fork()
        for task in self._running:
            with suppress(RuntimeError):  # as in the state
                task.cancel()

    def _check_process(self) -> None:
        """A client that its owner has used before a fork holds connections of the parent, too."""
        here = os.getpid()
        if self._process != here and getattr(getattr(self._client, "_state", None), "name", "") != "UNOPENED":
            raise ClientClosedError(
                "the httpx client that was handed in was used before this process was forked; make one in each process"
            )
        self._process = here

    def _ended(self, lease: Lease[None], task: asyncio.Task[WireResponse]) -> None:
        self._running.discard(task)
        self._pool.release(lease)
        if not task.cancelled():
            task.exception()  # so that an abandoned task's error is not reported as forgotten


class _Exchange:
    """One request and its response; may be left alone half-way."""

    def __init__(self, client: httpx.AsyncClient, request: WireRequest, streams: WeakSet[Any]) -> None:
        self._client, self._httpx = client, cast("Any", httpx_of(client))
        self._streams = streams
        self._request = request
        self._abandoned = False
        self._message = self._build()
        self._check_open()

    def abandon(self) -> None:
        """The caller is gone: stop at the next bytes, and give the sink no more."""
        self._abandoned = True

    async def _note(self, event: str, info: dict[str, Any]) -> None:
        """Remember a new connection before anything is sent on it: https://www.encode.io/httpcore/extensions/#trace."""
        if event == "connection.connect_tcp.complete":
            self._streams.add(info["return_value"])

    async def run(self) -> WireResponse:
        try:
            response = await self._client.send(self._message, stream=True, follow_redirects=False)
            if (stream := response.extensions.get("network_stream")) is not None:
                self._streams.add(stream)
            try:
                return await self._read(response)
            finally:
                await response.aclose()
        except Exception as error:
            self._check_open()
            if isinstance(error, self._httpx.RequestError):
                # The error outlives the call in logs and trackers; the headers with the credentials must not.
                cast("Any", error).request = self._httpx.Request(self._message.method, self._message.url)
            raise_mapped(error, self._message.url.netloc.decode("ascii"))

    async def _read(self, response: httpx.Response) -> WireResponse:
        headers = decoded_headers(response.headers.raw)
        if response.is_stream_consumed:
            # One of the client's hooks has read the response, and httpx has decompressed it.
            body = Body(self._request.max_response_bytes)
            body.feed(response.content)
        else:
            body = body_for(self._request, response.status_code, headers)
            read_chunks_together(response.stream)
            whole = await self._take(response, body)
            surplus = may_have_surplus(self._request.method, response.status_code, headers) or has_more(response.stream)
            if whole and surplus:
                # Before the response is closed, which is when the pool gives its connection to the next request.
                await response.extensions["network_stream"].aclose()
        return WireResponse(status=response.status_code, headers=headers, body=body.finish())

    async def _take(self, response: httpx.Response, body: Body) -> bool:
        """Read the body, and whether it came to its end."""
        try:
            # Not by httpx's own iterators: they close the response at its end.
            async for piece in cast("httpx.AsyncByteStream", response.stream):
                if self._abandoned or not body.feed(piece):
                    return False
        except Exception:
            if not body.may_be_cut:
                raise
            return False
        return True

    def _check_open(self) -> None:
        if self._client.is_closed:
            raise ClientClosedError("the httpx client that was handed in is closed") from None

    def _build(self) -> httpx.Request:
        request, limits = self._request, self._request.timeouts
        headers, url = [*request.headers, ("Accept-Encoding", "gzip")], request.url
        extensions: dict[str, Any] = {"trace": self._note}
        try:
            if (zoned := zoned_address(url)) is not None:
                # httpx itself would tell the zone to the other side, in Host and in TLS.
                url, netloc, extensions["sni_hostname"] = zoned
                headers.append(("Host", netloc))
            message = self._client.build_request(
                request.method,
                url,
                headers=encoded_headers(headers),
                content=request.body,
                extensions=extensions,
                timeout=self._httpx.Timeout(
                    connect=limits.connect, read=limits.read, write=limits.write, pool=limits.pool
                ),
            )
        except Exception as error:
            raise_mapped(error, "the API")
        message.headers.pop("Cookie", None)
        return message
