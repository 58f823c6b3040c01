"""Why it matters what the file itself is like."""

from strategy_tracker.views.explanations.entry import Explanation

FILE = {
    "not-a-file": Explanation(
        "Only files are read. What lies in such a folder would be missed without a word.",
        "in the folder",
        "strategies/young-carers.yaml/",
        "strategies/young-carers.yaml",
    ),
    "outside-root": Explanation(
        "What the link leads to is not in the portfolio's history, so nobody could say later what it held on a day. "
        "And a link could show files that are nobody's business.",
        "in the folder",
        "strategies/young-carers.yaml -> ../../elsewhere.yaml",
        "strategies/young-carers.yaml",
    ),
    "unreadable": Explanation(
        "What cannot be opened cannot be counted: every number would be short by one strategy. "
        "Here a link leads to itself.",
        "in the folder",
        "strategies/young-carers.yaml -> young-carers.yaml",
        "strategies/young-carers.yaml",
    ),
    "too-big": Explanation(
        "A strategy of 300 actions has a fifth of a megabyte. What is a hundred times larger is another kind of file, "
        "and reading it would keep everybody waiting.",
        "in the folder",
        "strategies/young-carers.yaml  17 MB",
        "strategies/young-carers.yaml  0.2 MB",
    ),
    "empty-file": Explanation(
        "A strategy with a file of its own and nothing in it looks as if it were on record.",
        "in a file",
        "# to be written",
        "id: young-carers\ntitle: Young Carers Strategy",
    ),
    "not-utf8": Explanation(
        "Pound signs, dashes and accents would come out as other characters, or stop the reading altogether. "
        "Old versions of Windows programs save in other encodings.",
        "in the folder",
        "strategies/young-carers.yaml  UTF-16",
        "strategies/young-carers.yaml  UTF-8",
    ),
    "control-character": Explanation(
        "It comes with text pasted from a PDF or a web page. It can hide words, turn them round, or break a report.",
        "in a strategy",
        'vision: "Every child is happy\\x07"',
        "vision: Every child is happy",
    ),
    "conflict-marker": Explanation(
        "Two people changed the same lines. Until somebody chooses, neither version holds.",
        "in a strategy",
        "<<<<<<< HEAD\nowner: Head of Service\n=======\nowner: Director\n>>>>>>> autumn-review",
        "owner: Director",
    ),
    "tab-indentation": Explanation(
        "Spaces show what belongs to what. A tab is as wide as each editor likes, so it shows something else to each.",
        "in a strategy",
        "vision:\n\t- Every child is happy",
        "vision:\n  - Every child is happy",
    ),
    "yaml-syntax": Explanation(
        "From here on a program could only guess what you meant, and guessing loses text. "
        "Most often a text has a colon, a quote or a '#' in it and needs quotes round it.",
        "in a strategy",
        "vision: Our vision: every child is happy",
        'vision: "Our vision: every child is happy"',
    ),
    "duplicate-key": Explanation(
        "Other programs keep the last one and drop the first without a word. Only you know which one is right.",
        "in a strategy",
        "owner: Director\nstarts: 2025-04-01\nowner: Head of Service",
        "owner: Head of Service\nstarts: 2025-04-01",
    ),
    "key-refused": Explanation(
        "Nobody means this. A bracket or a question mark slipped to the beginning of the line.",
        "in a strategy",
        "? [owner, lead]\n: Director",
        "owner: Director",
    ),
    "tag-refused": Explanation(
        "In other programs a tag can start things. Here it never does; the '!' is most likely part of your text.",
        "in a strategy",
        "success: !important children tell us so",
        'success: "!important children tell us so"',
    ),
    "alias-refused": Explanation(
        "It makes one line mean what another one says, so that a change in one place changes others unseen.",
        "in a strategy",
        "owner: &lead Director",
        "owner: Director",
    ),
    "second-document": Explanation(
        "Programs read the first document of a file and pass over the rest.",
        "in a file",
        "id: young-carers\ntitle: Young Carers Strategy\n---\nid: parks\ntitle: Parks Plan",
        "id: young-carers\ntitle: Young Carers Strategy",
    ),
    "too-deep": Explanation(
        "A strategy has eight levels. What has forty is an accident, or an attempt to make the program stumble.",
        "in a strategy",
        f"vision: {'[' * 41}every child is happy{']' * 41}",
        "vision: [every child is happy]",
    ),
}
