"""The settings of a portfolio, read when somebody asks: whoever knows in short what they say needs no model of them."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from strategy_tracker.diagnostics import Diagnostic

if TYPE_CHECKING:
    from strategy_tracker.model.settings import Settings


class SettingsInShort(NamedTuple):
    """What the settings say that holds for all files together; `wrong` is what is wrong with them.

    `suppresses` says that small numbers are not published, and `names_files` that a logo or a template is named.
    """

    organisation: str | None
    severity: Mapping[str, str]
    check_privacy: bool
    suppresses: bool
    names_files: bool
    wrong: tuple[Diagnostic, ...]


class OpenedSettings:
    """The settings that `read` gives, with what is wrong with them: read once, and only where they are wanted."""

    def __init__(
        self, read: "Callable[[], tuple[Settings, Iterable[Diagnostic]]]", short: SettingsInShort | None = None
    ) -> None:
        self._read, self._short = read, short

    @cached_property
    def _made(self) -> "tuple[Settings, Iterable[Diagnostic]]":
        return self._read()

    def both(self) -> "tuple[Settings, Iterable[Diagnostic]]":
        """The settings, and what is wrong with them."""
        return self._made

    @property
    def whole(self) -> "Settings":
        """The settings themselves."""
        return self._made[0]

    @cached_property
    def short(self) -> SettingsInShort:
        """What holds for all files together."""
        if self._short is not None:
            return self._short
        found, wrong = self._made
        return SettingsInShort(
            organisation=found.organisation,
            severity=dict(found.severity),
            check_privacy=found.check_privacy,
            suppresses=found.suppress_below is not None,
            names_files=bool(found.logo or found.word_template),
            wrong=tuple(wrong),
        )

    def with_privacy(self) -> "OpenedSettings":
        """The same settings, which look for small numbers and personal data whatever their file says."""
        return OpenedSettings(lambda: (self.whole.model_copy(update={"check_privacy": True}), self.short.wrong))


def opened(settings: "Settings", wrong: Iterable[Diagnostic] = ()) -> OpenedSettings:
    """Settings that are at hand already."""
    return OpenedSettings(lambda: (settings, wrong))
