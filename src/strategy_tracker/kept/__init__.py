"""Answers about single files that are kept from one command to the next, by content: texts and numbers, no records."""
