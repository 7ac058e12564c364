from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ApprovalSettings(Model):
    """How changes in an environment are approved."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "required": "required",
        "bypass_approvals_for_pending_changes": "bypassApprovalsForPendingChanges",
        "min_num_approvals": "minNumApprovals",
        "can_review_own_request": "canReviewOwnRequest",
        "can_apply_declined_changes": "canApplyDeclinedChanges",
        "auto_apply_approved_changes": "autoApplyApprovedChanges",
        "service_kind": "serviceKind",
        "service_config": "serviceConfig",
        "required_approval_tags": "requiredApprovalTags",
        "service_kind_configuration_id": "serviceKindConfigurationId",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "service_config": "map of any",
        "required_approval_tags": "list of scalar",
    }

    required: bool | None = None
    """Whether changes need approval."""
    bypass_approvals_for_pending_changes: bool | None = None
    """Whether pending changes need no approval."""
    min_num_approvals: int | None = None
    """How many approvals a change needs."""
    can_review_own_request: bool | None = None
    """Whether members can approve their own requests."""
    can_apply_declined_changes: bool | None = None
    """Whether declined changes can be applied."""
    auto_apply_approved_changes: bool | None = None
    """Whether approved changes are applied by themselves."""
    service_kind: str | None = None
    """Which service approves."""
    service_config: dict[str, Any] | None = None
    """Settings of the service."""
    required_approval_tags: list[str] | None = None
    """Tags whose flags need approval."""
    service_kind_configuration_id: str | None = None
    """Id of the service's configuration."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.required = data.get("required")
            self.bypass_approvals_for_pending_changes = data.get("bypassApprovalsForPendingChanges")
            self.min_num_approvals = data.get("minNumApprovals")
            self.can_review_own_request = data.get("canReviewOwnRequest")
            self.can_apply_declined_changes = data.get("canApplyDeclinedChanges")
            self.auto_apply_approved_changes = data.get("autoApplyApprovedChanges")
            self.service_kind = data.get("serviceKind")
            self.service_config = None if (v := data.get("serviceConfig")) is None else entries(v)
            self.required_approval_tags = (
                None if (v := data.get("requiredApprovalTags")) is None else without_nulls(items(v))
            )
            self.service_kind_configuration_id = data.get("serviceKindConfigurationId")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_approval_settings: Callable[[Any], ApprovalSettings] = ApprovalSettings.from_dict
