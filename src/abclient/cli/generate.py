"""``abclient generate``: a package, or what is in its way."""

from __future__ import annotations

import re
from collections.abc import Coroutine, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .._distribution import not_installed
from ._output import print_line
from ._run import FAILED, OK, UsageError, print_error
from ._signals import interruptible


def generate_package(spec: Path, package: str, out: Path, *, check: bool) -> Coroutine[Any, Any, int]:
    """Generate the package, and print how it differs from the one that was there.

    Raises:
        UsageError: the extra is not installed, or the specification or the directory cannot be used.
    """
    with generator_errors(perhaps_published=True):
        from ..codegen._package import generate

        try:
            with interruptible():
                found = generate(spec, package, out, check=check)
        except OSError as error:
            raise UsageError(f"{out / package}: cannot be written: {error.strerror or error}") from error
    print_line(f"{out / package}: {found}")
    return ending(FAILED if check and found else OK)


async def ending(code: int) -> int:
    """An exit code as a command's work gives it."""
    # All is done before there is an event loop, so that an interruption ends it at once.
    return code


_OF_PUBLISHED = re.compile(": (openapi-version|one-tag|named-object|union): ")
"""Rules that documents for readers break, and a specification that was written for this generator mostly does not."""


@contextmanager
def generator_errors(*, perhaps_published: bool = False) -> Generator[None]:
    """Print each line of what is wrong with a specification; name the extra if it is missing.

    Args:
        perhaps_published: if the document looks like a published one, end with a line that says what rewrites it.

    Raises:
        UsageError: with the last of these lines.
    """
    try:
        from ..codegen._build import GenerationError
        from ..codegen.spec._document import SpecError
    except ImportError as error:
        raise UsageError(not_installed(error, "codegen", default="openapi-python-client")) from error
    try:
        yield
    except ImportError as error:
        raise UsageError(not_installed(error, "codegen", default="openapi-python-client")) from error
    except (SpecError, GenerationError) as error:
        lines = str(error).splitlines()
        if perhaps_published and any(map(_OF_PUBLISHED.search, lines)):
            lines.append("if SPEC is a published document, `abclient normalise SPEC --out FILE` rewrites it")
        *before, last = lines
        for line in before:
            print_error(line)
        raise UsageError(last) from error
