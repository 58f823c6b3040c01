"""What must be looked at twice is told: claims beside figures, what got worse and why, tables and headlines first."""

import pytest
from ruamel.yaml import YAML

from strategy_tracker.judging.standing.of_measures import MeasureAbout
from strategy_tracker.views.papers.build import build
from strategy_tracker.views.papers.of_measures.measure_blocks import in_telling_order, measures_table
from tests.views.builders import measure
from tests.views.conftest import DAY, material
from tests.views.papers.texts import table, texts


def changed(path, change):
    yaml = YAML()
    tree = yaml.load(path)
    change(tree)
    yaml.dump(tree, path)


@pytest.fixture
def told(small):
    """A function that gives the material of the small portfolio after a change of its measures and first priority."""

    def made(of_measures=lambda by_id: None, of_priority=lambda priority: None, view="pack"):
        changed(
            small / "measures" / "carers.yaml",
            lambda tree: of_measures({one["id"]: one for one in tree["measures"]}),
        )
        changed(small / "strategies" / "young-carers.yaml", lambda tree: of_priority(tree["priorities"][0]))
        return build(view, material(small, DAY, "young-carers"))

    return made


def rows(document, title):
    return [[cell.text for cell in row] for row in table(document, title).rows]


def test_a_claim_stands_beside_what_the_figures_say(told):
    claim = {"text": "Waits are short", "holds": "no", "check": "31 days", "source": "page 3"}
    document = told(lambda by_id: by_id["waiting"].update(claims=[claim]))
    assert rows(document, "What is claimed")[0][1:] == ["Waits are short", "no", "31 days", "page 3"]


def test_what_got_worse_has_its_cause_and_the_last_words_of_actions_where_no_response_is_written(told):
    def worse(by_id):
        period, last = list(by_id["waiting"]["readings"].items())[-1]
        by_id["waiting"]["readings"][period] = {"value": last["value"] if isinstance(last, dict) else last,
                                               "cause": "More asked"}  # fmt: skip

    def named(priority):
        action = priority["actions"][0]
        action["measures"] = ["waiting"]
        action["updates"] = [{"on": "2025-09-01", "state": "in-progress", "note": "A second team begins"}]

    (row,) = [row for row in rows(told(worse, named, view="exceptions"), "Red measures") if "Days" in row[0]]
    assert any(text.endswith("; More asked") for text in row)
    assert any(text.endswith("September 2025: A second team begins.") for text in row)


def test_measures_are_told_under_the_tables_of_their_priority(told):
    def tables(priority):
        priority["tables"] = [{"title": "What they wait for", "measures": [priority["measures"][0]]}]

    assert "What they wait for" in texts(told(of_priority=tables))


def test_a_measure_that_goes_on_from_a_stem_stands_under_it_and_elsewhere_with_its_whole_title(told):
    def stem(priority):
        priority["measures_stem"] = "Carers will:"

    def going_on(by_id):
        by_id["waiting"].update(title="wait no longer", uses_stem=True)

    assert "Carers will:" not in texts(told(of_priority=stem))
    every = list(texts(told(going_on, stem)))
    assert "Carers will wait no longer" in every
    assert "wait no longer" in every[every.index("Carers will:") :]


def standing(name, **keys):
    part_of, first = keys.get("part_of"), keys.get("first", False)
    return measure(id=name, title=name.upper())._replace(about=MeasureAbout(part_of=part_of), told_first=first)


def test_a_part_stands_right_under_its_whole_and_a_headline_first():
    listed = [standing("a"), standing("b", part_of="c"), standing("c"), standing("d", first=True)]
    ordered = in_telling_order(listed)
    assert [one.id for one in ordered] == ["d", "a", "c", "b"]
    assert [row[0].text for row in measures_table(ordered).rows] == ["D", "A", "C", "Of which: B"]


def test_measures_that_are_parts_of_each_other_are_told_as_they_stand():
    listed = [standing("a", part_of="b"), standing("b", part_of="a")]
    assert in_telling_order(listed) == listed


def test_the_letter_to_young_people_is_for_somebody_to_sign(small):
    changed(small / "strategies" / "young-carers.yaml", lambda tree: tree.update(letter_by="Head of Carers"))
    document = build("young", material(small, DAY, "young-carers"))
    assert "For Head of Carers to read and sign." in list(texts(document))
