"""The options that sandboxes take, however they run."""

from __future__ import annotations

import os
from datetime import date
from typing import TypedDict


class SandboxOptions(TypedDict, total=False):
    """What a sandbox holds and how it behaves; ``docs/sandbox.md`` has more about each."""

    experiments: int
    """How many experiments each vendor holds; 50 by default."""
    seed: int
    """The same seed, day and number of experiments give the same data; 1 by default."""
    today: date | None
    """The sandbox's current day; running experiments have data until it begins. None for today, in UTC."""
    latency: float
    """The minimum time until each response, in seconds."""
    rate_limit: str
    """``"100"`` for 100 requests a second and vendor, ``"100/10"`` for 100 in every 10 seconds."""
    route_limit: str
    """Likewise for each route, of vendors that limit these: LaunchDarkly."""
    token_limit: str
    """Likewise for each access token, of vendors that limit these: LaunchDarkly."""
    limit_style: str
    """How it limits, and what it announces: ``"vendor"``, ``"retry-after"``, ``"silent"`` (windows), ``"bucket"``,
    ``"silent-bucket"``, ``"penalty"`` or ``"slowing"``.
    """
    competitor: float
    """The part of every limit that a simulated client requests, from 0 to 1."""
    db: str | os.PathLike[str]
    """A file to keep the state in; by default it is in memory."""
    accounts: int
    """How many accounts each vendor has; the second one uses the next seed."""
    large_ids: bool
    """Whether one in three Optimizely ids is beyond 2**53, which JavaScript cannot represent."""
    edition: str
    """``"beta"``, or ``"today"``, which leaves out what vendors no longer offer: LaunchDarkly's results."""


DEFAULT_EXPERIMENTS = 50


def refuse_unknown(options: SandboxOptions) -> None:
    """Check the names.

    Raises:
        TypeError: there is no such option.
    """
    if unknown := sorted(options.keys() - SandboxOptions.__annotations__.keys()):
        known = ", ".join(SandboxOptions.__annotations__)
        raise TypeError(f"a sandbox has no option {', '.join(unknown)}; it has {known}")
