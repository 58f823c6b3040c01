"""What we think of a strategy: checks, ratings, clocks and the standing; pure functions."""
