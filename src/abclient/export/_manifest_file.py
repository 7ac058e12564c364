"""The manifest's file. Every value is checked, because it decides what is written, renamed and removed.

A file that no export could have written is rejected as a whole, before anything is touched.
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import Any, cast

from .._json import strict_reader
from .._version import __version__
from ..errors import ExportError
from ..results import SCHEMA_VERSION, ExperimentKey
from ._codecs import FileFormat
from ._columns import Columns, with_keys
from ._hidden import hidden, revealed
from ._manifest import EXPERIMENT, MANIFEST_VERSION, CompletedKey, History, Manifest, Snapshot
from ._seal import SEAL, is_sealed
from ._values import (
    as_history_part,
    as_list,
    as_object,
    as_part,
    as_run,
    completed,
    counts,
    fields_of,
    file_format,
    flag,
    list_of,
    matching,
    once,
    optional,
    positive,
    refuse,
    runs_by_key,
    snapshots,
    text,
    texts,
    time,
    whole,
)

MANIFEST = "manifest.json"
_HIDDEN = "_manifest.parquet"
"""Beside Parquet: programs that read whole directories skip it by its name, or find no row in it."""

MANIFESTS = (_HIDDEN, MANIFEST)
"""The names that a manifest may have."""

_EARLIER = "_manifest.json"
"""That of earlier versions beside Parquet."""

PART_NAME = re.compile(r"part-(\d{6,})(?:-[0-9a-f]{8})?\.(csv|jsonl|parquet)")

_WITHOUT_REMOVED = 6
"""The version of manifests that did not tell which keys were forgotten."""

_EARLIER_VERSIONS = (_WITHOUT_REMOVED, 7)
"""Those that can be read: they had no journal and no checksum, and an object for each completed key."""

_HISTORY_NAME = re.compile(r"_history-(\d{6,})-[0-9a-f]{8}\.(snapshots|parquet)")
_MARK = re.compile(r"[0-9a-f]{8}")
_VERSION = re.compile(r"[0-9A-Za-z.+-]{1,40}")


def manifest_name(file_format: FileFormat) -> str:
    """The name of the manifest of an export in this format."""
    return _HIDDEN if file_format == "parquet" else MANIFEST


def manifest_content(manifest: Manifest) -> bytes:
    """The content of the manifest's file."""
    return stored(manifest.to_json(), manifest.file_format)


def find_manifest(directory: Path) -> Path | None:
    """The path of a directory's manifest; None if there is none."""
    places = [directory / name for name in (*MANIFESTS, _EARLIER)]
    try:
        return next((place for place in places if _there(place)), None)
    except OSError as error:
        raise ExportError(f"{MANIFEST} cannot be read: {error.strerror}", directory) from error


def _there(place: Path) -> bool:
    try:
        place.lstat()
    except FileNotFoundError:
        return False
    return True


def manifest_of(content: bytes, place: Path, *, earlier_rows: bool = False) -> Manifest:
    """The manifest that a file has, without what the journal says.

    Args:
        content: of the file.
        place: its path.
        earlier_rows: whether rows of an earlier schema can be read as well.

    Raises:
        ExportError: it is damaged, or was written by another version.
    """
    with undamaged(place):
        manifest = unchecked(content, place, earlier_rows=earlier_rows)
        check_manifest(manifest)
    return manifest


def unchecked(content: bytes, place: Path, *, earlier_rows: bool = False) -> Manifest:
    """As ``manifest_of``, but for what has to be checked of the whole record: see ``check_manifest``."""
    with undamaged(place):
        document = document_of(plain(content, place))
        version, schema = document["manifest_version"], document["schema_version"]
        readable = schema == SCHEMA_VERSION or (earlier_rows and type(schema) is int and 0 < schema < SCHEMA_VERSION)
        if type(version) is int and readable and version in (*_EARLIER_VERSIONS, MANIFEST_VERSION):
            values = fields_of(_upgraded(document), {**_HEAD, **_MANIFEST})
            return Manifest(**{name: value for name, value in values.items() if name not in _HEAD})
    raise ExportError(
        f"it was written by abclient {_version(document)} (manifest {version!r:.20}, rows {schema!r:.20}); this is "
        f"abclient {__version__} (manifest {MANIFEST_VERSION}, rows {SCHEMA_VERSION}), whose rows can only be fetched: "
        f"{_again(document)}",
        place.parent,
    )


