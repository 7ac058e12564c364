"""Who competes: each fetches one results document again and again, as its own users would.

Every contestant is an async context manager that gives a function: so many requests, by so many workers.
"""

from __future__ import annotations

import asyncio
import gc
import importlib
import os
import ssl
import sys
from collections.abc import AsyncGenerator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

from attrs import frozen

_PATHS = {
    "launchdarkly": "/api/v2/projects/p/environments/e/experiments/x/metrics/m/results",
    "optimizely": "/v2/experiments/1/results",
}
_HEADERS = {"Authorization": "t", "LD-API-Version": "beta"}


@frozen
class Target:
    """What is asked.

    Attributes:
        base_url: below it, every path answers with the same document.
        authority: the file with the certificate to trust, if it is https.
        stock: the directory that holds the package ``stock_client``.
        vendor: whose document it is.
        page_size: for those who page through a list instead; 0 for none.
        speedups: the directory that holds the package ``abclient_speedups``; empty where it cannot be built.
    """

    base_url: str
    authority: str = ""
    stock: str = ""
    vendor: str = "launchdarkly"
    page_size: int = 0
    speedups: str = ""

    @property
    def url(self) -> str:
        """Of the document."""
        return self.base_url + _PATHS[self.vendor]

    @property
    def tls(self) -> ssl.SSLContext | None:
        """What to trust; None for plain HTTP."""
        secure = self.base_url.startswith("https")
        return ssl.create_default_context(cafile=self.authority) if secure else None


Run = Callable[[int, int], Awaitable[object]]
Open = Callable[[Target], AbstractAsyncContextManager[Run]]


def _workers(call: Callable[[], Awaitable[object]]) -> Run:
    async def run(count: int, workers: int) -> None:
        left = count

        async def work() -> None:
            nonlocal left
            while left > 0:
                left -= 1
                await call()

        await asyncio.gather(*(work() for _ in range(workers)))

    return run


@asynccontextmanager
async def bare_httpx(target: Target) -> AsyncGenerator[Run, None]:
    """One httpx client, untyped."""
    import httpx

    async with httpx.AsyncClient(trust_env=False, verify=target.tls or True, timeout=60) as client:

        async def call() -> object:
            return (await client.get(target.url, headers=_HEADERS)).json()

        yield _workers(call)


@asynccontextmanager
async def httpx_over_aiohttp(target: Target) -> AsyncGenerator[Run, None]:
    """Httpx's interface over aiohttp's engine, untyped."""
    import httpx

    transport = importlib.import_module("httpx_aiohttp").AiohttpTransport()
    async with httpx.AsyncClient(transport=transport, timeout=60) as client:

        async def call() -> object:
            return (await client.get(target.url, headers=_HEADERS)).json()

        yield _workers(call)


@asynccontextmanager
async def aiohttp_by_hand(target: Target) -> AsyncGenerator[Run, None]:
    """What a careful user writes for speed: aiohttp and orjson, untyped."""
    import aiohttp
    import orjson

    connector = aiohttp.TCPConnector(limit=0, ssl=target.tls or True)
    async with aiohttp.ClientSession(connector=connector) as session:

        async def call() -> object:
            async with session.get(target.url, headers=_HEADERS) as answer:
                return orjson.loads(await answer.read())

        yield _workers(call)


@asynccontextmanager
async def aiohttp_pydantic(target: Target) -> AsyncGenerator[Run, None]:
    """The same with pydantic models."""
    import aiohttp
    from pydantic_launchdarkly import Results

    connector = aiohttp.TCPConnector(limit=0, ssl=target.tls or True)
    async with aiohttp.ClientSession(connector=connector) as session:

        async def call() -> object:
            async with session.get(target.url, headers=_HEADERS) as answer:
                return Results.model_validate_json(await answer.read())

        yield _workers(call)


@asynccontextmanager
async def floor(target: Target) -> AsyncGenerator[Run, None]:
    """As little as asyncio's streams and orjson allow: no pool, no errors, no types."""
    import orjson

    parts = urlsplit(target.url)
    request = f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nAuthorization: t\r\n\r\n".encode()
    idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def call() -> object:
        pair = idle.pop() if idle else await asyncio.open_connection(parts.hostname, parts.port, ssl=target.tls)
        reader, writer = pair
        writer.write(request)
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        start = head.index(b"content-length:") + 15
        body = await reader.readexactly(int(head[start : head.index(b"\r", start)]))
        idle.append(pair)
        return orjson.loads(body)

    yield _workers(call)
    for _, writer in idle:
        writer.close()


@asynccontextmanager
async def stock_generated(target: Target) -> AsyncGenerator[Run, None]:
    """What openapi-python-client makes of the same spec, untouched."""
    sys.path.insert(0, target.stock)
    operation: Any = importlib.import_module("stock_client.api.experiments.get_experiment_results")
    package: Any = importlib.import_module("stock_client")
    client = package.AuthenticatedClient(base_url=target.base_url, token="t", prefix="")
    version = operation.GetExperimentResultsLDAPIVersion.BETA

    async def call() -> object:
        result: object = await operation.asyncio("p", "e", "x", "m", client=client, ld_api_version=version)
        return result

    async with client:
        yield _workers(call)


