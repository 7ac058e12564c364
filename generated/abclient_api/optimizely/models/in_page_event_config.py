from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class InPageEventConfig(Model):
    """How a click on a page is recognised."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "selector": "selector",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    selector: str | None = None
    """CSS selector of the elements whose clicks count."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.selector = data.get("selector")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_in_page_event_config: Callable[[Any], InPageEventConfig] = InPageEventConfig.from_dict
