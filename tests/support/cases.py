"""How many cases hypothesis tries: few and the same ones in every run, or many and new ones when fuzzing.

``ABCLIENT_FUZZ=100`` before pytest multiplies the number of cases, and draws new ones every time.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

FACTOR = int(os.environ.get("ABCLIENT_FUZZ", "1"))


def cases(number: int) -> settings:
    """This many cases, times the factor."""
    return settings(
        max_examples=number * FACTOR,
        derandomize=FACTOR == 1,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
    )
