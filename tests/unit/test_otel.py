"""Spans and metrics of calls, attempts, lists and bulk calls, as OpenTelemetry's own SDK receives them."""

from __future__ import annotations

import asyncio
import contextvars
import importlib
import sys
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from opentelemetry import trace
from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

import abclient
from abclient import errors, fetch_many, otel
from abclient.errors import ConfigurationError
from abclient.options import CallOptions, RetryPolicy
from support.fake import Clock, Script, answer, fake_session, json_request

SECRET = "of-otel-1f2e3d"
FLAGS: dict[str, Any] = {"items": [{"key": "one"}, {"key": "two"}], "_links": {}}


class Seen:
    """What was exported."""

    def __init__(self) -> None:
        self.exporter = InMemorySpanExporter()
        self.tracers = TracerProvider()
        self.tracers.add_span_processor(SimpleSpanProcessor(self.exporter))
        self.reader = InMemoryMetricReader()
        self.meters = MeterProvider([self.reader])

    @property
    def spans(self) -> dict[str, ReadableSpan]:
        return {span.name: span for span in self.exporter.get_finished_spans()}

    @property
    def tree(self) -> list[str]:
        """The names of the spans in the order they began, each indented below its parent."""
        spans = sorted(self.exporter.get_finished_spans(), key=lambda span: span.start_time or 0)
        depths: dict[int, int] = {}
        lines: list[str] = []
        for span in spans:
            depth = depths.get(span.parent.span_id, -1) + 1 if span.parent else 0
            depths[getattr(span.context, "span_id", 0)] = depth
            lines.append("  " * depth + span.name)
        return lines

    def points(self, name: str) -> list[Any]:
        data = self.reader.get_metrics_data()
        assert data
        measured = (one for found in data.resource_metrics for scope in found.scope_metrics for one in scope.metrics)
        return [point for metric in measured if metric.name == name for point in metric.data.data_points]


@pytest.fixture
def seen() -> Iterator[Seen]:
    made = Seen()
    instrumentation = otel.instrument(tracer_provider=made.tracers, meter_provider=made.meters)
    yield made
    instrumentation.uninstrument()


async def test_an_attempt_has_what_the_conventions_require(seen: Seen) -> None:
    """A span of kind CLIENT by the semantic conventions for HTTP, below that of its call."""
    await fake_session(Script(answer(200, {}))).send(json_request())
    call, attempt = seen.spans["acme getThing"], seen.spans["GET /things/{id}"]
    assert (call.kind, attempt.kind) == (SpanKind.INTERNAL, SpanKind.CLIENT)
    assert dict(attempt.attributes or {}) == {
        "http.request.method": "GET",
        "http.response.status_code": 200,
        "http.response.body.size": 2,
        "server.address": "api.example.com",
        "server.port": 443,
        "url.full": "https://api.example.com/v1/things/7",
        "url.template": "/things/{id}",
    }
    assert attempt.status.status_code is StatusCode.UNSET
    assert seen.tree == ["acme getThing", "  GET /things/{id}"]


async def test_attempts_are_children_of_their_call_and_calls_of_the_caller(seen: Seen) -> None:
    """Three attempts of one call have one parent, which is a child of the caller's own span."""
    clock = Clock()
    session = fake_session(Script(answer(503), answer(429, retry_after="1"), answer(200, {})), clock=clock)
    with seen.tracers.get_tracer("service").start_as_current_span("request"):
        await session.send(json_request())
    assert seen.tree == ["request", "  acme getThing", *["    GET /things/{id}"] * 3]
    attempts = [span for span in seen.exporter.get_finished_spans() if span.kind is SpanKind.CLIENT]
    found = [(one.attributes or {}).get("http.request.resend_count") for one in attempts]
    assert found == [None, 1, 2]
    assert [one.status.status_code is StatusCode.ERROR for one in attempts] == [True, True, False]
    assert [(one.attributes or {}).get("error.type") for one in attempts] == ["503", "429", None]
    assert (seen.spans["acme getThing"].attributes or {})["abclient.attempts"] == 3
    (refused,) = seen.points("abclient.refusals")
    assert refused.value == 1


