"""Looking: where things stand, what waits for somebody, and what is wrong in the files."""
