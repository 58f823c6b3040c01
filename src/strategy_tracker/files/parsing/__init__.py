"""Parsing: bytes to plain data or a sentence about what stands in the way, with places."""
