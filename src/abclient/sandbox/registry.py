"""The vendors the sandbox plays, one line each."""

from __future__ import annotations

from .convert import VENDOR as CONVERT
from .launchdarkly import VENDOR as LAUNCHDARKLY
from .optimizely import VENDOR as OPTIMIZELY
from .optimizely_classic import VENDOR as OPTIMIZELY_CLASSIC
from .vendor import Vendor

VENDORS: tuple[Vendor, ...] = (LAUNCHDARKLY, OPTIMIZELY_CLASSIC, OPTIMIZELY, CONVERT)
