"""Rate limits in a real Redis: shared, outlived, joined again, and what is not a Redis."""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest

import abclient
from abclient._ratelimit.shared import SharedRateLimiter
from abclient._ratelimit.store import Exchange
from abclient.errors import ConfigurationError
from abclient.rate_limit_stores import RedisRateLimitStore
from support.services import RedisServer, free_port, running_redis

pytestmark = pytest.mark.services
server = pytest.fixture(scope="module")(running_redis)


def limiter_on(url: str, account: str = "account") -> SharedRateLimiter:
    return SharedRateLimiter(RedisRateLimitStore(url).connect(account))


async def numbers(limiter: SharedRateLimiter, count: int = 1) -> list[int]:
    found = list[int]()
    for _ in range(count):
        permit = await limiter.acquire("get")
        found.append(permit.number)
        limiter.record_success(permit)
    return found


async def test_two_clients_count_together(server: RedisServer) -> None:
    """And a third one with other credentials does not."""
    limiters = [limiter_on(server.url), limiter_on(server.url), limiter_on(server.url, "other")]
    assert [await numbers(limiter) for limiter in limiters] == [[1], [2], [1]]
    for limiter in limiters:
        await limiter.aclose()


async def test_what_is_stored_is_small_and_expires(server: RedisServer) -> None:
    """One key of about a kilobyte for an account, for two days."""
    limiter = limiter_on(server.url, "small")
    await numbers(limiter, 20)
    await limiter.aclose()
    assert server.ask("KEYS", "*small*") == [b"abclient:1:small"]
    assert 172_000 < server.ask("TTL", "abclient:1:small") <= 172_800
    assert server.ask("STRLEN", "abclient:1:small") < 2_000


async def test_redis_is_killed_and_comes_back_empty(caplog: pytest.LogCaptureFixture) -> None:
    """Requests go on meanwhile, with one warning; then all count together again, above the numbers before."""
    with RedisServer() as server, caplog.at_level(logging.WARNING, "abclient"):
        one, other = limiter_on(server.url), limiter_on(server.url)
        before = [*await numbers(one, 3), *await numbers(other, 2)]
        server.kill()
        alone = [*await numbers(one, 3), *await numbers(other)]
        server.start()
        joined = asyncio.get_running_loop().time() + 60.0
        while asyncio.get_running_loop().time() < joined and not (one.joined and other.joined):
            await numbers(one)
            await numbers(other)
            await asyncio.sleep(0.05)
        after = [*await numbers(one), *await numbers(other), *await numbers(one)]
        await one.aclose()
        await other.aclose()
    assert before == [1, 2, 3, 4, 5]
    assert alone == [4, 5, 6, 6]
    assert after == list(range(after[0], after[0] + 3))
    assert after[0] > 8
    warnings = [record.getMessage() for record in caplog.records]
    assert len(warnings) == 2
    assert "127.0.0.1" in warnings[0]


async def test_a_redis_that_was_never_there_is_warned_of(caplog: pytest.LogCaptureFixture) -> None:
    """The client works as one without a store."""
    limiter = limiter_on(f"redis://user:s3cret@127.0.0.1:{free_port()}/0")
    with caplog.at_level(logging.WARNING, "abclient"):
        assert await numbers(limiter, 3) == [1, 2, 3]
    await limiter.aclose()
    assert len(caplog.records) == 1
    assert "s3cret" not in caplog.text


