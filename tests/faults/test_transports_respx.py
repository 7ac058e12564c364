"""Users mock HTTP with respx; the default transport must let them."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest
import respx

from abclient.errors import (
    ABClientError,
    ConfigurationError,
    ConnectTimeoutError,
    NotSentError,
    PoolTimeoutError,
    ReadTimeoutError,
    ResponseLostError,
)
from abclient.transports import Transport, open_transport
from support.wire import wire_request

URL = "https://api.example/v1/things"


@pytest.fixture
async def default() -> AsyncIterator[Transport]:
    """The transport that users get without asking."""
    transport = open_transport(trust_env=False)
    yield transport
    await transport.aclose()


async def test_respx_intercepts_the_default_transport(default: Transport) -> None:
    """respx in its default mode sees method, URL, headers and body, and its answer arrives."""
    with respx.mock:
        route = respx.post(f"{URL}?a=1").respond(201, json={"id": 1}, headers={"X-Request": "7"})
        response = await default.send(
            wire_request(f"{URL}?a=1", method="POST", body=b'{"n": 1}', headers=(("Authorization", "t"),))
        )
    assert (response.status, response.body) == (201, b'{"id":1}')
    assert ("x-request", "7") in response.headers
    sent = route.calls.last.request
    assert (sent.content, sent.headers["authorization"], sent.headers["host"]) == (b'{"n": 1}', "t", "api.example")


async def test_respx_refuses_what_is_not_mocked(default: Transport) -> None:
    """Inside respx nothing goes to the network by accident."""
    with respx.mock, pytest.raises(AssertionError, match="not mocked"):
        await default.send(wire_request(URL))


RAISED: list[tuple[type[Exception], type[ABClientError]]] = [
    (httpx.ConnectError, NotSentError),
    (httpx.ConnectTimeout, ConnectTimeoutError),
    (httpx.PoolTimeout, PoolTimeoutError),
    (httpx.ProxyError, NotSentError),
    (httpx.UnsupportedProtocol, NotSentError),
    (httpx.ReadTimeout, ReadTimeoutError),
    (httpx.WriteTimeout, ReadTimeoutError),
    (httpx.ReadError, ResponseLostError),
    (httpx.WriteError, ResponseLostError),
    (httpx.CloseError, ResponseLostError),
    (httpx.RemoteProtocolError, ResponseLostError),
    (httpx.DecodingError, ResponseLostError),
    (httpx.TransportError, ResponseLostError),
    (httpx.LocalProtocolError, ConfigurationError),
]


@pytest.mark.parametrize(("raised", "expected"), RAISED, ids=[kind.__name__ for kind, _ in RAISED])
async def test_httpx_errors_that_respx_raises_become_ours(
    default: Transport, raised: type[Exception], expected: type[ABClientError]
) -> None:
    """A mocked httpx error has the same meaning as the real one has."""
    with respx.mock:
        respx.get(URL).mock(side_effect=raised)
        with pytest.raises(ABClientError) as caught:
            await default.send(wire_request(URL))
    assert type(caught.value) is expected


async def test_other_errors_of_a_mock_come_through(default: Transport) -> None:
    """A side effect that is no HTTP error is the test's own business."""
    with respx.mock:
        respx.get(URL).mock(side_effect=KeyError("mine"))
        with pytest.raises(KeyError, match="mine"):
            await default.send(wire_request(URL))
