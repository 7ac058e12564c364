"""Traces and metrics for OpenTelemetry, of every client of the process; the extra ``otel`` brings its API.

::

    from abclient import otel

    instrumentation = otel.instrument()

A bulk call, a list and a call each are a span of kind INTERNAL, and an attempt, which is one HTTP request, one of kind
CLIENT, by the semantic conventions for HTTP (https://opentelemetry.io/docs/specs/semconv/http/http-spans/). Queries,
headers, bodies and credentials are in none of them. Nothing is added to requests: a vendor has no use for a trace id.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable
from contextvars import Token
from typing import Any
from urllib.parse import urlsplit

from attrs import field, frozen

from ._distribution import not_installed
from ._version import __version__
from .errors import ConfigurationError
from .events import Attempt, AttemptStarted, CallEnded, CallStarted, Event, RunEnded, RunStarted, subscribe

try:
    from opentelemetry import context, metrics, trace
except ImportError as _error:
    raise ImportError(not_installed(_error, "otel", default="opentelemetry")) from _error

__all__ = ["Instrumentation", "instrument"]

_SCHEMA = "https://opentelemetry.io/schemas/1.23.0"
"""The first version with the stable conventions for HTTP, which later ones do not change."""

_BOUNDARIES = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]
"""Seconds; what the conventions advise for the duration of HTTP requests."""

_PORTS = {"http": 80, "https": 443}


class Instrumentation:
    """What ``instrument`` started."""

    def __init__(self, listener: _Listener) -> None:
        self._listener = listener
        listener.start()

    def uninstrument(self) -> None:
        """Stop: nothing that begins from now on is traced or counted, and what has begun is completed.

        May be called twice.
        """
        global _active
        self._listener.stop()
        if _active is self:
            _active = None


_active: Instrumentation | None = None


def instrument(
    *, tracer_provider: trace.TracerProvider | None = None, meter_provider: metrics.MeterProvider | None = None
) -> Instrumentation:
    """Trace and count everything that the clients of this process do from now on.

    The metrics: ``http.client.request.duration`` (s), by the conventions; ``abclient.call.duration`` (s), waits and
    retries included; ``abclient.wait.duration`` (s), how long attempts were held back by limits;
    ``abclient.requests.active`` ({request}), those in flight; ``abclient.refusals`` ({request}), those answered 429;
    ``abclient.rate`` ({request}/s), the learned rate of bulk calls; ``abclient.bulk.outcomes`` ({outcome}).

    Args:
        tracer_provider: makes the spans; the global one by default.
        meter_provider: makes the metrics; the global one by default.

    Returns:
        What ends it again.

    Raises:
        ConfigurationError: this process is instrumented already.

    Warns:
        UserWarning: httpx is instrumented, too: the requests of clients that were given an ``http_client`` are then
            traced and counted twice. Other clients do not use httpx to send.
    """
    global _active
    if _active is not None:
        raise ConfigurationError("abclient is instrumented already: uninstrument() what instrument() returned before")
    if _httpx_is_instrumented():
        warnings.warn(
            "httpx is instrumented, too: requests of clients with http_client=... are traced and counted twice",
            stacklevel=2,
        )
    tracer = trace.get_tracer("abclient", __version__, tracer_provider, _SCHEMA)
    meter = metrics.get_meter("abclient", __version__, meter_provider, _SCHEMA)
    _active = Instrumentation(_Listener(tracer, meter))
    return _active


def _httpx_is_instrumented() -> bool:
    module = sys.modules.get("opentelemetry.instrumentation.httpx")
    instrumentor = getattr(module, "HTTPXClientInstrumentor", None)
    return instrumentor is not None and bool(instrumentor().is_instrumented_by_opentelemetry)


@frozen
class _OpenCall:
    started: CallStarted
    span: trace.Span
    attempts: list[_OpenAttempt] = field(factory=list["_OpenAttempt"])


@frozen
class _OpenAttempt:
    span: trace.Span
    attributes: dict[str, str | int]
    token: Token[context.Context]


class _Instruments:
    """What is measured."""

    def __init__(self, meter: metrics.Meter) -> None:
        def seconds(name: str, description: str) -> metrics.Histogram:
            return meter.create_histogram(name, "s", description, explicit_bucket_boundaries_advisory=_BOUNDARIES)

        self.requests = seconds("http.client.request.duration", "Duration of HTTP client requests.")
        self.calls = seconds("abclient.call.duration", "Duration of calls, with waits and retries.")
        self.waits = seconds("abclient.wait.duration", "How long attempts were held back by rate limits.")
        self.active = meter.create_up_down_counter("abclient.requests.active", "{request}", "Requests in flight.")
        self.refusals = meter.create_counter("abclient.refusals", "{request}", "Requests that were answered 429.")
        self.rate = meter.create_gauge("abclient.rate", "{request}/s", "The rate that bulk calls keep to.")
        self.outcomes = meter.create_counter("abclient.bulk.outcomes", "{outcome}", "Outcomes of bulk calls.")


class _Listener:
    """Makes spans and measurements from events."""

    def __init__(self, tracer: trace.Tracer, meter: metrics.Meter) -> None:
        self._tracer = tracer
        self._measured = _Instruments(meter)
        self._runs: dict[str, trace.Span] = {}
        self._calls: dict[str, _OpenCall] = {}
        self._stopping = False
        self._unsubscribe: Callable[[], None] = lambda: None

    def start(self) -> None:
        """Listen from now on."""
        self._unsubscribe = subscribe(self.heard)

    def stop(self) -> None:
        """Begin nothing more, and listen until what has begun has ended: its spans, and what is in flight."""
        self._stopping = True
        self._unsubscribe_once_idle()

    def _unsubscribe_once_idle(self) -> None:
        if self._stopping and not self._runs and not self._calls:
            self._unsubscribe()

    def heard(self, event: Event) -> None:
        """Begin or end what the event is about; what began before the subscription is left alone."""
        match event:
            case RunStarted() | CallStarted() if self._stopping:
                pass
            case RunStarted():
                self._begin_run(event)
            case CallStarted():
                self._begin_call(event)
            case AttemptStarted() if event.call_id in self._calls:
                self._begin_attempt(self._calls[event.call_id], event)
            case Attempt() if event.call_id in self._calls:
                self._end_attempt(self._calls[event.call_id], event)
            case CallEnded() if event.call_id in self._calls:
                self._end_call(self._calls.pop(event.call_id), event)
            case RunEnded() if event.run_id in self._runs:
                self._end_run(self._runs.pop(event.run_id), event)
            case _:
                pass
        self._unsubscribe_once_idle()

    def _under(self, run_id: str | None) -> context.Context | None:
        run = self._runs.get(run_id or "")
        return None if run is None else trace.set_span_in_context(run)

    def _begin_run(self, run: RunStarted) -> None:
        attributes = {"abclient.operation": run.operation, "abclient.bulk.total": run.total}
        self._runs[run.run_id] = self._tracer.start_span(
            f"abclient {run.kind} {run.operation or ''}".rstrip(),
            self._under(run.parent_id),
            attributes={name: value for name, value in attributes.items() if value is not None},
        )

    def _end_run(self, span: trace.Span, run: RunEnded) -> None:
        if run.kind == "bulk":
            span.set_attributes({"abclient.bulk.done": run.done, "abclient.bulk.failed": run.failed})
            self._measured.outcomes.add(run.done - run.failed, {"abclient.outcome": "ok"})
            self._measured.outcomes.add(run.failed, {"abclient.outcome": "failed"})
        else:
            span.set_attribute("abclient.pages", run.done)
        _end(span, None if run.error == "GeneratorExit" else run.error)

    def _begin_call(self, call: CallStarted) -> None:
        name = f"{call.vendor} {call.operation}"
        span = self._tracer.start_span(name, self._under(call.run_id), attributes=_identity(call))
        self._calls[call.call_id] = _OpenCall(call, span)

    def _end_call(self, call: _OpenCall, ended: CallEnded) -> None:
        while call.attempts:  # such as that of a caller whose event loop is gone
            attempt = call.attempts.pop()
            _end(attempt.span, ended.error)
            self._measured.active.add(-1, _server(attempt.attributes))
        call.span.set_attribute("abclient.attempts", ended.attempts)
        attributes: dict[str, Any] = _identity(call.started)
        if ended.error:
            attributes["error.type"] = ended.error
        self._measured.calls.record(ended.elapsed, attributes)
        _end(call.span, ended.error)

    def _begin_attempt(self, call: _OpenCall, attempt: AttemptStarted) -> None:
        url = urlsplit(attempt.url)
        attributes: dict[str, str | int] = {
            "http.request.method": call.started.method,
            "server.address": url.hostname or "",
            "server.port": url.port or _PORTS.get(url.scheme, 443),
            "url.template": call.started.path_template,
        }
        span = self._tracer.start_span(
            f"{call.started.method} {call.started.path_template}",
            trace.set_span_in_context(call.span),
            trace.SpanKind.CLIENT,
            attributes={**attributes, "url.full": attempt.url},
        )
        if attempt.number > 1:
            span.set_attribute("http.request.resend_count", attempt.number - 1)
        identity = _identity(call.started)
        self._measured.active.add(1, _server(attributes))
        self._measured.waits.record(attempt.waited, identity)
        if attempt.rate is not None:
            self._measured.rate.set(attempt.rate, {name: identity[name] for name in _OF_THE_CLIENT})
        token = context.attach(trace.set_span_in_context(span))  # for what a transport and its loggers do
        call.attempts.append(_OpenAttempt(span, attributes, token))

    def _end_attempt(self, call: _OpenCall, attempt: Attempt) -> None:
        if not call.attempts:  # it was never sent
            self._measured.waits.record(attempt.waited, _identity(call.started))
            return
        begun = call.attempts.pop()
        context.detach(begun.token)
        attributes, failed = dict(begun.attributes), attempt.error
        if attempt.status is not None:
            attributes["http.response.status_code"] = attempt.status
            failed = str(attempt.status) if attempt.status >= 400 else None
            if attempt.status == 429:
                self._measured.refusals.add(1, _identity(call.started))
        if failed:
            attributes["error.type"] = failed
        self._measured.active.add(-1, _server(begun.attributes))
        self._measured.requests.record(attempt.elapsed, attributes)
        begun.span.set_attributes(attributes)
        begun.span.set_attribute("http.response.body.size", attempt.received_bytes)
        if attempt.request_id:
            begun.span.set_attribute("abclient.request_id", attempt.request_id)
        _end(begun.span, failed)


_OF_THE_CLIENT = ("abclient.vendor", "abclient.client")


def _identity(call: CallStarted) -> dict[str, str]:
    return {
        "abclient.vendor": call.vendor,
        "abclient.client": call.client,
        "abclient.operation": call.operation,
    }


def _server(attributes: dict[str, str | int]) -> dict[str, str | int]:
    return {name: attributes[name] for name in ("http.request.method", "server.address", "server.port")}


def _end(span: trace.Span, error: str | None) -> None:
    if error:
        span.set_attribute("error.type", error)
        span.set_status(trace.StatusCode.ERROR)
    span.end()
