"""What a change of a specification means for callers."""
