"""The part of every test run that fails a test whose output holds a credential.

Searched are: all log records from DEBUG up, with their tracebacks; what is written to standard output and error, also
by processes that a test waits for; the reports of failures; every error that a test catches, and every attribute that
any error of abclient gets; the reprs of every client; whatever is pickled; and the files that tests leave in their
temporary directories. A test that must put a credential there is marked ``shows_credentials``, with the reason.
"""

from __future__ import annotations

import functools
import logging
import pickle
import subprocess
import warnings
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import asdict

from abclient.client import Client
from abclient.errors import ABClientError
from abclient.vendors._convert_signing import RequestSigner

from .leaks import Records, Search, Totals

MARKER = "shows_credentials"
_MEASURING = ("guard", "soak")
_KEY = "abclient_leaks"


def register(config: pytest.Config) -> None:
    """Search this run, unless ``-p no:abclient_leaks`` is among the options."""
    if not config.pluginmanager.is_blocked(_KEY):
        config.pluginmanager.register(Leaks(config), _KEY)


@pytest.fixture(scope="session", autouse=True)
def files_of_the_run(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """At the end of the run, search what is left; what is found there is an error of the last test's teardown."""
    yield
    leaks = pytestconfig.pluginmanager.get_plugin(_KEY)
    if isinstance(leaks, Leaks):
        leaks.judge_the_rest(tmp_path_factory.getbasetemp())


class Leaks:
    """The hooks. Each process of pytest-xdist searches what its own tests put out."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._search = Search()
        self._elsewhere = Totals()
        self._given: set[str] = set()
        self._spared: set[Path] = set()
        self._exempt = False
        self._patches = pytest.MonkeyPatch()
        self._records = Records(self._search)
        self._level = logging.getLogger().level
        _watch(self._search, self._patches)
        _set_levels_once(self._patches)
        logging.getLogger().addHandler(self._records)

    def pytest_unconfigure(self) -> None:
        """Leave everything as it was, since several runs may follow each other in one process."""
        self._patches.undo()
        logging.getLogger().removeHandler(self._records)
        logging.getLogger().setLevel(self._level)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """An exemption has its reason."""
        for item in items:
            mark = item.get_closest_marker(MARKER)
            if mark is not None and not (len(mark.args) == 1 and isinstance(mark.args[0], str) and mark.args[0]):
                raise pytest.UsageError(f"{item.nodeid}: {MARKER} needs the reason, in one string")

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, bool | None, bool | None]:
        """All loggers at DEBUG, before pytest looks at their level; except where a test measures: records cost time."""
        self._exempt = item.get_closest_marker(MARKER) is not None
        measures = any(item.get_closest_marker(name) for name in _MEASURING)
        logging.getLogger().setLevel(logging.WARNING if measures else logging.DEBUG)
        return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Search what a test put out, once all of it is there: after its teardown."""
        report = yield
        search = self._search
        directory = getattr(item, "funcargs", {}).get("tmp_path")
        exempt = item.get_closest_marker(MARKER) is not None
        if exempt and directory is not None:
            self._spared.add(directory)
        if call.excinfo is not None and report.longrepr is not None:
            search.error(f"that failed the {call.when}", call.excinfo.value)
            search.text(f"report of the failure in {call.when}", str(report.longrepr))
        if call.when == "teardown":
            for name, text in report.sections:
                search.text(name.lower(), text)
            if directory is not None and not exempt:
                search.files(directory)
            self._judge(report, exempt=exempt)
        if report.failed:
            report.sections = [(name, search.without(text)) for name, text in report.sections]
            if search.is_in(str(report.longrepr)):
                report.longrepr = search.without(str(report.longrepr))
        return report

    def _judge(self, report: pytest.TestReport, *, exempt: bool) -> None:
        """Fail the test where something was found."""
        totals = self._search.totals
        totals.tests += 1
        totals.exempt += exempt
        places = self._search.take()
        if places and not exempt:
            earlier = f"{report.longrepr}\n\n" if report.failed else ""
            report.outcome = "failed"
            report.longrepr = f"{earlier}{_complaint(places)}"

    def judge_the_rest(self, directory: Path) -> None:
        """Search the files that are no single test's, or that changed after their test."""
        if self._exempt:
            self._search.take()  # what the last test may show, which is not judged before this
        self._search.files(directory, but=self._spared)
        if places := self._search.take():
            pytest.fail(_complaint(places), pytrace=False)

    def pytest_warning_recorded(self, warning_message: warnings.WarningMessage) -> None:
        """Warnings are shown at the end of the run."""
        self._search.text("warning", str(warning_message))

    def pytest_sessionfinish(self) -> None:
        """A process of pytest-xdist tells the first one what it searched."""
        output: dict[str, Any] | None = getattr(self._config, "workeroutput", None)
        if output is not None:
            output[_KEY] = {"totals": asdict(self._search.totals), "credentials": sorted(self._search.credentials)}

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """The first process adds up."""
        told = getattr(node, "workeroutput", {}).get(_KEY)
        if told is not None:
            self._given |= set(told["credentials"])
            for name, number in told["totals"].items():
                setattr(self._elsewhere, name, getattr(self._elsewhere, name) + number)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """How much was searched, and for how many credentials."""
        total = {name: number + getattr(self._elsewhere, name) for name, number in asdict(self._search.totals).items()}
        if total["tests"]:
            credentials = len(self._given | self._search.credentials)
            terminalreporter.write_line(
                f"searched for {credentials} credentials and {total['signatures']:,} signatures, in {total['tests']:,}"
                f" tests ({total['exempt']} exempt): {total['records']:,} log records, {total['texts']:,} other texts,"
                f" {total['files']:,} files, {total['characters']:,} characters"
            )


def _complaint(places: list[str]) -> str:
    return "\n".join(["a credential is in the output (struck out here):", *(f"    {place}" for place in places)])


def _set_levels_once(patches: pytest.MonkeyPatch) -> None:
    """Make it cheap to set the root logger's level to what it is, as pytest does a dozen times in each test.

    Each time, every logger forgets which levels it is enabled for: with hundreds of loggers a fifth of a millisecond.
    """
    root = logging.getLogger()
    original = root.setLevel

    def set_level(level: int | str) -> None:
        if level != root.level:
            original(level)

    patches.setattr(root, "setLevel", set_level)


def _watch(search: Search, patches: pytest.MonkeyPatch) -> None:
    """Learn every credential where it enters a client, and see what leaves by ways that pytest does not capture."""

    def after(owner: Any, name: str, look: Callable[..., None]) -> None:
        """Let ``look`` see arguments and result of every call."""
        original = getattr(owner, name)

        @functools.wraps(original)
        def watched(*args: Any, **kwargs: Any) -> Any:
            result = original(*args, **kwargs)
            look(result, *args, **kwargs)
            return result

        patches.setattr(owner, name, watched)

    def opened(_: None, client: Any, *, secrets: tuple[str, ...], **options: Any) -> None:
        for secret in secrets:
            search.know(secret)
        session = client._session
        search.text("repr of a client", f"{client!r} {session!r} {session.account!r} {session.options!r}")

    def signed(headers: tuple[tuple[str, str], ...], *_: Any) -> None:
        search.know_signature(dict(headers)["Authorization"])

    def printed(texts: tuple[str | bytes | None, ...], *_: Any, **__: Any) -> None:
        for text in texts:
            if text:
                search.text("output of a process, or read by the test", text)

    def caught(_: None, __: Any, told: tuple[type[BaseException], BaseException, Any]) -> None:
        search.error("that a test caught", told[1])

    def pickled(data: bytes, *_: Any, **__: Any) -> None:
        search.text("pickle", data)

    after(Client, "_open", opened)
    after(RequestSigner, "headers", signed)
    after(pytest.CaptureFixture, "readouterr", printed)
    after(subprocess.Popen, "communicate", printed)
    after(pytest.ExceptionInfo, "fill_unfilled", caught)
    after(pickle, "dumps", pickled)

    def set_attribute(error: ABClientError, name: str, value: object) -> None:
        search.text(f"{name} of {type(error).__name__}", repr(value))
        object.__setattr__(error, name, value)

    patches.setattr(ABClientError, "__setattr__", set_attribute, raising=False)
