"""Says of what nobody put on record since when it is in the file."""


def quiet_words(since: str | None) -> str:
    """Say of a value that nobody put on record since when it is in the file; None where that is not known."""
    if since is None:
        return "in the file, nobody on record"
    return f"in the file since {since}, nobody on record" if since else "in the file, not committed, nobody on record"
