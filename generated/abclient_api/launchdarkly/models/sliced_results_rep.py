from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SlicedResultsRep(Model):
    """Results of the units with one value of an attribute."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "attribute": "attribute",
        "attribute_value": "attributeValue",
        "treatment_results": "treatmentResults",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "treatment_results": "list of read_treatment_result_rep",
    }

    attribute: str | None = None
    """The attribute by which the results are sliced."""
    attribute_value: str | None = None
    """The attribute's value in this slice."""
    treatment_results: list[TreatmentResultRep] | None = None
    """One entry per treatment."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.attribute = data.get("attribute")
            self.attribute_value = data.get("attributeValue")
            self.treatment_results = (
                None
                if (v := data.get("treatmentResults")) is None
                else [read_treatment_result_rep(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_sliced_results_rep: Callable[[Any], SlicedResultsRep] = SlicedResultsRep.from_dict


from .treatment_result_rep import TreatmentResultRep, read_treatment_result_rep
