"""The ``abclient`` command in tests: run in this process, or in one of its own at a terminal."""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple

import pytest
import typer.main

from abclient import cli
from abclient.sandbox.registry import BUILT_IN as SANDBOX_VENDORS
from abclient.vendor import get

from .clients import begin_quickly

COMMAND = (sys.executable, "-m", "abclient")

_AT_A_TERMINAL = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"


_built = functools.cache(typer.main.get_command)
"""Typer builds all commands anew for each line that it runs, which takes longer than most of them do."""


class Ended(NamedTuple):
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """Standard output, read as JSON."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        """The lines of standard error, without those that lead to the documentation."""
        return [line for line in self.err.splitlines() if not line.startswith("abclient: see https://")]


class Command:
    """Runs commands in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Ended:
        with pytest.MonkeyPatch.context() as patches, pytest.raises(SystemExit) as ended:
            begin_quickly(patches)  # else careful vendors would take ten seconds of every test
            patches.setattr(typer.main, "get_command", _built)
            cli.main([str(argument) for argument in arguments])
        code = ended.value.code
        assert isinstance(code, int)
        written = self._capsys.readouterr()
        return Ended(code, written.out, written.err)


def credentials(url: str) -> dict[str, str]:
    """The environment in which the command finds a sandbox, and the places there that vendors need to be named."""
    found: dict[str, str] = {}
    for there in SANDBOX_VENDORS:
        vendor = get(there.name)
        values = {**there.credentials, "base_url": f"{url}/{there.name}{there.base}"}
        values |= there.places
        found |= {vendor.variable(name): value for name, value in values.items()}
    return found


@contextmanager
def at_a_terminal(*arguments: str, environment: Mapping[str, str]) -> Generator[subprocess.Popen[bytes]]:
    """The command at a terminal of its own, whose two ends are the process's pipes; killed if it still runs."""
    process = subprocess.Popen(
        [sys.executable, "-c", _AT_A_TERMINAL, *COMMAND, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "120", **environment},
    )
    with process:
        try:
            yield process
        finally:
            process.kill()
