"""The vendors the sandbox plays: our own, one line each, and those that other distributions bring."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib.metadata import EntryPoint, entry_points

from .convert import VENDOR as CONVERT
from .convert_v1 import VENDOR as CONVERT_V1
from .launchdarkly import VENDOR as LAUNCHDARKLY
from .optimizely import VENDOR as OPTIMIZELY
from .optimizely_classic import VENDOR as OPTIMIZELY_CLASSIC
from .optimizely_flags import VENDOR as OPTIMIZELY_FLAGS
from .vendor import Vendor

BUILT_IN: tuple[Vendor, ...] = (LAUNCHDARKLY, OPTIMIZELY_CLASSIC, OPTIMIZELY, OPTIMIZELY_FLAGS, CONVERT, CONVERT_V1)
GROUP = "abclient.sandbox"
"""The group of entry points by which a distribution adds a vendor; each names a :class:`Vendor`."""


def installed_vendors(found: Iterable[EntryPoint] | None = None) -> tuple[Vendor, ...]:
    """All vendors; one that cannot be had is named on standard error and left out.

    Args:
        found: the entry points; by default those of the installed distributions.
    """
    vendors = {vendor.name: vendor for vendor in BUILT_IN}
    for entry in sorted(entry_points(group=GROUP) if found is None else found, key=lambda entry: entry.name):
        problem = _add(entry, vendors)
        if problem:
            sys.stderr.write(f"abclient sandbox: the vendor {entry.name!r} ({entry.value}) is left out: {problem}\n")
    return tuple(vendors.values())


def _add(entry: EntryPoint, vendors: dict[str, Vendor]) -> str:
    """Take a vendor in; what is wrong with it, if anything."""
    try:
        vendor: object = entry.load()
    except Exception as error:  # whatever a foreign module raises must not keep the others from being played
        return f"{type(error).__name__}: {error}"
    if not isinstance(vendor, Vendor):
        return "it is not an abclient.sandbox.vendor.Vendor"
    if vendor.name in vendors:
        return f"there is a vendor {vendor.name!r} already"
    vendors[vendor.name] = vendor
    return ""
