"""Items: the life of an action or measure, read from the versions of its file."""
