"""The socket below an asyncio transport: its limits, its memory, and what has arrived on it."""

from __future__ import annotations

import asyncio
import select
import ssl
import threading

READ_AHEAD_BYTES = 256 * 1024
"""Bytes of a response that are held before the other side has to wait."""

WRITE_CHUNK_BYTES = 64 * 1024
"""Bytes of a request that are written at a time."""

EARLY_RESPONSE_GRACE_SECONDS = 1.0
"""How long a server that has responded already may take no more of a request, before the rest is left unsent: long for
a server that still reads, short for a caller that could have the response."""


def descriptor(transport: asyncio.Transport | None) -> int:
    """The file descriptor of the transport's socket; negative once it is closed, and for None."""
    connection = transport.get_extra_info("socket") if transport is not None else None
    # A closed transport of asyncio still shows its socket, one of uvloop none.
    number: int = connection.fileno() if connection is not None else -1
    return number


def abort(transport: asyncio.Transport | None) -> None:
    """Close its socket now, if there is one."""
    # A transport that has already lost its socket must be left alone: asyncio's fails with an AttributeError.
    if transport is not None and descriptor(transport) >= 0:
        transport.abort()


def said_to_end(transport: asyncio.Transport | None) -> bool:
    """Whether the other side has said that nothing more comes.

    TLS that ends without a word may have been cut off by anyone in between (RFC 9112, 9.8); asyncio reports both alike.
    """
    secured: ssl.SSLObject | None = transport.get_extra_info("ssl_object") if transport is not None else None
    try:
        return secured is None or not secured.read(1)
    except ssl.SSLError:
        return False


class _Memory(threading.local):
    """One piece for each thread, because while one thread waits for the system to fill it, others run."""

    def __init__(self) -> None:
        self.view = memoryview(bytearray(READ_AHEAD_BYTES))


_memory = _Memory()


class SharedMemory(asyncio.BufferedProtocol):
    """A protocol that reads into memory that all connections of a thread share, and takes out at once what arrived.

    Otherwise asyncio allocates 256 kB for every read. Memory of that size the C library often takes from the system
    and gives back every time, depending on what else a program has allocated, and every request then costs more.
    """

    def get_buffer(self, sizehint: int) -> memoryview:
        return _memory.view

    def buffer_updated(self, nbytes: int) -> None:
        self.data_received(_memory.view[:nbytes].tobytes())

    def data_received(self, data: bytes) -> None:
        """Take what arrived."""


def has_input(transport: asyncio.Transport) -> bool:
    """Whether something has arrived that the event loop has not read yet; on an idle connection that is its end."""
    number = descriptor(transport)
    if not hasattr(select, "poll"):
        return bool(select.select([number], [], [], 0)[0])
    poll = select.poll()
    poll.register(number, select.POLLIN)
    return bool(poll.poll(0))
