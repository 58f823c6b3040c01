"""Comparing: from the records of two moments to their differences, and what a careful reader asks about them."""
