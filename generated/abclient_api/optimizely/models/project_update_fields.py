from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

from ..._models import Model
from .web_snippet_input import WebSnippetInput


class ProjectUpdateFields(TypedDict, total=False):
    """The fields of a project to change.

    The fields of ``ProjectUpdate``, by keyword.
    """

    confidence_threshold: float
    """Significance level for calling a winner or a loser, from 0.5 to 1 with up to four decimals, e.g. 0.9."""
    dcp_service_id: int
    """Dynamic Customer Profile service the project uses."""
    description: str
    """What the project is for."""
    name: str
    """Name of the project."""
    platform: Literal["web", "ios", "android", "custom"]
    """Platform, repeated by the tutorial."""
    sdks: Sequence[
        Literal["android", "android_tv", "ios", "java", "javascript", "node", "php", "python", "ruby", "tv_os"]
    ]
    """Languages of the SDKs in use."""
    status: Literal["active", "archived"]
    """State of the project; `archived` is the only way to retire one."""
    web_snippet: WebSnippetInput | Model | Mapping[str, Any]
    """Settings of the snippet as sent with a new or changed project."""
