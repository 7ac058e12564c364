"""The script that runs inside Redis, with the constants of the Python code."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from .._policy import MAX_COOLDOWN_SECONDS
from .._rate_limit_headers import MAX_WINDOW_SECONDS
from .._ratelimit import cooldown, quota, rate, shared_limits, state

_EPOCH_SECONDS = 1_700_000_000
"""What is subtracted from Redis's time, so that microseconds are left within 14 digits."""

_CONSTANTS: dict[str, float | str] = {
    **rate.constants(),
    **cooldown.constants(),
    "account": quota.ACCOUNT,
    "epoch": _EPOCH_SECONDS,
    "max_window": MAX_WINDOW_SECONDS,
    "max_cooldown": MAX_COOLDOWN_SECONDS,
    "max_held": state.MAX_HELD_SECONDS,
    "slot_burst": shared_limits.SLOT_BURST_SECONDS,
    "reserve": shared_limits.RESERVE_SECONDS,
    "probe_lease": shared_limits.PROBE_LEASE_SECONDS,
    "probe_recheck": shared_limits.PROBE_RECHECK_SECONDS,
    "absent_after": shared_limits.ABSENT_AFTER_SECONDS,
    "rejoin": shared_limits.REJOIN_SECONDS,
    "stale_after": shared_limits.STALE_AFTER_SECONDS,
    "max_windows": shared_limits.MAX_WINDOWS,
}


@cache
def script() -> str:
    """The script's text."""
    constants = ", ".join(
        f"{name} = {value!r}" if not isinstance(value, str) else f"{name} = '{value}'"
        for name, value in _CONSTANTS.items()
    )
    body = files("abclient.rate_limit_stores").joinpath("limits.lua").read_text(encoding="utf-8")
    return f"local K = {{{constants}}}\n{body}"
