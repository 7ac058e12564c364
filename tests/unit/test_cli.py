"""The command line, and how the sandbox starts and ends."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import pytest

from abclient import __version__, cli
from abclient.testing import Sandbox
from support.cases import a_third_every_run, one_every_run
from support.command import credentials
from support.sandbox import HEADERS, SETTINGS

MODULE = (sys.executable, "-m", "abclient.sandbox")
COMMAND = (sys.executable, "-m", "abclient", "sandbox")
WAYS = pytest.mark.parametrize(
    "command", [pytest.param(MODULE, id="module", marks=pytest.mark.slow), pytest.param(COMMAND, id="command")]
)
"""As the module every other test starts it, too."""


@contextmanager
def started(*command: str) -> Generator[tuple[subprocess.Popen[str], str]]:
    """A sandbox process on a free port, with the first line it printed; killed at the end if it still runs."""
    options = ("--port", "0", "--experiments", "3")
    process = subprocess.Popen(
        [*command, *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    with process:
        try:
            assert process.stdout
            yield process, process.stdout.readline()
        finally:
            process.kill()


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command that ends by itself."""
    return subprocess.run(
        command, capture_output=True, text=True, timeout=120, check=False, env={**os.environ, **environment}
    )


@pytest.mark.parametrize("command", [MODULE, COMMAND], ids=["module", "command"])
def test_it_says_where_it_listens(command: tuple[str, ...]) -> None:
    """The first line is the promised one, and the sandbox answers there."""
    with started(*command) as (_, line):
        found = re.fullmatch(r"abclient sandbox listening on (http://127\.0\.0\.1:\d+)\n", line)
        assert found
        assert httpx.get(found[1] + SETTINGS, headers=HEADERS, trust_env=False).status_code == 200


@pytest.mark.parametrize("host", one_every_run(["127.0.0.1", "0.0.0.0"]))
def test_it_prints_what_points_clients_to_it(host: str) -> None:
    """With the option, a shell that runs the other lines has the credentials, address and places of every vendor."""
    with started(*COMMAND, "--print-environment", "--host", host) as (process, first):
        assert process.stdout
        lines = [process.stdout.readline() for _ in credentials("")]
        printing = f"{''.join(lines)} exec {sys.executable} -m abclient experiments list launchdarkly --format csv"
        listed = run("sh", "-c", printing)
        process.terminate()
        assert process.communicate(timeout=120)[0] == ""
    assert first.startswith(f"abclient sandbox listening on http://{host}:")
    assert {line.split("=")[0] for line in lines} == {f"export {name}" for name in credentials("")}
    assert (listed.returncode, listed.stderr) == (0, "")
    assert len(listed.stdout.splitlines()) > 1


@WAYS
@pytest.mark.parametrize("number", one_every_run([signal.SIGTERM, signal.SIGINT, signal.SIGHUP]))
def test_a_signal_ends_it_quietly(command: tuple[str, ...], number: signal.Signals) -> None:
    """SIGINT, SIGTERM and SIGHUP end it with exit code 0 and without a word."""
    with started(*command) as (process, _):
        process.send_signal(number)
        out, err = process.communicate(timeout=120)
        assert (process.returncode, out, err) == (0, "", "")


