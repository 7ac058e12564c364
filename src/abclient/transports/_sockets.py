"""What the operating system says about the socket below an asyncio transport."""

from __future__ import annotations

import asyncio
import select


def descriptor(transport: asyncio.Transport) -> int:
    """The number of the transport's socket, negative once it is closed."""
    number: int = transport.get_extra_info("socket").fileno()
    return number


def has_input(transport: asyncio.Transport) -> bool:
    """Whether something has arrived that the event loop has not read yet; on an idle connection that is its end."""
    number = descriptor(transport)
    if not hasattr(select, "poll"):
        return bool(select.select([number], [], [], 0)[0])
    poll = select.poll()
    poll.register(number, select.POLLIN)
    return bool(poll.poll(0))
