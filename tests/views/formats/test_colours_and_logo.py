"""A body's colours go before ours, and its logo needs no file beside the page."""

import base64

from strategy_tracker.model.branding import Branding, Logo, contrast, shade
from strategy_tracker.views.formats.colours_and_logo import SHADES, logo_address, shades_of


def test_a_colour_of_the_house_goes_before_ours():
    red = shade("#b10e1e")
    assert shades_of(Branding(shades={"red": red})) == SHADES | {"red": red}
    assert all(contrast(*one) >= 4.5 for one in SHADES.values())


def test_a_logo_is_an_address_that_holds_it():
    address = logo_address(Logo("svg", b"<svg/>"))
    assert address.startswith("data:image/svg+xml;base64,")
    assert base64.b64decode(address.partition(",")[2]) == b"<svg/>"
