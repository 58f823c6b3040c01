"""Markdown is read with its line numbers; code, front matter and quotes are left out and said."""

from strategy_tracker.intake.documents.formats.of_markdown import read_markdown
from tests.intake.documents.reading import of_document

PLAN = """---
title: Park plan
---
# Parks for everyone

## Priority 1: Paths

**Lead:** Head of Parks
**By when:** whenever

### What we will do

1. Mend the [steps](https://example.org) by **May 2027**
2. Mow less
   - [ ] from May to July
3. ~~Fell the oak~~

> nobody asked me

{% include "x" %}

| Action | Lead |
|---|---|
| Open the gate | Park Keeper Team |

```
- not an action
```

<details><summary>How will we know</summary><ul><li>Fewer falls</li></ul></details>
"""


def test_a_plan_in_markdown():
    draft, ledger = of_document(read_markdown("a.md", PLAN.encode()))
    assert draft.title == "Park plan"
    assert [(one.title, one.owner) for one in draft.priorities] == [("Paths", "Head of Parks")]
    assert [(one.text, one.place) for one in draft.actions] == [
        ("Mend the steps by May 2027", "line 13"),
        ("Mow less", "line 14"),
        ("Open the gate", "table 1, row 2, column 1"),
    ]
    assert draft.actions[1].note == "from May to July"
    assert [one.title for one in draft.measures] == ["Fewer falls"]
    said = " ".join(one.words for one in ledger.remarks)
    for why in ("program code", "front matter", "a quote"):
        assert why in said


def test_headings_inside_actions_are_no_priorities_and_pledges_are_left():
    text = "# Climate\n\n## Buildings\n\n### Actions\n\n#### Year 1\n\n- Insulate the hall \u2014 *Property Team*\n\n"
    text += "#### Year 2\n\n- Fit pumps\n\n### Our commitments\n\n- Publish figures\n\n"
    text += "## Our pledge\n\nWe will:\n\n- listen\n"
    draft, _ = of_document(read_markdown("a.md", text.encode()))
    assert [one.title for one in draft.priorities] == ["Buildings"]
    assert [(one.text, one.owner) for one in draft.actions] == [
        ("Insulate the hall", "Property Team"),
        ("Fit pumps", ""),
        ("Publish figures", ""),
    ]
