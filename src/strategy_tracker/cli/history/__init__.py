"""Commands of the task `history`: what was, and what became of it."""
