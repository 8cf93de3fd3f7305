"""Heads: what stands above the content of an entry, in parts that are told apart."""
