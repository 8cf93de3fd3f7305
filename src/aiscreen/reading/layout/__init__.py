"""Words on a page become lines in the order in which a person reads them."""
