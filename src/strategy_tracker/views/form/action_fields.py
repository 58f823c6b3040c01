"""What is asked of an action: how far it is and how it is going, or to which day it moves and why."""

from collections.abc import Sequence

from strategy_tracker.judging.standing.of_actions import ActionStanding
from strategy_tracker.judging.standing.owners import owners_of
from strategy_tracker.views.dates_and_amounts import dates_in
from strategy_tracker.views.form.fields import Field, FieldOption

DAY_HINT = "For example 27/3/2026, 27 March 2026, or March 2026 where the day is not known."
STATES = (
    FieldOption("not-started", "Not started"),
    FieldOption("in-progress", "In progress"),
    FieldOption("delivered", "Delivered", "It is done, and waits for somebody to sign it off."),
    FieldOption("complete", "Complete"),
    FieldOption("paused", "Paused", "Say why below."),
    FieldOption("stopped", "Stopped", "Say why below."),
    FieldOption("superseded", "Replaced by something else", "Say by what below."),
)
JUDGEMENTS = (
    FieldOption("green", "Green", "As planned."),
    FieldOption("amber", "Amber", "Late or at risk, and in hand. Say below what will be done."),
    FieldOption("red", "Red", "It needs somebody else's help. Say below what will be done."),
    FieldOption("", "No judgement"),
)


def update_fields(action: ActionStanding, posts: Sequence[str]) -> tuple[Field, ...]:
    """What is asked of how an action is going; only what it can be asked."""
    unsaid = () if action.state else (FieldOption("", "Not said"),)
    fields = [
        Field("state", "How far is it?", "one", options=(*STATES, *unsaid)),
        Field("rag", "Is it going well?", "one", "Only for what is still to be done.", JUDGEMENTS),
        Field(
            "note", "What should the board know?", "lines", "No names of people, and nothing they could be known by."
        ),
        Field("forecast", "When do you expect it?", "day", f"If not on the date given. {DAY_HINT}"),
    ]
    if action.interval.kind != "none":
        fields.append(Field("did", "When was it last done?", "day", f"If that is not on record. {DAY_HINT}"))
    steps = [(number, one) for number, one in enumerate(action.milestones, 1) if not one.done]
    if steps:
        options = tuple(FieldOption(str(number), one.text, dates_in(one.clock.words)) for number, one in steps)
        fields.append(Field("tick", "Which of these steps are done?", "some", options=options))
    fields += [
        Field("evidence", "Where can one see it?", "lines", "Minutes, a page, a report: one on each line."),
        Field("approved_by", "Who agreed, if it is paused, stopped or replaced?", "line", "A body or a post."),
    ]
    return (*fields, *_who_and_when(action, posts))


def no_change_fields(action: ActionStanding, posts: Sequence[str]) -> tuple[Field, ...]:
    """What is asked of whoever says that all that was said before still holds."""
    return _who_and_when(action, posts)


def move_fields(action: ActionStanding, posts: Sequence[str]) -> tuple[Field, ...]:  # noqa: ARG001 - asked as the others
    """What is asked of a due date that moves: which one, to when, why, and who agreed."""
    steps = tuple(
        FieldOption(str(number), one.text, dates_in(one.clock.words))
        for number, one in enumerate(action.milestones, 1)
        if not one.done
    )
    whole = FieldOption("", "The action itself", dates_in(action.due.words))
    which = [Field("milestone", "Which date moves?", "one", options=(whole, *steps))] if steps else []
    return (
        *which,
        Field("to", "To which day?", "day", DAY_HINT),
        Field("why", "Why does it move?", "lines", "For whoever asks in a year."),
        Field("approved_by", "Who agreed?", "line", "A body or a post. Leave it empty where nobody did."),
        Field("on", "When was it decided?", "day", DAY_HINT),
    )


def _who_and_when(action: ActionStanding, posts: Sequence[str]) -> tuple[Field, ...]:
    return by_field(posts, owners_of(action)), Field("on", "On which day do you say so?", "day", DAY_HINT)


def by_field(posts: Sequence[str], owners: Sequence[str]) -> Field:
    """The field for the post that speaks: the owners of the thing come first."""
    ordered = [one for one in dict.fromkeys((*owners, *posts)) if one in posts]
    options = (FieldOption("", "Not said"), *(FieldOption(one, one) for one in ordered))
    return Field("by", "Which post says so?", "list", "", options)
