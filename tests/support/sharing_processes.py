"""Real processes that share one limit of a sandbox through a store, over sockets."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from abclient.testing import Sandbox

ROOT = Path(__file__).parents[2]
_START_SECONDS = 0.3
"""Until all processes that are ready have read when to begin."""


@frozen
class Child:
    """A process: how many results it fetches, and after how many seconds it begins or is killed."""

    items: int
    begins: float = 0.0
    killed: float | None = None


@frozen
class Moment:
    """Something that happens a number of seconds after the beginning."""

    at: float
    happens: Callable[[], object]


@frozen
class Ran:
    """What all processes did together.

    Attributes:
        seconds: from the first request to the last outcome.
        accepted: requests that the sandbox let through.
        throttled: the part of all requests that it did not.
        done: results of the processes that were not killed.
    """

    seconds: float
    accepted: int
    throttled: float
    done: int


def run_processes(
    sandbox: Sandbox,
    vendor: str,
    children: Sequence[Child],
    store: str,
    *,
    moments: Sequence[Moment] = (),
    options: Mapping[str, Any] | None = None,
) -> Ran:
    """Let them fetch, and add up what they say."""
    path = "/v2" if vendor == "Optimizely" else ""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "tests"), *sys.path])}
    command = (sys.executable, "-m", "support.sharing_child", vendor, sandbox.url + path, sandbox.token, store)
    running = [
        subprocess.Popen(
            (*command, str(child.items), json.dumps(dict(options or {}))),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        for child in children
    ]
    for process in running:
        assert process.stdout is not None
        assert process.stdout.readline() == '{"ready": true}\n'
    begins = time.time() + _START_SECONDS
    for process, child in zip(running, children, strict=True):
        assert process.stdin is not None
        process.stdin.write(f"{begins + child.begins}\n")
        process.stdin.flush()
    timers = [threading.Timer(begins + moment.at - time.time(), moment.happens) for moment in moments]
    for process, child in zip(running, children, strict=True):
        if child.killed is not None:
            timers.append(threading.Timer(begins + child.killed - time.time(), process.kill))
    for timer in timers:
        timer.start()
    done, ended = 0, begins
    for process, child in zip(running, children, strict=True):
        lines = [json.loads(line) for line in process.communicate()[0].splitlines()]
        if child.killed is None:
            assert process.returncode == 0
            done, ended = done + lines[-1]["done"], max(ended, lines[-1]["ended"])
    for timer in timers:
        timer.join()
    statuses = [request["status"] for request in sandbox.requests()]
    throttled = statuses.count(429)
    return Ran(ended - begins, len(statuses) - throttled, throttled / len(statuses), done)
