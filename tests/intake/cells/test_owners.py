"""Posts are taken, names of persons never."""

import pytest

from strategy_tracker.intake.cells.owners import is_person, read_owners, split_owners, without_person


@pytest.mark.parametrize(
    ("text", "owner", "partners"),
    [
        ("Head of Safeguarding, Head of IROs", "Head of Safeguarding", ("Head of IROs",)),
        ("Police; Health", "Police", ("Health",)),
        ("Schools / Health / Police", "Schools", ("Health", "Police")),
        ("Head of Housing and Head of Care", "Head of Housing", ("Head of Care",)),
        ("Education and Skills Manager", "Education and Skills Manager", ()),
        ("Director of Children’s Services", "Director of Children’s Services", ()),
        ("FIN", "FIN", ()),
        ("n/a", "", ()),
        ("TBC", "", ()),
    ],
)
def test_the_first_post_answers_and_the_others_take_part(text, owner, partners):
    assert read_owners(text)[:2] == (owner, partners)


@pytest.mark.parametrize(
    "text",
    ["Jo Bloggs", "J. Bloggs", "Bloggs, Jo", "Cllr Bloggs", "Mrs Bloggs", "Sarah", "jo.bloggs@example.org",
     "Jo O'Bloggs-Hughes"],
)  # fmt: skip
def test_a_person_is_left_out_and_it_is_said(text):
    found = read_owners(text)
    assert (found.owner, found.partners, found.said.code) == ("", (), "person-in-owner")
    assert "Bloggs" not in found.said.words


@pytest.mark.parametrize(
    "text",
    ["Jo Bloggs (Head of Service)", "Head of Service - J. Bloggs", "Head of Service: Jo Bloggs"],
)
def test_the_post_beside_a_name_is_kept(text):
    assert without_person(text) == "Head of Service"


def test_the_names_of_teams_are_no_persons():
    for text in ("Front Door", "Legal Services", "Leitung Bürgerbüro", "Branch managers", "Jugendamt", "HR"):
        assert not is_person(text)


def test_posts_are_parted_by_lines_too():
    assert split_owners("Head of Care\nHead of Housing") == ["Head of Care", "Head of Housing"]


def test_a_sign_between_blanks_is_no_address_and_no_endless_one():
    assert read_owners("Head of Housing @ Northtown").owner == "Head of Housing Northtown"
    assert read_owners("@ @").owner == ""
