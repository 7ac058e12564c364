"""What all tests share: a clean environment, and one sandbox for those that need a server."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from collections.abc import Callable, Generator, Iterator, Mapping
from typing import Any

import pytest
import uvloop
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

from support import leaks_plugin
from support.cases import USUAL
from support.clients import begin_quickly

files_of_the_run = leaks_plugin.files_of_the_run
LOOPS = {"asyncio": asyncio.new_event_loop, "uvloop": uvloop.new_event_loop}
settings.register_profile("busy", max_examples=USUAL, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")  # before tests are imported: no case fails because the machine is busy

# Else Hypothesis also tries texts of modules that happen to be imported: credentials, in another order with each run.
providers._get_local_constants = Constants  # pyright: ignore[reportPrivateUsage]  # it has no setting for this

LONG_ON_UVLOOP = {
    "test_transports.py",
    "test_transports_answers.py",
    "test_transports_replay.py",
    "test_transports_surplus.py",
}
"""What `make test` runs on asyncio's own loop alone; the transports' other tests run on both every time."""

CHOSEN = os.environ.get("ABCLIENT_LOOP", "asyncio")  # read here, before the tests' environment is cleaned


def pytest_configure(config: pytest.Config) -> None:
    """What tests put out is searched for credentials, and what they start can be interrupted."""
    leaks_plugin.register(config)
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # What a script has started in the background ignores Ctrl-C, and so would every process that a test starts.
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:  # likewise with nohup
        signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """No garbage is collected while modules are imported and tests made, all of which stays: that takes a quarter."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest tests on the second event loop are slow."""
    for item in items:
        given = getattr(item, "callspec", None)
        if given is not None and item.path.name in LONG_ON_UVLOOP and LOOPS["uvloop"] in given.params.values():
            item.add_marker("slow")


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Say that tests with services were left out: who reads "passed" should know of what."""
    if "not services" in str(config.getoption("markexpr")):
        terminalreporter.write_line(
            "tests that need Redis, PostgreSQL, Chromium, Java or a C compiler were not run: `make test-services` does"
        )


def pytest_asyncio_loop_factories(item: pytest.Item) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """The transports are tested on both event loops, all else on asyncio's own or the one ``ABCLIENT_LOOP`` names."""
    return LOOPS if item.path.name.startswith("test_transports") else {CHOSEN: LOOPS[CHOSEN]}


@pytest.fixture(scope="module", autouse=True)
def _settled_memory() -> None:
    """What earlier modules have loaded stays out of every collection that a test makes: it is most of the memory."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No token, proxy or certificate setting of the machine reaches a test."""
    for name in list(os.environ):
        if name.startswith("ABCLIENT_") and name != "ABCLIENT_TESTED":
            monkeypatch.delenv(name)
        if name.lower() in {"http_proxy", "https_proxy", "all_proxy", "no_proxy", "ssl_cert_file", "ssl_cert_dir"}:
            monkeypatch.delenv(name)
    yield


@pytest.fixture
def quick_clients(monkeypatch: pytest.MonkeyPatch) -> None:
    """Clients of this process begin quickly with vendors that are otherwise met carefully: for tests of all else."""
    begin_quickly(monkeypatch)
