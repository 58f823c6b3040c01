"""Checks: what is asked of each file after it could be read, and of all files together."""
