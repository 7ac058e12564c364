"""What Convert is called and needs."""

from __future__ import annotations

from abclient_api.convert import SERVERS

from ...vendor import Vendor

VENDOR = Vendor(
    name="convert",
    title="Convert",
    api="REST API v2",
    url=SERVERS[0],
    client=f"{__package__}.client:Convert",
    source=f"{__package__}.source:ConvertSource",
    verbs=(("start", "start"), ("pause", "pause"), ("end", "complete"), ("archive", "archive")),
    credentials=("application_id", "secret"),
    other_credentials=("key_id", "key_secret"),
    settings=("account_id",),
    segments=(
        ("device", ("desktop", "all_phones", "iPhone", "other_phones", "all_tablets", "iPad", "other_tablets")),
        ("browser", ("chrome", "edge", "firefox", "internet_explorer", "safari", "other")),
        ("country", ()),
        ("visitor_type", ("new", "returning")),
        ("source", ("ai_tool", "campaign", "direct", "referral", "search")),
        ("campaign", ()),
        ("custom_segment", ()),
    ),
    has_series=True,
    initial_rate=2.0,
)
