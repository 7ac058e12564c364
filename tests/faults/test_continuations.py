"""httpx2 in place of httpx: every promise of the transports holds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest

import abclient
from abclient.transports import _libraries  # pyright: ignore[reportPrivateUsage]  # which of them are installed

HERE = Path(__file__).parent


@pytest.mark.slow
def test_the_transports_keep_their_promises_on_httpx2() -> None:
    """The tests of the default transport and of clients that are handed in, all of them, on the continuations."""
    files = [str(path) for path in HERE.glob("test_transports*.py") if "respx" not in path.name]  # it knows httpx alone
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "support.continuations",
        "--numprocesses",
        "0",
        "-q",
        *sorted(files),
    ]
    chosen = ["-k", "not httptools and not h11", "-m", "not slow and not guard and not soak"]
    ended = subprocess.run([*command, *chosen], capture_output=True, text=True, timeout=280, check=False)
    assert ended.returncode == 0, ended.stdout[-5000:]
    assert "passed" in ended.stdout


async def test_a_client_of_httpx2_can_be_handed_in() -> None:
    """Its requests, responses and errors are taken for what they are."""

    def answer(request: httpx2.Request) -> httpx2.Response:
        if request.url.path.endswith("/gone"):
            raise httpx2.ConnectError("nobody there", request=request)
        return httpx2.Response(200, json={"key": "one"})

    own = httpx2.AsyncClient(transport=httpx2.MockTransport(answer))
    async with own, abclient.LaunchDarkly("token-of-httpx2", http_client=own, retries=0) as ld:
        assert (await ld.flags("project").get("one")).key == "one"
        with pytest.raises(abclient.NotSentError) as caught:
            await ld.flags("project").get("gone")
    assert isinstance(caught.value.__cause__, httpx2.ConnectError)
    assert "token-of-httpx2" not in repr(caught.value.__cause__.request.headers)


@pytest.mark.parametrize(
    ("installed", "expected"),
    [
        (("httpx", "httpx2"), "httpx"),
        (("httpx2",), "httpx2"),
        (("httpx",), "httpx"),
        ((), None),
    ],
)
def test_the_first_library_that_is_installed_is_used(
    installed: tuple[str, ...], expected: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The continuation where the original is missing; where both are, the one that was tested most."""

    def found(name: str) -> ModuleType:
        if name not in installed:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return ModuleType(name)

    monkeypatch.setattr(_libraries, "import_module", found)
    if expected is None:
        with pytest.raises(ModuleNotFoundError, match="'httpx'"):
            _libraries.load(_libraries.HTTPX)
    else:
        assert _libraries.load(_libraries.HTTPX).__name__ == expected


def test_a_library_that_is_broken_is_not_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it needs is named, instead of another library being used without a word."""

    def broken(name: str) -> Any:
        raise ModuleNotFoundError("No module named 'h11'", name="h11")

    monkeypatch.setattr(_libraries, "import_module", broken)
    with pytest.raises(ModuleNotFoundError, match="h11"):
        _libraries.load(_libraries.HTTPX)
