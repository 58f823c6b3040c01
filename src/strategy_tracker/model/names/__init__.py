"""Names: what one normal form they have, which ones cannot be told apart, and addresses of items."""
