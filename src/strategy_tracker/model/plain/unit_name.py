"""Units as figures are printed with them: words that everybody has, and names of a body's own."""

from typing import NamedTuple


class UnitName(NamedTuple):
    """How figures of a body's own unit are printed: `12,400 tonnes of CO2`, and `1 tonne of CO2`."""

    name: str
    one: str | None = None
    of: str | None = None
    decimals: int | None = None

    def __str__(self) -> str:
        return f"{self.name} of {self.of}" if self.of else self.name

    def after(self, text: str) -> str:
        """The words that stand after a figure printed as `text`."""
        name = self.one or self.name if text.lstrip("-") == "1" else self.name
        return f"{name} of {self.of}" if self.of else name

    @property
    def words(self) -> frozenset[str]:
        """What people may type for the unit, in lower case."""
        names = [name for name in (self.name, self.one, self.name.removesuffix("s")) if name]
        told = {*names, *(f"{name}{of}{self.of}" for name in names for of in (" of ", " ") if self.of)}
        return frozenset(word.casefold() for word in told)


ShownUnit = str | UnitName
"""A unit as figures are printed with it: a word, a currency or a name."""
