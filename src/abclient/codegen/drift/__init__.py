"""How a specification differs from what a vendor publishes, and from what it answers."""