@pytest.mark.parametrize(
    ("step", "of_attempt", "of_call"),
    [
        (answer(404, {}), "404", "NotFoundError"),
        (errors.ReadTimeoutError("late"), "ReadTimeoutError", "ReadTimeoutError"),
        (RuntimeError("broken"), "RuntimeError", "RuntimeError"),
    ],
    ids=str,
)
async def test_failures_are_named_by_their_class(step: Any, of_attempt: str, of_call: str, seen: Seen) -> None:
    """By the status if there is a response, otherwise by the class of the error."""
    session = fake_session(Script(step), options=CallOptions(retry=RetryPolicy(attempts=1)))
    with pytest.raises((errors.ABClientError, RuntimeError)):
        await session.send(json_request())
    assert (seen.spans["GET /things/{id}"].attributes or {})["error.type"] == of_attempt
    assert (seen.spans["acme getThing"].attributes or {})["error.type"] == of_call
    (call,) = seen.points("abclient.call.duration")
    assert call.attributes["error.type"] == of_call


async def test_lists_and_bulk_calls_are_parents_of_what_they_do(seen: Seen) -> None:
    """Calls to list keys are in the list's span, which is in that of the bulk call, as are the calls for keys."""
    flags = Script(answer(200, FLAGS), answer(200, {"key": "one"}), answer(200, {"key": "two"}))
    async with abclient.LaunchDarkly(SECRET, transport=flags) as ld:
        keys = (flag.key async for flag in ld.flags("project").list())
        outcomes = await fetch_many(ld.flags("project").get, keys, concurrency=1)
    assert [outcome.ok for outcome in outcomes] == [True, True]
    call, request = "launchdarkly getFeatureFlag", "GET /api/v2/flags/{projectKey}/{featureFlagKey}"
    assert seen.tree == [
        "abclient bulk",
        "  abclient pages getFeatureFlags",
        "    launchdarkly getFeatureFlags",
        "      GET /api/v2/flags/{projectKey}",
        *[f"  {call}", f"    {request}"] * 2,
    ]
    assert (seen.spans["abclient bulk"].attributes or {})["abclient.bulk.done"] == 2
    assert {point.attributes["abclient.outcome"]: point.value for point in seen.points("abclient.bulk.outcomes")} == {
        "ok": 2,
        "failed": 0,
    }


async def test_what_a_caller_does_between_two_pages_is_no_part_of_the_list(seen: Seen) -> None:
    """A call inside of ``async for`` has the caller's span as its parent."""
    script = Script(answer(200, FLAGS), answer(200, {"key": "one"}), answer(200, {"key": "two"}))
    async with abclient.LaunchDarkly(SECRET, transport=script) as ld:
        async for flag in ld.flags("project").list():
            await ld.flags("project").get(flag.key)
    assert seen.tree[0] == "abclient pages getFeatureFlags"
    assert seen.tree.count("launchdarkly getFeatureFlag") == 2


async def test_a_cancelled_call_ends_its_spans(seen: Seen) -> None:
    """Nothing stays open, and nothing counts as in flight, when the caller gives up."""

    class Never(Script):
        async def send(self, request: Any) -> Any:
            await asyncio.Event().wait()

    task = asyncio.create_task(fake_session(Never(answer())).send(json_request()))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert [(span.attributes or {})["error.type"] for span in seen.spans.values()] == ["CancelledError"] * 2
    assert [point.value for point in seen.points("abclient.requests.active")] == [0]


async def test_a_transport_works_inside_of_the_attempt_s_span(seen: Seen) -> None:
    """Logs and spans of a transport of one's own belong to the attempt; afterwards nothing is current."""
    current: list[str] = []

    def look(request: object) -> Any:
        span = trace.get_current_span()
        current.append(getattr(span, "name", ""))
        return answer(200, {})

    await fake_session(Script(look)).send(json_request())
    assert current == ["GET /things/{id}"]
    assert not trace.get_current_span().is_recording()


