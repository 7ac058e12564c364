"""Directories of generated files: compared, and replaced as a whole; what did not change is left as it was."""

from __future__ import annotations

import hashlib
import os
import shutil
from contextlib import suppress
from pathlib import Path

from attrs import frozen

from ._scratch import replaced_in, scratch_in
from .spec._document import SpecError

SUMS = "SHA256SUMS"
"""The file that lists what a package was generated with, as ``sha256sum --check`` reads it."""

_CACHES = ("__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache")


@frozen
class Difference:
    """How two directories differ: files by their names in them."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)

    def __str__(self) -> str:
        told = {"new": self.new, "changed": self.changed, "gone": self.gone}
        return ", ".join(f"{len(names)} {what}" for what, names in told.items() if names) or "no change"


def contents_of(directory: Path) -> dict[str, bytes]:
    """All files below a directory, caches of tools left out."""
    return {name: path.read_bytes() for name, path in _files(directory).items()}


def _files(directory: Path) -> dict[str, Path]:
    """What is below a directory by its name there: links and devices, too, but neither directories nor caches."""
    found = {
        path.relative_to(directory): path for path in directory.rglob("*") if path.is_symlink() or not path.is_dir()
    }
    return {name.as_posix(): path for name, path in found.items() if not {*name.parts} & {*_CACHES}}


def difference(before: dict[str, bytes], after: dict[str, bytes]) -> Difference:
    """How files differ from what they were."""
    both = before.keys() & after.keys()
    return Difference(
        tuple(sorted(after.keys() - before.keys())),
        tuple(sorted(name for name in both if before[name] != after[name])),
        tuple(sorted(before.keys() - after.keys())),
    )


def put_in_place(fresh: Path, target: Path) -> Difference:
    """Make the fresh directory the target, in one step; files that are the same stay what they were, with their times.

    Args:
        fresh: on the same file system as the target; it is gone afterwards.
        target: a directory of generated files, or nothing.
    """
    before, after = (contents_of(one) if one.is_dir() else {} for one in (target, fresh))
    found = difference(before, after)
    if not found and target.is_dir():
        shutil.rmtree(fresh)
        return found
    for name in before.keys() & after.keys() - {*found.changed}:
        _keep(target / name, fresh / name)
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists():
        fresh.rename(target)
        return found
    with scratch_in(target.parent) as scratch:
        replaced = replaced_in(scratch, target.name)
        target.rename(replaced)
        try:
            fresh.rename(target)
        except BaseException:
            replaced.rename(target)
            raise
        _move_caches(replaced, target)
    return found


def _keep(old: Path, new: Path) -> None:
    """Put the same file in place of a copy, so that what looks at times sees no change."""
    kept = new.with_name(f".{new.name}.kept")
    try:
        os.link(old, kept)
    except OSError:  # a file system without links
        shutil.copy2(old, kept)
    kept.replace(new)


def _move_caches(old: Path, new: Path) -> None:
    """Spare Python from compiling again what did not change."""
    for cache in old.rglob("__pycache__"):
        place = new / cache.relative_to(old)
        if place.parent.is_dir() and not place.exists():
            with suppress(OSError):
                cache.rename(place)


def write_sums(directory: Path) -> None:
    """List all files of a directory, so that later it can be told whether it holds anything else."""
    lines = [f"{hashlib.sha256(text).hexdigest()}  {name}" for name, text in sorted(contents_of(directory).items())]
    (directory / SUMS).write_text("\n".join([*lines, ""]), encoding="utf-8")


def check_replaceable(directory: Path) -> None:
    """Refuse a directory that holds more than what was generated, or what was changed since.

    Raises:
        SpecError: names these files.
    """
    if directory.is_symlink() or (directory.exists() and not directory.is_dir()):
        raise SpecError(f"{directory}: is not a directory; a package would be written there")
    if not directory.is_dir():
        return
    files = _files(directory)
    plain = {name for name, path in files.items() if path.is_file() and not path.is_symlink()}  # others are never read
    sums = files.pop(SUMS).read_text("utf-8", "replace") if SUMS in plain else ""
    known = {name: digest for digest, _, name in (line.partition("  ") for line in sums.splitlines())}
    if foreign := sorted(files.keys() - (known.keys() & plain)):
        raise SpecError(f"{directory}: holds files that were not generated: {_some(foreign)}; name another directory")
    edited = sorted(
        name for name, path in files.items() if hashlib.sha256(path.read_bytes()).hexdigest() != known[name]
    )
    if edited:
        what = f"was changed since it was generated: {_some(edited)}"
        raise SpecError(f"{directory}: {what}; delete those files, or all, to have them generated anew")


def _some(names: list[str]) -> str:
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more
