from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class GoalReport(Model):
    """How variations perform on a goal."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "goal_id": "goal_id",
        "srm": "srm",
        "srm_pvalue": "srm_pvalue",
        "variations": "variations",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "variations": "list of read_variation_report",
    }

    goal_id: int | None = None
    """The goal, by id."""
    srm: bool | None = None
    """Whether visitors are split otherwise than intended (sample ratio mismatch)."""
    srm_pvalue: float | None = None
    """The p-value of the check of the split."""
    variations: list[VariationReport] | None = None
    """The figures of each variation."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.goal_id = data.get("goal_id")
            self.srm = data.get("srm")
            self.srm_pvalue = data.get("srm_pvalue")
            self.variations = (
                None
                if (v := data.get("variations")) is None
                else [read_variation_report(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_goal_report: Callable[[Any], GoalReport] = GoalReport.from_dict


from .variation_report import VariationReport, read_variation_report
