from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ProjectSettingsInput(Body):
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

    READ_ONLY: ClassVar[tuple[str, ...]] = ("version",)

    allow_crossdomain_tracking: bool | Unset = UNSET
    """Whether visitors are recognized across the project's domains."""
    allow_gdpr: bool | Unset = UNSET
    """Whether the features for the GDPR are on."""
    data_anonymization: bool | Unset = UNSET
    """Whether names are replaced by ids in what is sent to visitors."""
    do_not_track: Literal["OFF", "EU ONLY", "EEA ONLY", "Worldwide"] | Unset = UNSET
    """Where browsers that ask not to be tracked are obeyed."""
    global_privacy_control: Literal["OFF", "EU ONLY", "EEA ONLY", "Worldwide"] | Unset = UNSET
    """Where the Global Privacy Control signal is obeyed."""
    include_jquery: bool | Unset = UNSET
    """Whether jQuery comes with the script."""
    include_jquery_v1: bool | Unset = UNSET
    """Whether it is jQuery 1. The vendor's default: False."""
    disable_spa_functionality: bool | Unset = UNSET
    """Whether changes of the address within a page are ignored. The vendor's default: False."""
    do_not_track_referral: bool | Unset = UNSET
    """Whether the referrer is not tracked. The vendor's default: False."""
    time_zone: str | Unset = UNSET
    """The name of the time zone."""
    utc_offset: int | Unset = UNSET
    """How far the time zone is ahead of UTC, in seconds. The vendor's default: 0."""
    time_format: Literal["12h", "24h"] | Unset = UNSET
    """How times are shown."""
    debug_token: GenerateDebugTokenData | Unset = UNSET
    """The token of the debugger, while there is one."""
    disable_default_config: bool | Unset = UNSET
    """Whether the script comes without the default configuration. The vendor's default: False."""
    include_experience_collaborators: bool | Unset = UNSET
    """Whether experiences hold their collaborators. The vendor's default: False."""
    version: str | None | Unset = UNSET
    """The version. Read-only."""
    legacy_script: bool | Unset = UNSET
    """Whether the older tracking script is used. The vendor's default: False."""
    ignore_unused_locations: bool | Unset = UNSET
    """Whether locations that no experience uses are left out of the script's configuration. The vendor's
    default: False."""
    personalization: Switch | None | Unset = UNSET
    """Whether the page is personalized before it shows."""
    tracking_script: TrackingScriptInput | None | Unset = UNSET
    """The version of the script."""
    visitor_insights: VisitorInsightsSettingsInput | Unset = UNSET
    """What is recorded of visitors' behavior."""


from .generate_debug_token_data import GenerateDebugTokenData
from .switch import Switch
from .tracking_script_input import TrackingScriptInput
from .visitor_insights_settings_input import VisitorInsightsSettingsInput