def _version(document: Mapping[str, Any]) -> str:
    """The version that a document says it was written by; a file may say anything, also to a terminal."""
    said = document.get("abclient")
    return said if isinstance(said, str) and _VERSION.fullmatch(said) else f"{said!r:.40}"


def plain(content: bytes, place: Path) -> bytes:
    """The JSON of a file of the record; raises ValueError if it has none."""
    return revealed(content) if place.suffix == ".parquet" else content


def document_of(content: bytes) -> Any:
    """What JSON of the record says; raises ValueError or RecursionError if that is damaged.

    Earlier versions had no checksum in it.
    """
    if is_sealed(content):
        return strict_reader()(content)
    document = json.loads(content.decode(), object_pairs_hook=once, parse_constant=refuse)
    if SEAL in as_object(document):
        raise ValueError("it does not begin with its checksum")
    return document


def stored(document: bytes, file_format: FileFormat) -> bytes:
    """The content of a file of the record of an export in this format."""
    return hidden(document) if file_format == "parquet" else document


@contextmanager
def undamaged(place: Path) -> Generator[None]:
    """Turn whatever is said of values that no export could have written into an error that names the file."""
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise ExportError(
            f"{place.name} is damaged ({error!r:.200}); export to a new directory", place.parent
        ) from error


def _upgraded(document: dict[str, Any]) -> dict[str, Any]:
    """The document as this version would have written it."""
    version = document["manifest_version"]
    if version == MANIFEST_VERSION:
        return document
    if SEAL in document:
        raise ValueError("it says more than manifests of that version")
    changes: dict[str, Any] = {"manifest_version": MANIFEST_VERSION, "journal": 0, SEAL: ""}
    if version == _WITHOUT_REMOVED:
        changes["removed"] = {}
    if not document.keys().isdisjoint(changes.keys() - {"manifest_version"}):
        raise ValueError("it says more than manifests of that version")
    changes["done"] = _done_in_columns(as_object(document["done"]))
    if document["history"] is not None:
        history = as_object(document["history"])
        latest = as_object(history["latest"])
        changes["history"] = history | {"latest": with_keys(latest, _in_columns(Snapshot._fields, latest.values()))}
    return document | changes


def _done_in_columns(done: dict[str, Any]) -> Columns:
    """Completed keys of earlier versions, which had names for the values of each, and a list for its experiment."""
    if any(as_object(one).keys() != set(CompletedKey._fields) for one in done.values()):
        raise ValueError("done has other values")
    columns = {name: [one[name] for one in done.values()] for name in CompletedKey._fields}
    experiments = columns.pop(EXPERIMENT)
    if any(one is not None and as_list(one)[:1] == [None] for one in experiments):
        raise ValueError("an experiment without its vendor")
    nothing = [None] * len(ExperimentKey._fields)
    rows = [nothing if one is None else one for one in experiments]
    return with_keys(done, columns | _in_columns(ExperimentKey._fields, rows))


def _in_columns(names: Sequence[str], rows: Iterable[Any]) -> Columns:
    columns = list(zip(*map(as_list, rows), strict=True))
    if columns and len(columns) != len(names):
        raise ValueError(f"a list of {len(columns)} values, not {len(names)}")
    return dict(zip(names, map(list, columns), strict=bool(columns)))


