"""Who the candidate is, and where they are found."""
