"""Stores of rate limits: which one an option names, what an account is called in it, and files that are locked."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import abclient
from abclient._ratelimit import RateLimiter
from abclient._ratelimit.shared import SharedRateLimiter
from abclient._ratelimit.state import SharedRate
from abclient._ratelimit.store import Exchange, Seed, Take
from abclient.errors import ConfigurationError
from abclient.rate_limit_stores import FileRateLimitStore, RedisRateLimitStore
from abclient.rate_limit_stores._open import account_key, as_store
from support.clients import TOKEN, VENDORS, connect, session_of
from support.fake import Script, answer, json_request
from support.server import Peer, Server, closed_port
from support.server import Script as ServerScript

SEED = Seed(
    number=0,
    routes={},
    learned=SharedRate(rate=50.0, step=10.0, slow_start=True, top=50.0, hold=12.0, held=0.0),
    alone=False,
)
TAKE = Take(route="get", on_route=0, learned=True, ceiling=1e3)
PASSWORD = "passw0rd-of-redis"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("redis://localhost:6379/0", "<RedisRateLimitStore redis://localhost:6379/0>"),
        (f"rediss://me:{PASSWORD}@cache.example.com:6380/1?x={PASSWORD}", None),
        (f"redis://me:123/{PASSWORD}@host:1/0", "<RedisRateLimitStore redis://host:1/0>"),
        ("unix:///run/redis.sock", "<RedisRateLimitStore unix:///run/redis.sock>"),
        ("/var/lib/limits", "FileRateLimitStore(directory=PosixPath('/var/lib/limits'))"),
        ("limits", "FileRateLimitStore(directory=PosixPath('limits'))"),
        ("run:1/limits", "FileRateLimitStore(directory=PosixPath('run:1/limits'))"),
    ],
)
def test_a_text_names_a_redis_or_a_directory(given: str, shown: str | None) -> None:
    """By its form; what it shows of itself has no password."""
    store = as_store(given)
    assert repr(store) == (shown or "<RedisRateLimitStore rediss://cache.example.com:6380/1>")
    assert PASSWORD not in f"{store!r} {store}"


@pytest.mark.parametrize("store", [RedisRateLimitStore("redis://h"), FileRateLimitStore("d")])
def test_a_store_is_taken_as_it_is(store: object) -> None:
    """So is any object with its methods."""
    assert as_store(store) is store


@pytest.mark.parametrize(
    "given",
    [
        *("", " ", "http://localhost", "redis://localhost:port", "redis:/localhost", "rediss:h", 7, b"redis://h"),
        *("localhost:6379", "u:p@cache.example.com:6379/0", "[::1]:6379", object()),
    ],
)
def test_what_is_no_store_is_refused(given: object) -> None:
    """With what it may be, and without showing what was given."""
    with pytest.raises(ConfigurationError, match=r"redis://localhost:6379/0|rate_limit_store must be"):
        as_store(given)


def test_an_account_is_named_by_vendor_host_and_credentials() -> None:
    """All of them count, the order of credentials does not, and none can be read in it."""
    name = account_key("acme", "https://api.example.com", ("one", "two"))
    assert name == account_key("acme", "https://api.example.com", ("two", "one"))
    others = {
        account_key("other", "https://api.example.com", ("one", "two")),
        account_key("acme", "https://eu.example.com", ("one", "two")),
        account_key("acme", "https://api.example.com", ("one",)),
    }
    assert len({name, *others}) == 4
    assert len(name) == 32
    assert set(name) <= set("0123456789abcdef")


@pytest.mark.parametrize("vendor", VENDORS)
async def test_every_client_takes_a_store(vendor: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By keyword or from the environment; its requests are counted there, under a name without credentials."""
    for given in ({"rate_limit_store": str(tmp_path / "a")}, {}):
        monkeypatch.setenv("ABCLIENT_RATE_LIMIT_STORE", str(tmp_path / "b"))
        async with connect(vendor, "https://api.example.com", transport=Script(answer(200, {})), **given) as client:
            await session_of(client).send(json_request())
    for directory in ("a", "b"):
        (file,) = (tmp_path / directory).iterdir()
        assert json.loads(file.read_text())["number"] == 1
        assert TOKEN not in file.name + file.read_text()
        assert file.read_text().count("processes") == 1


def test_without_a_store_nothing_is_shared() -> None:
    """The limiter is the one of a single process."""
    assert type(session_of(abclient.LaunchDarkly("t")).limiter) is RateLimiter
    shared = abclient.LaunchDarkly("t", rate_limit_store=FileRateLimitStore("d"))
    assert type(session_of(shared).limiter) is SharedRateLimiter


