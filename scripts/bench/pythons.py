"""What requests and decoding cost on several Pythons, as ratios within each.

``python scripts/bench/pythons.py PYTHON...`` takes interpreters, such as ``python3.13``, and about two minutes for each
one: it installs abclient and aiohttp for it in a directory of its own, and prints the table of ``docs/performance.md``.
A request's ratio is to aiohttp and orjson by hand, at 1, 32 and 200 workers; a document's to ``json.loads``.
"""

from __future__ import annotations

import json
import platform
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
WORKERS = (1, 32, 200)
ROUNDS = 9
_NEEDED = ("aiohttp", "pydantic", "trustme")


def measure() -> dict[str, Any]:
    """The ratios of this interpreter."""
    import decoding
    import documents_launchdarkly
    from competing import compete
    from contestants import AUTO, BY_HAND, DEFAULT, Target
    from serving import serving

    requests: dict[str, list[float]] = {DEFAULT: [], AUTO: []}
    with serving({"launchdarkly": documents_launchdarkly.results(9)}) as served:
        for workers in WORKERS:
            target = Target(f"{served.plain}/launchdarkly")
            figures = compete([BY_HAND, *requests], target, workers, ROUNDS)
            for name, ratios in requests.items():
                ours, hand = figures[name], figures[BY_HAND]
                if isinstance(ours, str) or isinstance(hand, str):
                    raise ModuleNotFoundError(f"{ours}; {hand}")
                ratios.append(ours[0].over(hand[0]))
    documents = {
        name: found[decoding.TYPED_FAST].over(found[decoding.PLAIN]) for name, found in decoding.measure(ROUNDS).items()
    }
    without_lock = bool(sysconfig.get_config_var("Py_GIL_DISABLED"))
    version = f"{platform.python_version()}{', free-threaded' if without_lock else ''}"
    return {"version": version, "requests": requests, "documents": documents}


def measured(interpreter: str) -> dict[str, Any]:
    """What an interpreter measures, in an environment of its own."""
    with tempfile.TemporaryDirectory() as directory:
        subprocess.run([interpreter, "-m", "venv", directory], check=True)
        python = str(Path(directory) / "bin" / "python")
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*install, str(ROOT), *_NEEDED], check=True)
        printed = subprocess.run([python, __file__, "--one"], check=True, capture_output=True)
    found: dict[str, Any] = json.loads(printed.stdout.splitlines()[-1])
    return found


def row(found: Mapping[str, Any]) -> str:
    """The row of the table for an interpreter."""
    requests = [" / ".join(f"{ratio:.2f}" for ratio in ratios) for ratios in found["requests"].values()]
    documents = [f"{ratio:.2f}" for ratio in found["documents"].values()]
    return f"| {' | '.join([found['version'], *requests, *documents])} |"


if __name__ == "__main__":
    if sys.argv[1:] == ["--one"]:
        print(json.dumps(measure()))
    else:
        for one in sys.argv[1:] or [sys.executable]:
            print(row(measured(one)), flush=True)
