"""Write the pictures of docs/plots.md: run its examples against a sandbox, and let Chromium look at the pages.

python scripts/plot_images.py
"""

from __future__ import annotations

import ast
import asyncio
import inspect
import os
import re
import subprocess
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from abclient.testing import Sandbox

ROOT = Path(__file__).resolve().parents[1]
PAGE, IMAGES = ROOT / "docs" / "plots.md", ROOT / "docs" / "images"
SHOWN = ("forest", "over-time", "traffic", "portfolio")

WIDTH = 820
BESIDES = 100
"""What the page has above and below a figure, in pixels."""


async def main() -> None:
    """Make all pictures."""
    with tempfile.TemporaryDirectory() as place, Sandbox(experiments=60, seed=1, today=date(2024, 6, 1)) as sandbox:
        options = sandbox.client_options("optimizely")
        os.environ |= {"ABCLIENT_OPTIMIZELY_TOKEN": options["token"]}
        os.environ |= {"ABCLIENT_OPTIMIZELY_BASE_URL": options["base_url"]}
        os.chdir(place)
        names: dict[str, Any] = {}
        for source in re.findall(r"^```python\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
            running = eval(compile(source, str(PAGE), "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT), names)  # noqa: S307  # our own page
            if inspect.isawaitable(running):
                await running
        for name in SHOWN:
            take(Path(place) / "out" / f"{name}.html", IMAGES / f"{name}.png")


def take(page: Path, picture: Path) -> None:
    """Write what Chromium shows of a page."""
    height = max(map(int, re.findall(r'"height":(\d+)', page.read_text(encoding="utf-8")))) + BESIDES
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--virtual-time-budget=10000")
    where = (f"--window-size={WIDTH},{height}", f"--screenshot={picture}", page.as_uri())
    subprocess.run(["/usr/bin/chromium", *flags, *where], check=True, capture_output=True)
    print(picture.relative_to(ROOT), f"{picture.stat().st_size:,} bytes")


if __name__ == "__main__":
    asyncio.run(main())
