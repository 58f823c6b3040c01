"""The sentences and headings of the views beside the paper for a body, by name."""

VIEW = {
    # joined texts
    "and-last": "{first} and {last}", "count-of": "{number} {what}", "is-so": "{number} is {what}",
    "are-so": "{number} are {what}", "from-to": "{first} to {last}",
    "happened-when": "happened {when}", "now-expected-when": "now expected {when}",
    # who, and what is lacking
    "nobody-is-named": "nobody is named", "no-reason": "no reason on record", "no-approval": "no approval on record",
    "drafted-by-a-machine": "drafted by a machine, and nobody has confirmed it",
    "owner-of-the": "{owner} (for the {level})", "no-body-named": "no body is named",
    "no-post-named": "no post is named",
    "on-as-at-date": "on the as-at date", "by-day": "by {day}", "no-earlier-meeting": "no earlier meeting is on record",
    "over-and-not-told": "Over when this body last met, and not told again: {strategies}.", "nothing": "nothing",
    "no-rule-used": "No rule was used.", "nothing-missing": "Nothing is known to be missing.",
    "cannot-be-said": "This cannot be said: {why}.", "one-period": "one {period}",
    "the-same": "the same", "none-moved": "none has moved", "is-ahead": "ahead",
    "is-behind": "behind",
    "own-language": "{language}",
    "own-language-in-part": "{language}; {number} of {total} fixed words are in English",
    # the public version
    "left-note-internal": "{number} note marked internal", "left-notes-internal": "{number} notes marked internal",
    "left-note-unmarked": "{number} note not marked public", "left-notes-unmarked": "{number} notes not marked public",
    "left-figure": "{number} figure suppressed", "left-figures": "{number} figures suppressed",
    "left-measure": "{number} measure not meant for publication",
    "left-measures": "{number} measures not meant for publication",
    "left-thing": "{number} thing marked internal", "left-things": "{number} things marked internal",
    "rule-of-suppression": "counts under {threshold} are suppressed, with all parts of the same total and longer "
    "periods",
    "in-public": "public, for a committee that meets in public: words of updates are shown unless marked internal",
    "for-the-public": "public",
    "public-version": "This is the public version. Counts under {threshold}, and shares that stand on one, are "
    "suppressed.",
    "public-groups": "Where one is in a group, none of its parts is shown, only the total; nothing says which of them "
    "is small.",
    "public-figures": "{number} figures are suppressed.", "public-figures-one": "{number} figure is suppressed.",
    "public-measures": "{measures} are named without figures, because nobody has marked them as meant for publication.",
    "public-measures-one": "{measures} is named without figures, because nobody has marked it as meant for "
    "publication.",
    "public-unless-internal": "What people wrote of an action stands here unless it is marked internal; then "
    "'not published'.",
    "public-where-marked": "What people wrote of an action stands here only where it is marked public; otherwise "
    "'not published'.",
    # notes on the data
    "figures-are-from": "Figures of {whose} are from: {source}",
    "small-base-one": "1 measure is a percentage of fewer than 50, so that one more or one less moves the figure by "
    "more than 2 points: {measures}",
    "small-base": "{number} measures are percentages of fewer than 50, so that one more or one less moves the figure "
    "by more than 2 points: {measures}",
    "dateless-one": "{number} of {total} actions has neither a due date nor an interval",
    "dateless": "{number} of {total} actions have neither a due date nor an interval",
    "vague-one": "{number} of {total} updates is dated only to the month or the year",
    "vague": "{number} of {total} updates are dated only to the month or the year",
    # practice, and what a strategy says of itself
    "no-practice-linked": "No practice example is linked to a priority.", "no-theme": "No theme is named.",
    "run-by": "Run by {who}.", "sponsored-by": "Sponsored by {who}.", "contact-checked": "{post} (checked)",
    "reviewed-by": "Reviewed by {who}.", "agreed-by": "Approved by {who}.", "last-checked": "Last checked {when}.",
    "never-checked": "Nobody has recorded a check that it still holds for {number} of these {total} examples.",
    "body-officers": "officers", "body-board": "board", "body-committee": "committee", "body-children": "children",
    "body-panel": "panel", "body-inspectorate": "inspectorate",
    "phase-from": "from {when}", "phase-for": "for {months}", "held-with": "{what}, with {who}",
    "feeds": "feeds {measures}", "were-asked": "{number} were asked",
    # rounds, and what became of what was asked for
    "answers-before-meeting": "Before the meeting of {body} on {day}, {counts}.",
    "round-asks": "{body} asks from {opens} to {closes}: {counts}.",
    "round-asked": "{body} asked from {opens} to {closes}: {counts}.", "answered-of": "{number} of {total}",
    "answered-late": "{number} of {total}, late", "lacks-evidence": "evidence",
    "lacks-acceptance": "acceptance by another post",
    "became-done": "is done", "became-done-many": "are done", "became-late": "is late", "became-late-many": "are late",
    "became-no-owner": "has no owner", "became-no-owner-many": "have no owner",
    "became-open": "is open", "became-open-many": "are open",
    # a priority's summary
    "summary-by": "Summary by {by}, {when}: {note}", "summary-of": "Summary, {when}: {note}",
    "judged-and-summed-up": "{colour}, in the judgement of {by}, {when}. Summary: {note}",
    # targets and charts
    "by-end-of": "by the end of {year}", "above-as-reported": "above {whose}, as reported",
    "level-as-reported": "level with {whose}, as reported", "below-as-reported": "below {whose}, as reported",
    "target-for": "{target} for {period}", "zone": "from {first} to {last}", "zone-open": "from {first}",
    "amber-from": "amber {zones}",
    "amber-from-for": "amber for {period} {zones}", "figure-expected": "expected {figure}",
    "figure-target": "target {figure}", "then-targets": "then {targets}",
    "chart-from": "{what}, {first} to {last}", "from-baseline": "from the baseline of {figure} on {day}: {way}",
    "wanted": "{target} wanted", "at-this-pace": "{figure} at this pace", "dotted-line": "dotted, {what}",
    "thin-lines": "thin lines, the mean and its limits: {what}",
    "no-date-moved": "No due date was moved.", "no-move-on-record": "No move of a due date is on record.",
    "at-a-glance": "All at a glance", "what-we-do-ourselves": "What we do ourselves", "example": "Example",
    "whose": "Whose", "may-serve": "May serve",
    "examples-of-others": "{number} examples of others are told here.",
    "examples-of-others-one": "One example of others is told here.",
    "examples-of-our-own": "{number} of our own stand last.", "examples-of-our-own-one": "One of our own stands last.",
    "never-checked-all": "Nobody has recorded a check that any of them still holds.",
    "step-of": "{what}: {step}", "thing-of": "{what} ({of})",
    "of-strategy": "{strategy}: {what}", "and-what": "{what}: {of}", "two-parts": "{first}; {second}",
    "two-words": "{first}, {second}",
    # the position
    "and-left-out": "{number} and {left} left out", "since-figure-before": "Since the figure before",
    "late-figures": "Late figures", "no-level": "no level is said", "level-impact": "impact",
    "level-outcome": "outcome", "level-output": "output", "level-process": "process",
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
