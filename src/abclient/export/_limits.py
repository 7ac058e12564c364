"""What a client learned about an account's limits, kept beside an export for the next run."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Protocol

from .._files import draft_beside, publish, read_regular
from ..errors import ABClientError, ExportError
from ._codecs import FileFormat
from ._directory import DRAFT
from ._hidden import hidden, revealed
from ._manifest_file import find_manifest

_LOGGER = logging.getLogger("abclient")
_NAME = "_rate_limits.json"
_HIDDEN = "_rate_limits.parquet"
"""Beside Parquet, for the same reason as the manifest: programs that read whole directories find no row in it."""


class _LearningClient(Protocol):
    def rate_limit_state(self) -> Mapping[str, Any]: ...

    def restore_rate_limit_state(self, state: Mapping[str, Any]) -> None: ...


@asynccontextmanager
async def remembered_limits(client: _LearningClient, directory: Path, file_format: FileFormat) -> AsyncGenerator[None]:
    """Begin with what the last run for the directory learned, unless the client knows better; keep it for the next.

    Neither can make an export fail: what cannot be read is learned again, what cannot be written is logged.

    Args:
        client: which exports; one without these methods is left as it is.
        directory: of the export.
        file_format: of the export.
    """
    if not hasattr(client, "restore_rate_limit_state"):
        yield
        return
    place = directory / (_HIDDEN if file_format == "parquet" else _NAME)
    if client.rate_limit_state()["learned"] is None:
        await _restore(client, place)
    try:
        yield
    except ExportError:  # the directory may be of something else
        raise
    except BaseException:
        await _keep(client, place)
        raise
    else:
        await _keep(client, place)


async def _restore(client: _LearningClient, place: Path) -> None:
    try:
        content = await asyncio.to_thread(read_regular, place)
        client.restore_rate_limit_state(json.loads(revealed(content) if place.name == _HIDDEN else content))
    except (FileNotFoundError, NotADirectoryError):  # what is not a directory is named by the export
        return
    except (OSError, ValueError, RecursionError, ABClientError) as error:
        _LOGGER.warning("%s is ignored, and the vendor's limits are learned again: %s", place, ascii(str(error))[:200])


async def _keep(client: _LearningClient, place: Path) -> None:
    state = client.rate_limit_state()
    if state["learned"] is None and not state["cooldown_until"]:
        return  # nothing that the next run would not do anyway
    try:
        await asyncio.to_thread(_write, place, json.dumps(state, allow_nan=False).encode())
    except (OSError, ABClientError) as error:
        _LOGGER.warning("%s cannot be written: %s", place, ascii(str(error))[:200])


def _write(place: Path, content: bytes) -> None:
    if find_manifest(place.parent) is None:
        return  # nothing was exported
    with draft_beside(place, DRAFT) as draft:
        draft.write(hidden(content) if place.name == _HIDDEN else content)
        publish(draft, place)
