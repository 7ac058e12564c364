"""How each vendor's client waits, with that vendor's own documented waits and rates, in virtual time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from email.utils import formatdate
from typing import Any

import pytest

import abclient
from abclient import errors
from abclient.bulk import fetch_many
from support.clients import TOKEN, VENDORS, connect, session_of
from support.fake import Script, Step, answer, json_request
from support.simulation import in_virtual_time

URL = "https://api.example.com"
EPOCH = 1_800_000_000
DATE = formatdate(EPOCH, usegmt=True)
DELETES: list[tuple[type[Any], Callable[[Any], Awaitable[None]]]] = [
    (abclient.Optimizely, lambda client: client.webhooks.delete(7)),
    *[
        (abclient.OptimizelyClassic, lambda client, kind=kind: getattr(client, kind).delete(7))
        for kind in ("dimensions", "experiments", "goals", "schedules", "targeting_lists", "variations")
    ],
]


def timed(main: Callable[[], Coroutine[Any, Any, Any]]) -> tuple[Any, float]:
    """What it gives, and the virtual seconds that it took."""

    async def run() -> tuple[Any, float]:
        return await main(), asyncio.get_running_loop().time()

    return in_virtual_time(run)


def answered(vendor: str, *steps: Step, timeout: float = 300.0) -> tuple[Any, float]:
    """What a GET gives in the end, and after how many seconds."""

    async def main() -> Any:
        async with connect(vendor, URL, transport=Script(*steps), retries=3, timeout=timeout) as client:
            return await session_of(client).send(json_request())

    return timed(main)


TWO_SECONDS: list[dict[str, str]] = [
    {"retry_after": "2"},
    {"retry_after_ms": "2000"},
    *[{"retry_after": str((EPOCH + 2) * unit)} for unit in (1, 10**3, 10**6, 10**9)],
    {"retry_after_ms": str((EPOCH + 2) * 1000)},
    {"retry_after": formatdate(EPOCH + 2, usegmt=True)},
]
TWO_SECONDS_OF_QUOTA: list[dict[str, str]] = [
    {"x_ratelimit_remaining": "0", "x_ratelimit_reset": str((EPOCH + 2) * 1000)},
    {"ratelimit": '"default";r=0;t=2'},
    {"ratelimit": "limit=10, remaining=0, reset=2"},
    {"ratelimit_remaining": "0", "ratelimit_reset": "2"},
]
TWO_SECONDS_OF_LAUNCHDARKLY_S_QUOTA: list[dict[str, str]] = [
    {"x_ratelimit_auth_token_remaining": "0", "x_ratelimit_auth_token_reset": str((EPOCH + 2) * 1000)},
    {"x_ratelimit_auth_token_reset": str((EPOCH + 2) * 1000)},
    {"x_ratelimit_route_remaining": "0", "x_ratelimit_route_reset": "2"},
]
FOR_EVER: list[dict[str, str]] = [
    {"retry_after": "Fri, 31 Dec 9999 23:59:59 GMT"},
    {"retry_after": "253402300799"},
    {"retry_after": "9" * 39},
    {"retry_after_ms": "9" * 39},
]


@pytest.mark.parametrize("vendor", VENDORS)
@pytest.mark.parametrize(
    ("status", "headers", "least", "most"),
    [
        *[(status, headers, 2.0, 2.5) for status in (429, 503) for headers in TWO_SECONDS],
        *[(429, headers, 2.0, 4.0) for headers in TWO_SECONDS_OF_QUOTA],
        *[(status, headers, 0.0, 5.0) for status in (429, 503) for headers in FOR_EVER],
        (429, {"x_ratelimit_remaining": "0", "x_ratelimit_reset": "253402300799"}, 0.0, 5.0),
    ],
)
def test_every_wait_is_read_and_none_lasts_for_ever(
    vendor: str, status: int, headers: dict[str, str], least: float, most: float
) -> None:
    """Two seconds in every spelling are two seconds; what cannot be meant is tried again within seconds."""
    said, seconds = answered(vendor, answer(status, date=DATE, **headers), answer(200, {"a": 1}))
    assert said == {"a": 1}
    assert least <= seconds <= most


@pytest.mark.parametrize("headers", TWO_SECONDS_OF_LAUNCHDARKLY_S_QUOTA)
def test_a_vendor_s_own_limits_are_read(headers: dict[str, str]) -> None:
    """Of the access token and of the route, which other vendors do not have."""
    said, seconds = answered("launchdarkly", answer(429, date=DATE, **headers), answer(200, {"a": 1}))
    assert said == {"a": 1}
    assert 2.0 <= seconds <= 4.0


@pytest.mark.parametrize("vendor", VENDORS)
@pytest.mark.parametrize("status", [500, 502, 503, 520])
def test_a_server_error_that_says_too_many_requests_is_waited_out(vendor: str, status: int) -> None:
    """By growing waits, or by the documented minute: four attempts within two seconds would all be refused."""
    refusal = answer(status, {"message": "Too many requests. Please try again later."})
    said, seconds = answered(vendor, refusal, refusal, refusal, answer(200, {"a": 1}))
    assert said == {"a": 1}
    assert seconds >= 5.0


@pytest.mark.parametrize("vendor", VENDORS)
@pytest.mark.parametrize("status", [520, 521, 522, 523, 524, 527, 530])
def test_a_gateway_s_own_statuses_pass(vendor: str, status: int) -> None:
    """A GET is sent again; a POST is not, because the origin may have acted."""
    said, _ = answered(vendor, answer(status, b"<html>origin</html>"), answer(200, {"a": 1}))
    assert said == {"a": 1}

    async def main() -> None:
        script = Script(answer(status, b"<html>origin</html>"), answer(200, {"a": 1}))
        async with connect(vendor, URL, transport=script, retries=3) as client:
            with pytest.raises(errors.ServerError):
                await session_of(client).send(json_request("POST"))
            assert len(script.requests) == 1

    timed(main)


@pytest.mark.parametrize(("client_class", "delete"), DELETES)
def test_a_delete_whose_answer_was_lost_is_not_simply_not_found(
    client_class: type[Any], delete: Callable[[Any], Awaitable[None]]
) -> None:
    """In every method that deletes: the error of the second attempt says what the first may have done."""

    async def main() -> None:
        script = Script(errors.ResponseLostError("reset"), answer(404, {"message": "no such thing"}))
        async with client_class(TOKEN, transport=script) as client:
            with pytest.raises(errors.NotFoundError, match="may have deleted it") as caught:
                await delete(client)
            assert caught.value.maybe_deleted
            assert [request.method for request in script.requests] == ["DELETE", "DELETE"]

    timed(main)


@pytest.mark.parametrize("vendor", VENDORS)
def test_a_lookup_in_bulk_work_outlives_refusals(vendor: str) -> None:
    """Ten in a row, with a wait or without, of every vendor's client."""
    for headers in ({"retry_after": "1"}, {}):

        async def main() -> list[Any]:
            script = Script(*[answer(429, **headers)] * 10, answer(200, {"a": 1}))  # noqa: B023  # called in the same turn of the loop
            async with connect(vendor, URL, transport=script, timeout=2_000) as client:
                session = session_of(client)

                async def fetch(key: int) -> Any:
                    return await session.send(json_request())

                return await fetch_many(fetch, range(5), concurrency="auto", limiter=client.limiter)

        outcomes, _ = timed(main)
        assert [outcome.ok for outcome in outcomes] == [True] * 5


