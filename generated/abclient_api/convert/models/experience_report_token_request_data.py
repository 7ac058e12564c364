from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ExperienceReportTokenRequestData(Body):
    """What to do with the token."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "token_action": "token_action",
        "token_expiration": "token_expiration",
    }

    token_action: Literal["regenerate", "delete"] | Unset = UNSET
    """Whether a new token is made, or the token is removed."""
    token_expiration: int | Unset = UNSET
    """For how many hours it is valid, from 1 to 48."""
