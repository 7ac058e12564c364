"""The sandbox for users' own tests, when it does not do as it is told."""

from __future__ import annotations

import os
import signal

import pytest

from abclient import testing


def test_a_sandbox_that_hangs_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not end by itself in time does not outlive the test that started it."""
    monkeypatch.setattr(testing, "_STOP_SECONDS", 0.01)
    with testing.Sandbox(experiments=1) as sandbox:
        pid = sandbox.pid
        assert pid is not None
        os.kill(pid, signal.SIGSTOP)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
