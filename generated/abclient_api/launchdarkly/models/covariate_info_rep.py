from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    from_epoch_milliseconds,
    to_epoch_milliseconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class CovariateInfoRep(Model):
    """Covariates that were uploaded."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "file_name": "fileName",
        "created_at": "createdAt",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_at": from_epoch_milliseconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_at": to_epoch_milliseconds,
    }

    id: str | None = None
    """Its id."""
    file_name: str | None = None
    """Name of the file."""
    created_at: datetime.datetime | None = None
    """When it was created."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.file_name = data.get("fileName")
            self.created_at = None if (v := data.get("createdAt")) is None else from_epoch_milliseconds(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_covariate_info_rep: Callable[[Any], CovariateInfoRep] = CovariateInfoRep.from_dict
