"""The MCP server in tests: in this process, with the SDK's own client, and what its answers hold."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple, cast

from mcp import Client, MCPError, StdioServerParameters
from mcp.server.mcpserver import MCPServer
from mcp.types import CallToolResult, TextContent, TextResourceContents, Tool

from abclient.mcp import Settings, create_server
from abclient.mcp._answer import MAX_ANSWER_CHARS, NOTE

from .command import COMMAND

SECRETS = ("sandbox-token", "sandbox-secret", "sandbox-app", "correct-horse-battery")
"""The credentials that the sandbox takes, and the token of the server."""


class Said(NamedTuple):
    """What a tool answered.

    Attributes:
        failed: whether it is an error.
        text: the text, as a model reads it.
        document: the structured content; empty for an error.
    """

    failed: bool
    text: str
    document: dict[str, Any]

    @property
    def records(self) -> list[dict[str, Any]]:
        """The records."""
        assert not self.failed, self.text
        return cast("list[dict[str, Any]]", self.document["records"])


def said(result: CallToolResult) -> Said:
    """What a tool answered, which is bounded, marked as data and without credentials, whatever was asked."""
    (content,) = result.content
    assert isinstance(content, TextContent)
    document: dict[str, Any] = result.structured_content or {}
    check_text(content.text)
    if not result.is_error:
        assert json.loads(content.text) == document
        assert document["note"] == NOTE
    return Said(bool(result.is_error), content.text, document)


def check_text(text: str) -> None:
    """Nothing that leaves the server is too long, has a credential, or a character that nobody sees."""
    assert len(text) <= MAX_ANSWER_CHARS
    assert not [secret for secret in SECRETS if secret in text]
    assert all(one.isprintable() or one == "\n" for one in text)


class Asking:
    """Calls tools of a server through a client of the SDK, a new one for each call.

    Args:
        where: the server in this process, or how to reach one in another.

    Attributes:
        progress: what was told of it during the last call.
    """

    def __init__(self, where: MCPServer[Any] | StdioServerParameters | str) -> None:
        self._where = where
        self.progress: list[tuple[float, float | None, str | None]] = []

    async def __call__(self, tool: str, **arguments: Any) -> Said:
        self.progress = []
        async with Client(self._where) as client:
            return said(await client.call_tool(tool, arguments, progress_callback=self._told))

    async def _told(self, progress: float, total: float | None, message: str | None) -> None:
        self.progress.append((progress, total, message))

    async def tools(self) -> list[Tool]:
        """The tools that are listed."""
        async with Client(self._where) as client:
            return (await client.list_tools()).tools

    async def resources(self) -> list[str]:
        """The addresses of the resources that are listed."""
        async with Client(self._where) as client:
            return [one.uri for one in (await client.list_resources()).resources]

    async def read(self, uri: str) -> dict[str, Any]:
        """What a resource says."""
        async with Client(self._where) as client:
            (content,) = (await client.read_resource(uri)).contents
        assert isinstance(content, TextResourceContents)
        check_text(content.text)
        document: dict[str, Any] = json.loads(content.text)
        assert document["note"] == NOTE
        return document

    async def refusal(self, uri: str) -> str:
        """Why a resource cannot be read."""
        async with Client(self._where) as client:
            try:
                await client.read_resource(uri)
            except MCPError as error:
                check_text(str(error))
                return str(error)
        raise AssertionError(f"{uri} was read")


def asking(settings: Settings) -> Asking:
    """Calls tools of a server in this process."""
    return Asking(create_server(settings))


@contextmanager
def running(*arguments: str, environment: Mapping[str, str]) -> Generator[tuple[subprocess.Popen[str], str]]:
    """``abclient mcp`` over HTTP on a free port, and its URL; killed if it still runs at the end."""
    process = subprocess.Popen(
        [*COMMAND, "mcp", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )
    with process:
        try:
            assert process.stderr is not None
            line = ""
            while "listening on " not in line:
                line = process.stderr.readline()
                assert line, "it ended before it listened"
            yield process, line.rpartition(" ")[2].strip()
        finally:
            process.kill()
