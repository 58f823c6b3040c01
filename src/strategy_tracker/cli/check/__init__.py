"""Commands of the task `check`: what is wrong, and with what it runs."""
