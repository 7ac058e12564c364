"""The client in another event loop, uvloop's: what a user with ``uvloop.run`` sees."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack

import httpx
import pytest
import uvloop

import abclient
from abclient.testing import Sandbox
from support.cases import one_every_run
from support.sandbox import ENVIRONMENT, PROJECT, running_sandbox

sandbox = pytest.fixture(scope="module")(running_sandbox)


async def fetched(url: str, transport: str) -> set[str]:
    """The experiments of which all results arrived."""
    async with AsyncExitStack() as stack:
        own = await stack.enter_async_context(httpx.AsyncClient(trust_env=False)) if transport == "httpx" else None
        client = abclient.LaunchDarkly(
            token=Sandbox.token, base_url=url, http_client=own, transport=None if own else transport
        )
        experiments = (await stack.enter_async_context(client)).experiments(PROJECT, ENVIRONMENT)
        arrived: dict[str, bool] = {}
        async for outcome in experiments.fetch_results(concurrency=20):
            key = outcome.key.experiment_key
            arrived[key] = arrived.get(key, True) and bool(outcome.value.treatment_results)
        return {key for key, complete in arrived.items() if complete}


@pytest.mark.parametrize("transport", one_every_run(["httptools", "h11", "httpx"]))
def test_all_results_arrive(sandbox: Sandbox, transport: str) -> None:
    """A bulk fetch pages, pulls and closes as it does in asyncio's own loop, with every transport."""
    arrived = uvloop.run(fetched(sandbox.url, transport))
    assert arrived == asyncio.run(fetched(sandbox.url, transport))
    assert arrived
