"""Git: the only room that runs it, and everything that is read from it."""
