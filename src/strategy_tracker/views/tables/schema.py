"""Declares the tables that are exported: their columns, what each holds, and what makes a row one fact.

It is a promise to those who load them: a column is never taken away or given another meaning without a new version,
and new ones come last. No name is a reserved word of an engine that is likely to read them.
"""

from typing import Literal, NamedTuple

SCHEMA_VERSION = 1
"""Goes up where a column goes, or another meaning or type is given to one."""

ColumnKind = Literal["text", "whole", "number", "day", "flag"]
"""Text; a whole number; an exact number with six places; a day; true or false. None of them is a list."""

PLACE = ("organisation", "as_at")
"""Whose the rows are and the day they were judged at: columns everywhere, but in Parquet the folders say them."""


class TidyColumn(NamedTuple):
    """One column: its name, what it holds, and that in words."""

    name: str
    kind: ColumnKind
    words: str


class TableSchema(NamedTuple):
    """One table: its name, what a row is, the columns that make a row one of its kind, and all its columns."""

    name: str
    words: str
    key: tuple[str, ...]
    columns: tuple[TidyColumn, ...]


_KINDS: dict[str, ColumnKind] = {"#": "whole", "%": "number", "@": "day", "?": "flag"}


def _columns(text: str) -> tuple[TidyColumn, ...]:
    """Read columns from lines such as `due@ the present due date`; a name without a sign is a text."""
    found = []
    for line in text.strip().splitlines():
        name, words = line.split(maxsplit=1)
        kind = _KINDS.get(name[-1], "text")
        found.append(TidyColumn(name.rstrip("#%@?"), kind, words))
    return tuple(found)


_PLACE = """
organisation the body whose portfolio it is, as an id
as_at@ the day at which everything was judged
"""


def _table(name: str, words: str, key: str, columns: str) -> TableSchema:
    return TableSchema(name, words, (*PLACE, *key.split()), _columns(_PLACE + columns.lstrip()))


