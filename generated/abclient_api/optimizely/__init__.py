"""Optimizely REST API: requests described, answers parsed, nothing sent."""
