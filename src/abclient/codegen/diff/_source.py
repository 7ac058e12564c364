"""Specs by where they are: in a file, or in a file as git had it."""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from ..normalise._rewrite import normalise
from ..spec._check import check_document
from ..spec._document import SpecError, UnreadableError
from ..spec._file import read
from ..spec._model import Spec, spec_of

_LEAST_REVISION = 2
"""A single letter before a colon is a drive."""

_MOST_FINDINGS = 20
"""How many findings a message names."""


def spec_at(place: str, *, root: Path | None = None, published: bool = False) -> Spec:
    """The spec in a file, or in ``REVISION:PATH`` of git, if there is no file of that name.

    Args:
        place: where it is.
        root: the directory in a repository from which the path leads; by default the current one.
        published: whether it is a published document, which is rewritten in our dialect first.

    Raises:
        SpecError: there is no such file or revision, or it breaks rules; the message names each.
    """
    revision, colon, path = place.partition(":")
    if not colon or Path(place).exists() or len(revision) < _LEAST_REVISION:
        return _checked(Path(place), place, published=published)
    with TemporaryDirectory() as scratch:
        copy = Path(scratch) / Path(path).name
        copy.write_bytes(committed(revision, path, root=root))
        return _checked(copy, place, published=published)


def committed(revision: str, path: str, *, root: Path | None = None) -> bytes:
    """A file as a revision of git has it.

    Args:
        revision: such as ``HEAD`` or a tag.
        path: from ``root``.
        root: in the repository; by default the current directory.

    Raises:
        UnreadableError: git is missing, or has no such file.
    """
    name = path if path.startswith("./") else f"./{path}"
    command = ("git", "show", "--end-of-options", f"{revision}:{name}")
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=False)  # noqa: S603  # no shell reads it
    except OSError as exc:
        raise UnreadableError(f"{revision}:{path}: git cannot be run: {exc.strerror}") from exc
    if done.returncode:
        why = done.stderr.decode(errors="replace").strip().splitlines()
        raise UnreadableError(f"{revision}:{path}: {why[0] if why else 'git has no such file'}")
    return done.stdout


def _checked(path: Path, place: str, *, published: bool) -> Spec:
    try:
        document = normalise(path).document if published else read(path)
    except SpecError as exc:
        raise type(exc)(str(exc).replace(str(path), place)) from exc
    findings = [str(one).replace(str(path), place) for one in check_document(path, document, ours=False)]
    if findings:
        more = len(findings) - _MOST_FINDINGS
        rest = [f"{place}: and {more} more"] if more > 0 else []
        hint = [] if published else [f"{place}: if it is a published document, `--normalise` rewrites it first"]
        raise SpecError("\n".join([*findings[:_MOST_FINDINGS], *rest, *hint]))
    return spec_of(document)
