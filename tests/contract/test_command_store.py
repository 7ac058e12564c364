"""``--rate-limit-store``: the command shares limits through a directory, and names what is not a store."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from abclient.testing import Sandbox
from support.command import Command, credentials


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(experiments=6, seed=1) as running:
        yield running


@pytest.fixture
def command(sandbox: Sandbox, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    for name, value in credentials(sandbox.url).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("TOKEN", sandbox.token)
    return Command(capsys)


@pytest.fixture
def closing_server() -> Iterator[int]:
    """The port of a server that closes every connection without a word."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            connection.close()

    thread = threading.Thread(target=serve)
    thread.start()
    yield listener.getsockname()[1]
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    thread.join()


def accounts_file(directory: Path, sandbox: Sandbox, extra: str = "") -> Path:
    file = directory / "accounts.toml"
    address = sandbox.base_url("optimizely")
    file.write_text(
        f'[defaults]\n{extra}\n[[accounts]]\nname = "shop"\nvendor = "optimizely"\n'
        f'base_url = "{address}"\ntoken = {{ env = "TOKEN" }}\n'
    )
    return file


@pytest.mark.parametrize("word", ["results", "export", "health", "plot forest"])
def test_limits_are_kept_in_a_directory(word: str, command: Command, tmp_path: Path) -> None:
    """Of one account, without its credentials, by every command that fetches results."""
    out = {"export": ("--out", tmp_path / "out"), "plot": ("--out", tmp_path / "page.html")}.get(word.split()[0], ())
    ended = command(*word.split(), "optimizely", *out, "--rate-limit-store", tmp_path / "limits")
    assert (ended.code, ended.err) == (0, "")
    (file,) = (tmp_path / "limits").iterdir()
    assert json.loads(file.read_text())


@pytest.mark.parametrize("where", ["option", "file"])
def test_accounts_share_a_store(where: str, sandbox: Sandbox, command: Command, tmp_path: Path) -> None:
    """Named on the command line, or in the file."""
    limits = tmp_path / "limits"
    file = accounts_file(tmp_path, sandbox, f'rate_limit_store = "{limits}"' if where == "file" else "")
    option = () if where == "file" else ("--rate-limit-store", limits)
    assert command("export", "--accounts", file, "--out", tmp_path / "out", *option).code == 0
    assert len(list(limits.iterdir())) == 1


def test_what_closes_connections_is_not_a_store(
    closing_server: int, sandbox: Sandbox, command: Command, tmp_path: Path
) -> None:
    """Exit code 2 of one vendor, and a failed account of many; nothing is sent, and the password is not shown."""
    sandbox.clear_requests()
    store = ("--rate-limit-store", f"redis://me:pa55word@127.0.0.1:{closing_server}/0")
    ended = command("export", "optimizely", "--out", tmp_path / "out", *store)
    said = f"redis://127.0.0.1:{closing_server}/0 cannot keep rate limits: it must be Redis 5 or later"
    assert (ended.code, ended.err.startswith(f"abclient: {said}")) == (2, True)
    many = command("export", "--accounts", accounts_file(tmp_path, sandbox), "--out", tmp_path / "many", *store)
    assert (many.code, many.err.startswith(f"abclient: shop: {said}")) == (1, True)
    assert "pa55word" not in ended.err + many.err
    assert sandbox.requests() == []


@pytest.mark.parametrize("store", ["http://localhost", "redis://me:pa55word@[", "redis://me:pa55word@\udcff"])
def test_a_store_that_cannot_be_meant(store: str, command: Command, tmp_path: Path) -> None:
    """It is named without its password, with exit code 2."""
    ended = command("export", "optimizely", "--out", tmp_path / "out", "--rate-limit-store", store)
    assert (ended.code, len(ended.lines)) == (2, 1)
    assert "store" in ended.err
    assert "pa55word" not in ended.err