TABLES = {
    one.name: one
    for one in (
        _table(
            "runs",
            "one export: which files, which program, which settings",
            "",
            """
run the name of the export: body, day and commit
organisation_name the name of the body in the settings
commit_id the commit that the files are of; empty where they were not committed
commit_day@ the day of that commit
tool_version the version of the program
schema_version# the version of these tables
audience internal, or public where small figures are suppressed
settings the settings in use, as JSON
""",
        ),
        _table(
            "strategies",
            "one strategy",
            "strategy",
            """
strategy its id
title its title
organisation_name whose strategy it is
starts@ the first day of its life
ends@ the last day of its life
phase running, not-begun, ended, superseded or undated
owner the post that answers for it
""",
        ),
        _table(
            "priorities",
            "one priority of a strategy",
            "strategy priority",
            """
strategy id of the strategy
priority its id
title its title
group_id id of the group it stands under
under_priority id of the priority it stands under
level what one of its depth is called
position# its place in the strategy, from 1
owner the post that answers for it
""",
        ),
        _table(
            "actions",
            "one action",
            "item",
            """
item strategy/action
strategy id of the strategy
priority id of the priority
action its id
position# its place in the strategy, from 1
text what will be done
kind deliverable, practice, improvement, standard or decision
owner the post that answers for it
owner_from where it has its owner from, if it names none: priority or strategy
starts@ the first day it can begin
due@ the present due date, the last day it can mean
due_precision day, month or year
original_due@ the due date it had first
every_interval how often it recurs
state the state it was last said to be in
colour blue, green, amber, red or grey
word the word printed beside the colour
reason_code the reason for the colour in one word
reason the reason for the colour in a sentence
days_overdue# days since its due date, 0 where it is not late
need late, waiting, silent or very-silent; empty where it needs nobody
silent? whether no update came within its review cadence
expected the date its owner last expected, as written
complete% how much of it was last said to be complete, in percent
""",
        ),
        _table(
            "people_of",
            "one post that answers for something or takes part in it",
            "thing item role position",
            """
thing strategy, priority, action or measure
item strategy, strategy/priority, strategy/action, or the id of a measure
role owner or partner
position# its place among them, from 1: the first owner answers
post the post or body
""",
        ),
        _table(
            "updates",
            "one thing that was said of an action",
            "item n",
            """
item strategy/action
n# its place in order of time, from 1
said_on@ the first day it can have been said
said_on_end@ the last day it can have been said
said_on_precision day, month or year
happened the day of what it tells of, as written
state the state it gives
rag the judgement of its owner
note what was said
said_by the post that said it
approved_by who agreed
expected the date it is expected, as written
no_change? whether it says that nothing has changed
drafted? whether a machine wrote it and nobody has confirmed it
accepted_by the post that accepted what was delivered
complete% how much is complete, in percent
public? whether its words may be published
""",
        ),
        _table(
            "milestones",
            "one milestone of an action",
            "item n",
            """
item strategy/action
n# its place, from 1
text what will have happened
due@ when it is due
done@ the last day on which it can have been done
done_precision day, month or year
clock what the day says of it: closed, passed, due-today, due-soon, on-time or none
""",
        ),
        _table(
            "moves",
            "one change of a due date, recorded or typed over",
            "item n",
            """
item strategy/action
n# its place, from 1
milestone the milestone whose date it is; empty for the action's own
moved_on@ the last day on which it can have been moved; empty where nobody is on record
former_date the date before, as written
new_date the date after, as written
why the reason
approved_by who agreed
in_file_since the day it was committed, where nobody is on record
""",
        ),
        _table(
            "reviews",
            "one meeting of a body about a strategy",
            "strategy body n",
            """
strategy id of the strategy
body the name of the body
role reviews or works
n# its place in order of time, from 1
held@ the last day on which it can have been held
held_precision day, month or year
""",
        ),
        _table(
            "measures",
            "one measure",
            "item",
            """
item its id
title what is measured
unit what the numbers are
currency the currency of money
better higher, lower, on-target or none
span snapshot, period, cumulative or rolling-12-months
frequency how often a reading is expected
level impact, outcome, output or process
owner the post that answers for the figures
family what its colour comes from: target, comparator, own-average, rank or none
amber_rule the declared rule in a sentence
public? whether it is meant for publication
code its code in a national framework
part_of id of the measure it is a part of
latest_period the period of its latest reading
target% the target that holds for it
target_period the period of that target
colour green, amber, red or grey
word the word printed beside the colour
reason_code the reason for the colour in one word
reason the reason for the colour in a sentence
direction better, worse, same, up, down, level or none
withdrawn? whether it was given up
cohort the people it is about
definition what is counted, and how
source where the figures come from
""",
        ),
        _table(
            "readings",
            "one figure of a measure, or of others it is compared with, as it was or as it is",
            "item series period version",
            """
item id of the measure
series own, or the name of the others
period the period, as written
version# 1 for the figure first given, one more for each restatement
is_current? whether it is the newest version
period_kind day, month, quarter, half, year, calendar-year, academic-year or range
period_start@ the first day of the period
period_end@ the last day of the period
value% the figure, rounded to six places where a division gave more
numerator% how many
denominator% out of how many
symbol c, x, z, low or u where there is no plain number
words the figure where it is in words only
state provisional, final or revised
recorded@ the last day on which it can have become known
target% the target it was rated by, of the latest own figure
colour the colour of the measure, at its latest own figure only
reason_code the reason for that colour in one word
note what a reader must know
source where the figure comes from
""",
        ),
        _table(
            "group_readings",
            "the figure of one group beside a total",
            "item split group_name period",
            """
item id of the measure
split what it is divided by, such as sex
group_name the group
period the period, as written
period_kind as in readings
period_start@ the first day of the period
period_end@ the last day of the period
value% the figure, rounded to six places where a division gave more
numerator% how many
denominator% out of how many
symbol c, x, z, low or u where there is no plain number
words the figure where it is in words only
""",
        ),
        _table(
            "links",
            "one measure that a priority or an action names",
            "thing item measure",
            """
thing priority or action
item strategy/priority or strategy/action
measure id of the measure
""",
        ),
    )
}
"""Every table by its name, in the order in which they are written."""
