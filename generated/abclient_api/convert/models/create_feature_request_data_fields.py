from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from ..._models import Model
from .feature_stats import FeatureStats
from .feature_variable_input import FeatureVariableInput


class CreateFeatureRequestDataFields(TypedDict, total=False):
    """A feature to add.

    The fields of ``CreateFeatureRequestData``, by keyword.
    """

    name: Required[str]
    """What it is called."""
    status: Literal["active", "archived"]
    """The status."""
    key: str
    """A name for use in code, unique in its project."""
    stats: FeatureStats | Mapping[str, Any]
    """Figures, when they are included."""
    description: str
    """A description."""
    variables: Required[Sequence[FeatureVariableInput | Model | Mapping[str, Any]]]
    """The variables of the feature."""