async def test_two_connections_count_together_in_a_file(tmp_path: Path) -> None:
    """Each exchange is one step, whatever runs at the same time."""
    store = FileRateLimitStore(tmp_path / "new" / "directory")
    connections = [store.connect("account") for _ in range(4)]
    for number, connection in enumerate(connections):
        await connection.exchange(Exchange(process=str(number), seed=SEED))
    replies = await asyncio.gather(
        *(
            connection.exchange(Exchange(process=str(number), take={**TAKE, "learned": False}))
            for number, connection in enumerate(connections)
            for _ in range(25)
        )
    )
    grants = [reply["grant"] for reply in replies if reply]
    assert sorted(grant["number"] for grant in grants if grant) == list(range(1, 101))
    assert {reply["processes"] for reply in replies if reply} == {4}
    for connection in connections:
        await connection.aclose()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"number": 1}', b"\xff\x00", b"null", b'{"number":[1]}'])
async def test_a_file_that_cannot_be_read_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    """Its last writer may have been killed in the middle."""
    (tmp_path / "account.json").write_bytes(content)
    connection = FileRateLimitStore(tmp_path).connect("account")
    assert await connection.exchange(Exchange(process="a", take=TAKE)) is None
    reply = await connection.exchange(Exchange(process="a", seed=SEED, take=TAKE))
    assert reply
    assert reply["grant"] == {"number": 1, "on_route": 1, "wait": 0.0, "probe": False}


def _made(directory: Path) -> Path:
    directory.mkdir()
    return directory


SPOILS: dict[str, Callable[[Path], object]] = {
    "a file in its place": lambda directory: directory.write_text("a file"),
    "a directory": lambda directory: (directory / "account.json").mkdir(parents=True),
    "a pipe": lambda directory: os.mkfifo(_made(directory) / "account.json"),
}


