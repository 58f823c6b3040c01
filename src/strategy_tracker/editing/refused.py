"""What a person asked for and cannot have: said here, shown by the command."""


class Refused(Exception):
    """It makes no sense as asked; `mend` is one thing to do instead."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message)
        self.message, self.mend = message, mend


class Already(Exception):
    """The file says exactly this; the text shows how."""
