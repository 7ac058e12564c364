"""What Optimizely is called and needs."""

from __future__ import annotations

from abclient_api.optimizely import SERVERS

from ...vendor import Vendor

VENDOR = Vendor(
    name="optimizely",
    title="Optimizely",
    api="REST API v2",
    url=SERVERS[0],
    client=f"{__package__}.client:Optimizely",
    source=f"{__package__}.source:OptimizelySource",
    segments=(
        ("browser", ("firefox", "chrome", "internet_explorer", "opera", "safari")),
        ("device", ("desktop", "ipad", "iphone", "mobile", "tablet")),
        ("source", ("campaign", "direct", "referral", "search")),
        ("attribute:ID", ()),
    ),
    has_series=True,
    verbs=(("start", "start"), ("pause", "pause"), ("archive", "archive"), ("unarchive", "unarchive")),
    advised_rate=40.0,
    request_id_keys=("uuid",),
)
