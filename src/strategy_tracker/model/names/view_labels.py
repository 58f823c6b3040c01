"""The sentences and headings of the views beside the paper for a body, by name."""

VIEW = {
    "no-date-moved": "No due date was moved.", "no-move-on-record": "No move of a due date is on record.",
    "step-of": "{what}: {step}", "thing-of": "{what} ({of})",
    "of-strategy": "{strategy}: {what}", "and-what": "{what}: {of}", "two-parts": "{first}; {second}",
    "two-words": "{first}, {second}",
    # the position
    "and-left-out": "{number} and {left} left out", "since-figure-before": "Since the figure before",
    "late-figures": "Late figures", "no-level": "no level is said",
    "counts-once": "A measure that serves two priorities counts once in the last row.",
    "cumulative-since-last-year": "What adds up over a year is held against the same point last year.",
    # the action plan
    "no-action-planned": "It is known by its measures alone: no action is planned.",
    "no-colour-has-no-mark": "A dash under Colour means that none can be told; why is counted with the position.",
    "said-in": "What was last said is of {when}, unless another month is beside it.",
    "nobody-owns-any-action": "No action has an owner on record.",
    "at-first": "at first {when}", "again-by": "again by {when}", "not-confirmed": "not confirmed",
    # what people said, and what was promised
    "nothing-said": "No request is on record.", "with-mark": "{mark} {words}",
    "nothing-linked": "No action is linked to any of it.",
    "answer-finished": "finished", "answer-passed": "due {when}, and nothing has been said since",
    "answer-planned": "planned for {when}", "answer-undated": "not finished, with no date",
    "no-pledge": "No pledge is on record.",
    "no-promise-but-expected": "No promise is on record; what is expected is no promise.",
    "pledge-judged-by": "How it is kept is judged by {bodies}.",
    "promised-by": "Promised by {by} to {to}.", "promised-by-one": "A promise of or to {who}.",
    "expected-by": "Expected of {to}, by {by}.", "expected-by-one": "Expected by or of {who}.",
    "kept-by-these": "Kept by the work on: {priorities}.", "served-by-these": "Served by the work on: {priorities}.",
    "in-plain-words": "In plain words: {plain}", "kept-or-not": "Kept: {found}", "met-or-not": "Met: {found}",
    "kept-yes": "yes", "kept-partly": "in part", "kept-no": "no", "says": "says {who}",
    # the scorecard
    "no-measure-planned": "It is known by its actions alone: no measure is planned.",
    "how-scorecard-reads": "Each figure is the last of its year. One for less than the whole year has its period "
    "beside it; one without a date stands in the year in which it was printed.",
    "for-comparison": "{whose}, for comparison", "marked": "{figure}, {marks}",
    "no-measure": "No measure is on record.", "no-measure-read": "No measure that could be read is on record.",
    "every-measure-withdrawn": "Every measure was withdrawn.", "every-measure-rated": "Every measure has a colour.",
    "every-measure-read-rated": "Every measure that could be read has a colour.",
    "none-yet": "none yet",
    "undated": "undated", "way-from": "{way}, {change} from {figure}", "way-as-before": "{way} as {figure}",
    # the self-evaluation
    "how-is-not-known": "Nothing on record says how this is known.",
    "no-evidence-named": "No owner has named evidence for any action.",
    "nothing-planned": "Nothing more is on record.",
}  # fmt: skip
