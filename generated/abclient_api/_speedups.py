"""What reads models: the distribution ``abclient-speedups``, in C, where it is installed; else each model's own method.

Both make equal objects of equal documents, and fail with equal errors.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

DECLARATIONS: Final = 1
"""Version of what models declare: fields, defaults, readers, and what is nested. Another one is not understood."""

reader_in_c: Callable[[type[Any], Callable[..., Any]], Any] | None = None
"""Makes what takes the place of a class's ``from_dict``, of the class and that method; None where there is none."""


def _choose() -> str:
    """Set the above, and say in words what reads models."""
    global reader_in_c
    if os.environ.get("ABCLIENT_SPEEDUPS") == "0":
        return "Python, because of ABCLIENT_SPEEDUPS=0"
    try:
        speedups: Any = import_module("abclient_speedups")  # by its name, so that type checkers can do without it
        version, theirs, reader = speedups.__version__, speedups.DECLARATIONS, speedups.reader
    except Exception as error:  # whatever is wrong with it, as in a directory that pip left, Python can read
        missing = isinstance(error, ModuleNotFoundError) and error.name == "abclient_speedups"
        why = "is not installed" if missing else f"cannot be imported ({error})"
        return f"Python; abclient-speedups {why}"
    if theirs != DECLARATIONS:
        return f"Python, because abclient-speedups {version} is for another version of abclient"
    reader_in_c = reader
    return f"abclient-speedups {version}"


models_are_read_by: Final = _choose()
"""In words, for a report about an installation."""
