"""The messages of a digest: each owner is asked for what is missing, with the command that answers it.

Nothing that a file says becomes part of a head or of a command.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from strategy_tracker.judging.attention import AttentionItem
from strategy_tracker.judging.meetings.count_answers import answers_words
from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.of_portfolio import Standing
from strategy_tracker.judging.standing.of_resolutions import ResolutionStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.views.dates_and_amounts import as_at
from strategy_tracker.views.text import NOBODY, counted, file_name


class EntryPlace(NamedTuple):
    """Where a thing stands: its file, the line if it is known, and the period that a late reading is of."""

    file: str
    line: int | None
    period: str = ""


class DigestEntry(NamedTuple):
    """One thing asked about: its id, what it is, how late, the reason of its colour, what answers it, and where.

    `write` says what is written at `place`; `whose` owner is asked, where the thing itself names none.
    """

    item: str
    text: str
    late: tuple[str, ...]
    why: str
    commands: tuple[str, ...]
    write: str
    place: str
    whose: str = ""


class Digest(NamedTuple):
    """Everything that one owner is asked; `owner` is None where nobody is named."""

    owner: str | None
    entries: tuple[DigestEntry, ...]
    when: str

    @property
    def subject(self) -> str:
        """The subject of the message: a count, and no word of anybody's."""
        one = len(self.entries) == 1
        if self.owner is None:
            return f"{counted(len(self.entries), 'thing')} {'has' if one else 'have'} no owner"
        return f"{counted(len(self.entries), 'thing')} {'waits' if one else 'wait'} for your word"

    def paragraphs(self, text: Callable[[str], str], code: Callable[[str], str]) -> list[str]:
        """Writes the message, paragraph by paragraph: `text` escapes what somebody said, `code` marks what is typed."""
        whom = text(self.owner) if self.owner else NOBODY
        parts = [f"For: {whom}", f"{self.subject}, {text(self.when)}."]
        for number, one in enumerate(self.entries, 1):
            head = f"{number}. "
            said = [*one.late, *([f"why: {one.why}"] if one.why else [])]
            said += [f"asked for the {one.whose}: the action names no owner"] if one.whose else []
            said = [text(words) for words in said] + [f"answer: {code(command)}" for command in one.commands]
            said.append(f"{one.write} at {code(one.place)}")
            under = "".join(f"\n{' ' * len(head)}- {words}" for words in said)
            parts.append(f"{head}{text(one.item)}: {text(one.text)}{under}")
        return parts + _for_all(self, code)


_FOR_A_SHELL = re.compile(r"[^\W_][\w ,.'()&/-]*")
"""Names that no shell takes for more than a name, between double quotes."""


def digests(
    found: Iterable[AttentionItem], standing: Standing, place: Callable[[AttentionItem], EntryPlace]
) -> list[Digest]:
    """One message for each owner, by name, and a last one for what nobody answers for; in each a thing stands once."""
    groups: dict[str, dict[tuple[str, ...], list[AttentionItem]]] = {}
    for one in found:
        for owner in owners_of(one) or ("",):
            things = groups.setdefault(owner, {})
            things.setdefault((one.thing, *one.strategies, one.item), []).append(one)
    actions = {f"{s.id}/{action.id}": action for s in standing.strategies for action in s.actions}
    return [
        Digest(
            owner or None,
            tuple(_entry(group, standing, actions.get(group[0].item), place(group[0])) for group in things.values()),
            as_at(standing),
        )
        for owner, things in sorted(groups.items(), key=lambda each: (not each[0], each[0]))
    ]


def _entry(
    group: Sequence[AttentionItem], standing: Standing, action: ActionStanding | None, place: EntryPlace
) -> DigestEntry:
    first = group[0]
    where = file_name(place.file) + (f":{place.line}" if place.line else "")
    if first.thing == "measure":
        return _measure_entry(group, standing, place.period, where)
    if first.asked == "unanswered":
        return _round_entry(first, standing, where)
    if asked := _asked_of(first, standing):
        return _ask_entry(group, asked, where)
    if action is None:
        commands = tuple(f"strategy reviews --strategy {name}" for name in first.strategies)
        write = "write the day it met under 'held'" if first.owner else "name who writes its paper as 'paper_by'"
        return DigestEntry(
            ", ".join(first.strategies),
            f"meeting of {first.text}",
            tuple(one.words for one in group),
            "",
            commands,
            write,
            where,
        )
    late = tuple(_late(one, action) for one in group)
    why = "" if action.rating.why == "late" else action.rating.reason  # which would only say the date again
    answers = dict.fromkeys(f"strategy update {first.item} {option}" for option in _options(group, action))
    return DigestEntry(
        first.item, action.text, late, why, tuple(answers), _OR[bool(first.owner)], where, first.owner_from or ""
    )


