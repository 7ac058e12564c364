from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SiteArea(Model):
    """The pages on which an experience fires. Only these rule types are allowed: url, url_with_query,
    query_string and the page_tag_ ones.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "include": "include",
        "exclude": "exclude",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "include": "list of read_rule",
        "exclude": "list of read_rule",
    }

    include: list[Rule] | None = None
    """Rules for the pages on which it fires."""
    exclude: list[Rule] | None = None
    """Rules for the pages on which it does not; the same rule types as for include."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.include = (
                None if (v := data.get("include")) is None else [read_rule(x0) for x0 in items(v) if x0 is not None]
            )
            self.exclude = (
                None if (v := data.get("exclude")) is None else [read_rule(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_site_area: Callable[[Any], SiteArea] = SiteArea.from_dict


from .rule import Rule, read_rule
