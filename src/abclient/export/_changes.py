"""What has changed in an export since a run, for whatever keeps a copy of its rows."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from ..errors import ExportError
from ..results import ResultRow, to_arrow
from ._codecs import parquet_table
from ._directory import read_file
from ._history_codecs import arrow, history_codec, read_parquet, stamped_table
from ._manifest import HistoryPart, Manifest, Part
from ._read import manifest_in
from ._store import read_part, readable

if TYPE_CHECKING:
    import pyarrow


@frozen(kw_only=True)
class ExportChanges:
    """What has changed in an export since a run.

    To bring a copy of its rows up to date, replace the rows of each of ``keys`` by its rows of now, and remove those
    of ``removed``. Doing so twice is the same as once.

    Attributes:
        directory: of the export.
        export_id: 8 hexadecimal digits of this export: an export made anew in the same directory has others.
        run: the last complete run; give it as ``after_run`` the next time. 0 if no run is complete.
        options: what the export contains, such as its vendor and project.
        keys: the keys that were fetched since then, and how many rows each has now. A key that failed is not among
            them, because its rows are still the old ones.
        removed: the keys that the export had, and has no more.
        row_count: how many rows the export has now, changed or not.
        failures: how many keys failed in the last attempt.
        keeps_history: whether the export has a history.
    """

    directory: Path
    export_id: str
    run: int
    options: Mapping[str, Any]
    keys: Mapping[str, int]
    removed: frozenset[str]
    row_count: int
    failures: int
    keeps_history: bool
    _manifest: Manifest = field(repr=False, alias="manifest")
    _after_run: int = field(repr=False, alias="after_run")

    def __bool__(self) -> bool:
        """Whether anything has changed."""
        return bool(self.keys or self.removed)

    def after(self, run: int) -> ExportChanges:
        """What of it has changed since a later run; as ``read_changes`` with ``after_run``, without reading again.

        Raises:
            ExportError: the export never had a run with this number.
        """
        return _changes(self.directory, self._manifest, run)

    def rows(self) -> Iterator[tuple[str, list[ResultRow]]]:
        """Each key that has rows now, with its rows, part by part.

        Raises:
            ExportError: a part was replaced meanwhile, or is damaged: read the changes again.
        """
        for part in self._parts():
            rows = iter(read_part(self.directory, part))
            for key, count in part.keys.items():
                own = [next(rows) for _ in range(count)]
                if key in self.keys:
                    yield key, own

    def tables(self) -> Iterator[pyarrow.Table]:
        """The same rows as tables of Arrow, one for a part, with a first column ``export_key``.

        Raises:
            ExportError: as ``rows``.
            ImportError: pyarrow is not installed; it comes with the extra ``arrow``.
        """
        for part in self._parts():
            yield _table(self.directory, part, self.keys)

    def history_tables(self) -> Iterator[pyarrow.Table]:
        """What complete runs since then found changed, each row once, as tables of Arrow.

        The first columns are ``run``, ``snapshot_at``, which is when that run began, and ``export_key``.

        Raises:
            ExportError: as ``rows``.
            ImportError: pyarrow is not installed; it comes with the extra ``arrow``.
        """
        pa = arrow()
        for part in self._history_parts():
            with readable(self.directory, part):
                content = read_file(self.directory, part)
                if self._manifest.file_format == "parquet":
                    table = read_parquet(content)
                else:
                    codec = history_codec(self._manifest.file_format, excel=self._manifest.excel)
                    table = stamped_table(list(codec.decode(content)))
            run = table["run"]
            wanted = pa.compute.and_(pa.compute.greater(run, self._after_run), pa.compute.less_equal(run, self.run))
            table = table.filter(wanted)
            names = ["export_key" if name == "key" else name for name in table.schema.names]
            yield table.rename_columns(names)

    def _parts(self) -> Iterator[Part]:
        return (part for part in self._manifest.parts if not self.keys.keys().isdisjoint(part.keys))

    def _history_parts(self) -> Iterator[HistoryPart]:
        parts = self._manifest.history.parts if self._manifest.history else ()
        return (part for part in parts if part.last_run > self._after_run and part.first_run <= self.run)


def read_changes(directory: str | os.PathLike[str], *, after_run: int = 0) -> ExportChanges:
    """What has changed in an export since a run was complete: for loading its rows into a database, and the like.

    Args:
        directory: of the export.
        after_run: the ``run`` of the changes that the copy has already; 0 for everything.

    Raises:
        ExportError: there is no export, or it is damaged; or it never had a run with this number, because it is
            another export than the one that the copy is of.
    """
    place = Path(directory)
    return _changes(place, manifest_in(place), after_run)


def _changes(place: Path, manifest: Manifest, after_run: int) -> ExportChanges:
    run = manifest.run
    if not 0 <= after_run <= run.number:
        raise ExportError(f"its last run is {run.number}, so there are no changes after run {after_run}", place)
    counts = {key: count for part in manifest.parts for key, count in part.keys.items()}
    return ExportChanges(
        directory=place,
        export_id=manifest.mark,
        run=run.number if run.finished else run.number - 1,
        options=manifest.options,
        keys={key: counts.get(key, 0) for key, done in manifest.done.items() if done.run > after_run},
        removed=frozenset(key for key, removed in manifest.removed.items() if removed > after_run),
        row_count=sum(counts.values()),
        failures=len(manifest.failures),
        keeps_history=manifest.history is not None,
        manifest=manifest,
        after_run=after_run,
    )


def _table(directory: Path, part: Part, keys: Mapping[str, int]) -> Any:
    """The rows of these keys in a part."""
    pa = arrow()
    if part.file.endswith(".parquet"):
        with readable(directory, part):
            table = parquet_table(read_file(directory, part))
    else:
        table = to_arrow(read_part(directory, part))
    names = [key for key, count in part.keys.items() for _ in range(count)]
    with readable(directory, part):  # it may have other rows than the manifest says
        table = table.add_column(0, pa.field("export_key", pa.string(), nullable=False), pa.array(names, pa.string()))
    if part.keys.keys() <= keys.keys():
        return table
    return table.filter(pa.array([name in keys for name in names], pa.bool_()))
