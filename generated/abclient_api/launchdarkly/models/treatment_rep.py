from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class TreatmentRep(Model):
    """One arm of an iteration."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "_id",
        "name": "name",
        "allocation_percent": "allocationPercent",
        "baseline": "baseline",
        "parameters": "parameters",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "parameters": "list of read_parameter_rep",
    }

    id: str | None = None
    """The treatment's id, the one that results and winningTreatmentId use."""
    name: str | None = None
    """A name for people."""
    allocation_percent: str | None = None
    """Share of the traffic in percent, a number written as text."""
    baseline: bool | None = None
    """Whether the other treatments are compared with this one."""
    parameters: list[ParameterRep] | None = None
    """Which variation of which flag this treatment serves."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("_id")
            self.name = data.get("name")
            self.allocation_percent = data.get("allocationPercent")
            self.baseline = data.get("baseline")
            self.parameters = (
                None
                if (v := data.get("parameters")) is None
                else [read_parameter_rep(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_treatment_rep: Callable[[Any], TreatmentRep] = TreatmentRep.from_dict


from .parameter_rep import ParameterRep, read_parameter_rep
