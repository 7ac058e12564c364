"""Chromium without a window, driven by its own protocol: enough to look at a page and to press its buttons."""

from __future__ import annotations

import asyncio
import base64
import itertools
import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from importlib.resources import files
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
        self._mouse: dict[str, float] = {}

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

    async def open(self, path: Path, fragment: str = "") -> None:
        """Open a file, perhaps at a fragment such as ``#all``, and wait until its script is done."""
        for domain in ("Network", "Runtime", "Log", "Page"):
            await self.call(f"{domain}.enable")
        await self.call("Page.navigate", url=path.as_uri() + fragment)
        await self.settled()

    async def settled(self) -> None:
        """Wait until the page has drawn all that it is going to draw."""
        for _ in range(1200):
            if await self.evaluate("document.body?.dataset.ready === 'true'") or self.complaints:
                return
            await asyncio.sleep(0.05)
        raise AssertionError("the page did not get ready")

    async def lead(self, fragment: str) -> None:
        """Change the fragment of the page's address, as a link does."""
        await self.evaluate(f"location.hash = {json.dumps(fragment)}; new Promise((done) => setTimeout(done, 50))")
        await self.settled()

    async def click(self, selector: str) -> None:
        """Click the first element that a selector finds, and wait for what follows from it."""
        await self.evaluate(f"document.querySelector({json.dumps(selector)}).click()")
        # What changes the address has its consequences in another task.
        await self.evaluate("new Promise((done) => setTimeout(done, 50))")
        await self.settled()

    async def press(self, key: str) -> None:
        """Press and release a key, ``Tab``, ``Enter`` or ``Space``, where the focus is."""
        code, text = {"Tab": (9, ""), "Enter": (13, "\r"), "Space": (32, " ")}[key]
        named = {"key": " " if key == "Space" else key, "code": key, "windowsVirtualKeyCode": code}
        await self.call("Input.dispatchKeyEvent", type="keyDown", **named, text=text)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **named)
        await self.evaluate("new Promise((done) => setTimeout(done, 50))")
        await self.settled()

    async def violations(self) -> list[str]:
        """What axe-core objects to: each rule with the first of the elements that break it."""
        if not await self.evaluate("typeof axe === 'object'"):
            await self.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
        found = await self.evaluate("axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations)")
        return [f"{one['id']} ({len(one['nodes'])}): {one['nodes'][0]['html']}" for one in found]

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
        await self.settled()

    async def point_at(self, selector: str) -> None:
        """Move the mouse to the middle of the first element that a selector finds, and scroll there."""
        middle = """((found) => {
            found.scrollIntoView({ block: "center" });
            const { x, y, width, height } = found.getBoundingClientRect();
            return { x: x + width / 2, y: y + height / 2 };
        })"""
        place = await self.evaluate(f"{middle}(document.querySelector({json.dumps(selector)}))")
        await self.call("Input.dispatchMouseEvent", type="mouseMoved", **place)
        self._mouse = place

    async def press_mouse(self) -> None:
        """Press and release the mouse's button where the mouse is."""
        for kind in ("mousePressed", "mouseReleased"):
            await self.call("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **self._mouse)
        await self.evaluate("new Promise((done) => setTimeout(done, 50))")
        await self.settled()

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


class Browser:
    """A running Chromium."""

    def __init__(self, port: int, path: str) -> None:
        self._address = f"http://127.0.0.1:{port}"
        self._path = path

    @asynccontextmanager
    async def page(self) -> AsyncGenerator[Page]:
        """An empty tab that shares nothing with others, and is closed at the end of the block."""
        async with (
            ClientSession() as session,
            session.ws_connect(f"{self._address}{self._path}", max_msg_size=0) as socket,
        ):
            control = Page(socket)
            context = await control.call("Target.createBrowserContext")
            tab = await control.call("Target.createTarget", url="about:blank", **context)
            address = f"{self._address}/devtools/page/{tab['targetId']}"
            async with session.ws_connect(address, max_msg_size=0) as own:
                yield Page(own)
            await control.call("Target.disposeBrowserContext", **context)

    async def processor_seconds(self) -> float:
        """How long all its processes have used a processor."""
        async with ClientSession() as session, session.ws_connect(f"{self._address}{self._path}") as socket:
            told = await Page(socket).call("SystemInfo.getProcessInfo")
        return float(sum(one["cpuTime"] for one in told["processInfo"]))


@contextmanager
def chromium() -> Generator[Browser]:
    """A Chromium that ends with the block."""
    profile = Path(tempfile.mkdtemp())
    process = subprocess.Popen(
        [CHROMIUM, *_FLAGS, f"--user-data-dir={profile}", "about:blank"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        yield Browser(*_address(profile))
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        shutil.rmtree(profile, ignore_errors=True)


@asynccontextmanager
async def browser_page() -> AsyncGenerator[Page]:
    """An empty tab of a Chromium that ends with the block."""
    with chromium() as browser:
        async with browser.page() as page:
            yield page


def _address(profile: Path) -> tuple[int, str]:
    """The port that Chromium chose, and the path of its own socket, which it writes into its profile."""
    file = profile / "DevToolsActivePort"
    for _ in range(1200):
        if file.exists() and len(lines := file.read_text().splitlines()) == 2:
            return int(lines[0]), lines[1]
        time.sleep(0.05)
    raise AssertionError("Chromium did not start")
