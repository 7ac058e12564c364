"""What LaunchDarkly is called and needs."""

from __future__ import annotations

from abclient_api.launchdarkly import SERVERS

from ...vendor import Vendor

VENDOR = Vendor(
    name="launchdarkly",
    title="LaunchDarkly",
    api="REST API v2",
    url=SERVERS[0],
    client=f"{__package__}.client:LaunchDarkly",
    source=f"{__package__}.source:LaunchDarklySource",
    settings=("instance", "api_version", "events_url"),
    needs=("project", "environment"),
    has_environments=True,
    has_iterations=True,
    verbs=(("start", "start_iteration"), ("end", "stop_iteration"), ("archive", "archive"), ("unarchive", "restore")),
    # "Rate limiting" in https://launchdarkly.com/docs/api
    limit_headers=(
        ("account", "x-ratelimit-global-"),
        ("route", "x-ratelimit-route-"),
        ("token", "x-ratelimit-auth-token-"),
    ),
    request_id_keys=("id",),
)
