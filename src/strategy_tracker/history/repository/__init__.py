"""The repository: git asked in batches, its commits, and the files of an earlier moment."""
