"""Why it matters what looks odd."""

from strategy_tracker.views.explanations.entry import Explanation

_YEAR_ENDS = "\n".join(f"- {{id: safe-0{n}, text: Take step {n}, due: 2027-03-31}}" for n in range(1, 9))
_SPREAD = "\n".join(f"- {{id: safe-0{n}, text: Take step {n}, due: 2027-0{n}-15}}" for n in range(1, 9))
_ONE_OWNER = "\n".join(
    f"- {{id: safe-0{n}, text: Take step {n}, owner: Head of Service, due: 2026-06-30}}" for n in range(1, 9)
)
_TWO_OWNERS = _ONE_OWNER.replace("owner: Head of Service", "owner: Group Manager", 4)

SMELLS = {
    "cut-at-hash": Explanation(
        "A '#' after a blank begins a comment, also in the middle of a text. Reports would say only 'Send form'.",
        "in an action",
        "note: Send form #7 to each school",
        'note: "Send form #7 to each school"',
    ),
    "due-before-start": Explanation(
        "The strategy starts in April 2025, so this is overdue on its first day. The year is often a slip.",
        "in an action",
        "due: 2025-03-28",
        "due: 2026-03-27",
    ),
    "due-after-end": Explanation(
        "The strategy ends in March 2028. After that nobody looks at it, so nobody would notice that this is late.",
        "in an action",
        "due: 2028-06-30",
        "due: 2028-03-30",
    ),
    "due-already-past": Explanation(
        "A date that was over when it was agreed is no plan. The action would be late from the first day.",
        "in an action",
        "due: 2025-04-30\nmoved:\n  - {on: 2025-05-12, from: 2025-04-15, why: The provider withdrew}",
        "due: 2025-07-31\nmoved:\n  - {on: 2025-05-12, from: 2025-04-15, why: The provider withdrew}",
    ),
    "due-on-weekend": Explanation(
        "Hardly anybody works that day, so nobody looked at a calendar. It will be late by the Monday.",
        "in an action",
        "due: 2025-06-14",
        "due: 2025-06-13",
    ),
    "due-dates-crowd": Explanation(
        "When most actions are due on the last day of the year, nobody thought about when each can be done. All year "
        "long nothing is late, and then everything is.",
        "in a list of actions",
        _YEAR_ENDS,
        _SPREAD.replace("-08-15", "-08-16").replace("-05-15", "-05-14"),
    ),
    "owner-crowd": Explanation(
        "Nobody finishes eight things in a month. Better to see that now than in the month itself.",
        "in a list of actions",
        _ONE_OWNER,
        _TWO_OWNERS,
    ),
    "dated-in-future": Explanation(
        "Nobody can have said this yet. An update dated ahead would hide every later one until that day.",
        "in an action",
        "updates:\n  - {on: 2062-06-02, state: in-progress}",
        "updates:\n  - {on: 2025-06-02, state: in-progress}",
    ),
    "red-without-note": Explanation(
        "A board that sees red asks what is being done. The answer should be there before the question.",
        "in an action",
        "updates:\n  - {on: 2025-06-02, state: in-progress, rag: red}",
        "updates:\n  - {on: 2025-06-02, state: in-progress, rag: red, note: A second supplier is asked by July}",
    ),
    "rag-on-closed": Explanation(
        "The colour says how likely it is to be done in time. Once it is done, stopped or paused, that is no question.",
        "in an action",
        "updates:\n  - {on: 2025-06-02, state: complete, rag: green}",
        "updates:\n  - {on: 2025-06-02, state: complete}",
    ),
    "milestone-after-due": Explanation(
        "The last step comes after the end: one of the two dates is not meant.",
        "in an action",
        "due: 2025-06-30\nmilestones:\n  - {text: Supplier appointed, due: 2025-07-31}",
        "due: 2025-09-30\nmilestones:\n  - {text: Supplier appointed, due: 2025-07-31}",
    ),
    "moved-nowhere": Explanation(
        "Moves are counted. This one would count although nothing was moved, or the old date got lost.",
        "in an action",
        "due: 2025-06-30\nmoved:\n  - {on: 2025-05-12, from: 2025-06-30, why: The provider withdrew}",
        "due: 2025-06-30\nmoved:\n  - {on: 2025-05-12, from: 2025-05-30, why: The provider withdrew}",
    ),
    "unused-allow": Explanation(
        "What it was for has been mended. Left there, it would silence the next mistake on this line.",
        "in an action",
        "due: 2025-06-13  # allow due-on-weekend: the fair is on a Saturday",
        "due: 2025-06-13",
    ),
}
