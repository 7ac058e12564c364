"""What to do where LaunchDarkly's API no longer offers results."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from ...errors import GoneError, NotFoundError

HINT = (
    "LaunchDarkly's API has offered none since October 2025: give your own counts to experiment.analyse(counts), or to"
    " `abclient analyse launchdarkly --counts FILE`"
)
"""What has become of results."""


@contextmanager
def offered() -> Generator[None]:
    """Say what to do instead in the errors of calls whose operation left the vendor's document."""
    try:
        yield
    except (NotFoundError, GoneError) as error:
        error.message = f"{error.message}; if experiment and metric exist, their results are gone. {HINT}"
        raise
