"""What to do where the vendor refuses a change because of another one."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from ...errors import ConflictError

HINT = (
    "if it has changed since it was read, get it anew and make this change to that; without a concurrency_key it is"
    " changed in any case"
)


@contextmanager
def explained() -> Generator[None]:
    """Say what to do in the error of a change that conflicts with another one."""
    try:
        yield
    except ConflictError as error:
        error.message = f"{error.message}; {HINT}"
        raise
