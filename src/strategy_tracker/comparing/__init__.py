"""Comparing: two sides of a record to their differences, and what a careful reader asks about them."""
