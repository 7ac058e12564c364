"""Optimizely Classic REST API: requests described, answers parsed, nothing sent."""

SERVERS: tuple[str, ...] = ("https://www.optimizelyapis.com/experiment/v1",)
"""Base addresses that paths are appended to, the usual one first."""
