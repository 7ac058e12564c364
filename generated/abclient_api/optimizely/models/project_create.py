from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ProjectCreate(Body):
    """What may be sent to create a project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "confidence_threshold": "confidence_threshold",
        "dcp_service_id": "dcp_service_id",
        "description": "description",
        "is_flags_enabled": "is_flags_enabled",
        "name": "name",
        "platform": "platform",
        "sdks": "sdks",
        "status": "status",
        "third_party_platform": "third_party_platform",
        "web_snippet": "web_snippet",
    }

    confidence_threshold: float | Unset = UNSET
    """Significance level for calling a winner or a loser, from 0.5 to 1 with up to four decimals, e.g. 0.9."""
    dcp_service_id: int | Unset = UNSET
    """Dynamic Customer Profile service the project uses."""
    description: str | Unset = UNSET
    """What the project is for."""
    is_flags_enabled: bool | Unset = UNSET
    """True to create a flags-first project."""
    name: str
    """Name of the project."""
    platform: Literal["web", "ios", "android", "custom"] | Unset = UNSET
    """Platform; `custom` is Full Stack. The vendor's default: 'web'."""
    sdks: (
        list[Literal["android", "android_tv", "ios", "java", "javascript", "node", "php", "python", "ruby", "tv_os"]]
        | Unset
    ) = UNSET
    """Languages of the SDKs in use, for Full Stack, Mobile and OTT projects."""
    status: Literal["active", "archived"] | Unset = UNSET
    """State of the project. The vendor's default: 'active'."""
    third_party_platform: Literal["salesforce"] | None | Unset = UNSET
    """Third-party platform the project is meant for; the account must have that option."""
    web_snippet: WebSnippetInput | Unset = UNSET
    """Settings of the snippet as sent with a new or changed project."""


from .web_snippet_input import WebSnippetInput
