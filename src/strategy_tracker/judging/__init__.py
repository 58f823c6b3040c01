"""Judging: what we think of a record at a day, in colours, clocks and counts; it sees no disk."""
