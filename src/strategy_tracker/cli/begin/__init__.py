"""Commands of the task `begin`: a portfolio of one's own."""
