"""Typed over: what changed in commits without a word in the files."""
