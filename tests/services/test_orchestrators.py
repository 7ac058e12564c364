"""The examples for orchestrators, each in an environment of its own with what it is an example for."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from abclient.export import read_rows
from abclient.testing import Sandbox

pytestmark = [pytest.mark.services, pytest.mark.timeout(600)]
ROOT = Path(__file__).parents[2]
NAMES = ("shop", "blog")

MATERIALIZE = """
import dagster, json, sys
sys.path.insert(0, sys.argv[1])
from dagster_accounts import defs, experiment_results
with dagster.DagsterInstance.local_temp(sys.argv[2]) as instance:
    for _ in range(2):
        ran = dagster.materialize([experiment_results], partition_key="shop", instance=instance)
        (event,) = ran.asset_materializations_for_node("experiment_results")
        print(json.dumps({key: value.value for key, value in event.metadata.items()}))
"""


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(experiments=12, seed=1, accounts=2) as running:
        yield running


def run(orchestrator: str, sandbox: Sandbox, directory: Path, *arguments: str) -> str:
    """Run Python in the orchestrator's environment; returns what it prints."""
    python = ROOT / "build" / orchestrator / "bin" / "python"
    assert python.exists(), f"{orchestrator} is not installed: make test-services does so"
    table = '[[accounts]]\nname = "{0}"\nvendor = "optimizely"\nbase_url = "{1}"\ntoken = {{ env = "{0}_token" }}\n'
    tables = (table.format(name, sandbox.base_url("optimizely")) for name in NAMES)
    (directory / "accounts.toml").write_text("".join(tables))
    here = {
        "ABCLIENT_ACCOUNTS": str(directory / "accounts.toml"),
        "ABCLIENT_EXPORTS": str(directory / "exports"),
        "PREFECT_HOME": str(directory / "prefect"),
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "300",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DAGSTER_DISABLE_TELEMETRY": "1",
        "PYTHONPATH": os.environ.get("PYTHONPATH")
        or os.pathsep.join(str(ROOT / name) for name in ("src", "generated")),
        **{f"{name}_token": token for name, token in zip(NAMES, sandbox.tokens, strict=True)},
    }
    ended = subprocess.run(
        [str(python), *arguments],
        cwd=directory,
        capture_output=True,
        text=True,
        env={**os.environ, **here},
        check=False,
    )
    assert ended.returncode == 0, ended.stderr[-3000:]
    return ended.stdout


def test_dagster(sandbox: Sandbox, tmp_path: Path) -> None:
    """A partition is an account; its metadata are its numbers, and a second run fetches what has changed."""
    (tmp_path / "instance").mkdir()
    arguments = ("-c", MATERIALIZE, str(ROOT / "examples"), str(tmp_path / "instance"))
    first, second = map(json.loads, run("dagster", sandbox, tmp_path, *arguments).splitlines())
    rows = len(list(read_rows(tmp_path / "exports" / "shop")))
    assert first["dagster/row_count"] == rows > 0
    assert first["directory"] == str(tmp_path / "exports" / "shop")
    assert first["fetched now"] == first["results"] > second["fetched now"] > 0
    assert [path.name for path in (tmp_path / "exports").iterdir()] == ["shop"]


def test_prefect(sandbox: Sandbox, tmp_path: Path) -> None:
    """A task is an account; the flow returns the rows of each."""
    arguments = (str(ROOT / "examples" / "prefect_accounts.py"), "accounts.toml", "exports")
    printed = run("prefect", sandbox, tmp_path, *arguments).splitlines()[-1]
    assert printed == str({name: len(list(read_rows(tmp_path / "exports" / name))) for name in NAMES})
