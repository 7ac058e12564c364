from collections.abc import Mapping
from typing import Any, Required, TypedDict

from ..._models import Model
from .iteration_input import IterationInput


class ExperimentPostFields(TypedDict, total=False):
    """A new experiment.

    The fields of ``ExperimentPost``, by keyword.
    """

    name: Required[str]
    """A name for people."""
    description: str
    """What it is about."""
    maintainer_id: Required[str]
    """Id of the member who looks after it."""
    key: Required[str]
    """The experiment's key, unique in its environment."""
    iteration: Required[IterationInput | Model | Mapping[str, Any]]
    """The experiment's first iteration."""
