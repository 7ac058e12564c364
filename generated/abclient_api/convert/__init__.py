"""Convert Experiences REST API v2: requests described, answers parsed, nothing sent."""

SERVERS: tuple[str, ...] = ("https://api.convert.com/api/v2",)
"""Base addresses that paths are appended to, the usual one first."""
