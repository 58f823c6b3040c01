"""What leads to one person is recognised however it is written, and what only looks like it is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_tracker.checks.of_people import personal_data as module
from strategy_tracker.checks.of_people.personal_data import personal_data

LETTERS = module._UPN_LETTERS


def pupil(body="801200001001"):
    """A pupil number with the letter that its figures ask for."""
    return LETTERS[sum(place * int(digit) for place, digit in enumerate(body, 2)) % 23] + body


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Jamie, 14, spoke to the board", "a name with an age"),
        ("Jamie Smith (9) moved in May", "a name with an age"),
        ("we heard that Jamie is aged 14", "a name with an age"),
        ("Zoë (7) has settled", "a name with an age"),
        ("Siân, aged seven, asked why", "a name with an age"),
        ("Jamie, seven, asked why", "a name with an age"),
        ("Jamie (aged seven) asked why", "a name with an age"),
        ("Jamie is 7 years old", "a name with an age"),
        ("Jamie, a seven-year-old, asked why", "a name with an age"),
        ("a 7-year-old girl was moved", "the age of one person"),
        ("the seven-year-old has settled", "the age of one person"),
        ("her 6-month-old baby", "the age of one person"),
        ("a very unhappy 15 year old boy", "the age of one person"),
        ("a boy (7) and his carer", "the age of one person"),
        ("one child aged seven was missed", "the age of one person"),
        ("the pupil, who is aged 14, was excluded", "the age of one person"),
        ("a young person aged just 13", "the age of one person"),
        ("d.o.b. 3/4/2012", "a date of birth"),
        ("DOB: 3.4.12", "a date of birth"),
        ("born on 3 April 2012 in Leeds", "a date of birth"),
        ("born on the third of April 2012", "a date of birth"),
        ("was born April 3rd, 2012", "a date of birth"),
        ("date of birth is the twenty-first of May", "a date of birth"),
        ("her birthday is on 3 April", "a date of birth"),
        ("he was born in May 2012", "a date of birth"),
        ("NHS 943 476 5919", "an NHS number"),
        ("NHS number 943 476 5919.", "an NHS number"),
        ("9434765919", "an NHS number"),
        ("943-476-5919", "an NHS number"),
        ("943.476.5919", "an NHS number"),
        ("943 / 476 / 5919", "an NHS number"),
        ("943\xa0476\u20115919", "an NHS number"),
        ("national insurance AB 12 34 56 C", "a national insurance number"),
        ("ab123456c", "a national insurance number"),
        ("AB-12-34-56-C.", "a national insurance number"),
        (f"pupil {pupil()}", "a pupil number"),
        (f"pupil {pupil().lower()}", "a pupil number"),
        (f"pupil {pupil()[:4]} {pupil()[4:8]}-{pupil()[8:]}", "a pupil number"),
        ("ring 020 7946 0018", "a phone number"),
        ("ring +44 7700 900123", "a phone number"),
        ("write to someone@example.org", "an e-mail address"),
        ("moved to SW1A 1AA", "a postcode"),
        ("moved to sw1a 1aa.", "a postcode"),
        ("lives in br13uh", "a postcode"),
    ],
)
def test_what_leads_to_a_person_is_found(text, kind):
    assert personal_data(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "LinCC is for ages 11 to 17",
        "Key Stage 4, Year 11 (16) and Level 3",
        "In May, 14 young people took part",
        "Priority 3, Quarter 2 (2022)",
        "Section 20, Children Act 1989",
        "Wave 2, 12 schools",
        "rose from 1,234,567,890 to 2,345,678,901",
        "paid £25 a month, 0.5 points in 2022/23, 12% of 3456789012",
        "reference 123 456 7890",
        "under 5, 5-9, 10-15 and 16-17",
        "Carers (16 to 25)",
        "A1 to A12 and B2B",
        "children aged seven and over",
        "a child aged 5 or 6",
        "a young person aged 16-17",
        "7-year-olds learn to swim",
        "the two-year-old offer for nursery places",
        "a 20-year-old building",
        "the 2 year old health check",
        "places for every 2 year old",
        "the strategy was born in 2011",
        "newborn babies from 3 April 2012",
        "children born in 2011-12",
        "the library's 10th birthday on 3 May",
        "Executive Order 13960 of the Government, 13 establishes it",
        "943 476 5918 is no NHS number, nor is 111 111 1111",
        "GB 12 34 56 C and TO 10 20 30 E",
        f"{pupil()[1:]} alone",
        "A 2019 2020 2021",
        "B 2019 2020 2021",
        "A 2014 2015 2016 2017",
        "the a1 2nd phase and q4 3rd wave",
        "co2 and h1n1, 5pm, m25",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text):
    assert personal_data(text) == ""


@pytest.mark.parametrize("body", ["801200001001", "316203112011", "999999999999"])
def test_a_pupil_number_is_known_by_its_check_letter(body):
    right = pupil(body)
    wrong = LETTERS[(LETTERS.index(right[0]) + 1) % 23] + body
    assert (personal_data(right), personal_data(wrong)) == ("a pupil number", "")


def test_an_nhs_number_is_known_by_its_check_digit():
    found = [digit for digit in "0123456789" if personal_data(f"943476591{digit}")]
    assert found == ["9"]


@given(st.text(max_size=60))
def test_no_text_makes_it_stumble(text):
    personal_data(text)


LONG = [
    "a",
    "A",
    "1",
    "1 ",
    "1-",
    "a.",
    "a@",
    "a@b.",
    "%",
    "_",
    "Ann, ",
    "Ann (",
    "born ",
    "the ",
    "one child ",
    "AB 12 ",
]


@pytest.mark.parametrize("piece", LONG)
def test_a_long_text_of_anything_is_read_in_one_go(piece):
    personal_data(piece * (400_000 // len(piece)))  # 20 seconds each where anything is looked at twice from each letter
