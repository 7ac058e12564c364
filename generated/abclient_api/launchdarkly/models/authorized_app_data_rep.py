from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class AuthorizedAppDataRep(Model):
    """An application that acts for a member."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "links": "_links",
        "id": "_id",
        "is_scim": "isScim",
        "name": "name",
        "icon_url": "iconUrl",
        "maintainer_name": "maintainerName",
        "is_agent": "isAgent",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
    }

    links: dict[str, Link] | None = None
    """Links by name."""
    id: str | None = None
    """Its id."""
    is_scim: bool | None = None
    """Whether it was made by SCIM."""
    name: str | None = None
    """A name for people."""
    icon_url: str | None = None
    """Address of its icon."""
    maintainer_name: str | None = None
    """Name of the member who looks after it."""
    is_agent: bool | None = None
    """Whether it is an agent."""

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
            self.is_scim = data.get("isScim")
            self.name = data.get("name")
            self.icon_url = data.get("iconUrl")
            self.maintainer_name = data.get("maintainerName")
            self.is_agent = data.get("isAgent")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_authorized_app_data_rep: Callable[[Any], AuthorizedAppDataRep] = AuthorizedAppDataRep.from_dict


from .link import Link, read_link