def test_several_of_classic_outlive_refusals() -> None:
    """``get`` of a list of ids."""

    async def main() -> Any:
        script = Script(*[answer(429, retry_after="1")] * 10, answer(200, {"id": 7, "project_id": 1}))
        async with abclient.OptimizelyClassic(TOKEN, transport=script) as client:
            return await client.experiments.get_many([7, 8])

    experiments, _ = timed(main)
    assert len(experiments) == 2


METRICS = [("a", "m"), ("b", "m"), ("c", "m")]
BULK: list[tuple[type[Any], Callable[[Any, Any], Any]]] = [
    (abclient.Optimizely, lambda o, options: o.experiments.fetch_results([1, 2, 3], **options)),
    (abclient.OptimizelyClassic, lambda o, options: o.experiments.fetch_stats([1, 2, 3], **options)),
    (abclient.ConvertV1, lambda c, options: c.project("p").experiences.fetch_reports(["1", "2", "3"], **options)),
    (abclient.LaunchDarkly, lambda ld, options: ld.experiments("p", "e").fetch_results(METRICS, **options)),
]


@pytest.mark.parametrize(("client_class", "fetch"), BULK)
def test_a_limit_that_outlasts_a_call_costs_the_call_that_met_it_alone(
    client_class: type[Any], fetch: Callable[[Any, Any], Any]
) -> None:
    """In every vendor's bulk calls, keys that were not under way wait for longer than a call may take."""
    credentials = (TOKEN, TOKEN) if client_class is abclient.ConvertV1 else (TOKEN,)

    async def main() -> Any:
        script = Script(answer(429, retry_after="400"), answer(500))
        async with client_class(*credentials, transport=script, timeout=60, retries=0) as client:
            return await fetch(client, {"concurrency": 1})

    outcomes, seconds = timed(main)
    assert [type(one.error).__name__ for one in outcomes] == ["TooManyRequestsError", "ServerError", "ServerError"]
    assert 400.0 <= seconds <= 460.0


@pytest.mark.parametrize("concurrency", [1, "auto"])
def test_launchdarklys_lookups_outlive_refusals(concurrency: Any) -> None:
    """Experiments that are given by their keys are looked up as patiently as their results are fetched."""

    async def main() -> Any:
        script = Script(*[answer(429, retry_after="1")] * 10, answer(200, {"key": "a", "name": "n"}))
        async with abclient.LaunchDarkly(TOKEN, transport=script) as client:
            outcomes = await client.experiments("p", "e").fetch_results(["a"], concurrency=concurrency)
            return outcomes, len(script.requests)

    (outcomes, requests), _ = timed(main)
    assert not any(isinstance(outcome.error, errors.TooManyRequestsError) for outcome in outcomes)
    assert requests >= 11


@pytest.mark.parametrize("vendor", VENDORS)
def test_nothing_but_the_loop_s_clock_moves_a_wait(vendor: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With every clock of the time module stopped, as tests stop them, a refusal is waited out all the same."""
    for name in ("monotonic", "perf_counter"):
        monkeypatch.setattr(f"time.{name}", lambda: 5.0)
    monkeypatch.setattr("time.time", lambda: float(EPOCH))
    said, seconds = answered(vendor, answer(429, retry_after="1"), answer(200, {"a": 1}), timeout=6)
    assert said == {"a": 1}
    assert 1.0 <= seconds <= 1.5

    async def limited() -> None:
        async with connect(vendor, URL, transport=Script(answer(200, {})), max_rate=2.0) as client:
            for _ in range(5):
                await session_of(client).send(json_request())

    assert timed(limited)[1] == pytest.approx(2.0, abs=0.1)
