"""What is said of one action or measure: the changes that each proposes."""
