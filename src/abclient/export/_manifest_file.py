"""The manifest's file. Every value is checked, because it decides what is written, renamed and removed.

A file that no export could have written is rejected as a whole, before anything is touched.
"""

from __future__ import annotations

import json
import math
import re
import shlex
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar, cast

from .._files import read_regular
from .._version import __version__
from ..errors import ExportError
from ..results import SCHEMA_VERSION, ExperimentKey
from ._codecs import CODECS, FileFormat
from ._hidden import hidden, revealed
from ._manifest import MANIFEST_VERSION, CompletedKey, History, HistoryPart, Manifest, Part, Run, Snapshot

MANIFEST = "manifest.json"
_HIDDEN = "_manifest.parquet"
"""Beside Parquet: programs that read whole directories skip it by its name, or find no row in it."""

MANIFESTS = (_HIDDEN, MANIFEST)
"""The names that a manifest may have."""

_EARLIER = "_manifest.json"
"""That of earlier versions beside Parquet."""

PART_NAME = re.compile(r"part-(\d{6,})(?:-[0-9a-f]{8})?\.(csv|jsonl|parquet)")

_WITHOUT_REMOVED = 6
"""The version of manifests that did not tell which keys were forgotten; otherwise they are the same."""

_MOST = 2**53
"""No export counts further, and file names with numbers of hundreds of digits are too long."""

_HISTORY_NAME = re.compile(r"_history-(\d{6,})-[0-9a-f]{8}\.(snapshots|parquet)")
_DIGEST = re.compile(r"([0-9a-f]{16})?")
_CHECKSUM = re.compile(r"[0-9a-f]{64}")
_MARK = re.compile(r"[0-9a-f]{8}")

T = TypeVar("T")


def manifest_name(file_format: FileFormat) -> str:
    """The name of the manifest of an export in this format."""
    return _HIDDEN if file_format == "parquet" else MANIFEST


def manifest_content(manifest: Manifest) -> bytes:
    """The content of the manifest's file."""
    document = manifest.to_json()
    return hidden(document) if manifest.file_format == "parquet" else document


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


def read_manifest(directory: Path, *, earlier_rows: bool = False) -> Manifest | None:
    """The manifest of a directory; None if there is none.

    Args:
        directory: the directory.
        earlier_rows: whether rows of an earlier schema can be read as well.

    Raises:
        ExportError: it cannot be read, is damaged, or was written by another version.
    """
    place = find_manifest(directory)
    if place is None:
        return None
    try:
        content = read_regular(place)
    except OSError as error:
        raise ExportError(f"{place.name} cannot be read: {error.strerror}", directory) from error
    return manifest_of(content, place, earlier_rows=earlier_rows)


def manifest_of(content: bytes, place: Path, *, earlier_rows: bool = False) -> Manifest:
    """The manifest that a file has; arguments as ``read_manifest``.

    Raises:
        ExportError: it is damaged, or was written by another version.
    """
    try:
        text = (revealed(content) if place.name == _HIDDEN else content).decode()
        document = json.loads(text, object_pairs_hook=_once, parse_constant=_refuse)
        version, schema = document["manifest_version"], document["schema_version"]
        readable = schema == SCHEMA_VERSION or (earlier_rows and type(schema) is int and 0 < schema < SCHEMA_VERSION)
        if type(version) is int and version == _WITHOUT_REMOVED and "removed" not in document:
            version = document["manifest_version"] = MANIFEST_VERSION
            document["removed"] = {}
        if type(version) is int and version == MANIFEST_VERSION and readable:
            return _manifest(document)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise ExportError(
            f"{place.name} is damaged ({error!r:.200}); export to a new directory", place.parent
        ) from error
    raise ExportError(
        f"it was written by abclient {document.get('abclient')} (manifest {version!r}, rows {schema!r}); this is "
        f"abclient {__version__} (manifest {MANIFEST_VERSION}, rows {SCHEMA_VERSION}), whose rows can only be fetched: "
        f"{_again(document)}",
        place.parent,
    )


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


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    document = dict(pairs)
    if len(document) != len(pairs):
        raise ValueError("a name is there twice")
    return document


def _refuse(word: str) -> None:
    raise ValueError(word)


def _manifest(document: dict[str, Any]) -> Manifest:
    values = _fields(document, {**_HEAD, **_MANIFEST})
    manifest = Manifest(**{name: value for name, value in values.items() if name not in _HEAD})
    _check_parts(manifest)
    if manifest.history is not None:
        _check_history(manifest.history, manifest)
    runs = (*(done.run for done in manifest.done.values()), *manifest.removed.values())
    if any(run > manifest.run.number for run in runs):
        raise ValueError("a run that is yet to come")
    if not manifest.removed.keys().isdisjoint(manifest.done):
        raise ValueError("a key that is both done and removed")
    return manifest


def _check_parts(manifest: Manifest) -> None:
    """Check that the parts belong to this export, and that no two have the same name or key."""
    names, keys = set[str](), set[str]()
    for part in manifest.parts:
        name = PART_NAME.fullmatch(part.file)  # it must not lead out of the directory
        if name is None or name[2] != manifest.file_format or part.file in names:
            raise ValueError(f"part {part.file!r}")
        if not int(name[1]) < manifest.next_part:
            raise ValueError(f"next_part is {manifest.next_part}, and there is {part.file}")
        if part.rows != sum(part.keys.values()) or not keys.isdisjoint(part.keys):
            raise ValueError(f"rows of {part.file}")
        names.add(part.file)
        keys |= part.keys.keys()
    if not keys <= manifest.done.keys():
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
    runs = [*(one.run for one in history.latest.values()), *(run for each in history.removed.values() for run in each)]
    if len(history.starts) != last or not all(1 <= run <= last for run in runs):
        raise ValueError("the history's runs are not those of the export")


