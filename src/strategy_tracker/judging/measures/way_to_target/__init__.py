"""The way to a target: which one counts, what is wanted by when, and how far it is."""
