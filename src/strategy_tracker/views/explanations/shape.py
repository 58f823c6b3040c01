"""Why it matters how values are written."""

from strategy_tracker.views.explanations.entry import Explanation

SHAPE = {
    "wrong-shape": Explanation(
        "A priority is more than a line of text: it needs an id, so that updates and reports can name it.",
        "in a strategy",
        "priorities:\n  - Safe and nurtured",
        "priorities:\n  - id: safe\n    title: Safe and nurtured",
    ),
    "unknown-key": Explanation(
        "A misspelt key would be passed over in silence, and the report would say that nobody owns the strategy.",
        "in a strategy",
        "ownr: Head of Service",
        "owner: Head of Service",
    ),
    "missing-key": Explanation(
        "What has no id cannot be named, and what has no text cannot be done.",
        "in a list of actions",
        "- id: safe-01\n  owner: Head of Service",
        "- id: safe-01\n  text: Train every school\n  owner: Head of Service",
    ),
    "wrong-type": Explanation(
        "Where one answer is wanted, two leave open which one counts: two owners are no owner.",
        "in a strategy",
        "owner: [Director, Head of Service]",
        "owner: Director",
    ),
    "not-a-choice": Explanation(
        "These words are counted. A word of your own would stand in no count.",
        "in an action",
        "updates:\n  - {on: 2025-07-02, state: ongoing}",
        "updates:\n  - {on: 2025-07-02, state: in-progress}",
    ),
    "empty-text": Explanation(
        "It looks filled in and says nothing, so it would not be found as a gap.",
        "in a strategy",
        'owner: ""',
        "owner: Head of Service",
    ),
    "not-a-date": Explanation(
        "Only a date can be overdue. And '01/04/2025' is in April to one reader and in January to another.",
        "in an action",
        "due: end of March 2026",
        "due: 2026-03-31",
    ),
    "impossible-date": Explanation(
        "It is a slip of the finger; any day we chose for it might be the wrong one.",
        "in an action",
        "due: 2025-02-30",
        "due: 2025-04-30",
    ),
    "not-an-interval": Explanation(
        "What comes round has to be counted in days, weeks, months or years. "
        "'biannual' is twice a year to some and every second year to others.",
        "in a strategy",
        "review_every: biannual",
        "review_every: 6 months",
    ),
    "distance-without-unit": Explanation(
        "With a target of 40%, '5 points' reach down to 35% and '5% of target' to 38%: the same figure would be amber "
        "by one and red by the other.",
        "in a measure",
        "better: higher\namber_within: 5%",
        "better: higher\namber_within: 5 points",
    ),
    "not-a-number": Explanation(
        "Sums and colours need the bare number. Its unit is said once, in 'unit'; words go in 'words'.",
        "in a measure",
        "readings:\n  2024/25: 95%",
        "readings:\n  2024/25: 95",
    ),
    "not-an-id": Explanation(
        "An id is typed, linked and searched for. Capitals, spaces and accents are where that goes wrong.",
        "in a list of actions",
        "- id: Safe_04\n  text: Train every school",
        "- id: safe-04\n  text: Train every school",
    ),
    "not-a-period": Explanation(
        "A figure belongs to certain days. Only then can it be held against a target or the year before.",
        "in a measure",
        "readings:\n  22/23: 64",
        "readings:\n  2022/23: 64",
    ),
    "ambiguous-period": Explanation(
        "It is a financial year to some and December 2011 to others.",
        "in a measure",
        "readings:\n  2011-12: 64",
        "readings:\n  2011/12: 64",
    ),
    "not-a-year-end": Explanation(
        "Years and quarters are made of whole months. A year that ended within one would cut figures in two.",
        "in the settings",
        "year_end: 5 April",
        "year_end: 31 March",
    ),
    "not-a-colour": Explanation(
        "Names of colours are not the same everywhere. Six digits are, and black or white can go with them.",
        "in the settings",
        "colours:\n  red: crimson",
        "colours:\n  red: '#b10e1e'",
    ),
    "not-an-address": Explanation(
        "The address goes into links that people follow, so it must be one a browser shows, beginning with https.",
        "in the settings",
        "repository: github.com/borough/strategies",
        "repository: https://github.com/borough/strategies",
    ),
    "no-such-file": Explanation(
        "A report would go out without the logo or the template, and nobody would be told.",
        "in the settings",
        "logo: crest.png",
        "# logo: crest.png, once it is there",
    ),
    "wrong-kind-of-file": Explanation(
        "A picture or a template comes from elsewhere. It is used only where it holds no program and fetches nothing.",
        "in the settings",
        "word_template: strategies/young-carers.yaml",
        "# word_template: council.docx",
    ),
    "unknown-code": Explanation(
        "The line would do nothing, and you would think that it did.",
        "in the settings",
        "severity:\n  due-on-weekends: off",
        "severity:\n  due-on-weekend: off",
    ),
    "fixed-severity": Explanation(
        "What could not be read is missing from every count. That is never less than an error.",
        "in the settings",
        "severity:\n  duplicate-key: warning\n  no-owner: warning",
        "severity:\n  no-owner: warning",
    ),
}
