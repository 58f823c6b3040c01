"""The door: one module per command, thin; one visible list of commands."""
