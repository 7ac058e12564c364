from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentInfoRep(Model):
    """Experiments of the old kind of a flag."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "baseline_idx": "baselineIdx",
        "items": "items",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "items": "list of read_legacy_experiment_rep",
    }

    baseline_idx: int | None = None
    """Index of the variation that the others are compared with."""
    items: list[LegacyExperimentRep] | None = None
    """The items of this page."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.baseline_idx = data.get("baselineIdx")
            self.items = (
                None
                if (v := data.get("items")) is None
                else [read_legacy_experiment_rep(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experiment_info_rep: Callable[[Any], ExperimentInfoRep] = ExperimentInfoRep.from_dict


from .legacy_experiment_rep import LegacyExperimentRep, read_legacy_experiment_rep
