from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged
from ..._wire import (
    from_epoch_milliseconds,
    to_epoch_milliseconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class AuditLogEntryRep(Model):
    """An entry of the audit log."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "links": "_links",
        "id": "_id",
        "account_id": "_accountId",
        "date": "date",
        "accesses": "accesses",
        "kind": "kind",
        "name": "name",
        "description": "description",
        "short_description": "shortDescription",
        "comment": "comment",
        "related_flag": "relatedFlag",
        "related_experiment": "relatedExperiment",
        "related_ai_config": "relatedAIConfig",
        "subject": "subject",
        "member": "member",
        "token": "token",
        "app": "app",
        "title_verb": "titleVerb",
        "title": "title",
        "target": "target",
        "parent": "parent",
        "delta": "delta",
        "trigger_body": "triggerBody",
        "merge": "merge",
        "previous_version": "previousVersion",
        "current_version": "currentVersion",
        "subentries": "subentries",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "date": from_epoch_milliseconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
        "accesses": "list of read_resource_access",
        "related_flag": "read_related_flag",
        "related_experiment": "read_related_experiment",
        "related_ai_config": "read_related_ai_config",
        "subject": "read_subject_data_rep",
        "member": "read_member_data_rep",
        "token": "read_token_summary",
        "app": "read_authorized_app_data_rep",
        "target": "read_target_resource_rep",
        "parent": "read_parent_resource_rep",
        "subentries": "list of read_audit_log_entry_listing_rep",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "date": to_epoch_milliseconds,
    }

    links: dict[str, Link] | None = None
    """Links by name."""
    id: str
    """Its id."""
    account_id: str | None = None
    """Id of the account."""
    date: datetime.datetime | None = None
    """When it was."""
    accesses: list[ResourceAccess] | None = None
    """Which actions on which resources it was."""
    kind: str | None = None
    """Kind of the resource, such as flag or experiment."""
    name: str | None = None
    """A name for people."""
    description: str | None = None
    """What happened, as Markdown."""
    short_description: str | None = None
    """What happened, in short."""
    comment: str | None = None
    """The note of the member who did it."""
    related_flag: RelatedFlag | None = None
    """The flag that it is about."""
    related_experiment: RelatedExperiment | None = None
    """The experiment that it is about."""
    related_ai_config: RelatedAIConfig | None = None
    """The AI config that it is about."""
    subject: SubjectDataRep | None = None
    """The member, token or application that did it."""
    member: MemberDataRep | None = None
    """The member who did it."""
    token: TokenSummary | None = None
    """The token that did it."""
    app: AuthorizedAppDataRep | None = None
    """The application that did it, if one did."""
    title_verb: str | None = None
    """What was done, in words."""
    title: str | None = None
    """What happened, as Markdown."""
    target: TargetResourceRep | None = None
    """What was changed."""
    parent: ParentResourceRep | None = None
    """What the resource belongs to."""
    delta: Any = None
    """What changed; any JSON."""
    trigger_body: Any = None
    """What the trigger received; any JSON."""
    merge: Any = None
    """How changes were merged; any JSON."""
    previous_version: Any = None
    """The resource before the change; any JSON."""
    current_version: Any = None
    """The resource after the change; any JSON."""
    subentries: list[AuditLogEntryListingRep] | None = None
    """Entries that belong to this one."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.id = data["_id"]
            self.account_id = data.get("_accountId")
            self.date = None if (v := data.get("date")) is None else from_epoch_milliseconds(v)
            self.accesses = (
                None
                if (v := data.get("accesses")) is None
                else [read_resource_access(x0) for x0 in items(v) if x0 is not None]
            )
            self.kind = data.get("kind")
            self.name = data.get("name")
            self.description = data.get("description")
            self.short_description = data.get("shortDescription")
            self.comment = data.get("comment")
            self.related_flag = None if (v := data.get("relatedFlag")) is None else read_related_flag(v)
            self.related_experiment = (
                None if (v := data.get("relatedExperiment")) is None else read_related_experiment(v)
            )
            self.related_ai_config = None if (v := data.get("relatedAIConfig")) is None else read_related_ai_config(v)
            self.subject = None if (v := data.get("subject")) is None else read_subject_data_rep(v)
            self.member = None if (v := data.get("member")) is None else read_member_data_rep(v)
            self.token = None if (v := data.get("token")) is None else read_token_summary(v)
            self.app = None if (v := data.get("app")) is None else read_authorized_app_data_rep(v)
            self.title_verb = data.get("titleVerb")
            self.title = data.get("title")
            self.target = None if (v := data.get("target")) is None else read_target_resource_rep(v)
            self.parent = None if (v := data.get("parent")) is None else read_parent_resource_rep(v)
            self.delta = data.get("delta")
            self.trigger_body = data.get("triggerBody")
            self.merge = data.get("merge")
            self.previous_version = data.get("previousVersion")
            self.current_version = data.get("currentVersion")
            self.subentries = (
                None
                if (v := data.get("subentries")) is None
                else [read_audit_log_entry_listing_rep(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .audit_log_entry_listing_rep import AuditLogEntryListingRep, read_audit_log_entry_listing_rep
from .authorized_app_data_rep import AuthorizedAppDataRep, read_authorized_app_data_rep
from .link import Link, read_link
from .member_data_rep import MemberDataRep, read_member_data_rep
from .parent_resource_rep import ParentResourceRep, read_parent_resource_rep
from .related_ai_config import RelatedAIConfig, read_related_ai_config
from .related_experiment import RelatedExperiment, read_related_experiment
from .related_flag import RelatedFlag, read_related_flag
from .resource_access import ResourceAccess, read_resource_access
from .subject_data_rep import SubjectDataRep, read_subject_data_rep
from .target_resource_rep import TargetResourceRep, read_target_resource_rep
from .token_summary import TokenSummary, read_token_summary
