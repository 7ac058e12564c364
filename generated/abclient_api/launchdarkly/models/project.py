from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Project(Model):
    """A project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "links": "_links",
        "id": "_id",
        "key": "key",
        "include_in_snippet_by_default": "includeInSnippetByDefault",
        "default_client_side_availability": "defaultClientSideAvailability",
        "name": "name",
        "access": "_access",
        "tags": "tags",
        "default_release_pipeline_key": "defaultReleasePipelineKey",
        "environments": "environments",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
        "default_client_side_availability": "read_client_side_availability",
        "access": "read_access",
        "tags": "list of scalar",
        "environments": "read_environments",
    }

    links: dict[str, Link] | None = None
    """Links by name."""
    id: str | None = None
    """Its id."""
    key: str
    """Its key."""
    include_in_snippet_by_default: bool | None = None
    """Whether client-side SDKs can see new flags."""
    default_client_side_availability: ClientSideAvailability | None = None
    """Which client-side SDKs can see new flags."""
    name: str | None = None
    """A name for people."""
    access: Access | None = None
    """What the token may do with it, if asked for by the vendor's user interface."""
    tags: list[str] | None = None
    """Tags."""
    default_release_pipeline_key: str | None = None
    """Key of the project's default release pipeline."""
    environments: Environments | None = None
    """The project's environments; only with expand=environments."""

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
            self.key = data["key"]
            self.include_in_snippet_by_default = data.get("includeInSnippetByDefault")
            self.default_client_side_availability = (
                None if (v := data.get("defaultClientSideAvailability")) is None else read_client_side_availability(v)
            )
            self.name = data.get("name")
            self.access = None if (v := data.get("_access")) is None else read_access(v)
            self.tags = None if (v := data.get("tags")) is None else without_nulls(items(v))
            self.default_release_pipeline_key = data.get("defaultReleasePipelineKey")
            self.environments = None if (v := data.get("environments")) is None else read_environments(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_project: Callable[[Any], Project] = Project.from_dict


from .access import Access, read_access
from .client_side_availability import ClientSideAvailability, read_client_side_availability
from .environments import Environments, read_environments
from .link import Link, read_link
