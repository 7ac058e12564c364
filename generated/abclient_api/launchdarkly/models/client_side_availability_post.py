from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class ClientSideAvailabilityPost(Body):
    """Which client-side SDKs can see the new flag."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "using_environment_id": "usingEnvironmentId",
        "using_mobile_key": "usingMobileKey",
    }

    using_environment_id: bool
    """Whether SDKs with a client-side id can see it."""
    using_mobile_key: bool
    """Whether SDKs with a mobile key can see it."""
