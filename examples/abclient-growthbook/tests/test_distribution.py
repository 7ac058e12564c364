"""The distribution itself: what it is made of, what it uses of abclient, and that its pages say so."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from inspect import signature
from pathlib import Path
from typing import Any

import pytest

from abclient.sandbox.vendor import Vendor as SandboxVendor
from abclient.testing import InProcessSandbox
from abclient.vendor import get
from abclient_growthbook import Experiment
from abclient_growthbook.sandbox import VENDOR
from abclient_growthbook.vendor import VENDOR as DESCRIPTION

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "abclient_growthbook"
GENERATED = PACKAGE / "rest"
PAGE = ROOT.parents[1] / "docs" / "adding-a-vendor.md"

WRITTEN = sorted(path for path in PACKAGE.rglob("*.py") if GENERATED not in path.parents)
SANDBOX = [path for path in WRITTEN if "sandbox" in path.parts]

PARTS = {
    "specification": [ROOT / "specs" / "growthbook.yaml"],
    "client": [
        path for path in WRITTEN if path not in SANDBOX and path.stem not in ("analysis", "latest", "rows", "source")
    ],
    "rows and source": [path for path in WRITTEN if path.stem in ("analysis", "latest", "rows", "source")],
    "sandbox": SANDBOX,
    "tests": sorted((ROOT / "tests").glob("*.py")),
    "generated, `rest`": sorted(path for path in GENERATED.rglob("*.py")),
}


def counts() -> str:
    """A table of files and lines."""
    lines = ["| part | files | lines |", "|---|---|---|"]
    for part, paths in PARTS.items():
        total = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in paths)
        lines.append(f"| {part} | {len(paths)} | {total:,} |")
    return "\n".join(lines)


def test_the_readme_counts_its_files_and_lines() -> None:
    """As they are; the message of a failure has what belongs there."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"<!-- counts -->\n(.*?)\n?<!-- end of counts -->", readme, re.DOTALL)
    assert found is not None
    assert found[1] == counts(), counts()


def test_links_of_the_readme_lead_somewhere() -> None:
    """To files of this directory, and of abclient's."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", readme)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def allowed() -> set[str]:
    """The names with an underscore that abclient's page gives to subclasses."""
    return set(re.findall(r"`(_\w+)`", PAGE.read_text(encoding="utf-8")))


def private_names(path: Path) -> Iterator[str]:
    """The names with an underscore that a file uses of abclient: modules, imported names and attributes."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    own = {
        node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and not node.level and (node.module or "").startswith("abclient"):
            names = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
            yield from (f"{node.module}: {name}" for name in names if name.startswith("_"))
        elif isinstance(node, ast.Attribute) and re.match("_[^_]", node.attr) and node.attr not in own | OWN:
            yield node.attr


OWN = {
    found
    for path in WRITTEN
    for found in re.findall(r"(?:def |self\.)(_\w+)(?= = |: |\()", path.read_text(encoding="utf-8"))
}
"""What the distribution defines itself."""

RUNTIME = "abclient_api._runtime: _runtime"
"""The module that abclient's page names for requests and responses."""


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_public_names_are_used(path: Path) -> None:
    """No module, name or attribute of abclient begins with an underscore, but for those that its page lists."""
    assert allowed() > {"_session", "_open", "_change"}
    assert "abclient_api._runtime" in PAGE.read_text(encoding="utf-8")
    assert set(private_names(path)) - {RUNTIME} - allowed() == set()


@pytest.mark.parametrize("path", SANDBOX, ids=lambda path: path.name)
def test_the_sandbox_shares_nothing_with_the_client(path: Path) -> None:
    """It imports itself and abclient's sandbox alone, so that it cannot have the client's mistakes."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level < 2, node.module
            assert node.level or not (node.module or "").startswith("abclient") or ".sandbox" in (node.module or "")


@pytest.mark.slow
def test_the_generated_package_is_what_the_specification_says() -> None:
    """Byte for byte, by the command of the README."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    command = re.search(r"^abclient (generate .*)$", readme, re.MULTILINE)
    assert command is not None
    run = [sys.executable, "-m", "abclient", *command[1].split(), "--check"]
    ended = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_the_sandbox_has_every_operation_of_the_specification() -> None:
    """And no other."""
    document: dict[str, Any] = json.loads((GENERATED / "openapi.json").read_text(encoding="utf-8"))
    specified = {
        (one["operationId"], method.upper(), f"{VENDOR.base}{path}")
        for path, operations in document["paths"].items()
        for method, one in operations.items()
        if method != "parameters"
    }
    assert {(one.id, one.method, one.path) for one in VENDOR.operations} == specified
    assert len(specified) == 29


def test_it_is_found_by_its_entry_points(sandbox: InProcessSandbox) -> None:
    """As a vendor, and as a vendor of the sandbox."""
    assert get("growthbook") is DESCRIPTION
    assert isinstance(VENDOR, SandboxVendor)
    assert sandbox.base_url("growthbook").endswith("/growthbook/api")


def test_its_verbs_are_methods_of_experiments() -> None:
    """Which need no argument."""
    for verb, name in DESCRIPTION.verbs:
        parameters = signature(getattr(Experiment, name)).parameters.values()
        assert [one.name for one in parameters if one.default is one.empty] == ["self"], verb


def test_describing_it_imports_no_client() -> None:
    """What every command asks of every vendor costs next to nothing."""
    code = "import sys, abclient_growthbook.vendor; print([name for name in sys.modules if 'growthbook' in name])"
    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    ).stdout
    names = ["abclient_growthbook", "abclient_growthbook.vendor", "abclient_growthbook.rest"]
    assert sorted(ast.literal_eval(printed)) == sorted(names)
