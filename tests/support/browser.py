"""Chromium without a window, driven by its own protocol: enough to look at a page and to press its buttons."""

from __future__ import annotations

import asyncio
import base64
import itertools
import json
import shutil
import subprocess
import tempfile
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

CHROMIUM = Path("/usr/bin/chromium")
_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-port=0"),
)


class Page:
    """A tab, and what it said since it was opened.

    Attributes:
        requested: the addresses of everything it asked for.
        complaints: errors, and messages of its console.
    """

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self.requested: list[str] = []
        self.complaints: list[str] = []
        self._socket = socket
        self._numbers = itertools.count(1)

    async def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method of the protocol and give its result."""
        number = next(self._numbers)
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        async for message in self._socket:
            assert message.type is WSMsgType.TEXT
            told = json.loads(message.data)
            if told.get("id") == number:
                assert "error" not in told, told
                return dict(told["result"])
            self._note(told["method"], told["params"])
        raise AssertionError("Chromium went away")

    def _note(self, event: str, told: dict[str, Any]) -> None:
        if event == "Network.requestWillBeSent":
            if not told["request"]["url"].startswith("data:"):  # which asks nobody
                self.requested.append(told["request"]["url"])
        elif event in ("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded"):
            self.complaints.append(json.dumps(told))

    async def open(self, path: Path) -> None:
        """Open a file and wait until its script is done."""
        for domain in ("Network", "Runtime", "Log", "Page"):
            await self.call(f"{domain}.enable")
        await self.call("Page.navigate", url=path.as_uri())
        for _ in range(300):
            if await self.evaluate("document.body?.dataset.ready === 'true'") or self.complaints:
                return
            await asyncio.sleep(0.05)
        raise AssertionError("the page did not get ready")

    async def evaluate(self, expression: str) -> Any:
        """The value of an expression of JavaScript."""
        told = await self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    async def type(self, name: str, text: str | None = None) -> None:
        """Put a text into the field with this id, if one is given, and tell the page that the field has changed."""
        field = f"document.getElementById({json.dumps(name)})"
        change = "" if text is None else f"{field}.value = {json.dumps(text)}; "
        await self.evaluate(f"{change}{field}.dispatchEvent(new Event('input'))")

    async def point_at(self, selector: str) -> None:
        """Move the mouse to the middle of the first element that a selector finds, and scroll there."""
        middle = """((found) => {
            found.scrollIntoView({ block: "center" });
            const { x, y, width, height } = found.getBoundingClientRect();
            return { x: x + width / 2, y: y + height / 2 };
        })"""
        place = await self.evaluate(f"{middle}(document.querySelector({json.dumps(selector)}))")
        await self.call("Input.dispatchMouseEvent", type="mouseMoved", **place)

    async def set_screen(self, width: int, height: int, *, dark: bool = False) -> None:
        """Be a screen of this size, with this preference."""
        mobile = width < 600
        await self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=mobile
        )
        preference = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        await self.call("Emulation.setEmulatedMedia", features=[preference])

    async def screenshot(self, path: Path) -> None:
        """What the screen shows, as a PNG."""
        told = await self.call("Page.captureScreenshot")
        path.write_bytes(base64.b64decode(told["data"]))


@asynccontextmanager
async def browser_page() -> AsyncGenerator[Page]:
    """An empty tab of a Chromium that ends with the block."""
    profile = Path(tempfile.mkdtemp())
    process = subprocess.Popen(
        [CHROMIUM, *_FLAGS, f"--user-data-dir={profile}", "about:blank"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        port = await _port(profile)
        async with ClientSession() as session:
            async with session.get(f"http://127.0.0.1:{port}/json/list") as answer:
                tabs = await answer.json()
            tab = next(one for one in tabs if one["type"] == "page")
            async with session.ws_connect(tab["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                yield Page(socket)
                await socket.send_json({"id": 0, "method": "Browser.close"})
    finally:
        try:
            await asyncio.to_thread(process.wait, 10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        shutil.rmtree(profile, ignore_errors=True)


async def _port(profile: Path) -> int:
    """The port that Chromium chose, which it writes into its profile."""
    file = profile / "DevToolsActivePort"
    for _ in range(400):
        if file.exists() and (lines := file.read_text().splitlines()):
            return int(lines[0])
        await asyncio.sleep(0.05)
    raise AssertionError("Chromium did not start")
