"""Standard streams that are closed, full, or that nobody reads."""

from __future__ import annotations

import errno
import io
import os
import select
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO

import pytest

from abclient._console.streams import Output, output_closed, reader_left, standard_streams


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """A pipe: the end to read from, the end to write to."""
    ends = os.pipe()
    yield ends
    for end in ends:
        with suppress(OSError):  # a test has closed it
            os.close(end)


def stream_to(descriptor: int, *, unbuffered: bool = False) -> TextIO:
    """What Python makes of a descriptor for its standard output."""
    raw = io.FileIO(descriptor, "w", closefd=False)
    if unbuffered:
        return io.TextIOWrapper(raw, encoding="ascii", write_through=True)  # as Python itself does
    return io.TextIOWrapper(io.BufferedWriter(raw), encoding="ascii")


def test_a_reader_who_leaves(pipe: tuple[int, int]) -> None:
    """What is written to a pipe that nobody reads goes nowhere, without an error, and it is known."""
    output = Output(pipe[1])
    assert (output.write(b"one"), os.read(pipe[0], 10), output.unread) == (3, b"one", False)
    os.close(pipe[0])
    assert (output.write(b"two"), output.unread) == (3, True)
    assert (output.write(memoryview(b"three")), output.unread) == (5, True)


@pytest.mark.parametrize("optional", [False, True])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk(optional: bool) -> None:
    """That it is full is said once; of what nobody needs to read, never."""
    with Path("/dev/full").open("wb") as full:
        output = Output(full.fileno(), optional=optional)
        if not optional:
            with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
                output.write(b"one")
        assert output.write(b"two") == 3
        assert not output.unread


def test_a_pipe_that_somebody_made_non_blocking(pipe: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    """A full pipe is waited for, also if whoever shares it has made it non-blocking."""
    os.set_blocking(pipe[1], False)
    full = 0
    with suppress(BlockingIOError):
        while True:
            full += os.write(pipe[1], b"x")
    waits: list[object] = []
    wait = select.select

    def reads_then_waits(*arguments: Any) -> Any:
        waits.append(arguments)
        os.read(pipe[0], full)
        return wait(*arguments)

    monkeypatch.setattr(select, "select", reads_then_waits)
    assert Output(pipe[1]).write(b"one") == 3
    assert os.read(pipe[0], 10) == b"one"
    assert len(waits) == 1


@pytest.mark.parametrize("unbuffered", [False, True])
def test_output_of_this_process(pipe: tuple[int, int], unbuffered: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """It takes every letter in any encoding, loses nothing, and is what it was afterwards."""
    ours = stream_to(pipe[1], unbuffered=unbuffered)
    monkeypatch.setattr(sys, "stdout", ours)
    with standard_streams("test"):
        sys.stdout.write("Größe \ud83d\n")
        if unbuffered:
            assert os.read(pipe[0], 100) == b"Gr\\xf6\\xdfe \\ud83d\n"
            sys.stdout.write("more\n")
        assert not (reader_left() or output_closed())
    assert os.read(pipe[0], 100) == (b"more\n" if unbuffered else b"Gr\\xf6\\xdfe \\ud83d\n")
    assert sys.stdout is ours


def test_nobody_reads(pipe: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    """That the reader has left is no failure."""
    monkeypatch.setattr(sys, "stdout", stream_to(pipe[1]))
    os.close(pipe[0])
    with standard_streams("test"):
        sys.stdout.write("one\n")
        assert not reader_left()
        sys.stdout.flush()
        assert reader_left()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_what_was_written_is_lost(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A full disk is told in one line, whatever the exit code would have been."""
    with Path("/dev/full").open("wb") as full:
        monkeypatch.setattr(sys, "stdout", stream_to(full.fileno()))
        with pytest.raises(SystemExit) as ended, standard_streams("test"):
            sys.stdout.write("one\n")
            raise SystemExit(0)
    assert ended.value.code == 1
    assert capsys.readouterr().err == f"test: standard output: {os.strerror(errno.ENOSPC)}\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_errors_of_output_and_of_others(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Output that fails in the middle ends the program in the same way; any other error is passed on."""
    with Path("/dev/full").open("wb") as full:
        monkeypatch.setattr(sys, "stdout", stream_to(full.fileno()))
        with pytest.raises(SystemExit), standard_streams("test"):
            sys.stdout.write("one\n")
            sys.stdout.flush()
    assert capsys.readouterr().err == f"test: standard output: {os.strerror(errno.ENOSPC)}\n"
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    with pytest.raises(PermissionError), standard_streams("test"):
        raise PermissionError


def test_closed_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Python found a stream closed, there is the null device, and it is known that output is lost."""
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    with standard_streams("test"):
        assert output_closed()
        assert sys.stdin.read() == ""
        sys.stdout.write("one")
        sys.stderr.write("two")
    assert (sys.stdin, sys.stdout, sys.stderr) == (None, None, None)


def test_streams_of_somebody_else(monkeypatch: pytest.MonkeyPatch, pipe: tuple[int, int]) -> None:
    """What the caller has put there stays, and so does everything in a program that does this in a thread."""
    somebodys = io.StringIO()
    monkeypatch.setattr(sys, "stdout", somebodys)
    with standard_streams("test"):
        assert sys.stdout is somebodys
    ours = stream_to(pipe[1])
    monkeypatch.setattr(sys, "stdout", ours)
    seen: list[TextIO] = []

    def in_a_thread() -> None:
        with standard_streams("test"):
            seen.append(sys.stdout)

    thread = threading.Thread(target=in_a_thread)
    thread.start()
    thread.join()
    assert seen == [ours]
