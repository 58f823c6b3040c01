"""What a person asked for and cannot have: a sentence, and one thing to do about it. Raised anywhere, printed once."""


class Problem(Exception):
    """What was asked cannot be done: `message` says why, `next_step` what a person can do instead.

    Rooms that somebody must tell apart have a class of their own below this one, such as `NoGit`; nothing else adds
    to it. The command line prints both parts and ends with exit code 2; a form shows them beside the `field` of this
    name, which is the one of what was typed: `note`, `due`, `value`.
    """

    def __init__(self, message: str, next_step: str = "", field: str = "") -> None:
        super().__init__(message)
        self.message, self.next_step, self.field = message, next_step, field
