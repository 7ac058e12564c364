"""When clients live and die, and what of their work outlives them."""

from __future__ import annotations

import asyncio
import copy
import gc
import json
import multiprocessing
import pickle
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, cast

import httpx
import pytest

import abclient
from abclient import errors
from abclient.client import Client
from abclient.paging import LinkPagination, Pager
from abclient_api._runtime import Model, Undecodable
from support.arguments import models
from support.clients import PACKAGES, VENDORS, connect, session_of
from support.contract_server import contract
from support.fake import Script, answer, fake_session, json_request
from support.known import known
from support.samples import Style
from support.server import Server, nothing_left_behind, replies_then_stalls, until
from support.server import answer as wire_answer
from support.server import replies as replying

ERRORS = sorted(
    (kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.ABClientError)),
    key=lambda kind: kind.__name__,
)


async def call(client: Client) -> Any:
    """One call of any vendor's client."""
    return await session_of(client).send(json_request())


@pytest.fixture(params=VENDORS)
def vendor(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.mark.parametrize("kind", ["httptools", "h11"])
def test_a_client_may_be_made_outside_of_a_loop_and_used_in_one(vendor: str, kind: str) -> None:
    """Making a client needs no event loop; the first one it is used in is its own, and a second one is refused."""

    async def use(client: Client) -> Any:
        async with Server(replying(wire_answer(b'{"a": 1}'))) as server:
            object.__setattr__(session_of(client).account, "base_url", server.url)
            result = await call(client)
            await client.aclose()
            return result

    client = connect(vendor, "http://127.0.0.1:1", transport=kind)
    assert asyncio.run(use(client)) == {"a": 1}
    with pytest.raises(errors.ClientClosedError):
        asyncio.run(use(client))


def test_a_client_is_not_entered_without_asyncio(vendor: str) -> None:
    """Driven by another library, such as trio, it says what is missing before anything else goes wrong."""
    entering = connect(vendor, "http://127.0.0.1:1").__aenter__()
    with pytest.raises(errors.ConfigurationError, match="runs on asyncio"):
        entering.send(None)


@pytest.mark.parametrize("kind", ["httptools", "h11"])
def test_an_open_client_in_a_second_loop_says_what_is_wrong(vendor: str, kind: str) -> None:
    """No bare "Event loop is closed": the error names the rule, and the client can still be closed there."""

    async def use() -> None:
        async with Server(replying(wire_answer(b"{}"))) as server:
            clients.append(connect(vendor, server.url, transport=kind))
            await call(clients[0])

    async def use_again() -> None:
        with pytest.raises(errors.ClientClosedError, match="another event loop"):
            await call(clients[0])
        await clients[0].aclose()
        await clients[0].aclose()

    clients: list[Client] = []
    asyncio.run(use())
    asyncio.run(use_again())
    clients.clear()
    gc.collect()


@pytest.mark.parametrize("kind", ["httptools", "h11"])
async def test_a_closed_client_says_so(vendor: str, kind: str) -> None:
    """Closed twice is closed; every copy of it refuses work by name, and nothing is open any more."""
    with nothing_left_behind():
        async with Server(replying(wire_answer(b"{}"))) as server:
            async with connect(vendor, server.url, transport=kind) as client:
                twin = client.with_options(timeout=3)
                await asyncio.gather(call(client), call(twin))
            await client.aclose()
            for closed in (client, twin):
                with pytest.raises(errors.ClientClosedError, match="closed"):
                    await call(closed)
            await until(lambda: server.open == 0)


@pytest.mark.parametrize("kind", ["httptools", "h11", "httpx"])
async def test_closing_ends_the_calls_in_flight(vendor: str, kind: str) -> None:
    """They end at once, with an error that says why; connections and tasks are gone."""
    with nothing_left_behind():
        async with Server(replies_then_stalls(b"")) as server, httpx.AsyncClient(trust_env=False) as own:
            chosen: dict[str, Any] = {"http_client": own} if kind == "httpx" else {"transport": kind}
            client = connect(vendor, server.url, retries=3, max_connections=2, **chosen)
            calls = [asyncio.create_task(call(client)) for _ in range(4)]
            await until(lambda: len(server.requests) == 2)
            closing = asyncio.create_task(client.aclose())
            async with asyncio.timeout(60):
                ends = await asyncio.gather(*calls, return_exceptions=True)
            assert {type(end) for end in ends} == {errors.ClientClosedError}
            await own.aclose()  # what was sent through the user's own client goes on there, and is waited for
            await closing
            await until(lambda: server.open == 0)
            assert len(server.requests) == 2


async def test_the_users_own_client_stays_open(vendor: str) -> None:
    """Closing ours does not close theirs, which works as before, and closing theirs first is an error with a name."""
    async with Server(replying(wire_answer(b"{}"))) as server, httpx.AsyncClient(trust_env=False) as own:
        async with connect(vendor, server.url, http_client=own) as client:
            await call(client)
        assert not own.is_closed
        assert (await own.get(server.url)).status_code == 200
        late = connect(vendor, server.url, http_client=own)
        await own.aclose()
        with pytest.raises(errors.ABClientError):
            await call(late)
        await late.aclose()


async def test_a_client_can_neither_be_pickled_nor_copied(vendor: str) -> None:
    """It holds credentials and connections, and says so."""
    async with connect(vendor, "http://127.0.0.1:1", transport=Script(answer(200))) as client:
        for attempt in (pickle.dumps, copy.copy, copy.deepcopy):
            with pytest.raises(TypeError, match="credentials"):
                attempt(client)


async def test_what_sends_through_a_client_is_copied_with_it_and_not_pickled(vendor: str) -> None:
    """A copy of a list or a collection, deep or not, shares the client; of pickling it says what to pickle instead."""
    async with connect(vendor, "http://127.0.0.1:1", transport=Script(answer(200))) as client:
        listing = known(vendor).some_list(client)
        collection = cast("Any", vars(listing)["_decode"]).__self__
        things: list[object] = [listing, listing.on_unreadable("skip"), collection]
        for thing in things:
            for duplicate in (copy.copy, copy.deepcopy):
                twin: object = duplicate(thing)
                assert type(twin) is type(thing)
                assert vars(twin)["_session"] is vars(thing)["_session"] is session_of(client)
            with pytest.raises(TypeError, match="cannot be pickled: pickle what they give, such as objects"):
                pickle.dumps(thing)


async def test_outcomes_are_copied_before_they_are_fetched_and_pickled_afterwards() -> None:
    """A copy fetches anew; the list of all outcomes is data."""
    calls: list[int] = []

    async def fetch(key: int) -> int:
        calls.append(key)
        return key

    outcomes = abclient.fetch_many(fetch, [1, 2], ordered=True)
    for duplicate in (copy.copy, copy.deepcopy):
        assert [one.value for one in await duplicate(outcomes)] == [1, 2]
    with pytest.raises(TypeError, match="await them, and pickle the list"):
        pickle.dumps(outcomes)
    found = await outcomes
    assert [one.value for one in pickle.loads(pickle.dumps(found))] == [1, 2]
    assert calls == [1, 2] * 3


def one_of_every_kind() -> Iterator[Model]:
    """A full instance of every model that is read, of every vendor."""
    for package in PACKAGES:
        for name, kind in models(package).items():
            if issubclass(kind, Model):
                yield kind.from_dict(
                    contract(package).samples.sample({"$ref": f"#/components/schemas/{name}"}, Style())
                )


def one_of_every_error() -> Iterator[errors.ABClientError]:
    """Every error, with everything that it can carry."""
    call_of: dict[str, Any] = {
        "vendor": "optimizely",
        "operation": "op",
        "method": "GET",
        "path": "/v2/x",
        "attempts": 3,
    }
    extra: dict[type, dict[str, Any]] = {
        errors.APIError: {"status": 418, "code": "c", "request_id": "r", "headers": {"a": "b"}, "body": "text"},
        errors.DecodeError: {"model": "Experiment", "field": "items[1]", "request_id": "r", "body": b"{"},
        errors.ExportError: {"directory": Path("results")},
        errors.PagingError: {"page_token": "/x?page=2"},
        errors.PartialFailureError: {"values": {1: "a"}, "failures": {2: errors.NotFoundError("gone", status=404)}},
    }
    for kind in ERRORS:
        make: Any = kind  # each has arguments of its own
        place = call_of if issubclass(kind, errors.CallError) else {}
        given = [more for parent, more in extra.items() if issubclass(kind, parent)]
        yield make("what went wrong", **place, **(given[0] if given else {}))


def told(error: BaseException) -> Any:
    """All that an error tells, for comparing: errors of their own are equal only to themselves."""
    failures = {key: told(failure) for key, failure in vars(error).get("failures", {}).items()}
    return type(error), error.args, str(error), repr(error), {**vars(error), "failures": failures}


def test_models_and_errors_travel_to_other_processes_and_back() -> None:
    """One of every model and every error survives a process pool, pickle and deepcopy; models are JSON all the way."""
    kinds, mistakes = list(one_of_every_kind()), list(one_of_every_error())
    assert len(kinds) > 150
    assert len(mistakes) == len(ERRORS) > 25
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        returned: tuple[Any, ...] = pool.submit(tuple, (kinds, mistakes)).result(50)
    for twins in (returned, pickle.loads(pickle.dumps((kinds, mistakes))), copy.deepcopy((kinds, mistakes))):
        assert twins[0] == kinds
        assert [json.dumps(twin.to_dict()) for twin in twins[0]] == [json.dumps(kind.to_dict()) for kind in kinds]
        assert [told(twin) for twin in twins[1]] == [told(mistake) for mistake in mistakes]


def test_what_generated_code_raises_travels_too() -> None:
    """Users of the low level meet Undecodable itself."""
    failure = Undecodable("Experiment", "items[1].id", "required, but missing", {"a": 1})
    twin = pickle.loads(pickle.dumps(failure))
    assert (str(twin), twin.culprit) == (str(failure), None)


@pytest.mark.parametrize(("kind", "act"), [(abclient.LaunchDarkly, "token"), (abclient.Optimizely, "token")])
def test_a_client_that_was_never_used_needs_no_closing(kind: Any, act: str) -> None:
    """Made and dropped: no warning, no socket."""
    with nothing_left_behind():
        kind(act)
        gc.collect()


def test_a_list_left_in_the_middle_ends_with_its_event_loop() -> None:
    """An event loop that ends closes all generators at once: nothing is closed twice, and the page ahead is ended."""
    complaints: list[str] = []
    script = Script(answer(200, {"items": [1, 2], "next": "/v1/things?page=2"}), answer(200, {"items": [3]}))
    items = Pager(
        fake_session(script),
        json_request(),
        lambda request, response: list[int](response.json()["items"]),
        LinkPagination(lambda request, response: response.json().get("next")),
        prefetch=True,
    )

    async def begin() -> AsyncIterator[int]:
        asyncio.get_running_loop().set_exception_handler(lambda loop, context: complaints.append(context["message"]))
        left = aiter(items)
        await anext(left)
        return left

    with asyncio.Runner() as runner:
        left = runner.run(begin())
    assert complaints == []
    del left
