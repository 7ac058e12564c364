"""GrowthBook as an installed vendor, and a sandbox that plays it."""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from abclient.testing import InProcessSandbox
from abclient_growthbook import GrowthBook

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module", autouse=True)
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The entry points of ``pyproject.toml`` can be found, in this process and in those that it starts."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    site = tmp_path_factory.mktemp("site")
    metadata = site / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    metadata.mkdir()
    about = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    (metadata / "METADATA").write_text(about, encoding="utf-8")
    groups = [
        "\n".join([f"[{group}]", *(f"{name} = {where}" for name, where in points.items())])
        for group, points in project["entry-points"].items()
    ]
    (metadata / "entry_points.txt").write_text("\n".join(groups), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [str(site), *sys.path])
        patch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
        yield


@pytest.fixture(scope="module")
def shared(installed: None) -> Iterator[InProcessSandbox]:
    """A sandbox without a process of its own, with more experiments than a page of the vendor has."""
    with InProcessSandbox(experiments=105) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(shared: InProcessSandbox) -> InProcessSandbox:
    """The same, as it was at its beginning."""
    shared.reset()
    return shared


@pytest.fixture
async def growthbook(sandbox: InProcessSandbox) -> AsyncIterator[GrowthBook]:
    """A client of the sandbox."""
    async with GrowthBook(**sandbox.client_options("growthbook")) as client:
        yield client
