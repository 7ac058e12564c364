"""What to do where LaunchDarkly's API no longer offers results."""

from __future__ import annotations

from types import TracebackType

from ...errors import GoneError, NotFoundError

HINT = (
    "LaunchDarkly's API has offered none since October 2025: give your own counts to experiment.analyse(counts), or to"
    " `abclient analyse launchdarkly --counts FILE`"
)
"""What has become of results."""


class Offered:
    """Around calls whose operation left the vendor's document: their errors say what to do instead.

    No generator, because it is around each call of a bulk fetch.
    """

    __slots__ = ()

    def __enter__(self) -> None:
        """Nothing has to be done before a call."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if isinstance(error, NotFoundError | GoneError):
            error.message = f"{error.message}; if experiment and metric exist, their results are gone. {HINT}"
