"""Why it matters what belongs together."""

from strategy_tracker.views.explanations.entry import Explanation

TOGETHER = {
    "duplicate-id": Explanation(
        "An update of 'safe-01' would land on one of the two, and nobody could say on which.",
        "in a list of actions",
        "- {id: safe-01, text: Train every school}\n- {id: safe-01, text: Print a leaflet}",
        "- {id: safe-01, text: Train every school}\n- {id: safe-02, text: Print a leaflet}",
    ),
    "unknown-reference": Explanation(
        "The link leads nowhere: the measure would be missing from the report without a word.",
        "in a priority",
        "measures: [dental-check]",
        "measures: [dental-checks]",
    ),
    "dates-out-of-order": Explanation(
        "One of the two is a slip, and whatever counts days from it would be wrong.",
        "in a strategy",
        "starts: 2025-04-01\nends: 2024-03-31",
        "starts: 2025-04-01\nends: 2028-03-31",
    ),
    "percentage-disagrees": Explanation(
        "There would be two figures for one thing: the first gets quoted, and the second gets found.",
        "in a measure",
        "readings:\n  2024/25: {value: 83, numerator: 279, denominator: 350}",
        "readings:\n  2024/25: {numerator: 279, denominator: 350}",
    ),
    "part-over-whole": Explanation(
        "More children cannot have been seen than there are. Often the two were swapped, or counted on different days.",
        "in a measure",
        "readings:\n  2024/25: {numerator: 350, denominator: 279}",
        "readings:\n  2024/25: {numerator: 279, denominator: 350}",
    ),
    "out-of-range": Explanation(
        "No share is over 100%, and nobody counts half a child. It is a slip, or another unit is meant.",
        "in a measure",
        "unit: percent\nreadings: {2024/25: 110}",
        "unit: percent-change\nreadings: {2024/25: 110}",
    ),
    "overlapping-targets": Explanation(
        "A figure for the first months of 2022 would have two targets, and so two colours.",
        "in a measure",
        "targets: {2021/22: 90, 2022: 91}",
        "targets: {2021/22: 90, 2022/23: 91}",
    ),
    "same-period-twice": Explanation(
        "Only one of the two would be shown and rated, and nobody could say why it is that one.",
        "in a measure",
        "readings: {2021/22: 64, 2021/2022: 66}",
        "readings: {2021/22: 66}",
    ),
    "percent-of-zero": Explanation(
        "A tenth of nothing is nothing: there would be no amber, only green and red.",
        "in a measure",
        "better: lower\namber_within: 10% of target\ntargets: {2024/25: 0}",
        "better: lower\namber_within: 2 points\ntargets: {2024/25: 0}",
    ),
    "distance-unit": Explanation(
        "Days and weeks would be held against each other as if they were the same.",
        "in a measure",
        "unit: days\nbetter: lower\nband: 2 weeks",
        "unit: days\nbetter: lower\nband: 14 days",
    ),
    "two-rules": Explanation(
        "The same figure can be green by one rule and amber by the other. A colour has one reason.",
        "in a measure",
        "better: higher\namber_within: 5 points\nband: 2 points",
        "better: higher\namber_within: 5 points",
    ),
    "rule-incomplete": Explanation(
        "Half a rule gives no colour. Better to find that now than in the meeting.",
        "in a measure",
        "better: higher\ngreen_within: 10% of target",
        "better: higher\ngreen_within: 10% of target\namber_if: no-worse-than-last-year",
    ),
    "floor-beyond-target": Explanation(
        "A figure that meets the target would miss the amber boundary: green and red at once.",
        "in a measure",
        "better: higher\namber_from: 95\ntargets: {2024/25: 90}",
        "better: higher\namber_from: 85\ntargets: {2024/25: 90}",
    ),
    "empty-reading": Explanation(
        "A reading that says nothing looks like one that came in. If there is no figure, say which kind of 'no'.",
        "in a measure",
        "readings:\n  2024/25: {note: The clinic was closed}",
        "readings:\n  2024/25: {symbol: x, note: The clinic was closed}",
    ),
    "half-a-fraction": Explanation(
        "279 out of how many? Without the other half there is no percentage.",
        "in a measure",
        "readings:\n  2024/25: {numerator: 279}",
        "readings:\n  2024/25: {numerator: 279, denominator: 350}",
    ),
    "mixed-reading": Explanation(
        "A figure cannot be shown and suppressed. If it is suppressed, it must not stand in the file either.",
        "in a measure",
        "readings:\n  2024/25: {value: 3, symbol: c}",
        "readings:\n  2024/25: {symbol: c}",
    ),
    "allow-without-reason": Explanation(
        "In a year nobody will know whether it was looked at or swept under the carpet.",
        "in an action",
        "due: 2025-06-14  # allow due-on-weekend",
        "due: 2025-06-14  # allow due-on-weekend: the fair is on a Saturday",
    ),
}
