"""Specifications: their files, their rules, and what they say."""
