from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class BrainstormVariablesChat(Model):
    """A conversation about variables with the vendor's model."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "interactions": "interactions",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "interactions": "list of read_brainstorm_variables_interaction",
    }

    interactions: list[BrainstormVariablesInteraction] | None = None
    """What was said so far, the oldest first."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.interactions = (
                None
                if (v := data.get("interactions")) is None
                else [read_brainstorm_variables_interaction(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .brainstorm_variables_interaction import BrainstormVariablesInteraction, read_brainstorm_variables_interaction
