"""Reading an export: its rows, experiment by experiment, and what could not be exported."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from attrs import frozen

from ..errors import ExportError
from ..results import ExperimentKey, ResultRow
from ._manifest import Manifest, keys_of_experiments, traffic_failures
from ._record import read_manifest
from ._store import read_part

_NOBODY_SAID: Mapping[str, float] = {}


@frozen(kw_only=True)
class Exported:
    """One experiment of an export.

    Attributes:
        experiment: which one.
        status: its status when it was exported, if it is known.
        keys: the keys that it was exported by, as in the manifest.
        rows: its rows; there may be none.
        allocation: the intended shares of traffic by variation id; empty if unknown.
        repeated: of how many of its results ``merge_experiments`` left out older rows, which other exports have.
    """

    experiment: ExperimentKey
    status: str | None = None
    keys: Sequence[str] = ()
    rows: Sequence[ResultRow]
    allocation: Mapping[str, float]
    repeated: int = 0


def read_rows(directory: str | os.PathLike[str]) -> Iterator[ResultRow]:
    """The rows of an export, part by part in the order of its manifest; each part's checksum is verified.

    Raises:
        ExportError: there is no export, or it is damaged.
    """
    place = Path(directory)
    for part in manifest_in(place).parts:
        yield from read_part(place, part)


def read_failures(directory: str | os.PathLike[str]) -> dict[str, str]:
    """What could not be exported in the last attempt, and why.

    These are keys, some of which have older rows; ``traffic of`` keys with unavailable shares; and what the source
    noted in the last complete run.

    Raises:
        ExportError: there is no export, or it is damaged.
    """
    manifest = manifest_in(Path(directory))
    return {**manifest.noted, **manifest.failures, **traffic_failures(manifest.done)}


def read_experiments(directory: str | os.PathLike[str]) -> Iterator[Exported]:
    """The experiments of an export, each as soon as all of its rows have been read; those without rows come last.

    Memory holds one part and the experiments that it left incomplete, however many experiments there are. If the rows
    of one key belong to several experiments, none is known to be complete before all parts have been read.

    Raises:
        ExportError: there is no export, or it is damaged.
    """
    place = Path(directory)
    manifest = manifest_in(place)
    keys, last = keys_of_experiments(manifest), _last_parts(manifest)
    gathered: dict[ExperimentKey, list[ResultRow]] = defaultdict(list)
    for number, part in enumerate(manifest.parts):
        for row in read_part(place, part):
            gathered[row.experiment].append(row)
        for key in [key for key in gathered if last.get(key) == number]:
            yield _exported(manifest, key, keys.pop(key, ()), gathered.pop(key))
    for key, rows in gathered.items():
        yield _exported(manifest, key, keys.pop(key, ()), rows)
    for key, own in keys.items():
        yield _exported(manifest, key, own, ())


def manifest_in(place: Path) -> Manifest:
    """The manifest of an export; raises ExportError if there is none, or it is damaged."""
    manifest = read_manifest(place)
    if manifest is None:
        raise ExportError("there is no export in it", place)
    return manifest


def _last_parts(manifest: Manifest) -> dict[ExperimentKey, int]:
    """The number of the last part with rows of each experiment; empty if it cannot be determined."""
    last: dict[ExperimentKey, int] = {}
    for number, part in enumerate(manifest.parts):
        for key in part.keys:
            experiment = manifest.done[key].experiment
            if experiment is None:
                return {}
            last[experiment] = number
    return last


def _exported(
    manifest: Manifest, experiment: ExperimentKey, keys: Sequence[str], rows: Sequence[ResultRow]
) -> Exported:
    known = sorted((manifest.done[key] for key in keys), key=lambda done: done.run, reverse=True)
    # The newest record counts, even if it says that the shares are unknown: earlier ones may be outdated.
    shares = next((one for one in known if one.allocation is not None or one.allocation_error is not None), None)
    return Exported(
        experiment=experiment,
        status=next((one.status for one in known if one.status), None),
        keys=keys,
        rows=rows,
        allocation=(shares.allocation if shares else None) or _NOBODY_SAID,
    )
