"""Accounts as our own tables, and whole without loss: one file a format."""
