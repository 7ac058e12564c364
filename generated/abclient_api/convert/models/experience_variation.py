from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged
from ..._unions import expandable


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperienceVariation(Model):
    """A variation."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "description": "description",
        "is_baseline": "is_baseline",
        "traffic_distribution": "traffic_distribution",
        "key": "key",
        "concurrency_key": "concurrency_key",
        "status": "status",
        "code_changes": "changes",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "code_changes": "list of read_experience_change_expandable",
    }

    id: int
    """The id."""
    name: str | None = None
    """What it is called."""
    description: str | None = None
    """A description."""
    is_baseline: bool | None = None
    """Whether the others are compared with it."""
    traffic_distribution: float | None = None
    """Its share among the variations, in percent with up to four decimals."""
    key: str | None = None
    """A name for use in code, unique in its project."""
    concurrency_key: str | None = None
    """A hash of its state. If it is sent back with a change, and it has changed since, the vendor answers with a
    conflict."""
    status: Literal["stopped", "running"] | str | None = None
    """The status."""
    code_changes: list[int | ExperienceChange] | None = None
    """What it changes, by id, or whole where changes are expanded."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.name = data.get("name")
            self.description = data.get("description")
            self.is_baseline = data.get("is_baseline")
            self.traffic_distribution = data.get("traffic_distribution")
            self.key = data.get("key")
            self.concurrency_key = data.get("concurrency_key")
            self.status = data.get("status")
            self.code_changes = (
                None
                if (v := data.get("changes")) is None
                else [read_experience_change_expandable(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .. import models

if TYPE_CHECKING:
    from .experience_change import ExperienceChange


read_experience_change_expandable: Callable[[Any], Any] = expandable(models, "ExperienceChange")
