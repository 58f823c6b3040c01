"""Says of what nobody put on record since when it is in the file."""

from strategy_tracker.model.names.labels import Label, phrase


def quiet_words(since: str | None) -> Label:
    """Say of a value that nobody put on record since when it is in the file; None where that is not known."""
    if since is None:
        return phrase("quietly-in-file")
    return phrase("quietly-since", day=since) if since else phrase("quietly-uncommitted")
