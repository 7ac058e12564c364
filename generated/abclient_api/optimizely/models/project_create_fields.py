from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from ..._models import Model
from .web_snippet_input import WebSnippetInput


class ProjectCreateFields(TypedDict, total=False):
    """What may be sent to create a project.

    The fields of ``ProjectCreate``, by keyword.
    """

    confidence_threshold: float
    """Significance level for calling a winner or a loser, from 0.5 to 1 with up to four decimals, e.g. 0.9."""
    dcp_service_id: int
    """Dynamic Customer Profile service the project uses."""
    description: str
    """What the project is for."""
    is_flags_enabled: bool
    """True to create a flags-first project."""
    name: Required[str]
    """Name of the project."""
    platform: Literal["web", "ios", "android", "custom"]
    """Platform; `custom` is Full Stack. The vendor's default: 'web'."""
    sdks: Sequence[
        Literal["android", "android_tv", "ios", "java", "javascript", "node", "php", "python", "ruby", "tv_os"]
    ]
    """Languages of the SDKs in use, for Full Stack, Mobile and OTT projects."""
    status: Literal["active", "archived"]
    """State of the project. The vendor's default: 'active'."""
    third_party_platform: Literal["salesforce"] | None
    """Third-party platform the project is meant for; the account must have that option."""
    web_snippet: WebSnippetInput | Model | Mapping[str, Any]
    """Settings of the snippet as sent with a new or changed project."""
