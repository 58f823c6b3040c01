"""Merging: three versions of a data file to one, item by item."""
