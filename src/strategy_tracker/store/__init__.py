"""The files on disk: find them, read them fast, say where things stand in them."""
