from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class AccountTrackingScript(Model):
    """The script that new projects begin with."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "available_versions": "available_versions",
        "release": "release",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "available_versions": "list of read_tracking_script_version",
        "release": "read_tracking_script_release",
    }

    available_versions: list[TrackingScriptVersion] | None = None
    """All versions of the script, when they are included."""
    release: TrackingScriptRelease | None = None
    """How new versions of the script are applied."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.available_versions = (
                None
                if (v := data.get("available_versions")) is None
                else [read_tracking_script_version(x0) for x0 in items(v) if x0 is not None]
            )
            self.release = None if (v := data.get("release")) is None else read_tracking_script_release(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_account_tracking_script: Callable[[Any], AccountTrackingScript] = AccountTrackingScript.from_dict


from .tracking_script_release import TrackingScriptRelease, read_tracking_script_release
from .tracking_script_version import TrackingScriptVersion, read_tracking_script_version