@asynccontextmanager
async def vendors_own(target: Target) -> AsyncGenerator[Run, None]:
    """launchdarkly-api in as many threads as there are workers: it knows no asyncio."""
    package: Any = importlib.import_module("launchdarkly_api")
    module: Any = importlib.import_module("launchdarkly_api.api.experiments_beta_api")
    settings = package.Configuration(host=target.base_url, api_key={"ApiKey": "t"})
    settings.connection_pool_maxsize = 500
    api = module.ExperimentsBetaApi(package.ApiClient(settings))

    def fetch(_: int) -> object:
        result: object = api.get_experiment_results("p", "e", "x", "m")
        return result

    async def run(count: int, workers: int) -> None:
        with ThreadPoolExecutor(workers) as pool:
            for _ in pool.map(fetch, range(count)):
                pass

    yield run


def _abclient(
    transport: str | None = None, *, orjson: bool = True, threshold: int = 0, auto: bool = False, in_c: bool = False
) -> Open:
    @asynccontextmanager
    async def opened(target: Target) -> AsyncGenerator[Run, None]:
        """Typed, with pacing, retries and all; its bulk fetch."""
        if in_c and not target.speedups:
            raise ModuleNotFoundError(name="abclient-speedups")
        os.environ["ABCLIENT_SPEEDUPS"] = str(int(in_c))  # this process has no other contestant
        sys.path[:0] = [target.speedups] if in_c else []
        if not orjson:
            sys.modules["orjson"] = None  # type: ignore[assignment]  # how Python spells "not installed"
        if threshold:
            gc.set_threshold(threshold)
        from abclient.transports import open_transport

        chosen = open_transport(transport, max_connections=500, ssl_context=target.tls, trust_env=False)
        async with _bulk(target, auto=auto, transport=chosen) as run:
            yield run

    return opened


@asynccontextmanager
async def handed_in_httpx(target: Target) -> AsyncGenerator[Run, None]:
    """Abclient through the user's own httpx client."""
    import httpx

    async with (
        httpx.AsyncClient(trust_env=False, verify=target.tls or True) as own,
        _bulk(target, auto=False, http_client=own) as run,
    ):
        yield run


@asynccontextmanager
async def _bulk(target: Target, *, auto: bool, **options: Any) -> AsyncGenerator[Run, None]:
    import abclient

    client: abclient.LaunchDarkly | abclient.Optimizely
    if target.vendor == "launchdarkly":
        client = abclient.LaunchDarkly(token="t", base_url=target.base_url, **options)
        fetch: Any = client.experiments("p", "e").fetch_results
        key: object = ("x", "m")
    else:
        client = abclient.Optimizely(token="t", base_url=target.base_url + "/v2", **options)
        fetch, key = client.experiments.fetch_results, 1

    async def run(count: int, workers: int) -> None:
        limiter: Any = client.limiter
        limiter.max_concurrency = min(workers, 100)  # which says how many there are for "auto", by default 100
        async for outcome in fetch([key] * count, concurrency="auto" if auto else workers):
            if outcome.error is not None:
                raise outcome.error

    async with client:
        yield run


BARE = "httpx, untyped"
BY_HAND = "aiohttp + orjson by hand, untyped"
FLOOR = "asyncio streams + orjson, untyped"
DEFAULT = "abclient, default install, typed"
AUTO = 'the same, with concurrency="auto"'
STANDARD = "the same, without orjson"
IN_C = "the same, with abclient-speedups"
WITH_H11 = "the same with h11, for want of httptools"
CONTESTANTS: dict[str, Open] = {
    BARE: bare_httpx,
    "abclient through your httpx client": handed_in_httpx,
    "openapi-python-client, typed": stock_generated,
    "launchdarkly-api in threads, typed": vendors_own,
    "httpx over aiohttp, untyped": httpx_over_aiohttp,
    BY_HAND: aiohttp_by_hand,
    DEFAULT: _abclient(),
    AUTO: _abclient(auto=True),
    "the same, with gc.set_threshold(50_000)": _abclient(threshold=50_000),
    STANDARD: _abclient(orjson=False),
    IN_C: _abclient(in_c=True),
    WITH_H11: _abclient("h11"),
    "aiohttp + pydantic by hand, typed": aiohttp_pydantic,
    FLOOR: floor,
}
"""In the order of their turns: those who are compared follow each other, before the machine's mood changes."""

TITLES = {"launchdarkly": "LaunchDarkly's results", "optimizely": "Optimizely's results"}
OF_VENDOR = {"launchdarkly": list(CONTESTANTS), "optimizely": [BARE, BY_HAND, DEFAULT, IN_C, WITH_H11, FLOOR]}
"""Who fetches which vendor's document: stock and official clients, and pydantic models, are there for one of them."""
OVER_TLS = [BARE, BY_HAND, DEFAULT, AUTO, STANDARD, IN_C, WITH_H11]
