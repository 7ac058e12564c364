from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RolePermissions(Model):
    """What a role may do."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "account": "account",
        "billing": "billing",
        "feature": "feature",
        "livedata": "livedata",
        "history": "history",
        "collaborator": "collaborator",
        "project": "project",
        "domain": "domain",
        "tag": "tag",
        "goal": "goal",
        "experience": "experience",
        "location": "location",
        "variation": "variation",
        "audience": "audience",
        "report": "report",
        "hypothesis": "hypothesis",
        "knowledge_base": "knowledge_base",
        "observation": "observation",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "account": "read_role_permissions_account",
        "billing": "read_role_permissions_billing",
        "feature": "read_common_basic_permissions",
        "livedata": "read_role_permissions_livedata",
        "history": "read_role_permissions_history",
        "collaborator": "read_role_permissions_collaborator",
        "project": "read_role_permissions_project",
        "domain": "read_common_basic_permissions",
        "tag": "read_common_basic_permissions",
        "goal": "read_role_permissions_goal",
        "experience": "read_role_permissions_experience",
        "location": "read_role_permissions_location",
        "variation": "read_role_permissions_variation",
        "audience": "read_role_permissions_audience",
        "report": "read_role_permissions_report",
        "hypothesis": "read_role_permissions_hypothesis",
        "knowledge_base": "read_common_basic_permissions",
        "observation": "read_common_basic_permissions",
    }

    account: RolePermissionsAccount | None = None
    """What may be done with the account itself."""
    billing: RolePermissionsBilling | None = None
    """What may be done with plans and payment."""
    feature: CommonBasicPermissions | None = None
    """What may be done with features."""
    livedata: RolePermissionsLivedata | None = None
    """Whose live data may be seen."""
    history: RolePermissionsHistory | None = None
    """Whose history may be seen."""
    collaborator: RolePermissionsCollaborator | None = None
    """What may be done with collaborators."""
    project: RolePermissionsProject | None = None
    """What may be done with projects."""
    domain: CommonBasicPermissions | None = None
    """What may be done with domains."""
    tag: CommonBasicPermissions | None = None
    """What may be done with tags."""
    goal: RolePermissionsGoal | None = None
    """What may be done with goals."""
    experience: RolePermissionsExperience | None = None
    """What may be done with experiences."""
    location: RolePermissionsLocation | None = None
    """What may be done with locations."""
    variation: RolePermissionsVariation | None = None
    """What may be done with variations."""
    audience: RolePermissionsAudience | None = None
    """What may be done with audiences."""
    report: RolePermissionsReport | None = None
    """What may be done with reports."""
    hypothesis: RolePermissionsHypothesis | None = None
    """What may be done with hypotheses."""
    knowledge_base: CommonBasicPermissions | None = None
    """What may be done with the knowledge base."""
    observation: CommonBasicPermissions | None = None
    """What may be done with observations."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.account = None if (v := data.get("account")) is None else read_role_permissions_account(v)
            self.billing = None if (v := data.get("billing")) is None else read_role_permissions_billing(v)
            self.feature = None if (v := data.get("feature")) is None else read_common_basic_permissions(v)
            self.livedata = None if (v := data.get("livedata")) is None else read_role_permissions_livedata(v)
            self.history = None if (v := data.get("history")) is None else read_role_permissions_history(v)
            self.collaborator = (
                None if (v := data.get("collaborator")) is None else read_role_permissions_collaborator(v)
            )
            self.project = None if (v := data.get("project")) is None else read_role_permissions_project(v)
            self.domain = None if (v := data.get("domain")) is None else read_common_basic_permissions(v)
            self.tag = None if (v := data.get("tag")) is None else read_common_basic_permissions(v)
            self.goal = None if (v := data.get("goal")) is None else read_role_permissions_goal(v)
            self.experience = None if (v := data.get("experience")) is None else read_role_permissions_experience(v)
            self.location = None if (v := data.get("location")) is None else read_role_permissions_location(v)
            self.variation = None if (v := data.get("variation")) is None else read_role_permissions_variation(v)
            self.audience = None if (v := data.get("audience")) is None else read_role_permissions_audience(v)
            self.report = None if (v := data.get("report")) is None else read_role_permissions_report(v)
            self.hypothesis = None if (v := data.get("hypothesis")) is None else read_role_permissions_hypothesis(v)
            self.knowledge_base = (
                None if (v := data.get("knowledge_base")) is None else read_common_basic_permissions(v)
            )
            self.observation = None if (v := data.get("observation")) is None else read_common_basic_permissions(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_role_permissions: Callable[[Any], RolePermissions] = RolePermissions.from_dict


from .common_basic_permissions import CommonBasicPermissions, read_common_basic_permissions
from .role_permissions_account import RolePermissionsAccount, read_role_permissions_account
from .role_permissions_audience import RolePermissionsAudience, read_role_permissions_audience
from .role_permissions_billing import RolePermissionsBilling, read_role_permissions_billing
from .role_permissions_collaborator import RolePermissionsCollaborator, read_role_permissions_collaborator
from .role_permissions_experience import RolePermissionsExperience, read_role_permissions_experience
from .role_permissions_goal import RolePermissionsGoal, read_role_permissions_goal
from .role_permissions_history import RolePermissionsHistory, read_role_permissions_history
from .role_permissions_hypothesis import RolePermissionsHypothesis, read_role_permissions_hypothesis
from .role_permissions_livedata import RolePermissionsLivedata, read_role_permissions_livedata
from .role_permissions_location import RolePermissionsLocation, read_role_permissions_location
from .role_permissions_project import RolePermissionsProject, read_role_permissions_project
from .role_permissions_report import RolePermissionsReport, read_role_permissions_report
from .role_permissions_variation import RolePermissionsVariation, read_role_permissions_variation