def _asked_of(one: AttentionItem, standing: Standing) -> ResolutionStanding | None:
    """The resolution that an item is; None where it is something else."""
    bodies = (body for strategy in standing.strategies if strategy.id in one.strategies for body in strategy.bodies)
    name = one.item.partition("/")[2]
    return next((each for body in bodies for each in body.resolutions if name and each.id == name), None)


def _ask_entry(group: Sequence[AttentionItem], asked: ResolutionStanding, where: str) -> DigestEntry:
    """Ask for what a body resolved; where something else is to be done about it than was asked, both are told."""
    first, why = group[0], f"it was asked: {asked.text}" if asked.to_do else ""
    commands = (f'strategy update {first.item} --note "…"',)
    write = "or write 'done' and 'answer'"
    return DigestEntry(first.item, first.text, tuple(one.words for one in group), why, commands, write, where)


def _measure_entry(group: Sequence[AttentionItem], standing: Standing, period: str, where: str) -> DigestEntry:
    """Ask for a reading that is late, and for what counts as amber where a target is missed without it."""
    first = group[0]
    late = tuple(one.words for one in group)
    why = standing.measures[first.item].rating.reason
    commands = (_record(first.item, period),) if "late-reading" in first.kinds else ()
    declare = "declare what counts as amber, such as 'amber_within: 5% of target',"
    write = _OR[bool(first.owner)] if commands else declare
    return DigestEntry(first.item, first.text, late, "" if why in late else why, commands, write, where)


def _round_entry(first: AttentionItem, standing: Standing, where: str) -> DigestEntry:
    """What an owner has not answered in the round before a meeting, with a command for each thing."""
    rounds = [one for one in standing.rounds if one.body == first.item and one.round.meets == first.due]
    things = {thing.item: thing for one in rounds for thing in one.round.asked if first.owner in thing.owners}
    waiting = [thing for thing in things.values() if thing.answered is None]
    commands = tuple(
        _record(one.item, "") if one.asked_for == "reading" else f"strategy update {one.item} --no-change"
        for one in waiting
    )
    said = (first.words, *map(answers_words, rounds))
    return DigestEntry(", ".join(first.strategies), first.text, said, "", commands, "the body stands", where)


def _late(one: AttentionItem, action: ActionStanding) -> str:
    """Why one thing is in the message: its word and the reason; of a date to come, the date."""
    if one.asked and one.asked != "upcoming":
        return f"{one.asked.replace('-', ' ')}: {one.words}"
    return one.words if one.text == action.text else f"milestone '{one.text}' {one.words}"


_OR = {True: "or write it", False: "name an 'owner'"}
"""What is written in the file, by whether somebody is named."""


def _record(measure: str, period: str) -> str:
    shown = period or "PERIOD"
    return f"strategy record {measure} " + (f'"{shown}"' if " " in shown else shown) + " VALUE"


def _options(group: Sequence[AttentionItem], action: ActionStanding) -> Iterator[str]:
    """The options that answer what is told; a milestone goes by its number, for its words are not for a shell."""
    clocks = (
        (action.start, action.text, "--state in-progress"),
        (action.due, action.text, '--note "…"'),
        (action.interval, action.text, "--did DATE"),
        (action.review, action.text, '--note "…"'),
        *((step.clock, step.text, f"--tick {n}") for n, step in enumerate(action.milestones, 1)),
    )
    for clock, text, option in clocks:
        if any(clock.words in one.words and one.text in (action.text, text) for one in group):
            yield option


def _for_all(digest: Digest, code: Callable[[str], str]) -> list[str]:
    """Commands that answer several things together."""
    parts = []
    if digest.owner and _FOR_A_SHELL.fullmatch(digest.owner) and len(digest.entries) > 1:
        together = f'strategy checkin --owner "{digest.owner}"'
        parts.append(f"One after the other: {code(together)}")
    if any(command.startswith("strategy update") for one in digest.entries for command in one.commands):
        move = 'strategy move ID --to DATE --why "…"'
        parts.append(f"Done already? Add {code('--done')}. A date has to move? {code(move)}")
    return parts
