"""Serving people who type into a form: what they see, kept in memory by content, and what they said, written once."""
