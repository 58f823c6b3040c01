"""Parts of a strategy or of an action, each a value or a list of its own."""
