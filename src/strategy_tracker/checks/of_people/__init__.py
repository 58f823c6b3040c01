"""What may tell of a person: names, numbers and small counts in texts and figures."""
