"""Jobs, whether they are listed or told."""
