"""One thing, whole: what `show` prints."""
