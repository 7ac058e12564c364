"""Servers for tests: asyncio sockets on 127.0.0.1 that do byte for byte what a test scripts."""

from __future__ import annotations

import asyncio
import gc
import socket
import ssl
import struct
import sys
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Self

import trustme

Script = Callable[["Peer"], Awaitable[None]]

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


def _unacknowledged(sender: socket.socket) -> int:
    """Bytes that the other end's system has not acknowledged; 0 where this system does not say."""
    if sys.platform != "linux":
        return 0
    from fcntl import ioctl
    from termios import TIOCOUTQ

    found: tuple[int] = struct.unpack("i", ioctl(sender.fileno(), TIOCOUTQ, bytes(4)))
    return found[0]


def answer(body: bytes = b"", status: str = "200 OK", *headers: str) -> bytes:
    """A whole HTTP/1.1 answer with its Content-Length."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


class Peer:
    """The server's end of one accepted connection.

    Attributes:
        number: 1 for the first connection the server accepted.
    """

    def __init__(self, server: Server, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer
        self._server = server
        server.accepted += 1
        self.number = server.accepted

    async def request(self) -> bytes:
        """Wait for one whole request, head and body."""
        head = await self.reader.readuntil(b"\r\n\r\n")
        length = 0
        for line in head.lower().split(b"\r\n"):
            name, _, value = line.partition(b":")
            if name == b"content-length":
                length = int(value)
        whole = head + await self.reader.readexactly(length)
        self._server.requests.append(whole)
        return whole

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def arrived(self) -> None:
        """Wait until the client's system has acknowledged what was sent, which a busy machine may leave for later."""
        while self.writer.transport.get_write_buffer_size() or _unacknowledged(self.writer.get_extra_info("socket")):
            await asyncio.sleep(0)

    def reset(self) -> None:
        """Close with RST instead of FIN."""
        linger_not = struct.pack("ii", 1, 0)
        self.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger_not)
        self.writer.transport.abort()

    async def closed(self) -> None:
        """Wait until the client has closed its end."""
        with suppress(ConnectionError):
            await self.reader.read()

    async def ticks(self, count: int) -> None:
        """Let the event loop go round, so that a test can cancel in between."""
        for _ in range(count):
            await asyncio.sleep(0)


