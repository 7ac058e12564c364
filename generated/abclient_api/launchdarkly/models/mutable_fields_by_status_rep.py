from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class MutableFieldsByStatusRep(Model):
    """Which fields of an experiment can be changed, by the status of its iteration."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "not_started": "not_started",
        "running": "running",
        "stopped": "stopped",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "not_started": "map of list of scalar",
        "running": "map of list of scalar",
        "stopped": "map of list of scalar",
    }

    not_started: dict[str, list[str]] | None = None
    """Fields that can be changed before the start, with the operations add, update and remove that apply."""
    running: dict[str, list[str]] | None = None
    """Fields that can be changed while an iteration runs, with the operations add, update and remove that apply."""
    stopped: dict[str, list[str]] | None = None
    """Fields that can be changed after the end, with the operations add, update and remove that apply."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.not_started = (
                None
                if (v := data.get("not_started")) is None
                else {k0: without_nulls(items(x0)) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.running = (
                None
                if (v := data.get("running")) is None
                else {k0: without_nulls(items(x0)) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.stopped = (
                None
                if (v := data.get("stopped")) is None
                else {k0: without_nulls(items(x0)) for k0, x0 in entries(v).items() if x0 is not None}
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_mutable_fields_by_status_rep: Callable[[Any], MutableFieldsByStatusRep] = MutableFieldsByStatusRep.from_dict