@pytest.mark.parametrize("spoil", SPOILS.values(), ids=SPOILS)
async def test_a_directory_that_cannot_be_used_is_an_os_error(tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    """As is anything that keeps a store from being reached: the client goes on alone, and warns."""
    spoil(tmp_path / "limits")
    with pytest.raises(OSError, match=r"."):
        await FileRateLimitStore(tmp_path / "limits").connect("account").exchange(Exchange(process="a", seed=SEED))


async def test_a_file_that_another_process_keeps_locked_is_given_up_soon(tmp_path: Path) -> None:
    """One that was stopped while it held the lock must not stop the others."""
    import fcntl

    with (tmp_path / "account.json").open("wb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(TimeoutError, match=r"account\.json was locked"):
            await FileRateLimitStore(tmp_path).connect("account").exchange(Exchange(process="a", seed=SEED))


async def test_what_redis_py_cannot_explain_is_no_store() -> None:
    """Any other failure than a lost connection is named; a connection that was never opened can be closed."""
    from redis.exceptions import RedisError

    async def fails(**given: object) -> None:
        raise RedisError("\x1b[2Jodd")

    connection = RedisRateLimitStore("redis://localhost").connect("account")
    connection._scripts[None] = fails  # type: ignore[assignment]  # pyright: ignore
    with pytest.raises(ConfigurationError, match=r"cannot keep rate limits.*RedisError: \\x1b\[2Jodd"):
        await connection.exchange(Exchange(process="a"))
    await connection.aclose()


def test_without_redis_py_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the store is made, not in the middle of the work."""
    monkeypatch.setitem(sys.modules, "redis.asyncio", None)
    with pytest.raises(ConfigurationError, match=r"is not installed: pip install '.*\[redis\]'"):
        RedisRateLimitStore("redis://localhost")


async def test_windows_locks_a_byte_beyond_the_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As another process would be kept from reading and writing what is locked; the lock is released at the end."""
    import fcntl

    locked = list[tuple[str, int, int]]()

    def locking(descriptor: int, mode: str, count: int) -> None:
        locked.append((mode, os.lseek(descriptor, 0, os.SEEK_CUR), count))
        if mode == "lock" and len(locked) == 1:
            raise PermissionError(13, "Permission denied")
        fcntl.lockf(descriptor, fcntl.LOCK_UN if mode == "unlock" else fcntl.LOCK_EX, count)

    module: Any = SimpleNamespace(locking=locking, LK_NBLCK="lock", LK_UNLCK="unlock")
    monkeypatch.setitem(sys.modules, "msvcrt", module)
    monkeypatch.setitem(sys.modules, "fcntl", None)
    connection = FileRateLimitStore(tmp_path).connect("account")
    reply = await connection.exchange(Exchange(process="a", seed=SEED, take=TAKE))
    assert reply
    assert reply["grant"]
    assert [mode for mode, _, _ in locked] == ["lock", "lock", "unlock"]
    assert {(at > (tmp_path / "account.json").stat().st_size, count) for _, at, count in locked} == {(True, 1)}


async def closes_at_once(peer: Peer) -> None:
    """As a server of something else."""


async def closes_after_a_command(peer: Peer) -> None:
    await peer.reader.read(10)


async def resets(peer: Peer) -> None:
    await peer.reader.read(10)
    peer.reset()


@pytest.mark.parametrize("script", [closes_at_once, closes_after_a_command, resets])
async def test_what_closes_connections_is_not_a_redis(script: ServerScript) -> None:
    """It is there, but answers nothing, also when it is asked a second time."""
    async with Server(script) as server:
        connection = RedisRateLimitStore(f"redis://127.0.0.1:{server.port}").connect("account")
        with pytest.raises(ConfigurationError, match=r"cannot keep rate limits: it must be Redis 5"):
            await connection.exchange(Exchange(process="a", seed=SEED))
        await connection.aclose()
        assert server.accepted > 1


async def command_from(reader: asyncio.StreamReader) -> bytes:
    """The name of the next command that is sent to a Redis."""
    (count,) = re.findall(rb"\d+", await reader.readuntil(b"\r\n"))
    words = list[bytes]()
    for _ in range(int(count)):
        (length,) = re.findall(rb"\d+", await reader.readuntil(b"\r\n"))
        words.append((await reader.readexactly(int(length) + 2))[:-2])
    return words[0]


async def test_a_redis_that_closes_connections_was_there() -> None:
    """What has answered once is one: it restarts, and the client goes on alone until it is there again."""

    async def script(peer: Peer) -> None:
        while peer.number == 1:
            command = await command_from(peer.reader)
            await peer.send(b"$4\r\nnull\r\n" if command == b"EVALSHA" else b"+OK\r\n")
            if command == b"EVALSHA":
                return

    async with Server(script) as server:
        connection = RedisRateLimitStore(f"redis://127.0.0.1:{server.port}").connect("account")
        assert await connection.exchange(Exchange(process="a")) is None
        with pytest.raises(ConnectionError, match="redis://127"):
            await connection.exchange(Exchange(process="a"))
        await connection.aclose()


async def test_a_replica_is_not_asked_twice() -> None:
    """After a failover the name is that of another server, and a connection that is open goes on to the old one."""

    async def script(peer: Peer) -> None:
        refusal = b"-READONLY You can't write against a read only replica.\r\n"
        with suppress(asyncio.IncompleteReadError):
            while True:
                is_script = await command_from(peer.reader) == b"EVALSHA"
                found = refusal if peer.number == 1 else b"$4\r\nnull\r\n"
                await peer.send(found if is_script else b"+OK\r\n")

    async with Server(script) as server:
        connection = RedisRateLimitStore(f"redis://127.0.0.1:{server.port}").connect("account")
        with pytest.raises(ConnectionError, match="read only replica"):
            await connection.exchange(Exchange(process="a"))
        assert await connection.exchange(Exchange(process="a")) is None
        await connection.aclose()
    assert server.accepted == 2


class ClusterNode:
    """A node of a Redis Cluster that is played: it has the key, or names the node that does."""

    def __init__(self, answer: bytes = b"$4\r\nnull\r\n") -> None:
        self.answer: bytes = answer
        self.asked: int = 0

    def names(self, server: Server, host: str = "127.0.0.1") -> None:
        """Let it answer that this server has the key."""
        self.answer = f"-MOVED 8191 {host}:{server.port}\r\n".encode()

    async def __call__(self, peer: Peer) -> None:
        """Answer the commands of a connection."""
        await self.serve(peer.reader, peer.writer)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """As asyncio's own servers call it."""
        with suppress(asyncio.IncompleteReadError), closing(writer):
            while True:
                is_script = await command_from(reader) == b"EVALSHA"
                self.asked += is_script
                writer.write(self.answer if is_script else b"+OK\r\n")


@pytest.mark.parametrize("host", ["127.0.0.1", ""])
async def test_in_a_cluster_the_node_that_has_the_key_is_asked(host: str) -> None:
    """The one that the URL names says which it is, where it is the same host without its name."""
    first, second = ClusterNode(), ClusterNode()
    async with Server(first) as one, Server(second) as other:
        first.names(other, host)
        connection = RedisRateLimitStore(f"redis://127.0.0.1:{one.port}").connect("account")
        for _ in range(3):
            assert await connection.exchange(Exchange(process="a")) is None
        assert (first.asked, second.asked) == (1, 3)
        second.names(one, host)  # and a slot moves, or a replica takes over
        first.answer = b"$4\r\nnull\r\n"
        assert await connection.exchange(Exchange(process="a")) is None
        assert (first.asked, second.asked) == (2, 4)
        await connection.aclose()


async def test_a_node_that_is_lost_is_asked_for_again() -> None:
    """The error names it; the next exchange begins with the node of the URL, which knows what took its place."""
    first, second = ClusterNode(), ClusterNode()
    async with Server(first) as one, Server(second) as other:
        first.names(other)
        connection = RedisRateLimitStore(f"redis://127.0.0.1:{one.port}").connect("account")
        assert await connection.exchange(Exchange(process="a")) is None
        second.answer = b"-CLUSTERDOWN The cluster is down\r\n"
        with pytest.raises(ConnectionError, match=f"of whose cluster 127.0.0.1:{other.port} was asked: .*down"):
            await connection.exchange(Exchange(process="a"))
        first.answer = b"$4\r\nnull\r\n"
        assert await connection.exchange(Exchange(process="a")) is None
        assert (first.asked, second.asked) == (2, 2)
        await connection.aclose()


async def test_nodes_that_name_each_other_are_given_up_for_now() -> None:
    """As while a cluster is being changed, and where a slot is on its way from one node to another."""
    first, second = ClusterNode(), ClusterNode()
    async with Server(first) as one, Server(second) as other:
        first.names(other)
        second.names(one)
        connection = RedisRateLimitStore(f"redis://127.0.0.1:{one.port}").connect("account")
        with pytest.raises(ConnectionError, match="8191 127"):
            await connection.exchange(Exchange(process="a"))
        assert (first.asked, second.asked) == (2, 2)
        first.answer = f"-ASK 8191 127.0.0.1:{other.port}\r\n".encode()
        with pytest.raises(ConnectionError, match="8191 127"):
            await connection.exchange(Exchange(process="a"))
        await connection.aclose()


async def test_a_cluster_behind_a_socket_is_named(tmp_path: Path) -> None:
    """A URL with a socket's path does not say how other nodes are reached."""
    node = ClusterNode(b"-MOVED 8191 127.0.0.1:6379\r\n")
    path = tmp_path / "redis.sock"
    async with await asyncio.start_unix_server(node.serve, path):
        connection = RedisRateLimitStore(f"unix://{path}").connect("account")
        with pytest.raises(ConfigurationError, match=r"^unix:.* cannot keep rate limits: [^:]* \(MovedError: 8191 127"):
            await connection.exchange(Exchange(process="a"))
        await connection.aclose()


async def test_a_redis_that_cannot_be_reached_may_be_later() -> None:
    """Where nothing listens, and at a name that does not exist."""
    for host in (f"127.0.0.1:{closed_port()}", "nowhere.invalid"):
        connection = RedisRateLimitStore(f"redis://{host}").connect("account")
        with pytest.raises(ConnectionError):
            await connection.exchange(Exchange(process="a", seed=SEED))
        await connection.aclose()


async def answers_without_tls(peer: Peer) -> None:
    await peer.reader.read(10)
    await peer.send(b"-ERR unknown command\r\n")


async def test_tls_where_there_is_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The URL is wrong then."""
    monkeypatch.setattr(
        "abclient.rate_limit_stores._redis._TIMEOUT_SECONDS", 30.0
    )  # a busy machine may take half a second to answer
    async with Server(answers_without_tls) as server:
        connection = RedisRateLimitStore(f"rediss://127.0.0.1:{server.port}").connect("account")
        with pytest.raises(ConfigurationError, match="cannot keep rate limits"):
            await connection.exchange(Exchange(process="a", seed=SEED))
        await connection.aclose()


def test_a_client_without_a_store_imports_none() -> None:
    """Neither the stores nor redis-py: making a client stays as quick as it is."""
    code = "import sys, abclient; abclient.LaunchDarkly('t'); print('redis' in sys.modules, sorted(sys.modules))"
    printed = subprocess.check_output([sys.executable, "-c", code], text=True)
    assert printed.startswith("False")
    assert "abclient.client" in printed
    assert "abclient.rate_limit_stores" not in printed
