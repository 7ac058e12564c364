"""What to do where LaunchDarkly's API no longer offers results."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from ...errors import GoneError, NotFoundError

HINT = (
    "if experiment and metric exist, LaunchDarkly's API does not offer their results any more (it has not since October"
    " 2025): give your own counts to experiment.analyse(counts), or to `abclient analyse launchdarkly --counts FILE`"
)


@contextmanager
def offered() -> Generator[None]:
    """Say what to do instead in the errors of calls whose operation left the vendor's document."""
    try:
        yield
    except (NotFoundError, GoneError) as error:
        error.message = f"{error.message}; {HINT}"
        raise
