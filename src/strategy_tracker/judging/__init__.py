"""Judging: what we think of a record on a day, in colours, clocks and counts; it sees no disk."""
