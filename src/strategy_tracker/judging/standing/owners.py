"""Who is asked about a thing: each of its owners, of whom the first answers for it."""

from typing import Protocol


class Owned(Protocol):
    """What has an owner, and where there are several, all of them with the `owner` first."""

    @property
    def owner(self) -> str | None:
        """The one who answers for it."""

    @property
    def owners(self) -> tuple[str, ...]:
        """Everybody who is asked."""


def owners_of(one: Owned) -> tuple[str, ...]:
    """Everybody who is asked about a thing, the one who answers for it first; empty where nobody is named."""
    return one.owners or ((one.owner,) if one.owner else ())


def first_of(owners: tuple[str, ...]) -> str | None:
    """The one of several who answers; None where nobody is named."""
    return owners[0] if owners else None
