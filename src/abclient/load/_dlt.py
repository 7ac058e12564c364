"""dlt, set up so that it sends nothing to its makers, prints nothing, and keeps no state between calls."""

from __future__ import annotations

import logging
import os
from collections.abc import Generator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from .._distribution import not_installed
from .._redact import Redactor
from ..errors import ConfigurationError
from ._errors import LoadError

_SETTINGS = {
    "runtime.dlthub_telemetry": False,
    "normalize.workers": 1,
    "load.truncate_staging_dataset": True,
    "load.raise_on_max_retries": 2,
}

_TELEMETRY = "RUNTIME__DLTHUB_TELEMETRY"
"""dlt's environment variable; it counts before its settings, and is left as it is where it is set."""

_WRONG_USE = {"MissingDependencyException", "ConfigFieldMissingException"}
"""The names of dlt's errors about missing drivers and settings."""

_REASON = "The actual reason given is: "
"""What comes before it in dlt's errors are guesses."""

_LONGEST = 600
"""Characters of what dlt says: it repeats whole statements."""


def imported() -> Any:
    """The module ``dlt``, which has no complete types.

    Raises:
        ImportError: it is not installed; it comes with the extra ``load``.
    """
    # Importing it is enough for it to read its settings.
    os.environ.setdefault(_TELEMETRY, "false")
    try:
        import_module("pyarrow.parquet")
        dlt: Any = import_module("dlt")
    except ImportError as error:
        raise ImportError(not_installed(error, "load", default="dlt"), name=error.name) from error
    for name, value in _SETTINGS.items():
        dlt.config[name] = value
    return dlt


@contextmanager
def explained(secrets: Redactor, what: str) -> Generator[None]:
    """Turn an error of dlt, or of what it uses, into one line without credentials.

    Args:
        secrets: what must not be shown.
        what: what failed.

    Raises:
        ConfigurationError: settings or a driver are missing.
        LoadError: anything else failed. The original error is not its cause, as it holds credentials.
    """
    logger = logging.getLogger("dlt")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)  # whatever it would say is said below
    try:
        yield
    except Exception as error:
        cause = _cause(error)
        said = f"{what}: {secrets.text(_said(cause))}"
        raise (ConfigurationError if type(cause).__name__ in _WRONG_USE else LoadError)(said) from None
    finally:
        logger.setLevel(before)


def _cause(error: BaseException) -> BaseException:
    """The first of an error's causes, which says what happened; those after it repeat it."""
    seen: set[int] = set()
    while id(error) not in seen:
        seen.add(id(error))
        inner = getattr(error, "exception", None) or getattr(error, "client_exception", None)
        error = inner if isinstance(inner, BaseException) else error.__cause__ or error
    return error


def _said(error: BaseException) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    text = " ".join(lines).rpartition(_REASON)[2] or type(error).__name__
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
