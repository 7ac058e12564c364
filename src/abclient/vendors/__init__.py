"""One file per vendor, all in the same order: the client, its collections, its resources."""
