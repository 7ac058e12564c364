"""Opening a TCP connection to the first of a host's addresses that accepts one, without losing a socket."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections import deque
from itertools import chain, zip_longest
from typing import Any

from ._fork import detach_in_forks

Address = tuple[int, int, int, str, Any]
"""As ``socket.getaddrinfo`` returns it."""

ATTEMPT_DELAY_SECONDS = 0.25
"""Seconds that an address has to respond before the next one is tried as well (RFC 8305 recommends this value)."""


class _Dialled:
    """The sockets that are being connected, which no connection knows yet."""

    def __init__(self) -> None:
        self.sockets: set[socket.socket] = set()

    def descriptors(self) -> list[int]:
        """Their file descriptors."""
        return [one.fileno() for one in self.sockets]

    def end_in_fork(self) -> None:
        """Nothing: the transports end their calls."""


_dialled = _Dialled()
detach_in_forks(_dialled)


async def dial(host: str, port: int) -> socket.socket:
    """A connected, non-blocking socket.

    Cancelled at any moment, it leaves no socket open; asyncio's own ``happy_eyeballs_delay`` does.

    Raises:
        OSError: the name has no address, or none of its addresses accepts a connection.
    """
    addresses = await _addresses(host, port)
    if len(addresses) == 1:
        return await _connect(addresses[0])
    return await race(alternating(addresses))


async def _addresses(host: str, port: int) -> list[Address]:
    try:
        # What has a zone is looked up, since that is how the zone's name becomes its number.
        version = ipaddress.ip_address("" if "%" in host else host).version
    except ValueError:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return [*found]
    family = socket.AF_INET if version == 4 else socket.AF_INET6
    # Named, because asyncio turns off Nagle's delay (40 ms for every request with a body) only where it is.
    return [(family, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (host, port))]


def alternating(addresses: list[Address]) -> deque[Address]:
    """The families in turn, so that a broken one, often IPv6, costs one head start and not one per address."""
    first = [address for address in addresses if address[0] == addresses[0][0]]
    others = [address for address in addresses if address[0] != addresses[0][0]]
    return deque(address for address in chain.from_iterable(zip_longest(first, others)) if address is not None)


async def _connect(address: Address) -> socket.socket:
    family, kind, protocol, _, target = address
    connection = socket.socket(family, kind, protocol)
    _dialled.sockets.add(connection)
    try:
        connection.setblocking(False)
        await asyncio.get_running_loop().sock_connect(connection, target)
    except BaseException:
        connection.close()
        raise
    finally:
        _dialled.sockets.discard(connection)
    return connection


async def race(waiting: deque[Address]) -> socket.socket:
    """A socket connected to the first address that accepts; each gets a head start over the next.

    Raises:
        OSError: none accepts; names the reason for each.
    """
    running: set[asyncio.Task[socket.socket]] = set()
    winner: asyncio.Task[socket.socket] | None = None
    failures: list[str] = []
    try:
        while waiting or running:
            if waiting:
                running.add(asyncio.create_task(_connect(waiting.popleft())))
            patience = ATTEMPT_DELAY_SECONDS if waiting else None
            done, _ = await asyncio.wait(running, timeout=patience, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                error = task.exception()
                if error is None:
                    winner = task
                    return task.result()
                running.discard(task)
                failures.append(str(error))
    finally:
        for task in running:
            if task is not winner:
                task.add_done_callback(_discard)
                task.cancel()
    raise OSError("; ".join(dict.fromkeys(failures)))


def _discard(task: asyncio.Task[socket.socket]) -> None:
    if not task.cancelled() and task.exception() is None:
        task.result().close()
