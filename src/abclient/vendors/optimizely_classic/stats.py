"""Stats Engine's results of an experiment."""

from __future__ import annotations

from abclient_api._runtime import Response, read_list
from abclient_api.optimizely_classic import models


class Stat(models.Stat):
    """One row of Stats Engine's results; the generated model describes its attributes."""

    __slots__ = ()

    @property
    def visitors_remaining(self) -> int | None:
        """Visitors still needed to reach significance, for which the documentation has two names."""
        if self.visitors_until_significance is not None:
            return self.visitors_until_significance
        return self.visitors_until_statistically_significant


Stats = list[Stat]


def read_stats(response: Response) -> Stats:
    """The rows of a response."""
    return read_list(response, Stat)
