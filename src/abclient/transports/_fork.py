"""Keeps a forked process from its parent's connections, which it must neither read nor write, and from its calls.

An event loop that goes on in a child shares its epoll with the parent's. A child that only runs its loop would take the
parent's responses, and send what the parent sends as well.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterable
from contextlib import suppress
from typing import Protocol
from weakref import WeakSet


class HoldsSockets(Protocol):
    """A transport with connections."""

    def descriptors(self) -> Iterable[int]:
        """The file descriptors of its sockets; negative ones do not count."""
        ...

    def end_in_fork(self) -> None:
        """End the calls under way, which are the parent's; called in the child."""


_holders: WeakSet[HoldsSockets] = WeakSet()


def detach_in_forks(holder: HoldsSockets) -> None:
    """From now on, until it is gone, have its sockets replaced by dead ones in every process that is forked."""
    _holders.add(holder)


def detach_sockets() -> None:
    """Put a socket that is not connected in place of each: the parent's are neither read, written nor shut down."""
    with socket.socket() as dead:
        for holder in list(_holders):
            holder.end_in_fork()
            for number in holder.descriptors():
                if number >= 0:
                    os.dup2(dead.fileno(), number, inheritable=False)


with suppress(AttributeError):  # where nothing forks
    os.register_at_fork(after_in_child=detach_sockets)