def _again(document: Mapping[str, Any]) -> str:
    """The command that exports the same anew, where the export was one of a source."""
    options = document.get("options")
    known: Mapping[str, Any] = cast("Mapping[str, Any]", options) if isinstance(options, dict) else {}
    if not isinstance(known.get("vendor"), str):
        return "export to a new directory"
    segments: list[object] = known["segments"] if isinstance(known.get("segments"), list) else []
    given: list[tuple[str, object]] = [
        ("--project", known.get("project")),
        ("--environment", known.get("environment")),
        ("--account", known.get("account")),
        *(("--segment", one) for one in segments),
        *((f"--{name}", "") for name in ("series", "iterations") if known.get(name)),
        ("--format", document.get("file_format")),
        *((f"--{name}", "") for name in ("excel", "history") if document.get(name)),
        ("--out", "NEW_DIRECTORY"),
    ]
    words = [word for name, value in given if isinstance(value, str) for word in (name, value) if word]
    return f"abclient export {shlex.join([known['vendor'], *words])}"


def check_manifest(manifest: Manifest) -> None:
    """Check what has to be true of a whole record; raises ValueError if it is not."""
    _check_parts(manifest)
    if manifest.history is not None:
        _check_history(manifest.history, manifest)
    last = max(map(itemgetter(0), manifest.done.values()), default=0)  # their runs
    if max(last, max(manifest.removed.values(), default=0)) > manifest.run.number:
        raise ValueError("a run that is yet to come")
    if not manifest.removed.keys().isdisjoint(manifest.done):
        raise ValueError("a key that is both done and removed")


def _check_parts(manifest: Manifest) -> None:
    """Check that the parts belong to this export, and that no two have the same name or key."""
    names, keys = set[str](), set[str]()
    for part in manifest.parts:
        name = PART_NAME.fullmatch(part.file)  # it must not lead out of the directory
        if name is None or name[2] != manifest.file_format or part.file in names:
            raise ValueError(f"part {part.file!r}")
        if not int(name[1]) < manifest.next_part:
            raise ValueError(f"next_part is {manifest.next_part}, and there is {part.file}")
        before = len(keys)
        keys.update(part.keys)
        if part.rows != sum(part.keys.values()) or len(keys) != before + len(part.keys):
            raise ValueError(f"rows of {part.file}")
        names.add(part.file)
    if not all(key in manifest.done for part in manifest.parts for key in part.keys):
        raise ValueError("rows of a key that is not done")


def _check_history(history: History, manifest: Manifest) -> None:
    """Check that the files belong to this export, that no two have the same name, and that no run is yet to come."""
    last, names = manifest.run.number, set[str]()
    for part in history.parts:
        name = _HISTORY_NAME.fullmatch(part.file)
        if name is None or part.file in names or (name[2] == "parquet") != (manifest.file_format == "parquet"):
            raise ValueError(f"part {part.file!r} of the history")
        if not int(name[1]) < history.next_part or not part.first_run <= part.last_run <= last:
            raise ValueError(f"next_part or runs of {part.file}")
        names.add(part.file)
    newest = max((one.run for one in history.latest.values()), default=0)
    if len(history.starts) != last or max((newest, *chain.from_iterable(history.removed.values()))) > last:
        raise ValueError("the history's runs are not those of the export")


_HEAD: Mapping[str, Callable[[Any], Any]] = {
    SEAL: text,
    "manifest_version": whole,
    "schema_version": whole,
    "abclient": text,
}
_HISTORY: Mapping[str, Callable[[Any], Any]] = {
    "starts": list_of(time),
    "next_part": positive,
    "parts": list_of(as_history_part),
    "latest": snapshots,
    "removed": runs_by_key,
}
_MANIFEST: Mapping[str, Callable[[Any], Any]] = {
    "file_format": file_format,
    "excel": flag,
    "mark": matching(_MARK),
    "options": as_object,
    "run": as_run,
    "journal": whole,
    "next_part": positive,
    "parts": list_of(as_part),
    "done": completed,
    "failures": texts,
    "noted": texts,
    "removed": counts,
    "history": optional(lambda value: History(**fields_of(value, _HISTORY))),
}