def _fields(value: Any, checks: Mapping[str, Callable[[Any], Any]]) -> dict[str, Any]:
    """The values of an object that has exactly these keys."""
    document = _object(value)
    if document.keys() != checks.keys():
        raise ValueError(f"it has {sorted(document)}, not {sorted(checks)}")
    found: dict[str, Any] = {}
    for name, check in checks.items():
        try:
            found[name] = check(document[name])
        except (ValueError, TypeError) as error:
            raise ValueError(f"{name}: {error}") from error
    return found


def _object(value: Any) -> dict[str, Any]:
    if type(value) is not dict:
        raise ValueError(f"{value!r} is not an object")
    return cast("dict[str, Any]", value)


def _list(value: Any) -> list[Any]:
    if type(value) is not list:
        raise ValueError(f"{value!r} is not a list")
    return value  # pyright: ignore[reportUnknownVariableType]  # what JSON has in it


def _text(value: Any) -> str:
    if type(value) is not str:
        raise ValueError(f"{value!r} is not text")
    return value


def _flag(value: Any) -> bool:
    if type(value) is not bool:
        raise ValueError(f"{value!r} is neither true nor false")
    return value


def _whole(value: Any, least: int = 0) -> int:
    if type(value) is not int or not least <= value <= _MOST:
        raise ValueError(f"{value!r:.40} is not a whole number from {least} to {_MOST}")
    return value


def _positive(value: Any) -> int:
    return _whole(value, 1)


def _share(value: Any) -> float:
    if type(value) not in (int, float) or not 0 <= value < math.inf:
        raise ValueError(f"{value!r} is not a share")
    return float(value)


def _time(value: Any) -> datetime:
    found = datetime.fromisoformat(_text(value))
    if found.utcoffset() is None:
        raise ValueError(f"{value!r} has no time zone")
    return found.astimezone(UTC)


def _matching(pattern: re.Pattern[str]) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        if not pattern.fullmatch(_text(value)):
            raise ValueError(f"{value!r}")
        return cast("str", value)

    return check


def _optional(check: Callable[[Any], T]) -> Callable[[Any], T | None]:
    return lambda value: None if value is None else check(value)


def _mapping(check: Callable[[Any], T]) -> Callable[[Any], dict[str, T]]:
    return lambda value: {key: check(one) for key, one in _object(value).items()}


def _format(value: Any) -> str:
    if _text(value) not in CODECS:
        raise ValueError(f"{value!r} is not a format")
    return cast("str", value)


def _experiment(value: Any) -> ExperimentKey:
    vendor, project, environment, experiment_id, account = _list(value)
    maybe = _optional(_text)
    return ExperimentKey(_text(vendor), maybe(project), maybe(environment), _text(experiment_id), maybe(account))


def _run(value: Any) -> Run:
    return Run(**_fields(value, {"number": _positive, "started": _time, "finished": _optional(_time)}))


def _done(value: Any) -> CompletedKey:
    return CompletedKey(**_fields(value, _DONE))


def _parts(value: Any) -> tuple[Part, ...]:
    return tuple(Part(**_fields(one, _PART)) for one in _list(value))


def _snapshot(value: Any) -> Snapshot:
    run, digest = _list(value)
    return Snapshot(_positive(run), _matching(_DIGEST)(digest))


def _history(value: Any) -> History:
    return History(**_fields(value, _HISTORY))


_DONE: Mapping[str, Callable[[Any], Any]] = {
    "run": _positive,
    "status": _optional(_text),
    "version": _optional(_text),
    "experiment": _optional(_experiment),
    "allocation": _optional(_mapping(_share)),
    "allocation_error": _optional(_text),
}
_PART: Mapping[str, Callable[[Any], Any]] = {
    "file": _text,
    "rows": _positive,
    "bytes": _positive,
    "sha256": _matching(_CHECKSUM),
    "keys": _mapping(_positive),
}
_HEAD: Mapping[str, Callable[[Any], Any]] = {"manifest_version": _whole, "schema_version": _whole, "abclient": _text}
_MANIFEST: Mapping[str, Callable[[Any], Any]] = {
    "file_format": _format,
    "excel": _flag,
    "mark": _matching(_MARK),
    "options": _object,
    "run": _run,
    "next_part": _positive,
    "parts": _parts,
    "done": _mapping(_done),
    "failures": _mapping(_text),
    "noted": _mapping(_text),
    "removed": _mapping(_positive),
    "history": _optional(_history),
}
_STORED: Mapping[str, Callable[[Any], Any]] = {name: check for name, check in _PART.items() if name != "keys"}
_HISTORY_PART: Mapping[str, Callable[[Any], Any]] = {**_STORED, "first_run": _positive, "last_run": _positive}
_HISTORY: Mapping[str, Callable[[Any], Any]] = {
    "starts": lambda value: tuple(map(_time, _list(value))),
    "next_part": _positive,
    "parts": lambda value: tuple(HistoryPart(**_fields(one, _HISTORY_PART)) for one in _list(value)),
    "latest": _mapping(_snapshot),
    "removed": _mapping(lambda value: tuple(map(_positive, _list(value)))),
}
