"""The documentation runs: every Python block, as it is printed, against the sandbox."""

from __future__ import annotations

import ast
import inspect
import json
import re
from dataclasses import replace
from pathlib import Path
from types import CodeType
from typing import Any, cast

import pytest
from django.conf import settings  # type: ignore[import-untyped]  # Django has no types
from django.http import HttpRequest  # type: ignore[import-untyped]  # Django has no types

import abclient
from abclient.testing import Sandbox
from abclient.vendor import get
from support.accounts import documented_accounts
from support.command import credentials
from support.sandbox import running_sandbox

ROOT = Path(__file__).parents[2]
PAGES = [
    "README.md",
    "docs/analysis.md",
    "docs/blocking.md",
    "docs/convert.md",
    "docs/convert_v1.md",
    "docs/export.md",
    "docs/guide.md",
    "docs/launchdarkly.md",
    "docs/loading.md",
    "docs/mcp.md",
    "docs/observability.md",
    "docs/optimizely.md",
    "docs/optimizely_flags.md",
    "docs/plots.md",
    "docs/report.md",
    "docs/results.md",
    "docs/sandbox.md",
    "docs/scale.md",
]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)

sandbox = pytest.fixture(scope="module")(running_sandbox)


def blocks(page: str) -> list[CodeType]:
    """The page's Python blocks, compiled so that they may await, with the page's own line numbers."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return [
        compile(
            "\n" * text[: match.start(1)].count("\n") + match.group(1),
            page,
            "exec",
            flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT,
        )
        for match in BLOCK.finditer(text)
    ]


@pytest.mark.parametrize("page", PAGES)
async def test_every_block_runs(page: str, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The blocks of a page run one after the other, and each finds what the ones before it made."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ABCLIENT_LAUNCHDARKLY_TOKEN", sandbox.token)
    monkeypatch.setenv("ABCLIENT_LAUNCHDARKLY_BASE_URL", f"{sandbox.url}/launchdarkly")
    monkeypatch.setenv("ABCLIENT_CONVERT_APPLICATION_ID", "sandbox-app")
    monkeypatch.setenv("ABCLIENT_CONVERT_SECRET", "sandbox-secret")
    monkeypatch.setenv("ABCLIENT_CONVERT_ACCOUNT_ID", "100123")
    monkeypatch.setenv("ABCLIENT_CONVERT_BASE_URL", sandbox.base_url("convert"))
    monkeypatch.setenv("ABCLIENT_CONVERT_V1_APPLICATION_ID", "sandbox-app")
    monkeypatch.setenv("ABCLIENT_CONVERT_V1_SECRET", "sandbox-secret")
    monkeypatch.setenv("ABCLIENT_CONVERT_V1_BASE_URL", f"{sandbox.url}/api/v1")
    monkeypatch.setenv("ABCLIENT_OPTIMIZELY_TOKEN", sandbox.token)
    monkeypatch.setenv("ABCLIENT_OPTIMIZELY_BASE_URL", f"{sandbox.url}/v2")
    monkeypatch.setenv("ABCLIENT_OPTIMIZELY_FLAGS_TOKEN", sandbox.token)
    monkeypatch.setenv("ABCLIENT_OPTIMIZELY_FLAGS_BASE_URL", f"{sandbox.url}/optimizely_flags/flags/v1")
    # At the pace that the vendor documents, the page of Feature Experimentation would take half a minute.
    monkeypatch.setattr(abclient.OptimizelyFlags, "description", replace(get("optimizely_flags"), pace=None))
    Path("accounts.toml").write_text(documented_accounts(monkeypatch))
    names = await run_blocks(page)
    if page == "docs/blocking.md":
        call_from_frameworks(names)


async def run_blocks(page: str) -> dict[str, Any]:
    """The names that the page's blocks leave."""
    found = blocks(page)
    assert found
    names: dict[str, Any] = {}
    for block in found:
        running = eval(block, names)
        if inspect.isawaitable(running):
            await running
    return names


def call_from_frameworks(names: dict[str, Any]) -> None:
    """The view and the task that a page only defines do what they say, too."""
    if not settings.configured:
        cast("Any", settings).configure()
    names["launchdarkly"].cache_clear()
    assert json.loads(names["running"](HttpRequest(), "sandbox").content)["running"]
    assert names["count"].apply(args=("sandbox",)).get() == 20
    names["close"]()


@pytest.mark.parametrize(
    "page", ["README.md", "SECURITY.md", *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))]
)
def test_every_link_leads_somewhere(page: str) -> None:
    """Links to files of the project are right."""
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", text):
        assert (ROOT / page).parent.joinpath(target).exists(), f"{page}: {target}"


def test_the_lines_that_point_clients_to_the_sandbox() -> None:
    """The page has the address, the credentials and the places of every vendor."""
    lines = (ROOT / "docs/sandbox.md").read_text(encoding="utf-8")
    exported = dict(re.findall(r"^export (\w+)=(\S+)$", lines, re.MULTILINE))
    assert exported == credentials("http://127.0.0.1:8787")


def test_every_command_exists() -> None:
    """Each `make …` the documentation names is a verb of the Makefile."""
    verbs = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for verb in re.findall(r"(?:^|`)make ([a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE):
            assert verb in verbs, f"{page.name}: make {verb}"


@pytest.mark.parametrize("page", ["SECURITY.md", *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))])
def test_every_test_exists(page: str) -> None:
    """Each file of tests that a page names is there, and each pattern names some."""
    named = r"`(?:tests/)?((?:contract|faults|property|unit|vendors)/(?:\w+/)?test_[\w*]+\.py)`"
    for path in re.findall(named, (ROOT / page).read_text(encoding="utf-8")):
        assert any((ROOT / "tests").glob(path)), f"{page}: {path}"
