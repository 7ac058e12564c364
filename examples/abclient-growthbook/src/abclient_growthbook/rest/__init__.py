"""GrowthBook REST API: requests described, answers parsed, nothing sent.

``abclient generate`` has made all of this package: change the specification, and generate it again.
"""

SERVERS: tuple[str, ...] = ("https://api.growthbook.io/api",)
"""Base addresses that paths are appended to, the usual one first."""

CREDENTIALS: dict[str, tuple[str, str]] = {
    "bearerAuth": ("authorization", "Bearer "),
}
"""Of each security scheme that is a header: its name, and what stands before the credential there."""
