"""The vendor's own Python client 25.0.1, driven against the sandbox in its edition of October 2026.

It is another edition of the package that ``test_sandbox_launchdarkly_official`` imports, so ``make`` puts it into a
directory of its own (``build/official``), and it runs in a process of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from abclient.testing import Sandbox
from support.sandbox import TODAY

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
OFFICIAL = ROOT / "build" / "official"
DRIVER = ROOT / "tests" / "support" / "official_launchdarkly.py"


def test_the_official_client_understands_every_operation() -> None:
    """All 69 operations: its models are strict about required fields and enums, and every change shows."""
    assert (OFFICIAL / "launchdarkly_api").is_dir(), "make build/official/.ready installs the vendor's client"
    with Sandbox(experiments=20, seed=1, today=TODAY, edition="today") as sandbox:
        ended = subprocess.run(
            [sys.executable, DRIVER, sandbox.url, sandbox.token],
            env={**os.environ, "PYTHONPATH": str(OFFICIAL)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert (ended.returncode, ended.stdout) == (0, "69\n"), ended.stderr
