"""Entries: where each starts, and its rows as if every writer had set them alike."""
