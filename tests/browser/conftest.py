"""Judges that not everybody has: Chromium, axe-core, the Nu checker. Without them the suite says what was left out."""

import os
import shutil
from pathlib import Path

import pytest

from strategy_tracker.app.reporting import dashboard
from strategy_tracker.views.dashboard.page_frame import fault
from strategy_tracker.views.formats.html import write
from strategy_tracker.views.papers.build import VIEWS, build
from tests.cli.conftest import write_portfolio
from tests.cli.repository import Repository
from tests.views.conftest import DAY, material
from tests.views.dashboard.conftest import made

HOUSE = """\
wording: {red: Off track, action: Commitment, priority: Theme}
colours: {red: '#b10e1e', amber: '#ffbf47', green: '#006435', blue: '#1d70b8', grey: '#b1b4b6'}
"""
NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",  # it opens nothing but our own pages, and a container gives it no other way
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="package")
def chromium():
    """Chromium without a window, one for all tests of this folder.

    It is closed when they are done: the sync API of playwright leaves its event loop running in this thread, and other
    tests fork.
    """
    playwright = pytest.importorskip("playwright.sync_api", reason="left out: there is no playwright here")
    program = os.environ.get("STRATEGY_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not program or os.name == "nt":
        pytest.skip("left out: there is no Chromium here (STRATEGY_CHROMIUM names one)")
    with playwright.sync_playwright() as driver, driver.chromium.launch(executable_path=program, args=FLAGS) as browser:
        yield browser


@pytest.fixture
def page(chromium):
    """An empty page with a profile of its own: 1,280 wide, light, and nothing moves."""
    with chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce") as context:
        yield context.new_page()


@pytest.fixture
def complaints(page):
    """What the browser says against the page from now on: errors, and what its policy forbids."""
    found = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on(
        "console",
        lambda said: found.append(f"{said.text} {said.location['url']}") if said.type in ("error", "warning") else None,
    )
    return found


@pytest.fixture
def requests(page):
    """The addresses that the page asks for from now on."""
    found = []
    page.on("request", lambda request: found.append(request.url))
    return found


@pytest.fixture(scope="session")
def axe():
    """The text of axe-core."""
    path = os.environ.get("STRATEGY_AXE")
    if not path:
        pytest.skip("left out: there is no axe-core here (STRATEGY_AXE names axe.min.js)")
    return Path(path).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def vnu():
    """The Nu checker as the beginning of a command."""
    path = os.environ.get("STRATEGY_VNU")
    if not path or not shutil.which("java"):
        pytest.skip("left out: there is no Nu checker here (STRATEGY_VNU names vnu.jar; it needs Java)")
    return ["java", "-jar", path]


@pytest.fixture(scope="session")
def pages(tmp_path_factory):
    """Every kind of page, by its name: of one strategy, of both, apart, of a fault, and every view of a report."""
    folder = tmp_path_factory.mktemp("pages")
    root = write_portfolio(tmp_path_factory.mktemp("portfolio"))
    (root / "strategy-tracker.yaml").write_text("repository: https://github.com/org/repo\n", encoding="utf-8")
    repository = Repository(root)
    repository.commit("First", "2025-04-15")
    repository.change("2024/25 Q4: 31", "2024/25 Q4: 25", "measures/carers.yaml").commit("Restated", "2025-09-30")
    for name, strategies in (("one", ("young-carers",)), ("both", ())):
        made(root, folder / name, *strategies, since="2025-04-15")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(dashboard, "MANY", 1)
        made(root, folder / "apart", since="2025-04-15")
    (root / "strategy-tracker.yaml").write_text(HOUSE, encoding="utf-8")
    made(root, folder / "house")
    (root / "strategy-tracker.yaml").unlink()
    (folder / "fault.html").write_text(fault("strategies/a.yaml:1:1: error: no title", "1"), encoding="utf-8")
    found = {name: folder / name / "index.html" for name in ("one", "both", "apart", "house")}
    found |= {"strategy": folder / "apart" / "strategy-young-carers.html", "fault": folder / "fault.html"}
    told = material(root, DAY, body="Carers Board")
    for view in VIEWS:
        found[f"report {view}"] = folder / f"{view}.html"
        found[f"report {view}"].write_bytes(write(build(view, told)))
    return found
