"""One load: what has changed in each export is sent, and what it no longer has is deleted."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from attrs import frozen

from ..errors import ConfigurationError
from ._destination import destination_of
from ._errors import LoadError
from ._exports import Loading
from ._warehouse import Warehouse
from ._work import alone_with, work_directory

DATASET = "experiments"


@frozen(kw_only=True)
class LoadSummary:
    """The result of a load.

    Attributes:
        destination: where to, without a password.
        dataset: the schema that the tables are in.
        exports: how many exports the call was given.
        changed: how many of them had changed.
        sent: how many current rows were sent.
        removed: how many rows were deleted that the exports no longer have.
        failures: why, by directory; what the warehouse has of these is as it was before.
    """

    destination: str
    dataset: str
    exports: int
    changed: int
    sent: int
    removed: int
    failures: Mapping[str, str]

    @property
    def ok(self) -> bool:
        """Whether nothing failed."""
        return not self.failures


def load(
    directories: Sequence[str | os.PathLike[str]] | str | os.PathLike[str],
    to: str,
    *,
    dataset: str = DATASET,
    everything: bool = False,
    work: str | os.PathLike[str] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> LoadSummary:
    """Bring a warehouse up to date with exports; called again, only what has changed is sent.

    The current rows are in the table ``results``, each once by its ``row_key``; the rows of a key of an export are
    replaced together. What runs of exports with a history found is in ``results_history``, and what was loaded in
    ``exports``. The views ``current_results`` and ``winners`` are made by the first load. If the process is killed at
    any moment, the same call completes the load.

    Args:
        directories: of the exports.
        to: ``postgres://USER:PASSWORD@HOST:PORT/DATABASE``, ``duckdb:///FILE`` (with four slashes an absolute path),
            ``filesystem/URL``, such as ``filesystem/s3://bucket/prefix``, or the name of another destination of dlt,
            whose settings and credentials dlt finds in its own places.
        dataset: the schema, or directory, for the tables. Loads to one must not overlap.
        everything: send all rows again, and delete all that these exports no longer have.
        work: where dlt writes what it is about to send; by default beside the first directory. Nothing is left there.
        cancelled: asked between parts; if it returns True, the load ends with an error.

    Raises:
        ConfigurationError: ``to`` names no destination, ``dataset`` is not a name, or there are no directories.
        LoadError: the warehouse cannot be reached or written, or its tables were changed by other means; or another
            load to it is running. What it had is still there. Where it refuses the rows of one export of several, that
            is among the failures of the result, and the others are loaded.
        ImportError: dlt or a driver is not installed; dlt and those for PostgreSQL and DuckDB come with the extra
            ``load``.
    """
    given = [directories] if isinstance(directories, str | os.PathLike) else list(directories)
    places = list({Path(one).resolve(): Path(one) for one in given}.values())
    if not places:
        raise ConfigurationError("there are no directories to load")
    destination = destination_of(to, dataset)
    parent = Path(work) if work is not None else places[0].absolute().parent
    with work_directory(parent, f"{destination.name} {dataset}") as own, alone_with(destination.file):
        new = destination.file is not None and not destination.file.exists()
        try:
            warehouse = Warehouse(destination, own)
        except LoadError:
            if new and destination.file is not None:
                # What was begun of it cannot be opened; a link of the caller's stays, also one to nothing.
                Path(os.path.realpath(destination.file)).unlink(missing_ok=True)
            raise
        with warehouse.exclusive():
            warehouse.check()
            loading = Loading(warehouse, everything=everything, cancelled=cancelled)
            if destination.merges:
                loading.merge(places)
            else:
                loading.replace(places)
    return LoadSummary(
        destination=destination.name,
        dataset=dataset,
        exports=len(places),
        changed=loading.changed,
        sent=loading.sent,
        removed=loading.removed,
        failures=loading.failures,
    )
