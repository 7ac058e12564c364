"""``abclient mcp`` as agents' programs run it: over standard input and output, and over HTTP."""

from __future__ import annotations

import asyncio
import http.client
import json
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from mcp import Client, StdioServerParameters
from mcp.client.streamable_http import streamable_http_client

from abclient.mcp import Settings, create_server
from abclient.mcp._http import Address, serve_http
from abclient.testing import Sandbox
from support.cases import one_every_run
from support.command import COMMAND, Command, credentials
from support.mcp import SECRETS, Asking, running, said
from support.sandbox import TODAY

INITIALIZE = json.dumps(
    {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {
            "protocolVersion": "2025-06-18",
            "capabilities": {},
            "clientInfo": {"name": "test", "version": "1"},
        },
    }
)
HEADERS = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
TOKEN = "correct-horse-battery"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A small one: here it matters how tools are reached, not what they say."""
    with Sandbox(experiments=5, seed=1, today=TODAY) as running:
        yield running


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs commands in this process."""
    return Command(capsys)


async def call_every_tool(client: Client) -> None:
    """All of them, at least once; those that change something only say what they would send."""
    tools = {tool.name for tool in (await client.list_tools()).tools}
    listed = said(await client.call_tool("list_experiments", {"account": "optimizely", "status": "running"}))
    one = {"account": "optimizely", "experiment": listed.records[0]["experiment_id"]}
    for tool in sorted(tools):
        arguments = one if tool.endswith("_experiment") else {"account": "optimizely"}
        answer = said(await client.call_tool(tool, {} if tool == "accounts" else arguments))
        assert answer.failed == (tool == "end_experiment"), answer.text  # this vendor has no such verb
    assert len(tools) == 13


async def test_every_tool_over_standard_input_and_output(sandbox: Sandbox) -> None:
    """A child of the agent's program, which ends with its standard input, and writes nothing else to its output."""
    environment = {**os.environ, **credentials(sandbox.url)}
    parameters = StdioServerParameters(
        command=COMMAND[0], args=[*COMMAND[1:], "mcp", "--allow-writes"], env=environment
    )
    async with Client(parameters) as client:
        await call_every_tool(client)


@pytest.mark.slow
async def test_every_tool_over_http(sandbox: Sandbox, tmp_path: Path) -> None:
    """The same on a port of this machine; with a token, for those alone who send it."""
    environment = {**credentials(sandbox.url), "ABCLIENT_MCP_TOKEN": TOKEN}
    arguments = ("--http", "127.0.0.1:0", "--allow-writes")
    with running(*arguments, environment=environment) as (process, url):
        authorized = httpx2.AsyncClient(headers={"Authorization": f"Bearer {TOKEN}"}, trust_env=False)
        async with authorized, Client(streamable_http_client(url, http_client=authorized)) as client:
            await call_every_tool(client)
        for wrong in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": TOKEN}):
            assert status_of(url, wrong) == 401
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert (out, err) == ("", "abclient: interrupted\n")


def status_of(url: str, headers: dict[str, str], method: str = "POST") -> int:
    """What a request with these headers gets."""
    host, _, path = url.removeprefix("http://").partition("/")
    connection = http.client.HTTPConnection(host, timeout=60)
    try:
        connection.request(method, f"/{path}", INITIALIZE if method == "POST" else None, {**HEADERS, **headers})
        return connection.getresponse().status
    finally:
        connection.close()


