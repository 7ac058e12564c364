"""How far a tool has come, told to the client that waits for it: many end a call after a minute without a word."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from functools import wraps
from typing import Any

from mcp.server.mcpserver import Context

Tool = Callable[..., Awaitable[Any]]

_context: ContextVar[Context[Any, Any]] = ContextVar("abclient_mcp_context")


async def report_progress(done: int, what: str) -> None:
    """Tell the client of the tool that runs here, if it asked to be told.

    Args:
        done: how many there are so far; more than last time.
        what: what they are, our own words.
    """
    await _context.get().report_progress(done, message=f"{what}: {done}")


def with_progress(tool: Tool) -> Tool:
    """The tool, in which ``report_progress`` knows the client.

    It has one parameter more than is shown to clients, which the SDK finds by its annotation.
    """

    @wraps(tool)
    async def told(*given: Any, mcp_context: Context[Any, Any], **named: Any) -> Any:
        _context.set(mcp_context)  # each call is a task of its own
        return await tool(*given, **named)

    signature = inspect.signature(tool, eval_str=True)
    kind = inspect.Parameter.KEYWORD_ONLY
    extra = inspect.Parameter("mcp_context", kind, annotation=Context[Any, Any])
    told.__signature__ = signature.replace(parameters=[*signature.parameters.values(), extra])  # type: ignore[attr-defined]  # functions may have one
    told.__annotations__ = {**inspect.get_annotations(tool, eval_str=True), "mcp_context": Context[Any, Any]}
    return told
