"""Optimizely Permission Service: requests described, answers parsed, nothing sent."""

SERVERS: tuple[str, ...] = ("https://api.optimizely.com/permissions",)
"""Base addresses that paths are appended to, the usual one first."""
