"""Writing snapshots: the newest file of a history grows until it is full, so that a year is in few files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve

from ..results import ResultRow
from ._change import HistoryChange
from ._codecs import FileFormat
from ._directory import Directory, checksum, read_file
from ._history import Changes
from ._history_codecs import HistoryCodec, Stamp, Stamped, history_codec
from ._manifest import History, HistoryPart, Manifest

FULL: Mapping[FileFormat, int] = {"parquet": 100_000, "csv": 20_000, "jsonl": 20_000}
"""Rows after which another file begins: each part that is written rewrites no more than that, about 10 MB."""


def with_snapshots(directory: Directory, manifest: Manifest, changes: Changes) -> HistoryChange:
    """What changes in a history with new snapshots; its files are prepared.

    Args:
        directory: the directory.
        manifest: as it is before.
        changes: what is new.
    """
    log, history = _Log(directory, manifest), manifest.history or History()
    parts = log.without(history.parts, changes.replaced) if changes.replaced else list(history.parts)
    following = history.next_part
    if changes.snapshots:
        last = parts.pop() if parts and parts[-1].rows < FULL[manifest.file_format] else None
        if last is None:
            ending = "parquet" if manifest.file_format == "parquet" else "snapshots"
            name = f"_history-{following:06}-{manifest.mark}.{ending}"
            following += 1
        else:
            name = last.file
        parts.append(log.extended(name, last, changes.snapshots))
    before, after = set(history.parts), {one.file for one in parts}
    return HistoryChange(
        next_part=following,
        parts=[one for one in parts if one not in before],
        gone=[one.file for one in history.parts if one.file not in after],
        latest=changes.latest,
        removed=changes.removed,
    )


class _Log:
    def __init__(self, directory: Directory, manifest: Manifest) -> None:
        self._directory = directory
        self._run = manifest.run
        self._codec: HistoryCodec = history_codec(manifest.file_format, excel=manifest.excel)
        self._fresh: dict[str, bytes] = {}

    def without(self, parts: Sequence[HistoryPart], keys: frozenset[str]) -> list[HistoryPart]:
        """The files without the snapshots of these keys in this run."""
        left: list[HistoryPart] = []
        for part in parts:
            if part.last_run != self._run.number:
                left.append(part)
                continue
            content, rows = self._codec.without(self._content(part), self._run.number, keys)
            if rows:
                left.append(self._prepared(evolve(part, rows=rows), content))
            else:
                self._directory.withdraw(part.file)
        return left

    def extended(
        self, name: str, last: HistoryPart | None, snapshots: Mapping[str, Sequence[ResultRow]]
    ) -> HistoryPart:
        """The file, with these snapshots of this run after what it has."""
        number, started = self._run.number, self._run.started
        rows: list[Stamped] = [(Stamp(number, started, key), row) for key, each in snapshots.items() for row in each]
        content = self._codec.extend(None if last is None else self._content(last), rows)
        begun = HistoryPart(file=name, rows=0, bytes=0, sha256="", first_run=number, last_run=number)
        part = last or begun
        return self._prepared(evolve(part, rows=part.rows + len(rows), last_run=number), content)

    def _content(self, part: HistoryPart) -> bytes:
        return self._fresh.get(part.file) or read_file(self._directory.path, part)

    def _prepared(self, part: HistoryPart, content: bytes) -> HistoryPart:
        self._directory.prepare(part.file, content)
        self._fresh[part.file] = content
        return evolve(part, bytes=len(content), sha256=checksum(content))
