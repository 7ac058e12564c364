"""Convert Experiences REST API v1: requests described, answers parsed, nothing sent."""
