"""Commands of the task `publish`: what leaves for others."""
