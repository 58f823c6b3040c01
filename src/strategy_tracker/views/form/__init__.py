"""The pages of the form: what waits, one thing whole, what can be said of it, and what that would change."""
