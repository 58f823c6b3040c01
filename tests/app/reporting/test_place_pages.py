"""Pages take their place in one step, and never that of a file that is not ours."""

import pytest

from strategy_tracker.app.reporting.place_pages import PagePlace, place_for, place_pages
from strategy_tracker.problem import Problem
from strategy_tracker.views.dashboard.page_frame import PageFrame, around


@pytest.fixture
def made(tmp_path):
    folder = tmp_path / "made"
    folder.mkdir()
    for name in ("strategy-a.html", "index.html"):
        (folder / name).write_bytes(around(PageFrame(name, None, None, ""))[0].encode())
    return folder


def placed(made, names, output, *, whole=True):
    notes = []
    place_pages(made, names, place_for(output), notes.append, whole=whole)
    return notes


def test_a_name_says_whether_a_folder_is_meant(tmp_path):
    assert place_for(tmp_path / "new") == PagePlace(tmp_path / "new", is_folder=True)
    assert place_for(tmp_path / "page.HTM") == PagePlace(tmp_path / "page.HTM", is_folder=False)
    with pytest.raises(Problem, match="is no name for a page"):
        place_for(tmp_path / "page.pdf")
    (tmp_path / "plain").write_text("x", encoding="utf-8")
    with pytest.raises(Problem, match="is a file, and a folder is wanted"):
        place_for(tmp_path / "plain")


def test_former_pages_go_only_where_all_strategies_are_told(made, tmp_path):
    output = tmp_path / "out"
    assert placed(made, ["strategy-a.html", "index.html"], output) == [
        f"wrote {output / 'index.html'} and 1 pages beside it"
    ]
    assert placed(made, ["index.html"], output, whole=False) == [f"wrote {output / 'index.html'}"]
    assert placed(made, ["index.html"], output)[1:] == [
        f"removed {output / 'strategy-a.html'}, a former page: there is no such strategy any more"
    ]


def test_a_file_of_somebody_else_stays_and_so_does_all_beside_it(made, tmp_path):
    output = tmp_path / "out"
    output.mkdir()
    (output / "index.html").write_text("mine", encoding="utf-8")
    with pytest.raises(Problem, match="is no page of a dashboard; nothing was written"):
        placed(made, ["strategy-a.html", "index.html"], output)
    assert [path.name for path in output.iterdir()] == ["index.html"]