async def test_nothing_secret_is_exported(seen: Seen) -> None:
    """Neither the query nor a credential, wherever it stands, is in an attribute; requests get no header of tracing."""
    script = Script(answer(200, FLAGS))
    async with abclient.LaunchDarkly(SECRET, transport=script) as ld:
        await ld.flags(f"project-{SECRET}").list(tag=f"tagged-{SECRET}")
    exported = "".join(span.to_json() for span in seen.exporter.get_finished_spans())
    assert SECRET not in exported
    assert "tagged-" not in exported
    assert not any(name.lower() in ("traceparent", "baggage") for name, _ in script.requests[0].headers)


async def test_durations_and_waits_are_seconds(seen: Seen) -> None:
    """By the client's own clock: waiting for the vendor's limits is told apart from the request itself."""
    clock = Clock()
    session = fake_session(Script(answer(429, retry_after="3"), answer(200, {})), clock=clock)
    await session.send(json_request())
    (waits,) = seen.points("abclient.wait.duration")
    assert (waits.count, waits.sum) == (2, pytest.approx(3, abs=1.1))
    assert {
        point.attributes["http.response.status_code"]: point.count
        for point in seen.points("http.client.request.duration")
    } == {200: 1, 429: 1}


async def test_what_began_before_is_left_alone() -> None:
    """A call that is under way when tracing begins has no span, and ends nothing; the next one has."""
    seen, started = Seen(), list[otel.Instrumentation]()

    def begin(request: object) -> Any:
        started.append(otel.instrument(tracer_provider=seen.tracers, meter_provider=seen.meters))
        return answer(200, {})

    session = fake_session(Script(begin, answer(200, {})))
    await session.send(json_request())
    assert seen.tree == []
    await session.send(json_request())
    started[0].uninstrument()
    assert seen.tree == ["acme getThing", "  GET /things/{id}"]


async def test_the_call_of_a_caller_that_is_gone_ends_its_spans(seen: Seen) -> None:
    """Such as one whose event loop was closed: nothing is awaited any more, and nothing stays in flight."""

    class Never(Script):
        async def send(self, request: Any) -> Any:
            await asyncio.sleep(0)
            raise AssertionError("it went on")

    call = fake_session(Never(answer())).send(json_request())
    context = contextvars.copy_context()
    context.run(call.send, None)
    context.run(call.close)
    assert [(span.attributes or {})["error.type"] for span in seen.spans.values()] == ["GeneratorExit"] * 2
    assert [point.value for point in seen.points("abclient.requests.active")] == [0]


async def test_an_attempt_that_is_never_sent_is_a_wait(seen: Seen) -> None:
    """Its span would be one of a request that there was not; how long it was held back is measured."""

    class Stopped(Clock):
        async def sleep(self, seconds: float) -> None:
            self.now += 2.0
            waiting.set()
            await asyncio.Event().wait()

    waiting = asyncio.Event()
    script = Script(answer(429, retry_after="5"))
    session = fake_session(script, clock=Stopped(), options=CallOptions(retry=RetryPolicy(attempts=1)))
    with pytest.raises(errors.TooManyRequestsError):
        await session.send(json_request())
    task = asyncio.create_task(session.send(json_request()))
    await waiting.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert seen.tree == ["acme getThing", "  GET /things/{id}", "acme getThing"]
    (waits,) = seen.points("abclient.wait.duration")
    assert (waits.count, waits.sum) == (2, pytest.approx(2))


