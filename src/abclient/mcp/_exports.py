"""Exports as resources: what each holds, and its rows."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ResourceError, ResourceNotFoundError

from .._distribution import not_installed
from ..errors import ExportError
from ..export import read_failures, read_rows
from ..export._read import manifest_in
from ._answer import MAX_RECORDS, Answers, Item, text_of
from ._pages import figures

_JSON = "application/json"
_OFFSET = re.compile(r"[0-9]{1,18}")  # more digits than any export has rows


class ExportResources:
    """The resources of exports.

    Args:
        exports: their directories, by name.
        answers: what makes answers.
    """

    def __init__(self, exports: Mapping[str, Path], answers: Answers) -> None:
        self._exports = exports
        self._answers = answers

    def add_to(self, server: MCPServer[Any]) -> None:
        """Add a manifest and the first rows of each export, and a template for rows from any offset on."""
        for name in self._exports:
            self._add(server, name)
        if self._exports:
            server.resource(
                "abclient://exports/{name}/rows/{offset}",
                name="rows of an export",
                description=f"At most {MAX_RECORDS} rows of an export, from an offset on: the next_offset before.",
                mime_type=_JSON,
            )(self.rows_from)

    def _add(self, server: MCPServer[Any], name: str) -> None:
        async def manifest() -> str:
            return await self.manifest(name)

        async def rows() -> str:
            return await self._read(self._rows, name, 0)

        where = f"abclient://exports/{quote(name, safe='')}"
        about = "What an export holds: when it was made, of which experiments, and what failed."
        server.resource(f"{where}/manifest", name=f"{name}: manifest", description=about, mime_type=_JSON)(manifest)
        server.resource(
            f"{where}/rows", name=f"{name}: rows", description="The first rows of an export.", mime_type=_JSON
        )(rows)

    async def manifest(self, name: str) -> str:
        """What an export holds, as JSON."""
        return await self._read(self._manifest, name)

    async def rows_from(self, name: str, offset: str) -> str:
        """Rows of an export, as JSON. The offset is text, because the SDK logs a traceback for what is not a number."""
        if not _OFFSET.fullmatch(offset):
            raise ResourceNotFoundError("the offset must be a whole number, 0 or more")
        return await self._read(self._rows, name, int(offset))

    async def _read(self, read: Any, name: str, *given: int) -> str:
        if name not in self._exports:
            raise ResourceNotFoundError("there is no such export")
        try:
            text: str = await asyncio.to_thread(read, self._exports[name], *given)
        except (ExportError, OSError) as error:
            raise ResourceError(self._answers.text(str(error))) from None
        except ImportError as error:  # of Parquet, which needs an extra
            raise ResourceError(not_installed(error, "arrow", default="pyarrow")) from None
        return text

    def _manifest(self, directory: Path) -> str:
        manifest = manifest_in(directory)
        experiments: dict[Any, dict[str, Any]] = {}
        for done in manifest.done.values():
            if done.experiment is not None:
                experiments[done.experiment] = {**done.experiment._asdict(), "status": done.status}
        about = {
            "file_format": manifest.file_format,
            "run": manifest.run.number,
            "started": manifest.run.started,
            "finished": manifest.run.finished,
            "files": len(manifest.parts),
            "rows": sum(part.rows for part in manifest.parts),
            "keeps_history": manifest.history is not None,
        }
        answer = self._answers.answer(
            (Item(place, record) for place, record in enumerate(experiments.values())),
            about=about,
            total=len(experiments),
            failures=read_failures(directory),
        )
        answer.next_offset = None  # a manifest has one page
        return text_of(answer)

    def _rows(self, directory: Path, offset: int) -> str:
        total = sum(part.rows for part in manifest_in(directory).parts)
        rows = islice(read_rows(directory), offset, offset + MAX_RECORDS)
        whose = ("vendor", "account", "project", "environment", "experiment_id", "experiment_name", "status")
        items = [
            Item(offset + place, {**{name: getattr(row, name) for name in whose}, **figures(row)})
            for place, row in enumerate(rows)
        ]
        after = offset + MAX_RECORDS if offset + MAX_RECORDS < total else None
        return text_of(self._answers.answer(items, total=total, next_offset=after))
