from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ExperimentPost(Body):
    """A new experiment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "maintainer_id": "maintainerId",
        "key": "key",
        "iteration": "iteration",
    }

    name: str
    """A name for people."""
    description: str | Unset = UNSET
    """What it is about."""
    maintainer_id: str
    """Id of the member who looks after it."""
    key: str
    """The experiment's key, unique in its environment."""
    iteration: IterationInput
    """The experiment's first iteration."""


from .iteration_input import IterationInput