@pytest.mark.parametrize(("token", "found"), [(None, 200), (TOKEN, 401)])
async def test_a_server_can_be_run_by_a_program_of_ones_own(
    token: str | None, found: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """In its event loop, until it is cancelled; without a token for all programs of this machine."""
    server = create_server(Settings(accounts=()))
    serving = asyncio.create_task(serve_http(server, Address("127.0.0.1", 0), token=token))
    said = ""
    while not said and not serving.done():
        await asyncio.sleep(0)
        said = capsys.readouterr().err
    try:
        assert await asyncio.to_thread(status_of, said.rpartition(" ")[2].strip(), {}) == found
    finally:
        serving.cancel()
        with pytest.raises(asyncio.CancelledError):
            await serving


def test_web_pages_and_rebound_names_are_refused() -> None:
    """Only this machine's own names are a Host, and only pages from there an Origin, whatever the method."""
    with running("--http", "127.0.0.1:0", "--allow-host", "agents.test", environment={}) as (_, url):
        port = url.rpartition(":")[2].partition("/")[0]
        for host in (f"localhost:{port}", f"127.0.0.1:{port}", "agents.test", f"agents.test:{port}"):
            assert status_of(url, {"Host": host, "Origin": f"http://{host}"}) == 200
        for method in ("POST", "GET", "DELETE"):
            for host in ("evil.example", f"evil.example:{port}", "localhost", f"localhost:{port}.evil.example"):
                assert status_of(url, {"Host": host}, method) == 421
            for origin in ("null", "http://evil.example", "http://localhost:1", f"http://evil.example:{port}"):
                assert status_of(url, {"Origin": origin}, method) == 403


@pytest.mark.parametrize("number", one_every_run([signal.SIGINT, signal.SIGTERM]))
def test_a_signal_ends_it_at_a_terminal(number: signal.Signals) -> None:
    """At once, though it waits for a line there, and with one line on standard error."""
    ours, its = pty.openpty()
    try:
        process = subprocess.Popen(
            [*COMMAND, "mcp"], stdin=its, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        with process:
            assert process.stderr is not None
            assert process.stderr.readline().startswith("abclient: no account has credentials; ")
            os.write(ours, f"{INITIALIZE}\n".encode())
            assert process.stdout is not None
            assert json.loads(process.stdout.readline())["id"] == 1
            process.send_signal(number)
            out, err = process.communicate(timeout=60)
    finally:
        os.close(ours)
        os.close(its)
    assert (process.returncode, out) == (128 + number, "")
    assert err.splitlines()[-1] == "abclient: interrupted"
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--http", "0.0.0.0:0"), "other machines reach 0.0.0.0: set ABCLIENT_MCP_TOKEN to a token that clients"),
        (("--http", "8000"), "give an address and a port, such as 127.0.0.1:8000, not '8000'"),
        (("--http", "127.0.0.1:99999"), "give an address and a port, such as 127.0.0.1:8000, not '127.0.0.1:99999'"),
        (("--http", "example.com:80"), "give an address of this machine, or localhost, not 'example.com'"),
        (("--allow-host", "x"), "--allow-host is for --http"),
        (("--export", "/nowhere"), "/nowhere is not a directory"),
        (("--accounts", "/nowhere.toml"), "/nowhere.toml"),
    ],
)
def test_what_cannot_be_served(arguments: tuple[str, ...], said: str, command: Command) -> None:
    """It is said in one line before anything listens; beyond this machine a token is needed."""
    ended = command("mcp", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.lines[-1]


def test_a_token_that_could_be_guessed_is_refused(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without being shown."""
    monkeypatch.setenv("ABCLIENT_MCP_TOKEN", "tooshort")
    ended = command("mcp", "--http", "127.0.0.1:0")
    assert (ended.code, ended.lines[-1]) == (2, "abclient: ABCLIENT_MCP_TOKEN must have at least 16 characters")


@pytest.mark.slow
def test_a_call_that_is_under_way_is_given_up_when_the_agent_goes(sandbox: Sandbox) -> None:
    """Standard input ends while a vendor does not answer: the process ends all the same."""
    sandbox.add_fault("stall", times=None, match={"path": "/optimizely/v2"})
    call = {"name": "list_experiments", "arguments": {"account": "optimizely"}}
    messages = [
        json.loads(INITIALIZE),
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": call},
    ]
    process = subprocess.Popen(
        [*COMMAND, "mcp"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **credentials(sandbox.url)},
    )
    with process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("".join(f"{json.dumps(message)}\n" for message in messages))
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == 1
        _, err = process.communicate(timeout=60)
    sandbox.clear_faults()
    assert process.returncode == 0
    assert not [secret for secret in SECRETS if secret in err]


def test_without_the_sdk_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, command: Command) -> None:
    """The command is there in every installation; the SDK comes with an extra."""
    for name in [name for name in sys.modules if name == "mcp" or name.startswith(("mcp.", "abclient.mcp"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "mcp", None)
    ended = command("mcp")
    assert ended.code == 2
    assert ended.lines[-1] == "abclient: mcp is not installed: pip install 'abclient-experiments[mcp]'"


@pytest.mark.slow
async def test_tools_can_be_called_by_address(sandbox: Sandbox) -> None:
    """Without a token, as programs of this machine do: the address is all that they need."""
    with running("--http", "localhost:0", environment=credentials(sandbox.url)) as (_, url):
        assert (await Asking(url)("accounts")).document["total"] == 6


ROOT = Path(__file__).parents[2]


def test_the_configurations_of_the_page_start_the_server(command: Command) -> None:
    """Each JSON block is valid, and has options that the command knows."""
    page = (ROOT / "docs" / "mcp.md").read_text(encoding="utf-8")
    configurations = [
        json.loads(block) for block in re.findall(r"^```json\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    ]
    assert len(configurations) == 2
    known = command("mcp", "--help").out
    for configuration in configurations:
        (servers,) = configuration.values()
        assert (servers["abclient"]["command"], servers["abclient"]["args"][0]) == ("abclient", "mcp")
        assert all(option in known for option in servers["abclient"]["args"] if option.startswith("--"))
    for option in re.findall(r"^\| `(--[\w-]+)", page, re.MULTILINE):
        assert option in known
