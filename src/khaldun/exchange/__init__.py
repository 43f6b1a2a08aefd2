"""Coded documents, out and in: one file a format."""