class Server:
    """Runs one script per connection while the ``async with`` block lasts.

    Attributes:
        port: where it listens, on 127.0.0.1.
        accepted: how many connections were made to it.
        requests: every whole request it was sent, as bytes.
        open: how many connections are open now.
    """

    def __init__(self, script: Script, *, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> None:
        self._host = host
        self._script = script
        self._tls = tls
        self._tasks: set[asyncio.Task[None]] = set()
        self.port = 0
        self.accepted = 0
        self.requests: list[bytes] = []

    @property
    def url(self) -> str:
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}"

    @property
    def open(self) -> int:
        return len(self._tasks)

    @property
    def sockets(self) -> int:
        """How many sockets the server itself has open, besides those that were open before it started."""
        return self._before + 1 + self.open

    async def __aenter__(self) -> Self:
        self._before = open_sockets()
        self._listener = await asyncio.start_server(
            self._accept,
            self._host,
            0,
            ssl=self._tls,
            # Clients do not answer the end of TLS, so that waiting for it would only take time.
            ssl_shutdown_timeout=0.1 if self._tls else None,
        )
        self.port = self._listener.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._listener.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.sleep(0)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._serve(Peer(self, reader, writer)))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, peer: Peer) -> None:
        try:
            # A client that goes away in the middle is what many tests are about.
            with suppress(ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
                await self._script(peer)
        except asyncio.CancelledError:
            peer.writer.transport.abort()
            raise
        finally:
            if not peer.writer.is_closing():
                peer.writer.close()
            with suppress(ConnectionError, ssl.SSLError):
                await peer.writer.wait_closed()


def replies(*answers: bytes) -> Script:
    """Give these answers, one per request, on every connection, and the last one again and again."""

    async def script(peer: Peer) -> None:
        count = 0
        while True:
            await peer.request()
            await peer.send(answers[min(count, len(answers) - 1)])
            count += 1

    return script


def replies_then_closes(data: bytes) -> Script:
    """Read a request, send these bytes, close."""

    async def script(peer: Peer) -> None:
        await peer.request()
        await peer.send(data)

    return script


def replies_then_resets(data: bytes) -> Script:
    """Read a request, send these bytes, close with RST."""

    async def script(peer: Peer) -> None:
        await peer.request()
        await peer.send(data)
        peer.reset()

    return script


def replies_then_stalls(data: bytes) -> Script:
    """Read a request, send these bytes, then be silent until the client gives up."""

    async def script(peer: Peer) -> None:
        await peer.request()
        await peer.send(data)
        await peer.closed()

    return script


def forwarding_proxy(log: list[bytes], *, refuse: bytes | None = None, opened: bytes = b"") -> Script:
    """An HTTP proxy for plain requests and CONNECT tunnels; notes the head of each request in ``log``.

    With ``refuse`` it answers every request with these bytes instead. ``opened`` are header lines of a tunnel.
    """

    async def script(peer: Peer) -> None:
        head = await peer.reader.readuntil(b"\r\n\r\n")
        log.append(head)
        if refuse is not None:
            await peer.send(refuse)
            await peer.closed()
            return
        method, target, _ = head.split(b" ", 2)
        authority = target if method == b"CONNECT" else target.split(b"/")[2]
        host, _, port = authority.decode().rpartition(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        try:
            if method == b"CONNECT":
                await peer.send(b"HTTP/1.1 200 Connection established\r\n%s\r\n" % opened)
            else:
                writer.write(head)
            await asyncio.gather(_pump(peer.reader, writer), _pump(reader, peer.writer))
        finally:
            writer.close()

    return script


async def _pump(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):
        while data := await source.read(65536):
            target.write(data)
            await target.drain()
    target.close()


@cache
def _authority() -> trustme.CA:
    return trustme.CA()


@cache
def server_tls(name: str = "127.0.0.1", *, expired: bool = False, trusted: bool = True) -> ssl.SSLContext:
    """TLS for a server, with a certificate for this name, from an authority that ``client_tls`` trusts, unless told."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority = _authority() if trusted else trustme.CA()
    until = datetime.now(UTC) + timedelta(days=-1 if expired else 1)
    with authority.issue_cert(name, not_after=until).private_key_and_cert_chain_pem.tempfile() as file:
        context.load_cert_chain(file)
    return context


@cache
def client_tls() -> ssl.SSLContext:
    """TLS for a client that trusts the servers of these tests."""
    context = ssl.create_default_context()
    context.load_verify_locations(cadata=authority_pem().decode())
    return context


def authority_pem() -> bytes:
    """The certificate of the authority that signs the servers of these tests."""
    return _authority().cert_pem.bytes()


@contextmanager
def full_listener() -> Generator[int, None, None]:
    """A port where connecting stalls: its queue is full, and nobody accepts."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        address = listener.getsockname()
        fillers = [socket.socket() for _ in range(4)]
        try:
            for filler in fillers:
                filler.setblocking(False)
                filler.connect_ex(address)
            yield address[1]
        finally:
            for filler in fillers:
                filler.close()


def closed_port() -> int:
    """A port where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def open_sockets() -> int:
    """How many sockets this process has open."""
    count = 0
    for descriptor in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            count += str(descriptor.readlink()).startswith("socket:")
    return count


@contextmanager
def nothing_left_behind() -> Generator[None, None, None]:
    """Fail unless the block ends with the sockets it began with, without help from the garbage collector."""
    gc.collect()
    gc.disable()
    before = open_sockets()
    try:
        yield
        assert open_sockets() == before, "sockets were left open"
    finally:
        gc.enable()


async def until(condition: Callable[[], bool], seconds: float = 60.0) -> None:
    """Wait until something becomes true; fail if it takes longer than ``seconds``."""
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.001)
