"""The package of one spec, in a directory of anyone's: checked, made beside its place, and put there as a whole."""

from __future__ import annotations

import sys
import tempfile
from keyword import iskeyword
from pathlib import Path

from ._build import check_formatter, tidy
from ._directory import Difference, check_replaceable, contents_of, difference, put_in_place, write_sums
from ._render import render
from ._scratch import clear, scratch_in
from .spec._check import check_document
from .spec._document import SpecError
from .spec._file import read
from .spec._model import spec_of

_MOST_FINDINGS = 20
"""How many findings a message names."""


def generate(path: Path, name: str, out: Path, *, check: bool = False) -> Difference:
    """Generate the package of a spec: ``out/name``. Nothing is written unless everything succeeded.

    Args:
        path: the spec.
        name: of the package.
        out: the directory that the package is, or will be, in.
        check: whether to compare only, and to write nothing.

    Returns:
        How the package differs from the one that was there.

    Raises:
        SpecError: the spec breaks rules, or the directory holds what was not generated; the message names each.
        GenerationError: another version of the generator's libraries is installed than the pinned one.
        OSError: the directory cannot be written to.
    """
    _check_name(name)
    target = out / name
    document = read(path)
    findings = check_document(path, document, ours=False)
    if findings:
        more = len(findings) - _MOST_FINDINGS
        told = [*map(str, findings[:_MOST_FINDINGS]), *([f"{path}: and {more} more"] if more > 0 else [])]
        raise SpecError("\n".join(told))
    if not check:
        clear(out)
    check_replaceable(target)
    check_formatter()
    if not check:
        out.mkdir(parents=True, exist_ok=True)
    with scratch_in(Path(tempfile.gettempdir()) if check else out) as scratch:
        fresh = scratch / name
        render(path, spec_of(document), fresh, alone=True)
        tidy(fresh)
        write_sums(fresh)
        if check:
            return difference(contents_of(target) if target.is_dir() else {}, contents_of(fresh))
        return put_in_place(fresh, target)


def _check_name(name: str) -> None:
    if not name.isidentifier() or not name.isascii() or iskeyword(name):
        raise SpecError(f"{name or 'an empty name'}: is not a name that Python can import")
    if name in sys.stdlib_module_names or name.startswith("abclient"):
        raise SpecError(f"{name}: is the name of another package, which would be hidden; choose another one")
