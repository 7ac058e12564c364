"""What GrowthBook is called and needs."""

from __future__ import annotations

from abclient.vendor import Vendor

from .rest import SERVERS

VENDOR = Vendor(
    name="growthbook",
    title="GrowthBook",
    api="REST API v1 and v2",
    url=SERVERS[0],
    client=f"{__package__}.client:GrowthBook",
    source=f"{__package__}.source:GrowthBookSource",
    segments=(("dimension:ID", ()),),
    has_iterations=True,
    verbs=(("start", "start"), ("archive", "archive"), ("unarchive", "unarchive")),
    # "Errors" in the vendor's introduction to its API: 60 requests a minute.
    pace=1.0,
)
