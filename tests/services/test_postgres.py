"""The PostgreSQL that tests start."""

from __future__ import annotations

import socket

import pytest

from support.services import PostgresServer

pytestmark = pytest.mark.services


def answers(port: int) -> bytes:
    """What the server says to a request for encryption: N, as it has none."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(bytes.fromhex("0000000804d2162f"))
        return connection.recv(1)


def test_a_server_is_killed_and_started_again() -> None:
    """At the same port, which nothing uses in between; afterwards nothing of it is left."""
    with PostgresServer() as server:
        assert answers(server.port) == b"N"
        port = server.port
        server.kill()
        with pytest.raises(ConnectionRefusedError):
            answers(port)
        server.start()
        assert server.port == port
        assert answers(port) == b"N"
    with pytest.raises(ConnectionRefusedError):
        answers(port)
