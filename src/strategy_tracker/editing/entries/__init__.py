"""Entries: the changes of a file that one thing a person says makes."""
