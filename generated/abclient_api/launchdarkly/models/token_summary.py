from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class TokenSummary(Model):
    """A token of the account."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "links": "_links",
        "id": "_id",
        "name": "name",
        "ending": "ending",
        "service_token": "serviceToken",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
    }

    links: dict[str, Link] | None = None
    """Links by name."""
    id: str | None = None
    """Its id."""
    name: str | None = None
    """A name for people."""
    ending: str | None = None
    """The last characters of the token."""
    service_token: bool | None = None
    """Whether it is a service token."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.id = data.get("_id")
            self.name = data.get("name")
            self.ending = data.get("ending")
            self.service_token = data.get("serviceToken")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_token_summary: Callable[[Any], TokenSummary] = TokenSummary.from_dict


from .link import Link, read_link
