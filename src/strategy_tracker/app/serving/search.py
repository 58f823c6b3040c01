"""Finds actions, measures, priorities and strategies by their words, in what is kept in memory."""

from strategy_tracker.app.serving.memory import Picture
from strategy_tracker.files.find_words import ItemTexts, Mention, mentions_in, texts_in
from strategy_tracker.model.record import Record

__all__ = ["Mention", "WordIndex"]


class WordIndex:
    """The texts of each file, collected again only where its record is another one."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Record, tuple[ItemTexts, ...]]] = {}

    def mentions(self, picture: Picture, words: str) -> list[Mention]:
        """Everything that has all these words, by its title first; nothing where there are none."""
        every = list[ItemTexts]()
        for file in picture.portfolio.files:
            record = picture.records.get(file.name)
            if record is None:
                continue
            kept = self._kept.get(file.name)
            if kept is None or kept[0] is not record:
                kept = self._kept[file.name] = record, tuple(texts_in(record, file))
            every += kept[1]
        return mentions_in(every, words.split())
