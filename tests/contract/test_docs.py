"""The documentation runs: every Python block, as it is printed, against the sandbox."""

from __future__ import annotations

import ast
import codeop
import inspect
import json
import re
from pathlib import Path
from types import CodeType
from typing import Any, cast

import pytest
from django.conf import settings  # type: ignore[import-untyped]  # Django has no types
from django.http import HttpRequest  # type: ignore[import-untyped]  # Django has no types

from abclient.testing import Sandbox
from support.accounts import documented_accounts
from support.clients import begin_quickly
from support.command import credentials
from support.sandbox import running_sandbox

ROOT = Path(__file__).parents[2]
DOCS = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)

ELSEWHERE = {
    "docs/adding-a-vendor.md": "contract/test_adding_a_vendor.py",  # its blocks are the files of a package
    "docs/generating.md": "contract/test_generating_page.py",  # on packages that its commands make
    "docs/optimizely_classic.md": "vendors/optimizely_classic/test_docs.py",  # in an account with the ids of the page
    "docs/testing.md": "contract/test_testing_plugin.py",  # its blocks are the files of a project
}
"""Where the blocks of a page run, if not here."""

PAGES = [
    page
    for page in ("README.md", *DOCS)
    if BLOCK.search((ROOT / page).read_text(encoding="utf-8")) and page not in ELSEWHERE
]
assert len(PAGES) > 20

HEAVY = {"docs/loading.md", "docs/plots.md", "docs/sandbox.md", "docs/scale.md", "docs/tutorials/platform-team.md"}
"""Pages whose blocks take as long as those of several others."""

REPOSITORY = "https://github.com/abclient/abclient/blob/main/"

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


@pytest.mark.parametrize(
    "page", [pytest.param(page, marks=pytest.mark.slow if page in HEAVY else ()) for page in PAGES]
)
async def test_every_block_runs(page: str, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The blocks of a page run one after the other, and each finds what the ones before it made."""
    monkeypatch.chdir(tmp_path)
    for variable, value in credentials(sandbox.url).items():
        if not variable.endswith(("_PROJECT", "_ENVIRONMENT")):  # the pages say these themselves
            monkeypatch.setenv(variable, value)
    begin_quickly(monkeypatch)  # else the page of Feature Experimentation alone would take half a minute
    Path("accounts.toml").write_text(documented_accounts(monkeypatch))
    names = await run_blocks(page)
    if page == "docs/blocking.md":
        call_from_frameworks(names)


@pytest.mark.parametrize("page", [*PAGES, "docs/generating.md", "docs/optimizely_classic.md"])
def test_every_block_can_be_pasted(page: str) -> None:
    """An interpreter takes each line by line, as 3.11 and 3.12 do: what follows an indented line needs a blank one."""
    compiler = codeop.CommandCompiler()
    compiler.compiler.flags |= ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    for block in BLOCK.findall((ROOT / page).read_text(encoding="utf-8")):
        statement = ""
        for line in [*block.splitlines(), ""]:
            statement += f"{line}\n"
            if compiler(statement.removesuffix("\n"), page, "single") is not None:
                statement = ""
        assert not statement.strip(), f"{page}: an interpreter still waits for the rest of {statement}"


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


@pytest.mark.parametrize("page", ["README.md", "SECURITY.md", "CONTRIBUTING.md", *DOCS])
def test_every_link_leads_somewhere(page: str) -> None:
    """Links to files of the project are right."""
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", text):
        found = (ROOT / page).parent.joinpath(target).resolve()
        assert found.exists(), f"{page}: {target}"
        outside = page in DOCS and not found.is_relative_to(ROOT / "docs")
        assert not outside, f"{page}: the site does not have {target}: link to {REPOSITORY}"
    for target in re.findall(rf"\]\({REPOSITORY}([^)#]+)", text):
        assert (ROOT / target).exists(), f"{page}: {target}"


@pytest.mark.parametrize("page", ELSEWHERE)
def test_what_runs_elsewhere_runs(page: str) -> None:
    """The test that runs a page's blocks reads that page."""
    assert Path(page).name in (ROOT / "tests" / ELSEWHERE[page]).read_text(encoding="utf-8")


def test_the_lines_that_point_clients_to_the_sandbox() -> None:
    """The page has the address, the credentials and the places of every vendor."""
    lines = (ROOT / "docs/sandbox.md").read_text(encoding="utf-8")
    exported = dict(re.findall(r"^export (\w+)=(\S+)$", lines, re.MULTILINE))
    assert exported == credentials("http://127.0.0.1:8787")


def test_every_command_exists() -> None:
    """Each `make …` the documentation names is a verb of the Makefile."""
    verbs = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / page for page in DOCS)]:
        for verb in re.findall(r"(?:^|`)make ([a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE):
            assert verb in verbs, f"{page.name}: make {verb}"


@pytest.mark.parametrize("page", ["SECURITY.md", "CONTRIBUTING.md", *DOCS])
def test_every_test_exists(page: str) -> None:
    """Each file of tests that a page names is there, and each pattern names some."""
    named = r"`(?:tests/)?((?:contract|faults|property|unit|vendors)/(?:\w+/)?test_[\w*]+\.py)`"
    for path in re.findall(named, (ROOT / page).read_text(encoding="utf-8")):
        assert (ROOT / "tests" / path).exists() or any((ROOT / "tests").glob(path)), f"{page}: {path}"