async def test_the_learned_rate_and_the_vendors_id_of_a_request(seen: Seen) -> None:
    """What bulk calls keep to, once it is known; the id is what the vendor's support asks for."""
    script = Script(answer(200, {"key": "one"}, x_request_id="r-7"))
    async with abclient.LaunchDarkly(SECRET, transport=script) as ld:
        slow = {"rate": 7.0, "throttled_rate": 9.0, "hold_seconds": 60.0, "held_seconds": 0.0}
        ld.restore_rate_limit_state({**ld.rate_limit_state(), "learned": slow})
        await ld.flags("project").get("one")
    (rate,) = seen.points("abclient.rate")
    assert rate.value == pytest.approx(7)
    assert dict(rate.attributes) == {"abclient.vendor": "launchdarkly", "abclient.client": "launchdarkly"}
    (attempt,) = (span for span in seen.exporter.get_finished_spans() if span.kind is SpanKind.CLIENT)
    assert (attempt.attributes or {})["abclient.request_id"] == "r-7"


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """It comes with an extra."""
    monkeypatch.delitem(sys.modules, "abclient.otel")
    monkeypatch.setitem(sys.modules, "opentelemetry", None)
    with pytest.raises(ImportError, match=r"^opentelemetry is not installed: pip install '.*\[otel\]'"):
        importlib.import_module("abclient.otel")


def test_it_is_started_once(seen: Seen) -> None:
    """Counting everything twice is refused, and what ended can be started again."""
    with pytest.raises(ConfigurationError, match="instrumented already"):
        otel.instrument()


async def test_it_can_be_ended(seen: Seen) -> None:
    """Nothing is exported after ``uninstrument``, which may be called twice."""
    again = Seen()
    assert otel._active  # pyright: ignore[reportPrivateUsage]  # what the fixture started
    otel._active.uninstrument()  # pyright: ignore[reportPrivateUsage]  # as above
    started = otel.instrument(tracer_provider=again.tracers, meter_provider=again.meters)
    await fake_session(Script(answer(200, {}))).send(json_request())
    started.uninstrument()
    started.uninstrument()
    await fake_session(Script(answer(200, {}))).send(json_request())
    assert again.tree == ["acme getThing", "  GET /things/{id}"]
    assert seen.tree == []


async def test_what_has_begun_is_completed_after_the_end(seen: Seen) -> None:
    """A call and a run that are under way end their spans, and nothing stays in flight; what begins is not seen."""
    other = Seen()
    current = list[object]()

    def end(request: object) -> Any:
        assert otel._active  # pyright: ignore[reportPrivateUsage]  # what the fixture started
        otel._active.uninstrument()  # pyright: ignore[reportPrivateUsage]  # as above
        ended.append(otel.instrument(tracer_provider=other.tracers, meter_provider=other.meters))
        return answer(503)

    ended = list[otel.Instrumentation]()
    session = fake_session(Script(end, answer(200, {}), answer(200, {})), clock=Clock())

    async def fetch(key: int) -> object:
        found = await session.send(json_request())
        current.append(trace.get_current_span())
        return found

    outcomes = [outcome async for outcome in fetch_many(fetch, [1, 2], concurrency=1)]
    ended[0].uninstrument()
    assert [outcome.error for outcome in outcomes] == [None, None]
    attempts = ["    GET /things/{id}"] * 2
    assert seen.tree == ["abclient bulk", "  acme getThing", *attempts]
    assert [point.value for point in seen.points("abclient.requests.active")] == [0]
    assert other.tree == ["acme getThing", "  GET /things/{id}"]
    assert set(current) == {trace.INVALID_SPAN}


async def test_one_that_instruments_httpx_too_is_told(seen: Seen) -> None:
    """There is a warning that some requests count twice, which is so for a client of one's own alone."""
    otel._active.uninstrument()  # type: ignore[union-attr]  # pyright: ignore  # what the fixture started
    instrumentor = HTTPXClientInstrumentor()
    instrumentor.instrument(tracer_provider=seen.tracers)
    try:
        with pytest.warns(UserWarning, match="counted twice"):
            started = otel.instrument(tracer_provider=seen.tracers, meter_provider=seen.meters)
        async with httpx.AsyncClient(transport=httpx.MockTransport(lambda _: httpx.Response(200, json=FLAGS))) as own:
            instrumentor.instrument_client(own, tracer_provider=seen.tracers)
            async with abclient.LaunchDarkly(SECRET, http_client=own) as ld:
                await ld.flags("project").list()
        started.uninstrument()
    finally:
        instrumentor.uninstrument()
    assert seen.tree == ["launchdarkly getFeatureFlags", "  GET /api/v2/flags/{projectKey}", "    GET"]
