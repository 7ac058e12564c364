from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ExperimentPost(Body):
    """A new experiment.

    Attributes:
        name: A name for people.
        description: What it is about.
        maintainer_id: Id of the member who looks after it.
        key: The experiment's key, unique in its environment.
        iteration: The experiment's first iteration.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "maintainer_id": "maintainerId",
        "key": "key",
        "iteration": "iteration",
    }

    name: str
    description: str | Unset = UNSET
    maintainer_id: str
    key: str
    iteration: IterationInput


from .iteration_input import IterationInput
