"""Installs the built wheel with each extra alone, and with all of them, and does the first thing that each is for.

``make extras`` builds the wheel first. An extra without a line in ``USES`` is a failure, so that none is forgotten.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PLACE = ROOT / "build" / "extras"
UV = [str(Path(sys.executable).with_name("uv")), "--quiet", "--no-python-downloads"]

ROW = "from abclient.testing import make; from abclient.results import ResultRow; row = make(ResultRow)"
CLIENT = "import abclient; abclient.LaunchDarkly('token')"

USES = {
    "": (
        f"import httptools, orjson; {CLIENT}; from abclient_api.launchdarkly import models; models.Experiment; {ROW}; "
        "from abclient.report import write_report; write_report([row], 'report.html')"
    ),
    "analysis": "from abclient import analysis; assert analysis.holm([0.01, 0.04])",
    "arrow": f"{ROW}; from abclient.results import to_arrow; assert to_arrow([row]).num_rows == 1",
    "cli": "from abclient.cli import main; main(['--version'])",
    "codegen": "from abclient.codegen import _render; _render.check_generator()",
    "dask": "from abclient.engines import _dask",
    "duckdb": "import duckdb",
    "keyring": "import keyring",
    "load": "import abclient.load",
    "mcp": "import abclient.mcp",
    "mirror": "import fsspec",
    "otel": "from abclient import otel; otel.instrument().uninstrument()",
    "pandas": f"{ROW}; from abclient.results import to_pandas; assert len(to_pandas([row])) == 1",
    "plot": f"{ROW}; from abclient import plot; plot.forest",
    "polars": f"{ROW}; from abclient.results import to_polars; assert to_polars([row]).height == 1",
    "postgres": "import psycopg",
    "redis": "import abclient; abclient.RedisRateLimitStore('redis://127.0.0.1:9')",
    "sandbox": "from abclient.testing import Sandbox\nwith Sandbox(experiments=2) as sandbox: print(sandbox.url)",
    "spark": "import abclient.spark",
}
"""By extra, the first thing that its page does; nothing that needs another extra."""


def main() -> int:
    """Check those that are named on the command line, or all; returns the exit code."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    if missing := {"", *extras} ^ USES.keys():
        print(f"scripts/check_extras.py and pyproject.toml differ: {', '.join(sorted(missing))}", file=sys.stderr)
        return 1
    wheel = next((ROOT / "dist").glob("abclient_experiments-*.whl"))
    chosen = sys.argv[1:] or [*USES, ",".join(extras)]
    failed = [extra for extra in chosen if not works(wheel, extra)]
    print(f"{len(chosen) - len(failed)} of {len(chosen)} work" + "".join(f"; not {extra}" for extra in failed))
    return 1 if failed else 0


def works(wheel: Path, extra: str) -> bool:
    """Whether an environment with this extra, or several with commas, can do what the extra is for."""
    place = PLACE / (extra.replace(",", "-")[:40] or "none")
    shutil.rmtree(place, ignore_errors=True)
    began = time.monotonic()
    subprocess.run([*UV, "venv", "--python", sys.executable, place], check=True)
    wanted = f"{wheel}[{extra}]" if extra else str(wheel)
    subprocess.run([*UV, "pip", "install", "--python", place, wanted], check=True)
    installed = time.monotonic() - began
    python = place / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    ended = [
        subprocess.run(
            [python, "-W", "error", "-c", USES[each]], cwd=place, capture_output=True, text=True, check=False
        )
        for each in extra.split(",")
    ]
    size = sum(path.stat().st_size for path in place.rglob("*") if path.is_file()) / 1e6
    wrong = [one.stderr for one in ended if one.returncode != 0]
    print(
        f"{extra or 'no extra'}: {'fails' if wrong else 'works'}; {installed:.0f} s, {size:.0f} MB", *wrong, flush=True
    )
    return not wrong


if __name__ == "__main__":
    sys.exit(main())
