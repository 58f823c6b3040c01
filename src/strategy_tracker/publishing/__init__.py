"""What the public may see: which figures are suppressed, what is left of each record, and a second look at both."""
