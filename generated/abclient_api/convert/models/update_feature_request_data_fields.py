from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

from ..._models import Model
from .feature_stats import FeatureStats
from .feature_variable_input import FeatureVariableInput


class UpdateFeatureRequestDataFields(TypedDict, total=False):
    """What to change of a feature.

    The fields of ``UpdateFeatureRequestData``, by keyword.
    """

    name: str
    """What it is called."""
    status: Literal["active", "archived"]
    """The status."""
    key: str
    """A name for use in code, unique in its project."""
    stats: FeatureStats | Mapping[str, Any]
    """Figures, when they are included."""
    description: str
    """A description."""
    variables: Sequence[FeatureVariableInput | Model | Mapping[str, Any]]
    """The variables of the feature."""
