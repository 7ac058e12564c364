"""The data source in a real Spark, with a JVM: rows, types, and what Spark logs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

import abclient
from abclient.results import COLUMNS
from abclient.testing import Sandbox

pytestmark = pytest.mark.services
TESTS = Path(__file__).parents[1]
PYTHON = TESTS.parent / "build" / "spark" / "bin" / "python"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(experiments=12, seed=1, accounts=2) as running:
        yield running


@pytest.mark.timeout(600)
async def test_spark_reads_every_row_once(sandbox: Sandbox, tmp_path: Path) -> None:
    """Of all accounts, with values as they are; the event log has the options, and no credential."""
    assert shutil.which("java"), "Java is not installed: apt-get install default-jre-headless, as .ci/run does"
    assert PYTHON.exists(), "Spark is not installed: make test-services does so"
    address = sandbox.base_url("optimizely")
    table = '[[accounts]]\nname = "{0}"\nvendor = "optimizely"\nbase_url = "{1}"\ntoken = {{ env = "{0}_TOKEN" }}\n'
    file, events = tmp_path / "accounts.toml", tmp_path / "events"
    file.write_text("".join(table.format(name, address) for name in ("SHOP", "BLOG")))
    events.mkdir()
    tokens = {f"{name}_TOKEN": token for name, token in zip(("SHOP", "BLOG"), sandbox.tokens, strict=True)}
    path = os.pathsep.join([str(TESTS), *filter(None, [os.environ.get("PYTHONPATH")])])
    ended = subprocess.run(
        [str(PYTHON), "-m", "support.spark_child", str(file), events.as_uri()],
        capture_output=True,
        text=True,
        env={**os.environ, **tokens, "PYTHONPATH": path, "PYSPARK_PYTHON": str(PYTHON)},
        check=False,
    )
    assert ended.returncode == 0, ended.stderr[-3000:]
    found = json.loads(ended.stdout.splitlines()[-1])
    assert found["columns"] == list(COLUMNS)
    assert found["limited"] == 3
    expected = Counter[tuple[str | None, str, int | None]]()
    for name, token in zip(("SHOP", "BLOG"), sandbox.tokens, strict=True):
        rows = await abclient.fetch_rows("optimizely", token=token, base_url=address, account=name, progress=False)
        expected.update((row.account, row.row_key, row.units) for row in rows)
    assert Counter((account, key, units) for account, key, units, _ in found["rows"]) == expected
    assert all(datetime.fromisoformat(at).year >= 2026 for _, _, _, at in found["rows"])
    logged = "".join(path.read_text(errors="replace") for path in events.rglob("*") if path.is_file())
    assert "SparkListenerApplicationStart" in logged
    assert not any(token in logged + ended.stderr for token in sandbox.tokens)
