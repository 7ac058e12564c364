from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SiteArea(Model):
    """Pages on which an experience runs."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "include": "include",
        "exclude": "exclude",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "include": "list of read_rule_element",
        "exclude": "list of read_rule_element",
    }

    include: list[RuleElement] | None = None
    """Pages that match one of these rules."""
    exclude: list[RuleElement] | None = None
    """But no pages that match one of these."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.include = (
                None
                if (v := data.get("include")) is None
                else [read_rule_element(x0) for x0 in items(v) if x0 is not None]
            )
            self.exclude = (
                None
                if (v := data.get("exclude")) is None
                else [read_rule_element(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_site_area: Callable[[Any], SiteArea] = SiteArea.from_dict


from .rule_element import RuleElement, read_rule_element
