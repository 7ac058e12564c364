from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentMetadataRep(Model):
    """What a column of the results is about; a free-form object."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    key: Any = None
    """Any JSON; the vendor documents no shape."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data.get("key")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experiment_metadata_rep: Callable[[Any], ExperimentMetadataRep] = ExperimentMetadataRep.from_dict
