"""What a strategy says of itself: who stands behind it, whom it is for, how they are asked, and what changes."""
