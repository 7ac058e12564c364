"""What Convert is called and needs."""

from __future__ import annotations

from abclient_api.convert import SERVERS

from ...vendor import Vendor

VENDOR = Vendor(
    name="convert",
    title="Convert",
    api="REST API v1",
    url=SERVERS[0],
    client=f"{__package__}.client:Convert",
    source=f"{__package__}.source:ConvertSource",
    credentials=("application_id", "secret"),
    advised_rate=40.0,
)
