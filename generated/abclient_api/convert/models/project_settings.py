from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ProjectSettings(Model):
    """Settings of a project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "allow_crossdomain_tracking": "allow_crossdomain_tracking",
        "allow_gdpr": "allow_gdpr",
        "data_anonymization": "data_anonymization",
        "do_not_track": "do_not_track",
        "global_privacy_control": "global_privacy_control",
        "include_jquery": "include_jquery",
        "include_jquery_v1": "include_jquery_v1",
        "disable_spa_functionality": "disable_spa_functionality",
        "do_not_track_referral": "do_not_track_referral",
        "time_zone": "time_zone",
        "utc_offset": "utc_offset",
        "time_format": "time_format",
        "debug_token": "debug_token",
        "disable_default_config": "disable_default_config",
        "include_experience_collaborators": "include_experience_collaborators",
        "version": "version",
        "legacy_script": "legacy_script",
        "ignore_unused_locations": "ignore_unused_locations",
        "personalization": "personalization",
        "tracking_script": "tracking_script",
        "visitor_insights": "visitor_insights",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "debug_token": "read_generate_debug_token_data",
        "personalization": "read_switch",
        "tracking_script": "read_tracking_script",
        "visitor_insights": "read_visitor_insights_settings",
    }

    allow_crossdomain_tracking: bool | None = None
    """Whether visitors are recognized across the project's domains."""
    allow_gdpr: bool | None = None
    """Whether the features for the GDPR are on."""
    data_anonymization: bool | None = None
    """Whether names are replaced by ids in what is sent to visitors."""
    do_not_track: Literal["OFF", "EU ONLY", "EEA ONLY", "Worldwide"] | str | None = None
    """Where browsers that ask not to be tracked are obeyed."""
    global_privacy_control: Literal["OFF", "EU ONLY", "EEA ONLY", "Worldwide"] | str | None = None
    """Where the Global Privacy Control signal is obeyed."""
    include_jquery: bool | None = None
    """Whether jQuery comes with the script."""
    include_jquery_v1: bool | None = None
    """Whether it is jQuery 1. The vendor's default: False."""
    disable_spa_functionality: bool | None = None
    """Whether changes of the address within a page are ignored. The vendor's default: False."""
    do_not_track_referral: bool | None = None
    """Whether the referrer is not tracked. The vendor's default: False."""
    time_zone: str | None = None
    """The name of the time zone."""
    utc_offset: int | None = None
    """How far the time zone is ahead of UTC, in seconds. The vendor's default: 0."""
    time_format: Literal["12h", "24h"] | str | None = None
    """How times are shown."""
    debug_token: GenerateDebugTokenData | None = None
    """The token of the debugger, while there is one."""
    disable_default_config: bool | None = None
    """Whether the script comes without the default configuration. The vendor's default: False."""
    include_experience_collaborators: bool | None = None
    """Whether experiences hold their collaborators. The vendor's default: False."""
    version: str | None = None
    """The version. Read-only."""
    legacy_script: bool | None = None
    """Whether the older tracking script is used. The vendor's default: False."""
    ignore_unused_locations: bool | None = None
    """Whether locations that no experience uses are left out of the script's configuration. The vendor's
    default: False."""
    personalization: Switch | None = None
    """Whether the page is personalized before it shows."""
    tracking_script: TrackingScript | None = None
    """The version of the script."""
    visitor_insights: VisitorInsightsSettings | None = None
    """What is recorded of visitors' behavior."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.allow_crossdomain_tracking = data.get("allow_crossdomain_tracking")
            self.allow_gdpr = data.get("allow_gdpr")
            self.data_anonymization = data.get("data_anonymization")
            self.do_not_track = data.get("do_not_track")
            self.global_privacy_control = data.get("global_privacy_control")
            self.include_jquery = data.get("include_jquery")
            self.include_jquery_v1 = data.get("include_jquery_v1")
            self.disable_spa_functionality = data.get("disable_spa_functionality")
            self.do_not_track_referral = data.get("do_not_track_referral")
            self.time_zone = data.get("time_zone")
            self.utc_offset = data.get("utc_offset")
            self.time_format = data.get("time_format")
            self.debug_token = None if (v := data.get("debug_token")) is None else read_generate_debug_token_data(v)
            self.disable_default_config = data.get("disable_default_config")
            self.include_experience_collaborators = data.get("include_experience_collaborators")
            self.version = data.get("version")
            self.legacy_script = data.get("legacy_script")
            self.ignore_unused_locations = data.get("ignore_unused_locations")
            self.personalization = None if (v := data.get("personalization")) is None else read_switch(v)
            self.tracking_script = None if (v := data.get("tracking_script")) is None else read_tracking_script(v)
            self.visitor_insights = (
                None if (v := data.get("visitor_insights")) is None else read_visitor_insights_settings(v)
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_project_settings: Callable[[Any], ProjectSettings] = ProjectSettings.from_dict


from .generate_debug_token_data import GenerateDebugTokenData, read_generate_debug_token_data
from .switch import Switch, read_switch
from .tracking_script import TrackingScript, read_tracking_script
from .visitor_insights_settings import VisitorInsightsSettings, read_visitor_insights_settings
