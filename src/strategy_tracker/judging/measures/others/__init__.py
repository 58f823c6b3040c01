"""Where a measure stands among others: its place, its quarter, and what follows from both."""
