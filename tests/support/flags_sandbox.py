"""Optimizely Feature Experimentation's sandbox in this process, without sockets."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

import httpx
from starlette.applications import Starlette

import abclient
from abclient.sandbox.app import create_app
from abclient.testing import Sandbox
from abclient.vendors.optimizely_flags import Project
from support.clients import QUICK
from support.sandbox import TODAY


class Here(NamedTuple):
    """A client, the only project, and the world of its sandbox by vendor."""

    client: abclient.OptimizelyFlags
    project: Project
    world: dict[str, Any]


@asynccontextmanager
async def in_process(app: Starlette | None = None, **options: Any) -> AsyncGenerator[Here, None]:
    """A client of a sandbox with six experiments, or of this one."""
    served = app or create_app(experiments=6, seed=1, today=TODAY)
    transport = httpx.ASGITransport(app=served)
    base = "http://sandbox/optimizely_flags/flags/v1"
    async with httpx.AsyncClient(transport=transport, base_url="http://sandbox") as own:
        world = (await own.get("/_sandbox/world")).json()
        given: dict[str, Any] = {"allow_insecure": True, "retries": 0, "max_rate": QUICK, **options}
        client = abclient.OptimizelyFlags(Sandbox.token, base_url=base, http_client=own, **given)
        async with client:
            yield Here(client, client.project(world["optimizely_flags"]["projects"][0]), world["optimizely_flags"])
