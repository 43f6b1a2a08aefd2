"""Quality and speed of the coder, measured the same way every time; not installed."""
