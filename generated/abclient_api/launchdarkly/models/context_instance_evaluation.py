from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ContextInstanceEvaluation(Model):
    """What a flag gives to a context."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "key": "key",
        "value": "_value",
        "reason": "reason",
        "links": "_links",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "reason": "read_context_instance_evaluation_reason",
        "links": "map of read_link",
    }

    name: str | None = None
    """A name for people."""
    key: str | None = None
    """Its key."""
    value: Any = None
    """The value that the flag gives."""
    reason: ContextInstanceEvaluationReason | None = None
    """Why."""
    links: dict[str, Link] | None = None
    """Links by name."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.name = data.get("name")
            self.key = data.get("key")
            self.value = data.get("_value")
            self.reason = None if (v := data.get("reason")) is None else read_context_instance_evaluation_reason(v)
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_context_instance_evaluation: Callable[[Any], ContextInstanceEvaluation] = ContextInstanceEvaluation.from_dict


from .context_instance_evaluation_reason import ContextInstanceEvaluationReason, read_context_instance_evaluation_reason
from .link import Link, read_link
