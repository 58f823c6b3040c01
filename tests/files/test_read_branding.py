"""The logo and the template that the settings name: inside the folder, whole, harmless, of the right moment."""

import pytest

from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.files.read_branding import names_in, read_branding
from strategy_tracker.model.branding import PLAIN, Shade
from tests.files.test_logo import SVG
from tests.files.word.test_word_template import package


def portfolio(root, settings, **files):
    (root / "strategies").mkdir(parents=True)
    (root / "strategies/one.yaml").write_text("id: one\ntitle: One\n")
    (root / "strategy-tracker.yaml").write_text(settings)
    for name, data in files.items():
        (root / name.replace("_", ".")).write_bytes(data)
    return open_portfolio(root)


def wrong(root, settings, **files):
    branding, found = read_branding(portfolio(root / "p", settings, **files))
    assert branding == PLAIN
    (item,) = found
    return item.code, item.message


def test_a_portfolio_without_wishes_has_a_plain_house(tmp_path):
    assert read_branding(portfolio(tmp_path, "organisation: A\n")) == (PLAIN, [])


def test_words_colours_logo_and_template_are_read(tmp_path):
    settings = "wording: {red: Off track}\ncolours: {red: B10E1E}\nlogo: ./logo.svg\nword_template: council.docx\n"
    branding, found = read_branding(portfolio(tmp_path, settings, logo_svg=SVG, council_docx=package()))
    assert found == []
    assert branding.words == {"red": "Off track"}
    assert branding.shades == {"red": Shade("#ffffff", "#b10e1e")}
    assert (branding.logo.kind, branding.logo.data) == ("svg", SVG)
    assert branding.template == package()


@pytest.mark.parametrize("name", ["/etc/logo.svg", "../logo.svg", "a/../../logo.svg", "..\\logo.svg", "C:logo.svg"])
def test_a_name_that_leads_out_is_refused(tmp_path, name):
    (tmp_path / "logo.svg").write_bytes(SVG)
    code, message = wrong(tmp_path, f"logo: '{name}'\n")
    assert code == "outside-root"
    assert name in message
    assert names_in(open_portfolio(tmp_path / "p").settings) == []


def test_a_link_that_leads_out_is_not_followed(tmp_path):
    (tmp_path / "logo.svg").write_bytes(SVG)
    found = portfolio(tmp_path / "p", "logo: logo.svg\n")
    try:
        (tmp_path / "p/logo.svg").symlink_to(tmp_path / "logo.svg")
    except OSError:  # Windows without the right to make links
        pytest.skip("this system makes no links")
    assert [item.code for item in read_branding(found)[1]] == ["outside-root"]


def test_a_file_that_is_not_there_a_folder_and_a_large_one_are_named(tmp_path):
    assert wrong(tmp_path, "logo: logo.svg\n")[0] == "no-such-file"
    assert wrong(tmp_path / "b", "logo: strategies\n") == ("wrong-kind-of-file", "'strategies' is not an ordinary file")
    large = wrong(tmp_path / "c", "logo: logo.svg\n", logo_svg=SVG + b" " * 1_200_000)
    assert large == ("too-big", "'logo.svg' has 1.2 MB; at most 1 are read")


def test_a_file_that_cannot_be_opened_is_named(tmp_path, monkeypatch):
    from strategy_tracker.files import content

    def denied(*_):
        raise PermissionError(13, "Permission denied")

    found = portfolio(tmp_path, "logo: logo.svg\n", logo_svg=SVG)
    monkeypatch.setattr(content.os, "open", denied)
    (item,) = read_branding(found)[1]
    assert (item.code, item.route) == ("unreadable", ("logo",))