@pytest.mark.parametrize(
    ("number", "code"), one_every_run([(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
)
def test_a_signal_before_it_listens(number: signal.Signals, code: int, tmp_path: Path) -> None:
    """While a large world is made, a signal interrupts it, and the exit code says that it was never there."""
    database = tmp_path / "world.db"
    started = (*MODULE, "--port", "0", "--experiments", "1000000", "--db", str(database))
    with subprocess.Popen(started, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        while process.poll() is None and not database.exists():
            pass  # the world is begun once its file is there
        process.send_signal(number)
        out, err = process.communicate(timeout=120)
    assert (process.returncode, out, err) == (code, "", "abclient sandbox: interrupted before it listened\n")


@WAYS
@pytest.mark.parametrize("redirection", one_every_run(["<&- >&- 2>&-", "2> /dev/full", "| true"]))
def test_it_serves_whatever_its_streams_are(command: tuple[str, ...], redirection: str, tmp_path: Path) -> None:
    """With streams that are closed, errors that find no room, or an unread line it serves all the same."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    line = f'"$@" {redirection}' if "|" in redirection else f'exec "$@" {redirection}'
    arguments = ["sh", "-c", line, "sh", *command, "--port", str(port), "--experiments", "1", "--exit-on-eof"]
    if "<" in redirection:
        arguments.remove("--exit-on-eof")
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path) as process:
        try:
            until = time.monotonic() + 30
            while time.monotonic() < until and process.poll() is None:
                with suppress(httpx.TransportError):
                    httpx.get(f"http://127.0.0.1:{port}/_sandbox/world", trust_env=False)
                    break
            assert process.poll() is None, "it ended"
            if "<" in redirection:
                process.terminate()
            _, err = process.communicate(timeout=120)
            assert (process.returncode, err) == (0, b"")
        finally:
            process.kill()


def test_a_signal_ends_it_while_it_answers() -> None:
    """A request that hangs does not keep it from ending, nor make it print."""
    with started(*MODULE) as (process, line):
        url = line.split()[-1]
        httpx.post(f"{url}/_sandbox/faults", json={"kind": "stall"}, trust_env=False)
        host, port = url.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as hanging:
            hanging.sendall(f"GET {SETTINGS} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
            until = time.monotonic() + 60
            while httpx.get(f"{url}/_sandbox/faults", trust_env=False).json() and time.monotonic() < until:
                pass  # the request has arrived once the fault has been used
            process.terminate()
            out, err = process.communicate(timeout=120)
        assert (process.returncode, out, err) == (0, "", "")


def test_the_end_of_standard_input_ends_it() -> None:
    """With --exit-on-eof it stops when the other end of its standard input closes."""
    with started(*MODULE, "--exit-on-eof") as (process, _):
        assert process.poll() is None
        out, err = process.communicate(timeout=120)
        assert (process.returncode, out, err) == (0, "", "")


def test_it_ends_when_its_parent_is_killed() -> None:
    """A parent that dies without a chance to clean up leaves no sandbox running."""
    script = (
        "from abclient.testing import Sandbox\n"
        "sandbox = Sandbox(experiments=1)\n"
        "sandbox.start()\n"
        "print(sandbox.url, flush=True)\n"
        "input()\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with parent:
        assert parent.stdout
        host, port = parent.stdout.readline().strip().removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=60) as connection:
            connection.sendall(b"GET /_sandbox/faults HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            assert connection.recv(65536).startswith(b"HTTP/1.1 200")
            parent.kill()
            while connection.recv(65536):
                pass  # until the sandbox closes the connection, which it does only when it ends


@pytest.mark.parametrize(
    ("options", "code", "said"),
    a_third_every_run(
        [
            (("--rate-limit", "often"), 2, "N or N/SECONDS"),
            (("--limit-style", "loud"), 2, "limit style must be one of"),
            (
                ("--port", "99999"),
                2,
                "Invalid value for '--port'",
            ),  # what typer says of the value depends on its version
            (("--experiments", "many"), 2, "Invalid value for '--experiments'"),
            (("--today", "tomorrow"), 2, "tomorrow"),
            (("--host", "no.such.host.invalid", "--port", "0"), 1, "cannot listen on no.such.host.invalid:0"),
            (("--db", "/no/such/directory/world.db"), 2, "cannot use /no/such/directory/world.db"),
        ]
    ),
)
def test_settings_that_cannot_work(options: tuple[str, ...], code: int, said: str) -> None:
    """A mistake is named in one line of error output, without a traceback."""
    ended = run(*COMMAND, *options)
    assert (ended.returncode, ended.stdout) == (code, "")
    assert said in " ".join(ended.stderr.split())
    assert "Traceback" not in ended.stderr


def test_a_port_that_is_taken(sandbox_port: int) -> None:
    """A port in use is named, with exit code 1."""
    ended = run(*COMMAND, "--port", str(sandbox_port), "--experiments", "0")
    assert ended.returncode == 1
    assert ended.stderr.startswith(f"abclient sandbox: cannot listen on 127.0.0.1:{sandbox_port}: ")
    assert len(ended.stderr.splitlines()) == 1


@pytest.fixture
def sandbox_port() -> Iterator[int]:
    """A port that somebody else listens on."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        yield taken.getsockname()[1]


def test_it_says_when_it_is_open_to_the_network() -> None:
    """It binds to this machine unless told otherwise, and warns when it is told."""
    with started(*MODULE, "--host", "0.0.0.0") as (process, line):
        assert line.startswith("abclient sandbox listening on http://0.0.0.0:")
        process.terminate()
        assert "open to the network on 0.0.0.0" in process.communicate(timeout=120)[1]


def test_state_survives_in_a_file(tmp_path: Path) -> None:
    """What was changed is there after a restart with the same file."""
    body = {"randomizationUnits": [{"randomizationUnit": "d", "default": True, "standardRandomizationUnit": "guest"}]}
    with Sandbox(experiments=1, db=tmp_path / "world.db") as sandbox:
        put = httpx.put(sandbox.url + SETTINGS, json=body, headers=HEADERS, trust_env=False).json()
    with Sandbox(experiments=1, db=tmp_path / "world.db") as sandbox:
        assert httpx.get(sandbox.url + SETTINGS, headers=HEADERS, trust_env=False).json() == put


def test_latency_is_spent() -> None:
    """Every answer takes at least as long as it was told to."""
    with Sandbox(experiments=1, latency=0.15) as sandbox:
        answer = httpx.get(sandbox.url + SETTINGS, headers=HEADERS, trust_env=False)
    assert answer.elapsed.total_seconds() >= 0.15


@pytest.mark.parametrize(("style", "header"), [("retry-after", "1"), ("silent", None)])
def test_limit_styles(style: str, header: str | None) -> None:
    """The other styles tell of a limit by Retry-After alone, or not at all."""
    with (
        Sandbox(experiments=1, rate_limit="1/1000000", limit_style=style) as sandbox,
        httpx.Client(base_url=sandbox.url, headers=HEADERS, trust_env=False) as http,
    ):
        first, second = http.get(SETTINGS), http.get(SETTINGS)
    assert (first.status_code, second.status_code) == (200, 429)
    assert not any(name.startswith("x-ratelimit") for name in (*first.headers, *second.headers))
    assert ("retry-after" in second.headers) is (header is not None)


def test_a_sandbox_that_does_not_start_says_why() -> None:
    """The helper raises with what the sandbox said, and can be entered again or closed without harm."""
    sandbox = Sandbox(rate_limit="often")
    with pytest.raises(RuntimeError, match=r"did not start: abclient sandbox: a rate limit is N or N/SECONDS"):
        sandbox.start()
    sandbox.stop()
    assert (sandbox.url, sandbox.pid) == ("", None)
    with pytest.raises(RuntimeError, match="does not run"):
        sandbox.world()


def test_a_sandbox_that_takes_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A start that takes longer than it may is ended."""
    interpreter = tmp_path / "python"
    interpreter.write_text("#!/bin/sh\nexec sleep 600\n")
    interpreter.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(interpreter))
    with pytest.raises(RuntimeError, match="there was no output"):
        Sandbox(experiments=1, start_timeout=0.1).start()


async def test_a_sandbox_in_async_code() -> None:
    """The helper works with async with, and refuses to be started twice."""
    async with Sandbox(experiments=1) as sandbox, httpx.AsyncClient(trust_env=False) as http:
        assert (await http.get(sandbox.url + SETTINGS, headers=HEADERS)).status_code == 200
        with pytest.raises(RuntimeError, match="running already"):
            sandbox.start()
    assert sandbox.url == ""


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """--version prints name and version."""
    with pytest.raises(SystemExit) as ended:
        cli.main(["--version"])
    assert (ended.value.code, capsys.readouterr().out) == (0, f"abclient {__version__}\n")


def test_no_command_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a command the help lists what there is, and the exit code says that nothing was done."""
    with pytest.raises(SystemExit) as ended:
        cli.main([])
    assert ended.value.code == 2
    assert "sandbox" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("command", "missing", "extra"),
    [
        (COMMAND, "typer", "abclient-experiments[cli]"),
        (COMMAND, "starlette", "abclient-experiments[sandbox]"),
        (COMMAND, "uvicorn", "abclient-experiments[sandbox]"),
        (MODULE, "typer", "abclient-experiments[sandbox]"),
    ],
)
def test_a_missing_extra_is_named(command: tuple[str, ...], missing: str, extra: str, tmp_path: Path) -> None:
    """Without what an extra brings, one line says which to install, with exit code 2."""
    (tmp_path / f"{missing}.py").write_text(f"raise ModuleNotFoundError('gone', name={missing!r})")
    path = os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH"))))
    ended = run(*command, PYTHONPATH=path)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert re.fullmatch(rf"abclient .*needs {missing}.*: pip install '{re.escape(extra)}'\n", ended.stderr)
