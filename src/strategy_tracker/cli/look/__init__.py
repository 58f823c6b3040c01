"""Commands of the task `look`: where things stand."""
