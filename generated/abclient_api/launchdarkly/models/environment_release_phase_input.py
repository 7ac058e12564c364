from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class EnvironmentReleasePhaseInput(Body):
    """A phase of the new release, to an existing rule or to a new one."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "rule_id": "ruleId",
        "clauses": "clauses",
        "description": "description",
        "steps": "steps",
    }

    rule_id: str | Unset = UNSET
    """Id of an existing rule, of a release with a single phase; give this or clauses."""
    clauses: list[EnvironmentReleaseClause] | Unset = UNSET
    """Conditions of a new rule; they must contain the kind of the randomization unit. Give these or ruleId."""
    description: str | Unset = UNSET
    """The new rule's description."""
    steps: list[EnvironmentReleaseStepInput]
    """The steps, in order."""


from .environment_release_clause import EnvironmentReleaseClause
from .environment_release_step_input import EnvironmentReleaseStepInput
