"""The notebook of the documentation runs, cell by cell, as IPython runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

NOTEBOOK = Path(__file__).parents[2] / "docs" / "notebooks" / "results.ipynb"

RUN = """
import json, sys
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

config = Config()
config.HistoryManager.enabled = False
shell = InteractiveShell.instance(config=config)
shown = []
for source in json.load(sys.stdin):
    done = shell.run_cell(source)
    done.raise_error()
    formats = {} if done.result is None else shell.display_formatter.format(done.result)[0]
    shown.append([type(done.result).__name__, sorted(formats)])
print("shown:" + json.dumps(shown))
"""


@pytest.mark.slow
def test_every_cell_runs_and_shows_something(tmp_path: Path) -> None:
    """Awaiting at the top of a cell works, lists and experiments are tables, and there is a figure of every kind."""
    cells: list[dict[str, Any]] = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    assert all(cell.get("outputs", []) == [] for cell in cells)
    # Without a renderer of its own, Plotly would open a browser.
    environment = {**os.environ, "IPYTHONDIR": str(tmp_path), "PLOTLY_RENDERER": "json", "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", RUN],
        input=json.dumps(code),
        capture_output=True,
        text=True,
        env=environment,
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    shown = json.loads(done.stdout.rpartition("shown:")[2])
    tables = [name for name, formats in shown if "text/html" in formats and name != "Figure"]
    assert tables == ["Listing", "Listing", "Experiment"]
    assert [name for name, _ in shown].count("Figure") == 5
