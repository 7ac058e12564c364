"""Generated operations, sent by a client of each vendor to the sandbox, over every transport."""

from __future__ import annotations

import json
from contextlib import AsyncExitStack
from typing import Any

import httpx
import pytest

import abclient
from abclient.client import Client
from abclient.testing import Sandbox
from abclient.vendor import BUILT_IN, get
from abclient_api._runtime import Model
from abclient_api.launchdarkly.api.experiments import get_experiments
from support.known import known
from support.sandbox import running_sandbox

sandbox = pytest.fixture(scope="module")(running_sandbox)

TRANSPORTS = ("httptools", "h11", "httpx")


async def opened(stack: AsyncExitStack, vendor: str, sandbox: Sandbox, transport: str, **options: Any) -> Client:
    """A client of the sandbox."""
    if transport == "httpx":
        options["http_client"] = await stack.enter_async_context(httpx.AsyncClient(trust_env=False))
    else:
        options["transport"] = transport
    made: Client = get(vendor).open(**sandbox.client_options(vendor), **options)
    return await stack.enter_async_context(made)


def as_json(found: Any) -> Any:
    """What was decoded, written back."""
    return found.to_dict() if isinstance(found, Model) else [one.to_dict() for one in found]


@pytest.mark.parametrize("transport", TRANSPORTS)
@pytest.mark.parametrize("vendor", BUILT_IN)
async def test_a_response_comes_as_it_is_and_decoded(sandbox: Sandbox, vendor: str, transport: str) -> None:
    """``send`` decodes what ``send_raw`` gives the bytes of, with status and headers, and no credential in its repr."""
    async with AsyncExitStack() as stack:
        client = await opened(stack, vendor, sandbox, transport)
        raw = await client.send_raw(known(vendor).some_request())
        assert (raw.status, raw.header("Content-Type")) == (200, "application/json")
        assert repr(raw) == f"<RawResponse 200, {len(raw.content)} bytes>"
        found = await client.send(known(vendor).some_request())
        assert as_json(found) == as_json(raw.parse()) == json.loads(raw.content)
        assert found


@pytest.mark.parametrize("transport", TRANSPORTS)
@pytest.mark.parametrize("vendor", BUILT_IN)
async def test_failures_are_those_of_any_call(sandbox: Sandbox, vendor: str, transport: str) -> None:
    """Retried, limited in size and turned into errors as everywhere; what cannot be decoded keeps its bytes."""
    seen: list[abclient.Attempt] = []
    async with AsyncExitStack() as stack:
        client = await opened(stack, vendor, sandbox, transport, hooks=[seen.append])
        reads = client.with_options(retries=abclient.RetryPolicy(attempts=2, base_delay=0))
        sandbox.add_fault("status", status=502)
        assert (await reads.send_raw(known(vendor).some_request())).status == 200
        assert [one.status for one in seen] == [502, 200]
        with pytest.raises(abclient.ResponseTooLargeError):
            await client.with_options(max_response_bytes=10).send_raw(known(vendor).some_request())
        sandbox.add_fault("status", status=404)
        with pytest.raises(abclient.NotFoundError):
            await client.send_raw(known(vendor).some_request())
        sandbox.add_fault("garbage")
        raw = await client.send_raw(known(vendor).some_request())
        with pytest.raises(abclient.DecodeError) as caught:
            raw.parse()
        assert caught.value.body == raw.content


async def test_only_requests_can_be_sent(sandbox: Sandbox) -> None:
    """The function that makes one is none itself."""
    async with AsyncExitStack() as stack:
        client = await opened(stack, "launchdarkly", sandbox, "httptools")
        for wrong in (get_experiments, "GET /experiments", None):
            with pytest.raises(TypeError, match="request must be what an operation's request"):
                await client.send_raw(wrong)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
