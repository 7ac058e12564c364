from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged, without_nulls
from ..._wire import (
    from_epoch_milliseconds,
    to_epoch_milliseconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class UserSegment(Model):
    """A segment: contexts by key and by rule, for targeting."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "tags": "tags",
        "creation_date": "creationDate",
        "last_modified_date": "lastModifiedDate",
        "key": "key",
        "included": "included",
        "excluded": "excluded",
        "included_contexts": "includedContexts",
        "excluded_contexts": "excludedContexts",
        "links": "_links",
        "rules": "rules",
        "version": "version",
        "deleted": "deleted",
        "access": "_access",
        "flags": "_flags",
        "unbounded": "unbounded",
        "unbounded_context_kind": "unboundedContextKind",
        "generation": "generation",
        "unbounded_metadata": "_unboundedMetadata",
        "external": "_external",
        "external_link": "_externalLink",
        "import_in_progress": "_importInProgress",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "creation_date": from_epoch_milliseconds,
        "last_modified_date": from_epoch_milliseconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "tags": "list of scalar",
        "included": "list of scalar",
        "excluded": "list of scalar",
        "included_contexts": "list of read_segment_target",
        "excluded_contexts": "list of read_segment_target",
        "links": "map of read_link",
        "rules": "list of read_user_segment_rule",
        "access": "read_access",
        "flags": "list of read_flag_listing_rep",
        "unbounded_metadata": "read_segment_metadata",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "creation_date": to_epoch_milliseconds,
        "last_modified_date": to_epoch_milliseconds,
    }

    name: str | None = None
    """A name for people."""
    description: str | None = None
    """What it is about."""
    tags: list[str] | None = None
    """Tags."""
    creation_date: datetime.datetime | None = None
    """When it was created."""
    last_modified_date: datetime.datetime | None = None
    """When it was changed last."""
    key: str
    """Its key."""
    included: list[str] | None = None
    """Keys of users who are always in the segment."""
    excluded: list[str] | None = None
    """Keys of users who are never in the segment."""
    included_contexts: list[SegmentTarget] | None = None
    """Contexts of other kinds that are always in the segment."""
    excluded_contexts: list[SegmentTarget] | None = None
    """Contexts of other kinds that are never in the segment."""
    links: dict[str, Link] | None = None
    """Links by name."""
    rules: list[UserSegmentRule] | None = None
    """Rules that decide who is in the segment besides."""
    version: int | None = None
    """Number of its version."""
    deleted: bool | None = None
    """Whether it is deleted."""
    access: Access | None = None
    """What the token may do with it, if asked for by the vendor's user interface."""
    flags: list[FlagListingRep] | None = None
    """The flags that target it."""
    unbounded: bool | None = None
    """Whether it is a big segment."""
    unbounded_context_kind: str | None = None
    """Kind of the contexts of a big segment."""
    generation: int | None = None
    """How often it became a big segment."""
    unbounded_metadata: SegmentMetadata | None = None
    """Figures of a big segment."""
    external: str | None = None
    """Where the segment is kept, if it is synchronized from elsewhere."""
    external_link: str | None = None
    """Link to where it is kept."""
    import_in_progress: bool | None = None
    """Whether an import into it is running."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.name = data.get("name")
            self.description = data.get("description")
            self.tags = None if (v := data.get("tags")) is None else without_nulls(items(v))
            self.creation_date = None if (v := data.get("creationDate")) is None else from_epoch_milliseconds(v)
            self.last_modified_date = (
                None if (v := data.get("lastModifiedDate")) is None else from_epoch_milliseconds(v)
            )
            self.key = data["key"]
            self.included = None if (v := data.get("included")) is None else without_nulls(items(v))
            self.excluded = None if (v := data.get("excluded")) is None else without_nulls(items(v))
            self.included_contexts = (
                None
                if (v := data.get("includedContexts")) is None
                else [read_segment_target(x0) for x0 in items(v) if x0 is not None]
            )
            self.excluded_contexts = (
                None
                if (v := data.get("excludedContexts")) is None
                else [read_segment_target(x0) for x0 in items(v) if x0 is not None]
            )
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.rules = (
                None
                if (v := data.get("rules")) is None
                else [read_user_segment_rule(x0) for x0 in items(v) if x0 is not None]
            )
            self.version = data.get("version")
            self.deleted = data.get("deleted")
            self.access = None if (v := data.get("_access")) is None else read_access(v)
            self.flags = (
                None
                if (v := data.get("_flags")) is None
                else [read_flag_listing_rep(x0) for x0 in items(v) if x0 is not None]
            )
            self.unbounded = data.get("unbounded")
            self.unbounded_context_kind = data.get("unboundedContextKind")
            self.generation = data.get("generation")
            self.unbounded_metadata = (
                None if (v := data.get("_unboundedMetadata")) is None else read_segment_metadata(v)
            )
            self.external = data.get("_external")
            self.external_link = data.get("_externalLink")
            self.import_in_progress = data.get("_importInProgress")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_user_segment: Callable[[Any], UserSegment] = UserSegment.from_dict


from .access import Access, read_access
from .flag_listing_rep import FlagListingRep, read_flag_listing_rep
from .link import Link, read_link
from .segment_metadata import SegmentMetadata, read_segment_metadata
from .segment_target import SegmentTarget, read_segment_target
from .user_segment_rule import UserSegmentRule, read_user_segment_rule
