from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentCollectionRep(Model):
    """One page of experiments."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "items": "items",
        "total_count": "total_count",
        "links": "_links",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "items": "list of read_experiment",
        "links": "map of read_link",
    }

    items: list[Experiment] | None = None
    """The experiments of this page."""
    total_count: int | None = None
    """How many experiments match, over all pages."""
    links: dict[str, Link] | None = None
    """Links by name; first, last, next and prev as far as they apply."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.items = (
                None if (v := data.get("items")) is None else [read_experiment(x0) for x0 in items(v) if x0 is not None]
            )
            self.total_count = data.get("total_count")
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .experiment import Experiment, read_experiment
from .link import Link, read_link
