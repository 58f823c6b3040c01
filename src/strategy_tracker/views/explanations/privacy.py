"""Why it matters what others can read out of the files."""

from strategy_tracker.views.explanations.entry import Explanation

PRIVACY = {
    "personal-data": Explanation(
        "The files are kept for good, with every version. What names a person cannot be taken back.",
        "in an action",
        "updates:\n  - on: 2025-06-02\n    state: in-progress\n    note: Jamie, 14, told the group what helps",
        "updates:\n  - on: 2025-06-02\n    state: in-progress\n    note: A young carer told the group what helps",
    ),
    "small-number": Explanation(
        "Three children of one school and one age can be named by anybody who knows the school.",
        "in a measure",
        "unit: count\npublic: true\nreadings: {2024/25: 3}",
        "unit: count\npublic: true\nreadings: {2024/25: c}",
    ),
    "suppressed-can-be-worked-out": Explanation(
        "12 young carers, 9 of them boys: everybody can tell the number of girls.",
        "in a list of measures",
        "- {id: carers, title: Young carers, unit: count, readings: {2024/25: 12}}\n"
        "- {id: boys, title: Boys, unit: count, part_of: carers, readings: {2024/25: 9}}\n"
        "- {id: girls, title: Girls, unit: count, part_of: carers, readings: {2024/25: c}}",
        "- {id: carers, title: Young carers, unit: count, readings: {2024/25: 12}}\n"
        "- {id: boys, title: Boys, unit: count, part_of: carers, readings: {2024/25: c}}\n"
        "- {id: girls, title: Girls, unit: count, part_of: carers, readings: {2024/25: c}}",
    ),
    "no-threshold": Explanation(
        "How small is too small is your decision, not ours; until it is made, no small count is found.",
        "in the settings",
        "check_privacy: true",
        "check_privacy: true\nsuppress_below: 5",
    ),
}
