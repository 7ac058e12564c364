"""One package per vendor, each with the same files.

``vendor`` describes it, ``client`` has its client, ``rows`` makes rows of its results, ``source`` lists and fetches
them; the other files are its collections and their resources.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._lazy import lazy_names

if TYPE_CHECKING:
    from .convert.client import Convert
    from .convert_v1.client import ConvertV1
    from .launchdarkly.client import LaunchDarkly
    from .optimizely.client import Optimizely
    from .optimizely_classic.client import OptimizelyClassic
    from .optimizely_flags.client import OptimizelyFlags

__all__ = ["Convert", "ConvertV1", "LaunchDarkly", "Optimizely", "OptimizelyClassic", "OptimizelyFlags"]

if not TYPE_CHECKING:  # type checkers see the names above, and would accept any other
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "convert.client": ("Convert",),
            "convert_v1.client": ("ConvertV1",),
            "launchdarkly.client": ("LaunchDarkly",),
            "optimizely.client": ("Optimizely",),
            "optimizely_classic.client": ("OptimizelyClassic",),
            "optimizely_flags.client": ("OptimizelyFlags",),
        },
    )
