"""What signals do to the command, decision by decision; whole processes are in contract/test_command_processes.py."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterator
from types import FrameType
from typing import Any

import pytest

from abclient._console.signals import ending_signals, ignore_signals, leave_on_signals
from abclient.cli._signals import catching_signals, interruptible

ALL = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


@pytest.fixture(autouse=True)
def _handlers() -> Iterator[None]:
    """This process's own handlers, back after each test; Ctrl-C as in a process that a shell began."""
    before = {number: signal.getsignal(number) for number in ALL}
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number in ALL[1:]:
        signal.signal(number, signal.SIG_DFL)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


class Left(BaseException):
    """The process would have ended."""


@pytest.mark.parametrize("number", ALL)
@pytest.mark.parametrize(
    ("terminal", "closed", "written"),
    [
        (False, False, b"abclient: interrupted\n"),
        (True, False, b"\x1b[?25habclient: interrupted\n"),
        (False, True, b""),
    ],
)
def test_leaving_at_once(
    number: signal.Signals, terminal: bool, closed: bool, written: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process ends with the signal's exit code and one line, and shows the cursor again where it may be hidden."""
    texts: list[bytes] = []

    def end(code: int) -> None:
        raise Left(code)

    def write(descriptor: int, text: bytes) -> int:
        if closed:
            raise OSError
        texts.append(text)
        return len(text)

    monkeypatch.setattr(os, "_exit", end)
    monkeypatch.setattr(os, "write", write)

    def isatty(descriptor: int) -> bool:
        return terminal

    monkeypatch.setattr(os, "isatty", isatty)
    leave_on_signals()
    with pytest.raises(Left) as left:
        signal.raise_signal(number)
    assert left.value.args == (128 + number,)
    assert b"".join(texts) == written


def test_ignoring_signals() -> None:
    """Once the exit code is decided, nothing changes it."""
    ignore_signals()
    for number in ALL:
        signal.raise_signal(number)
        assert signal.getsignal(number) == signal.SIG_IGN


@pytest.mark.parametrize(
    ("ignored", "left"),
    [([], ALL), ([signal.SIGINT], ALL[1:]), ([signal.SIGHUP], ALL[:2]), ([signal.SIGTERM], ALL)],
)
def test_signals_that_are_switched_off(ignored: list[signal.Signals], left: list[signal.Signals]) -> None:
    """What whoever started the process switched off stays so, except SIGTERM."""
    for number in ignored:
        signal.signal(number, signal.SIG_IGN)
    assert ending_signals() == left


def interrupted(*signals: tuple[float, int], monkeypatch: pytest.MonkeyPatch) -> tuple[int | None, bool]:
    """Work that these signals come to, each at its second: which ended it, and whether it could unwind in peace."""
    now = [0.0]
    monkeypatch.setattr("abclient.cli._signals.time.monotonic", lambda: now[0])
    unwound = False

    async def work() -> int:
        nonlocal unwound
        first, *others = signals
        try:
            now[0] = first[0]
            signal.raise_signal(first[1])
            await asyncio.Event().wait()
        finally:
            for at, number in others:
                now[0] = at
                signal.raise_signal(number)
            await asyncio.sleep(0)
            unwound = True
        return 0

    with catching_signals() as interruption, pytest.raises((asyncio.CancelledError, KeyboardInterrupt)):
        asyncio.run(interruption.cancellable(work()))
    return interruption.number, unwound


@pytest.mark.parametrize(
    ("signals", "number", "unwound"),
    [
        ([(0, signal.SIGINT)], signal.SIGINT, True),
        ([(0, signal.SIGTERM)], signal.SIGTERM, True),
        ([(0, signal.SIGHUP), (0, signal.SIGTERM)], signal.SIGHUP, True),
        ([(0, signal.SIGINT), *[(2.9, signal.SIGINT)] * 20], signal.SIGINT, True),
        ([(5, signal.SIGINT), (8.1, signal.SIGINT)], signal.SIGINT, False),
        ([(5, signal.SIGTERM), (9, signal.SIGHUP)], signal.SIGTERM, False),
    ],
)
def test_signals_during_the_work(
    signals: list[tuple[float, int]], number: int, unwound: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first cancels the work; more within three seconds change nothing, later ones break it off."""
    assert interrupted(*signals, monkeypatch=monkeypatch) == (number, unwound)


def test_a_signal_after_the_work_is_too_late() -> None:
    """What was done stays done."""

    async def work() -> int:
        return 3

    with catching_signals() as interruption:
        assert asyncio.run(interruption.cancellable(work())) == 3
        signal.raise_signal(signal.SIGINT)
    assert interruption.number is None


@pytest.mark.parametrize("at_a_prompt", [False, True])
def test_a_signal_before_the_work(at_a_prompt: bool) -> None:
    """It is for whoever handled it before; at a prompt it is always KeyboardInterrupt, so that the echo comes back."""
    came: list[int] = []

    def handle(number: int, frame: FrameType | None) -> Any:
        came.append(number)

    signal.signal(signal.SIGTERM, handle)
    with catching_signals() as interruption:
        if at_a_prompt:
            with pytest.raises(KeyboardInterrupt), interruptible():
                signal.raise_signal(signal.SIGTERM)
        else:
            signal.raise_signal(signal.SIGTERM)
    assert (interruption.number, came) == (signal.SIGTERM, [] if at_a_prompt else [signal.SIGTERM])
    assert signal.getsignal(signal.SIGTERM) is handle
