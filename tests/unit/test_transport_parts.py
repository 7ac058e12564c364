"""Small decisions below the transports that sockets show only by chance."""

from __future__ import annotations

import os
import socket
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from abclient.errors import ConfigurationError
from abclient.transports import open_transport
from abclient.transports._fork import detach_in_forks, detach_sockets
from abclient.transports._patched import patched


def test_what_is_not_imported_is_not_patched(monkeypatch: pytest.MonkeyPatch) -> None:
    """The default transport does without httpx, and does not import it to look."""
    monkeypatch.delitem(sys.modules, "httpx", raising=False)
    assert not patched()
    assert "httpx" not in sys.modules


def test_only_sockets_that_are_open_are_detached() -> None:
    """A connection that is closed already has none, and its number may be anything's."""

    class Holder:
        def __init__(self, *numbers: int) -> None:
            self.numbers = numbers
            self.ended = False

        def end_in_fork(self) -> None:
            self.ended = True

        def descriptors(self) -> tuple[int, ...]:
            return self.numbers

    ours, other = socket.socketpair()
    holder = Holder(-1, ours.fileno())
    detach_in_forks(holder)
    detach_sockets()
    holder.numbers = ()
    assert other.recv(1) == b""
    assert os.fstat(ours.fileno())
    assert holder.ended
    ours.close()
    other.close()


@pytest.mark.parametrize("choice", ["httptools", "h11", SimpleNamespace(send=None, aclose=None)], ids=str)
@pytest.mark.parametrize("limit", [0, -1, 1.5, True, "10", None])
def test_an_impossible_number_of_connections_is_refused(choice: Any, limit: Any) -> None:
    """Whatever the transport, one without connections could only time out."""
    with pytest.raises(ConfigurationError, match="max_connections must be a whole number of 1 or more, not"):
        open_transport(choice, max_connections=limit)
