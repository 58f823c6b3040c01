"""Quotes what a person wrote, as messages repeat it."""


def shown(value: object) -> str:
    """Quote `value` as the person wrote it, cut to a readable length; a list or a map by what it is."""
    if isinstance(value, dict):
        return "a set of 'key: value' lines"
    if isinstance(value, tuple):
        return "a list"
    text = value if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)
    return f"'{text if len(text) <= 60 else text[:57] + '…'}'"
