from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Rollout(Model):
    """Shares of traffic for several variations."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "variations": "variations",
        "experiment_allocation": "experimentAllocation",
        "seed": "seed",
        "bucket_by": "bucketBy",
        "context_kind": "contextKind",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "variations": "list of read_weighted_variation",
        "experiment_allocation": "read_experiment_allocation_rep",
    }

    variations: list[WeightedVariation] | None = None
    """Shares of traffic."""
    experiment_allocation: ExperimentAllocationRep | None = None
    """How traffic outside of the experiment is served."""
    seed: int | None = None
    """What traffic is split from, in place of the salt."""
    bucket_by: str | None = None
    """Attribute by which traffic is split."""
    context_kind: str | None = None
    """The kind of context."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.variations = (
                None
                if (v := data.get("variations")) is None
                else [read_weighted_variation(x0) for x0 in items(v) if x0 is not None]
            )
            self.experiment_allocation = (
                None if (v := data.get("experimentAllocation")) is None else read_experiment_allocation_rep(v)
            )
            self.seed = data.get("seed")
            self.bucket_by = data.get("bucketBy")
            self.context_kind = data.get("contextKind")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_rollout: Callable[[Any], Rollout] = Rollout.from_dict


from .experiment_allocation_rep import ExperimentAllocationRep, read_experiment_allocation_rep
from .weighted_variation import WeightedVariation, read_weighted_variation
