from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ContextInstanceEvaluationReason(Model):
    """Why a flag gives it."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "kind": "kind",
        "rule_index": "ruleIndex",
        "rule_id": "ruleID",
        "prerequisite_key": "prerequisiteKey",
        "in_experiment": "inExperiment",
        "error_kind": "errorKind",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    kind: str | None = None
    """Why, such as RULE_MATCH or FALLTHROUGH."""
    rule_index: int | None = None
    """Index of the rule that matched."""
    rule_id: str | None = None
    """Id of the rule that matched."""
    prerequisite_key: str | None = None
    """Key of the flag that had to serve another variation first."""
    in_experiment: bool | None = None
    """Whether the unit is in an experiment."""
    error_kind: str | None = None
    """What went wrong, if something did."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.kind = data.get("kind")
            self.rule_index = data.get("ruleIndex")
            self.rule_id = data.get("ruleID")
            self.prerequisite_key = data.get("prerequisiteKey")
            self.in_experiment = data.get("inExperiment")
            self.error_kind = data.get("errorKind")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_context_instance_evaluation_reason: Callable[[Any], ContextInstanceEvaluationReason] = (
    ContextInstanceEvaluationReason.from_dict
)
