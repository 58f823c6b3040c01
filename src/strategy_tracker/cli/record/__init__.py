"""Commands of the task `record`: what a person writes into the files."""