@pytest.fixture
def web_server() -> Iterator[int]:
    """The port of a server that answers whatever it is asked as a web server would."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                connection.recv(4096)
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")

    thread = threading.Thread(target=serve)
    thread.start()
    yield listener.getsockname()[1]
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    thread.join()


async def test_what_is_not_a_redis_is_named(web_server: int) -> None:
    """At the first call, before anything is sent to the vendor."""
    limiter = limiter_on(f"redis://127.0.0.1:{web_server}")
    with pytest.raises(ConfigurationError, match=f"redis://127.0.0.1:{web_server} cannot keep rate limits"):
        await limiter.acquire("get")
    await limiter.aclose()


async def test_what_does_not_answer_is_outlived(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A server that takes connections and is silent costs one short wait, and a warning that says so."""
    monkeypatch.setattr("abclient.rate_limit_stores._redis._TIMEOUT_SECONDS", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as listener, caplog.at_level(logging.WARNING, "abclient"):
        address = f"redis://127.0.0.1:{listener.getsockname()[1]}"
        limiter = limiter_on(address)
        assert await numbers(limiter, 3) == [1, 2, 3]
        await limiter.aclose()
    (warning,) = caplog.messages
    assert f"{address} did not answer within 0.05 seconds" in warning


@pytest.mark.parametrize(
    ("options", "credentials", "says"),
    [
        (("--requirepass", "right"), "", "Authentication|NOAUTH"),
        (("--requirepass", "right"), ":wr0ng@", "invalid|WRONGPASS"),
        (("--user", "default", "on", "nopass", "~*", "+@all", "-eval", "-evalsha"), "", "permission"),
    ],
    ids=["no password", "a wrong password", "no scripts"],
)
async def test_a_redis_that_refuses_is_named(options: tuple[str, ...], credentials: str, says: str) -> None:
    """With the reason that it gives, and without the password."""
    with RedisServer(*options) as server:
        limiter = limiter_on(f"redis://{credentials}127.0.0.1:{server.port}/0")
        with pytest.raises(ConfigurationError, match=says) as caught:
            await limiter.acquire("get")
        assert "wr0ng" not in str(caught.value)
        await limiter.aclose()


async def test_a_key_of_something_else_is_left_alone(server: RedisServer) -> None:
    """It is not overwritten."""
    server.ask("RPUSH", "abclient:1:taken", "a list")
    limiter = limiter_on(server.url, "taken")
    with pytest.raises(ConfigurationError, match="WRONGTYPE"):
        await limiter.acquire("get")
    await limiter.aclose()
    assert server.ask("LLEN", "abclient:1:taken") == 1


async def test_a_server_that_will_be_able_to_later_is_outlived() -> None:
    """A replica cannot write; the client goes on alone, as while it cannot be reached."""
    with RedisServer("--replicaof", "127.0.0.1 1") as server:
        limiter = limiter_on(server.url)
        assert await numbers(limiter, 2) == [1, 2]
        assert not limiter.joined
        await limiter.aclose()


async def test_any_node_of_a_cluster_will_do() -> None:
    """Each account's limits are on one of its nodes, which the others name."""
    buses = [str(free_port()), str(free_port())]
    nodes = [RedisServer("--cluster-enabled", "yes", "--cluster-port", bus) for bus in buses]
    with nodes[0] as one, nodes[1] as other:
        one.ask("CLUSTER", "ADDSLOTSRANGE", 0, 8191)
        other.ask("CLUSTER", "ADDSLOTSRANGE", 8192, 16383)
        one.ask("CLUSTER", "MEET", "127.0.0.1", other.port, buses[1])
        until = asyncio.get_running_loop().time() + 60.0
        while asyncio.get_running_loop().time() < until:
            if all(b"cluster_state:ok" in node.ask("CLUSTER", "INFO") for node in nodes):
                break
            await asyncio.sleep(0.05)
        for account in "abcdef":
            limiters = [limiter_on(node.url, account) for node in nodes]
            assert [await numbers(limiter) for limiter in limiters] == [[1], [2]]
            for limiter in limiters:
                await limiter.aclose()
        stored = [len(node.ask("KEYS", "*")) for node in nodes]
    assert sum(stored) == 6
    assert all(stored)


async def test_a_client_shares_through_its_url(server: RedisServer) -> None:
    """The option takes the URL, and the account is named without its token."""
    from support.fake import Script, answer

    options: dict[str, Any] = {"transport": Script(answer(200, {"items": []})), "rate_limit_store": server.url}
    async with abclient.LaunchDarkly("t0ken", **options) as client:
        await client.experiments("project", "production").list()
    names = [name.decode() for name in server.ask("KEYS", "abclient:1:*")]
    assert any(len(name) == len("abclient:1:") + 32 for name in names)
    assert not any("t0ken" in name for name in names)


async def test_an_exchange_is_one_call(server: RedisServer) -> None:
    """After the first one, which loads the script: so that no other process comes between."""
    connection = RedisRateLimitStore(server.url).connect("calls")
    await connection.exchange(Exchange(process="a"))
    server.ask("CONFIG", "RESETSTAT")
    for _ in range(5):
        assert await connection.exchange(Exchange(process="a")) is None
    assert server.ask("INFO", "commandstats")["cmdstat_evalsha"]["calls"] == 5
    await connection.aclose()
