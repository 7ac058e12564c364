"""A vendor in a thread, for commands in processes: it has experiments and results as Optimizely has them."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

Route = Callable[[str], tuple[int, object]]
"""The status and the document that answer a path; bytes are sent as they are."""


def experiment(number: int, **fields: object) -> dict[str, object]:
    """An experiment that runs."""
    return {
        "id": number,
        "project_id": 5,
        "name": f"experiment {number}",
        "status": "running",
        "type": "a/b",
        "variations": [
            {"variation_id": 1, "name": "Original", "weight": 5000, "status": "active"},
            {"variation_id": 2, "name": "Other", "weight": 5000, "status": "active"},
        ],
        "metrics": [{"event_id": 9, "aggregator": "unique", "scope": "visitor", "winning_direction": "increasing"}],
        "created": "2026-01-01T00:00:00Z",
        "last_modified": "2026-01-02T00:00:00Z",
        **fields,
    }


def results(number: int, *, metric: str = "Purchase", called: str = "Variation") -> dict[str, object]:
    """The results of an experiment: one metric, two variations."""
    lift = {"value": 0.2, "confidence_interval": [0.1, 0.3], "significance": 0.97, "is_significant": True}

    def variation(name: int, value: float, *, baseline: bool) -> dict[str, object]:
        return {
            "variation_id": str(name),
            "name": f"{called} {name}",
            "is_baseline": baseline,
            "samples": 1000,
            "value": value,
            "rate": value / 1000,
            **({} if baseline else {"lift": lift}),
        }

    return {
        "experiment_id": number,
        "start_time": "2026-01-01T00:00:00Z",
        "end_time": "2026-01-02T00:00:00Z",
        "metrics": [
            {
                "event_id": 9,
                "name": metric,
                "aggregator": "unique",
                "scope": "visitor",
                "results": {"1": variation(1, 100, baseline=True), "2": variation(2, 120, baseline=False)},
            }
        ],
        "reach": {"baseline_count": 1000, "baseline_reach": 0.5, "total_count": 2000, "variations": {}},
    }


class OptimizelyServer:
    """Answers what a route says, on a port of its own, while the ``with`` block lasts.

    Attributes:
        asked: the paths of all requests, as they came.
    """

    def __init__(self, route: Route) -> None:
        server = self
        self.asked: list[str] = []
        self._changed = threading.Condition()

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                with server._changed:
                    server.asked.append(self.path)
                    server._changed.notify_all()
                status, document = route(self.path)
                body = document if isinstance(document, bytes) else json.dumps(document).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: Any) -> None:
                pass

        class Listener(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request: Any, client_address: Any) -> None:
                pass  # a client that goes away in the middle is what some tests are about

        self._listener = Listener(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._listener.serve_forever, kwargs={"poll_interval": 0.02})

    @property
    def environment(self) -> Mapping[str, str]:
        """This process's environment, in which the command finds this server and no other vendor."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("ABCLIENT_")}
        return {
            **inherited,
            "ABCLIENT_OPTIMIZELY_TOKEN": "some-token",
            "ABCLIENT_OPTIMIZELY_BASE_URL": f"http://127.0.0.1:{self._listener.server_address[1]}/v2",
            "ABCLIENT_OPTIMIZELY_PROJECT": "5",
        }

    def wait_for(self, text: str, count: int = 1, *, seconds: float = 30) -> None:
        """Wait until that many requests for a path with this text have come."""
        with self._changed:
            come = self._changed.wait_for(lambda: sum(text in path for path in self.asked) >= count, seconds)
        assert come, f"only {self.asked}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._listener.shutdown()
        self._listener.server_close()
        self._thread.join()


def serving(*experiments: dict[str, object], metric: str = "Purchase", called: str = "Variation") -> Route:
    """Lists these experiments, and has results of each."""

    def route(path: str) -> tuple[int, object]:
        if "/results" in path:
            return 200, results(int(path.split("/")[3]), metric=metric, called=called)
        number = path.partition("?")[0].rpartition("/")[2]
        if number.isdigit():
            return 200, next(one for one in experiments if one["id"] == int(number))
        if "/projects" in path:
            return 200, [{"id": 5, "name": "project"}]
        return 200, list(experiments) if "page=2" not in path else []

    return route
