"""What Optimizely Feature Experimentation is called and needs."""

from __future__ import annotations

from abclient_api.optimizely_flags import SERVERS

from ...vendor import Vendor

VENDOR = Vendor(
    name="optimizely_flags",
    title="Optimizely Feature Experimentation",
    api="Flags API v1",
    url=SERVERS[0],
    client=f"{__package__}.client:OptimizelyFlags",
    source=f"{__package__}.source:OptimizelyFlagsSource",
    settings=("results_url", "scheduling_url", "permissions_url"),
    has_environments=True,
    segments=(("attribute:ID", ()),),
    has_series=True,
    verbs=(("start", "enable"), ("pause", "disable"), ("archive", "archive")),
    # "About the Feature Experimentation APIs" in the vendor's documentation: 2 a second and 120 a minute.
    pace=2.0,
    request_id_keys=("uuid",),
)
