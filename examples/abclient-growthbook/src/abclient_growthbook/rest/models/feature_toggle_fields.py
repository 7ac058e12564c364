from collections.abc import Mapping
from typing import Required, TypedDict


class FeatureToggleFields(TypedDict, total=False):
    """Where a feature is to be on or off.

    The fields of ``FeatureToggle``, by keyword.
    """

    reason: str
    """Why."""
    environments: Required[Mapping[str, bool]]
    """Whether it is to be on, by environment."""
