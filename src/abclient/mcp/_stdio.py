"""Serving over standard input and output, as a child of the agent's program."""

from __future__ import annotations

import asyncio
import os
import re
import sys
import threading
from typing import Any, Self, cast

from mcp.server.mcpserver import MCPServer
from mcp.server.stdio import stdio_server

_CHUNK_BYTES = 65_536

_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\."
)
"""A pair of surrogates, half of one, which is the group, or any other escape of JSON."""


class Lines:
    """The lines of standard input, read in a thread that does not delay the end of the process.

    The SDK reads in a thread that must come to its end: at a terminal it waits for another line after Ctrl-C
    (https://github.com/modelcontextprotocol/python-sdk/issues/3551).

    Args:
        descriptor: to read from.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._loop = asyncio.get_running_loop()
        self._lines: asyncio.Queue[bytes | None] = asyncio.Queue()
        threading.Thread(target=self._read, name="abclient mcp stdin", daemon=True).start()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> str:
        line = await self._lines.get()
        if line is None:
            raise StopAsyncIteration
        return _without_halves(line.decode(errors="replace"))

    def _read(self) -> None:
        rest = bytearray()
        try:
            # Not sys.stdin: its lock, held by a thread that waits, would break the interpreter's end.
            while chunk := os.read(self._descriptor, _CHUNK_BYTES):
                *lines, last = chunk.split(b"\n")
                for line in lines:
                    self._give(bytes(rest) + line + b"\n")
                    rest.clear()
                rest += last
        except OSError:  # it was closed
            pass
        if rest:
            self._give(bytes(rest))
        self._give(None)

    def _give(self, line: bytes | None) -> None:
        try:
            self._loop.call_soon_threadsafe(self._lines.put_nowait, line)
        except RuntimeError:  # the loop is closed, and nothing is read any more
            return


def _without_halves(line: str) -> str:
    """A line of JSON in which no text has half of a surrogate pair, such as an emoji that was cut.

    JavaScript writes these, and the SDK cannot read them: the request would never be answered.
    """
    if "\\ud" not in line and "\\uD" not in line:
        return line
    return _ESCAPE.sub(lambda found: r"\ufffd" if found[1] else found[0], line)


async def serve_stdio(server: MCPServer[Any]) -> None:
    """Serve until standard input ends, or until this is cancelled."""
    lines: Any = Lines(sys.stdin.fileno())
    low = cast("Any", server)._lowlevel_server  # the SDK's own runner takes no input of the caller's
    async with stdio_server(stdin=lines) as (read, write):
        await low.run(read, write, low.create_initialization_options())
