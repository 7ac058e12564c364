"""What Convert v1 is called and needs."""

from __future__ import annotations

from abclient_api.convert_v1 import SERVERS

from ...vendor import Vendor

VENDOR = Vendor(
    name="convert_v1",
    title="Convert v1",
    api="REST API v1",
    url=SERVERS[0],
    client=f"{__package__}.client:ConvertV1",
    source=f"{__package__}.source:ConvertV1Source",
    verbs=(("start", "start"), ("pause", "pause"), ("end", "complete"), ("archive", "archive")),
    credentials=("application_id", "secret"),
    initial_rate=2.0,
)
