"""What Optimizely Classic is called and needs."""

from __future__ import annotations

from abclient_api.optimizely_classic import SERVERS

from ...vendor import Vendor

VENDOR = Vendor(
    name="optimizely_classic",
    title="Optimizely Classic",
    api="REST API v1",
    url=SERVERS[0],
    client=f"{__package__}.client:OptimizelyClassic",
    source=f"{__package__}.source:OptimizelyClassicSource",
    verbs=(("start", "start"), ("pause", "pause"), ("archive", "archive")),
    settings=("token_type",),
    segments=(("audience", ()), ("dimension:ID", ())),
    documented_wait=60.0,
    advised_rate=10.0,
    request_id_keys=("uuid",),
)
