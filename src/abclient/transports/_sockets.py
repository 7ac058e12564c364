"""What the operating system says about the socket below an asyncio transport."""

from __future__ import annotations

import asyncio
import select


def descriptor(transport: asyncio.Transport) -> int:
    """The number of the transport's socket, negative once it is closed."""
    connection = transport.get_extra_info("socket")
    # A closed transport of asyncio still shows its socket, one of uvloop none.
    number: int = connection.fileno() if connection is not None else -1
    return number


def has_input(transport: asyncio.Transport) -> bool:
    """Whether something has arrived that the event loop has not read yet; on an idle connection that is its end."""
    number = descriptor(transport)
    if not hasattr(select, "poll"):
        return bool(select.select([number], [], [], 0)[0])
    poll = select.poll()
    poll.register(number, select.POLLIN)
    return bool(poll.poll(0))
