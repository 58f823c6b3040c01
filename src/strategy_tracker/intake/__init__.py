"""Intake: tables of other people to a draft of a strategy, with a word about every cell; it opens no data file."""
