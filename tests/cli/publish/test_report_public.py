"""`strategy report --public`: nothing internal, nothing small, nothing that could be worked out; or nothing at all."""

import io
import re
import zipfile
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_tracker.app.moment import Moment
from strategy_tracker.app.reporting.publish import Publisher
from strategy_tracker.app.reporting.report import ReportRequest, gather
from strategy_tracker.files.portfolio import open_portfolio
from strategy_tracker.publishing import disguise, public_record, public_version, withhold
from strategy_tracker.publishing.cells import figures
from strategy_tracker.views.formats.writers import FORMATS, writer
from strategy_tracker.views.papers.build import VIEWS, build
from tests.cli.conftest import SHIPPED
from tests.cli.repository import Repository

PUBLIC = ("report", "--public", "--as-at", "2025-10-01")
WORDS = ("Whisper", "Backroom", "Shadow")
"""Words of owners, of internal things, and of where evidence is."""

SETTINGS = "suppress_below: 6000\norganisation: Borough of Exampleton\n"
STRATEGY = """\
id: youth
title: Youth Strategy
owner: Director
starts: 2024-04-01
ends: 2027-03-31
note: Whisper one
governance:
  - {body: Youth Board, every: quarter, held: [2025-05-01], next: 2025-10-10, note: Whisper two}
voice:
  - {id: open, said: Open later, did: Open until ten}
  - {id: shut, said: Backroom talk, internal: true}
priorities:
  - id: known
    title: Young people are known
    measures: [everybody, girls, boys, others, visits, share, private, late]
    judgements: [{on: 2025-08-01, rag: green, note: Whisper three, by: Shadow lead}]
    actions:
      - id: known-01
        text: Knock on every door
        due: 2025-12-01
        moved: [{on: 2025-05-10, from: 2025-09-01, why: Whisper four, approved_by: Youth Board}]
        note: Whisper five
        updates:
          - {on: 2025-09-01, state: in-progress, rag: red, note: Whisper six, by: Shadow lead, evidence: [Backroom 1]}
      - id: known-02
        text: Print a map
        updates:
          - on: 2025-09-01
            state: in-progress
            rag: green
            note: Printed and posted
            public: true
            evidence: [Backroom]
      - {id: known-03, text: Backroom deal, internal: true, due: 2025-01-01}
  - id: hidden
    title: Backroom priority
    internal: true
    actions: [{id: hidden-01, text: Backroom plan, due: 2025-01-01}]
"""
MEASURES = """\
measures:
  - id: everybody
    title: Everybody
    unit: count
    better: higher
    public: true
    targets: {2024/25: 80000}
    amber_within: 10% of target
    readings: {2022/23: 74000, 2023/24: 76000, 2024/25: 74939}
  - {id: girls, title: Girls, unit: count, better: higher, part_of: everybody, public: true,
     targets: {2024/25: 5000}, amber_within: 100 people, readings: {2022/23: 9100, 2023/24: 9200, 2024/25: 4391}}
  - {id: boys, title: Boys, unit: count, better: higher, part_of: everybody, public: true,
     readings: {2022/23: 16100, 2023/24: 17800, 2024/25: 18177}}
  - {id: others, title: Others, unit: count, better: higher, part_of: everybody, public: true,
     readings: {2022/23: 48800, 2023/24: 49000, 2024/25: 52371}}
  - id: visits
    title: Visits
    unit: count
    better: higher
    span: period
    public: true
    readings:
      2024/25 Q1: 3001
      2024/25 Q2: 7907
      2024/25 Q3: 8100
      2024/25 Q4: 8200
      2024/25: 27208
  - id: share
    title: Share in work
    unit: percent
    better: higher
    public: true
    readings:
      2022/23: {numerator: 8000, denominator: 20000}
      2023/24: {numerator: 8200, denominator: 20000}
      2024/25: {numerator: 2203, denominator: 9216}
  - {id: private, title: Private list, unit: count, better: higher, note: Whisper seven, readings: {2024/25: 7013}}
  - id: late
    title: Late visits
    unit: count
    better: lower
    public: true
    readings: {2024/25: {value: 9000, was: [{value: 9050, until: 2025-05-01}]}, 2023/24: 9400, 2022/23: 9500}
"""


@pytest.fixture
def youth(tmp_path, monkeypatch):
    """A portfolio in which all that must not be published is a word or a number of its own."""
    root = tmp_path / "youth"
    example = "practice: [{id: bus, title: A bus, summary: It comes to them, priorities: [youth/known]}]\n"
    texts = (("strategies/youth.yaml", STRATEGY), ("measures/youth.yaml", MEASURES), ("practice/bus.yaml", example))
    for name, text in texts:
        (root / name).parent.mkdir(parents=True)
        (root / name).write_text(text, encoding="utf-8")
    (root / "strategy-tracker.yaml").write_text(SETTINGS, encoding="utf-8")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def history(youth):
    """The same with a commit before the last meeting, when more was said and other figures held."""
    made = Repository(youth)
    places = ("measures/youth.yaml", "strategies/youth.yaml")
    made.change("2024/25: 74939", "2024/25: 75939", places[0])
    made.change("text: Backroom deal, internal: true", "text: Backroom deal", places[1])
    made.change("Printed and posted", "Whisper eight", places[1])
    made.commit("First", "2025-04-15")
    for name, text in (("strategies/youth.yaml", STRATEGY), ("measures/youth.yaml", MEASURES)):
        (youth / name).write_text(text, encoding="utf-8")
    made.commit("Second", "2025-09-30")
    return made


def suppressed(root):
    """Every number that the plan leaves out of this portfolio."""
    publisher = Publisher(open_portfolio(root))
    cells = publisher.version.plan.suppressed
    return {
        str(number)
        for one in publisher.now
        for period, reading in one.readings.items()
        if (one.id, period.start) in {(cell.measure, cell.start) for cell in cells if (cell.end == period.end)}
        for number in (reading.value, reading.numerator)
        if number is not None
    }


def content(data, form):
    """All the text in a file, with its properties."""
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return "\n".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    if form == "pdf":
        pypdf = pytest.importorskip("pypdf")
        read = pypdf.PdfReader(io.BytesIO(data))
        xmp = read.xmp_metadata.rdf_root.toxml() if read.xmp_metadata else ""
        return "\n".join([*(page.extract_text() for page in read.pages), str(read.metadata), xmp])
    return data.decode()


def shows(text, number):
    return number in text or f"{int(number):,}" in text


def made(run, form, view, out, *more):
    if form == "docx":
        pytest.importorskip("docx")
    if form == "pdf":
        pytest.importorskip("typst")
    code, _, err = run(*PUBLIC, "--view", view, "--format", form, "-o", str(out), *more)
    assert (code, err) == (0, f"wrote {out}\n")
    return content(out.read_bytes(), form)


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_holds_a_suppressed_number_or_a_word_that_is_not_public(run, history, tmp_path, form):
    text = made(run, form, "pack", tmp_path / f"out{FORMATS[form].suffix}")
    gone = suppressed(history.root)
    assert gone >= {"4391", "3001", "2203"}
    assert [number for number in (*gone, "7013") if shows(text, number)] == []
    assert [word for word in WORDS if word in text] == []
    assert "Printed and posted" in text
    assert shows(text, "74939") or shows(text, "9200")


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_holds_one(run, history, tmp_path, view):
    text = made(run, "html", view, tmp_path / "out.html", "--since", "2025-05-01")
    assert [number for number in (*suppressed(history.root), "7013") if shows(text, number)] == []
    assert [word for word in WORDS if word in text] == []
    assert "public" in text


def test_the_ordinary_report_has_them_all(run, history):
    """Or the tests above would prove nothing."""
    text = run("report", "--as-at", "2025-10-01")[1]
    assert [word for word in WORDS if word not in text] == []
    assert [number for number in ("4391", "3001", "7013") if not shows(text, number)] == []


def test_the_cover_and_the_notes_say_what_is_left_out(run, youth):
    code, out, err = run(*PUBLIC)
    assert (code, err) == (0, "")
    number = re.search(
        r"- \*\*Left out:\*\* (\d+) figures suppressed, 1 measure not meant for publication, 2 notes not marked public "
        r"and 3 things marked internal; counts under 6000 are suppressed",
        out,
    )
    assert number
    assert "- **Version:** public" in out
    assert f"- {number[1]} figures are suppressed." in out
    assert out.count("not published") > 3
    assert "| Private list | not published | – | – | ○ not published |" in out


def test_colours_that_stand_on_a_suppressed_figure_are_not_given(run, youth):
    out = run(*PUBLIC)[1]
    assert "| Of which: Girls | suppressed | 2024/25 |" in out
    row = next(line for line in out.splitlines() if line.startswith("| Of which: Girls | suppressed"))
    assert not any(mark in row for mark in "▼◆●")
    assert "▼" not in row


def test_charts_have_gaps_where_figures_are_suppressed(run, youth):
    out = run(*PUBLIC)[1]
    assert re.search(r"\| 9,100 \| 9,200 \| suppressed \|", out) or "Girls, 2022/23" not in out


def test_without_a_threshold_nothing_is_published(run, youth):
    (youth / "strategy-tracker.yaml").write_text("organisation: X\n", encoding="utf-8")
    code, out, err = run(*PUBLIC)
    assert (code, out) == (2, "")
    assert err == (
        "error: --public: no threshold says which counts are too small to be published\n"
        "  help: add the line 'suppress_below: 6' to strategy-tracker.yaml, or the number that your body has agreed\n"
    )


@pytest.mark.parametrize("number", ["0", "1", "-4"])
def test_a_threshold_that_suppresses_nothing_is_none(run, youth, number):
    (youth / "strategy-tracker.yaml").write_text(f"suppress_below: {number}\n", encoding="utf-8")
    assert run(*PUBLIC)[0] == 2


def test_broken_files_cannot_be_passed_over(run, youth):
    assert run(*PUBLIC, "--keep-going")[0] == 2
    file = youth / "strategies/youth.yaml"
    file.write_text(STRATEGY.replace("internal: true, due", "internal: yes, due"), encoding="utf-8")
    code, out, err = run(*PUBLIC)
    assert (code, out) == (2, "")
    assert "strategies/youth.yaml" in err


def test_an_internal_strategy_is_not_published(run, youth):
    file = youth / "strategies/youth.yaml"
    file.write_text(STRATEGY.replace("owner: Director", "owner: Director\ninternal: true"), encoding="utf-8")
    code, out, err = run(*PUBLIC, "youth")
    assert (code, out) == (2, "")
    assert err.startswith("error: --public: nothing is left: what was asked for is marked internal\n")


def test_files_that_are_not_committed_are_not_named(run, history):
    history.change("title: Youth Strategy", "title: Youth Plan", "strategies/youth.yaml")
    out = run(*PUBLIC)[1]
    assert "with changes that are not committed, compared with commit " in out
    assert "strategies/youth.yaml" not in out


def test_changes_do_not_show_what_was_taken_back(run, history):
    out = run(*PUBLIC, "--since", "2025-05-01")[1]
    assert "since 1 May 2025" in out
    assert "A careful reader" not in out
    assert "75,939" not in out


def test_an_earlier_moment_is_published_by_its_own_rules(run, history):
    code, out, err = run("report", "--public", "--rev", "HEAD~1", "--as-at", "2025-05-01")
    assert code == 0, err
    assert "4391" not in out.replace(",", "")


def test_a_note_that_tells_a_number_stops_the_report(run, youth):
    file = youth / "measures/youth.yaml"
    file.write_text(
        MEASURES.replace("title: Visits\n", "title: Visits\n    note: Only 3,001 in spring\n"), encoding="utf-8"
    )
    code, out, err = run(*PUBLIC)
    assert (code, out) == (1, "")
    assert err == (
        "error: not written: a suppressed number stands in words\n"
        "  measures/youth.yaml: visits › note: a number of 'Visits'\n"
        "  help: say it without the number, or leave 'public: true' out\n"
    )


def test_many_notes_are_counted(run, youth):
    told = "updates: [{on: 2025-09-01, state: in-progress, public: true, note: 4391 girls}]"
    more = "".join(f"      - {{id: x-{n}, text: X, {told}}}\n" for n in range(12))
    file = youth / "strategies/youth.yaml"
    file.write_text(STRATEGY.replace("      - id: known-02\n", f"{more}      - id: known-02\n"), encoding="utf-8")
    code, _, err = run(*PUBLIC)
    assert code == 1
    assert "  … and 2 more\n" in err


def test_a_file_name_that_tells_a_number_stops_the_report(run, youth, tmp_path):
    out = tmp_path / "4391 girls.md"
    code, _, err = run(*PUBLIC, "-o", str(out))
    assert code == 1
    assert "the name of the file holds a suppressed number of 'Girls'" in err
    assert not out.exists()


# with the first pass switched off, the second refuses, whatever the format


def off(monkeypatch, what):
    if what == "secondary":
        primary = lambda one: {spot for spot, entry in one.entries.items() if entry.withheld}  # noqa: E731
        monkeypatch.setattr(withhold.Withholding, "decide", primary)
    elif what == "primary":
        monkeypatch.setattr(withhold.Threshold, "hides", lambda *_: False)
    elif what == "stripping":
        monkeypatch.setattr(public_version, "public_record", lambda given, *_, **__: given)
    elif what == "measures":
        monkeypatch.setattr(public_record, "_readings", lambda measure, name, readings, **_: dict(readings))
    elif what == "notes":
        monkeypatch.setattr(public_record, "_update", lambda update, _: update)
    else:
        monkeypatch.setattr(public_version, "_named", lambda stood, _: stood._replace(owner=what))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("what", ["primary", "secondary", "stripping", "measures", "notes"])
def test_the_second_look_refuses_what_the_first_lets_through(run, youth, tmp_path, monkeypatch, what, form):
    off(monkeypatch, what)
    out = tmp_path / f"out{FORMATS[form].suffix}"
    code, _, err = run(*PUBLIC, "--format", form, "-o", str(out))
    assert code == 1
    assert "error: not written: " in err
    assert not out.exists()
    assert [number for number in ("4391", "3001", "7013") if shows(err, number)] == []


def test_it_says_which_figure_could_be_worked_out_from_which(run, youth, monkeypatch):
    off(monkeypatch, "secondary")
    err = run(*PUBLIC)[2]
    assert "'Girls' for 2024/25: too little is left of its total, by 'Everybody' for 2024/25\n" in err
    assert (
        "  help: this is a fault of ours: please send us these lines; until then write 'c' for these figures\n" in err
    )


def test_an_order_that_follows_a_secret_is_found(run, youth, monkeypatch):
    """A leak that is no number at all: sections in the order of a suppressed figure."""
    from strategy_tracker.publishing.public_version import Version

    plain = Version.record

    def sorted_by_secret(self, given):
        done = plain(self, given)
        raw = disguise.disguised(given, self.plan, self.marks) if self.disguise else given
        if not hasattr(raw, "measures"):
            return done
        girls = next(one for one in raw.measures if one.id == "girls")
        big = max(reading.value or 0 for reading in girls.readings.values()) > 10000
        renamed = tuple(m.model_copy(update={"title": m.title + "!"}) if big else m for m in done.measures)
        return done.model_copy(update={"measures": renamed})

    monkeypatch.setattr(Version, "record", sorted_by_secret)
    code, out, err = run(*PUBLIC)
    assert (code, out) == (1, "")
    assert "the report would read otherwise if a secret were another one, in '" in err


def test_a_leak_on_the_cover_is_found(run, youth, monkeypatch):
    from strategy_tracker.views.papers import cover

    monkeypatch.setattr(cover, "_facts", lambda material: (("Secret", str(id(material))),))
    assert "if a secret were another one, in its cover" in run(*PUBLIC)[2]


# the shipped portfolio


def test_the_shipped_portfolio_can_be_published(run, shipped):
    code, out, err = run("report", "corporate-parenting", "--public", "--as-at", "2022-08-31")
    assert (code, err) == (0, "")
    assert "13 measures not meant for publication" in out
    assert (SHIPPED / "strategy-tracker.yaml").exists()


# what is printed anywhere in a report are the figures that the rule shows, and no others

LIST = ("t", "a", "b", "d")
YEARS = ("2022/23", "2023/24", "2024/25")
SMALL = 4
STATEMENT = "id: s\ntitle: S\npriorities: [{id: p, title: P, measures: [t, a, b, d, q]}]\n"


def printed(text):
    """What the report prints of each measure and period, out of its charts, its tables and its scorecard."""
    found, years = {}, []
    lines = text.splitlines()
    for n, line in enumerate(lines):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0] == "Measure":
            years = [cell for cell in cells if re.fullmatch(r"\d{4}/\d\d", cell)]
        elif chart := re.match(r"Title (\w), ", line):
            labels, figures = ([cell.strip() for cell in lines[n + k].strip("|").split("|")] for k in (2, 4))
            found |= {f"{chart[1]}|{label}": figure for label, figure in zip(labels, figures, strict=True)}
        elif line.startswith("| Title ") and years:
            for year, shown in zip(years, cells[1:], strict=False):
                part = re.fullmatch(r"(\d+) \((\d{4}/\d\d Q\d)\)", shown)
                found[f"{cells[0][-1]}|{part[2] if part else year}"] = part[1] if part else shown
        elif line.startswith("| Title ") and len(cells) > 3 and re.fullmatch(r"\d{4}/\d\d( Q\d)?", cells[2]):
            found[f"{cells[0][-1]}|{cells[2]}"] = cells[1]
    return {name: int(shown.split(" ")[0]) for name, shown in found.items() if shown[:1].isdigit()}


@settings(max_examples=25)
@given(
    st.lists(st.integers(0, 9), min_size=9, max_size=9),
    st.lists(st.integers(0, 9), min_size=4, max_size=4),
    st.integers(0, 3),
)
def test_the_whole_report_prints_what_the_rule_shows_and_no_more(tmp_path_factory, parts, quarters, inside):
    rows = {name: dict(zip(YEARS, parts[n * 3 : n * 3 + 3], strict=True)) for n, name in enumerate("abd")}
    rows["t"] = {year: sum(rows[name][year] for name in "abd") for year in YEARS}
    rows["q"] = {f"2024/25 Q{n}": value for n, value in enumerate(quarters, 1)} | {"2024/25": sum(quarters)}
    secret = LIST[inside] if inside else ""
    lines = [
        f"  - {{id: {name}, title: Title {name}, unit: count, better: none, span: period, "
        f"{'' if name == secret else 'public: true, '}{'part_of: t, ' if name in 'abd' else ''}"
        f"readings: {{{', '.join(f'{p}: {v}' for p, v in row.items())}}}}}\n"
        for name, row in rows.items()
    ]
    root = tmp_path_factory.mktemp("table")
    for name, text in (("strategies/s.yaml", STATEMENT), ("measures/m.yaml", "measures:\n" + "".join(lines))):
        (root / name).parent.mkdir()
        (root / name).write_text(text, encoding="utf-8")
    (root / "strategy-tracker.yaml").write_text(f"suppress_below: {SMALL}\n", encoding="utf-8")
    found = Moment(open_portfolio(root), date(2025, 10, 1))
    publisher = Publisher(found.portfolio)
    material, wrong = gather(found, ReportRequest((), "", "", practice=False), publisher)
    assert (wrong, publisher.leaks()) == ((), [])
    known = printed("".join(writer("markdown")(build(view, material)).decode() for view in ("pack", "scorecard")))
    truth = {f"{name}|{period}": value for name, row in rows.items() for period, value in row.items()}
    plan = publisher.version.plan
    shown = {
        f"{one.id}|{period}"
        for one in publisher.now
        for cell, period, _ in figures(one)
        if cell in plan.shown and one.public
    }
    assert set(known) <= shown
    assert all(truth[name] == value and not 0 < value < SMALL for name, value in known.items())


SHUT = STRATEGY.replace("note: Whisper six", "note: Whisper six, internal: true").replace(
    "note: Whisper three", "note: Whisper three, internal: true"
)


def meets_in_public(root, text=STRATEGY):
    """The same strategy, whose board meets in public."""
    path = root / "strategies" / "youth.yaml"
    path.write_text(text.replace("next: 2025-10-10,", "next: 2025-10-10, meets_in_public: true,"), encoding="utf-8")


SAID = ("Whisper three", "Whisper four", "Whisper six")
"""The words of a judgement, a move and an update."""


def words_in(text):
    return [word for word in SAID if word in text]


def test_the_paper_of_a_committee_that_meets_in_public_shows_words_and_says_so(run, youth):
    meets_in_public(youth)
    code, out, err = run(*PUBLIC, "--for", "youth  board")
    assert (code, err) == (0, "")
    assert words_in(out) == list(SAID)
    cover = "public, for a committee that meets in public: words of updates are shown unless marked internal"
    assert f"- **Version:** {cover}" in out
    assert "not marked public" not in out
    assert "stands here unless it is marked internal; then 'not published'" in out
    assert [word for word in ("Backroom", "Whisper one", "Whisper five", "Whisper seven") if word in out] == []


def test_words_marked_internal_are_in_no_paper_of_that_committee(run, youth):
    meets_in_public(youth, SHUT)
    out = run(*PUBLIC, "--for", "Youth Board")[1]
    assert words_in(out) == ["Whisper four"]
    assert "2 notes marked internal" in out


@pytest.mark.parametrize("more", [(), *(("--for", "Youth Board", "--view", view) for view in ("young", "practice"))])
def test_what_is_no_paper_of_that_committee_shows_only_words_marked_public(run, youth, more):
    meets_in_public(youth)
    out = run(*PUBLIC, *more)[1]
    assert words_in(out) == []
    assert "for a committee that meets in public" not in out


def test_a_body_meets_in_public_where_every_strategy_of_the_paper_says_so(run, youth):
    meets_in_public(youth)
    other = "id: parks\ntitle: Parks\ngovernance: [{body: Youth Board, every: quarter}]\n"
    (youth / "strategies" / "parks.yaml").write_text(other, encoding="utf-8")
    assert words_in(run(*PUBLIC, "--for", "Youth Board")[1]) == []
    assert words_in(run(*PUBLIC, "youth", "--for", "Youth Board")[1]) == list(SAID)


def test_a_number_in_words_that_a_committee_is_shown_is_found(run, youth):
    meets_in_public(youth, STRATEGY.replace("Whisper six", "Girls were 4391"))
    code, out, err = run(*PUBLIC, "--for", "Youth Board")
    assert (code, out) == (1, "")
    assert "a suppressed number stands in words" in err
    assert "say it without the number, or mark it 'internal: true'" in err


def test_words_that_are_internal_today_were_internal_at_the_last_meeting(run, youth):
    made = Repository(youth)
    meets_in_public(youth)
    made.commit("First", "2025-09-10")
    meets_in_public(youth, SHUT)
    made.commit("Second", "2025-09-30")
    for more in (("--since", "2025-09-10"), ("--rev", "HEAD~1")):
        code, out, _ = run(*PUBLIC, "--for", "Youth Board", *more)
        assert (code, words_in(out)) == (0, ["Whisper four"])


BESIDE = """\
source: Tables of others
downloaded: 2025-06-01
comparators:
  - {geography: Elsewhere, figures: {Y1: {2024/25: 3000}}}
  - {geography: Near one, group: near, figures: {Y1: {2024/25: 2000}}}
  - {geography: Near two, group: near, figures: {Y1: {2024/25: 4000}}}
"""
HIDDEN_MEASURE = """
  - id: hidden
    title: Hidden count
    unit: count
    better: higher
    public: true
    code: {code}
    rank_within: {{green: 1st, amber: 2nd}}
    ranks: {{2023/24: {{place: {place}, of: 32, in: England}}}}
    readings: {{2023/24: {before}, 2024/25: {now}}}
"""


@pytest.fixture
def beside(youth):
    """Write a measure that is public, with figures that may be too small, places, and figures of others."""
    (youth / "comparators").mkdir()
    (youth / "comparators/near.yaml").write_text(BESIDE, encoding="utf-8")
    plan = youth / "strategies/youth.yaml"
    plan.write_text(plan.read_text("utf-8").replace("visits, share,", "hidden, visits, share,"), encoding="utf-8")

    def write(before, now, place, code="Y1"):
        text = MEASURES + HIDDEN_MEASURE.format(before=before, now=now, place=place, code=code)
        (youth / "measures/youth.yaml").write_text(text, encoding="utf-8")

    return write


@pytest.mark.parametrize("view", ["pack", "highlight", "scorecard", "exceptions"])
def test_no_place_and_no_position_of_a_withheld_figure_leaves(run, beside, tmp_path, view):
    told = []
    for before, now, place in ((1111, 1222, 31), (5111, 5333, 2)):
        beside(before, now, place)
        told.append(made(run, "markdown", view, tmp_path / f"{place}.md"))
    assert told[0] == told[1]
    assert not re.search(r"of 32|of 3 in near|Near one|above Elsewhere|below Elsewhere|no place in", told[0])


def test_a_figure_that_is_shown_has_its_places_and_positions_in_public_too(run, beside, tmp_path):
    beside(7111, 7222, 31)
    told = made(run, "markdown", "pack", tmp_path / "shown.md")
    assert "1st of 3 in near for 2024/25, in the first quartile" in told
    assert "4,222 above Elsewhere (3,000 in 2024/25)" in told
    assert "31st of 32" not in told  # the latest place alone is printed


def test_a_withheld_figure_is_in_no_public_count_of_positions(run, beside, tmp_path):
    beside(1111, 1222, 31)
    told = made(run, "markdown", "pack", tmp_path / "counts.md")
    assert "with figures of others" not in told


def test_papers_for_a_body_are_public_where_the_settings_say_so(run, youth):
    own = youth / "strategy-tracker.yaml"
    own.write_text(own.read_text(encoding="utf-8") + "papers: {Youth Board: {public: true}}\n", encoding="utf-8")
    asked = ("report", "--for", "Youth Board", "--as-at", "2025-10-01")
    told = "note: the settings say that papers for this body are public; --internal makes the other version\n"
    assert run(*asked)[1:] == (run(*PUBLIC, "--for", "Youth Board")[1], told)
    assert "Whisper two" not in run(*asked)[1]
    assert "Draft, not for publication" not in run(*asked, "--internal")[1]


def test_the_paper_of_the_shipped_committee_is_public_and_has_its_head_and_no_count_of_few_people(run, shipped):
    code, out, err = run("report", "corporate-parenting", "--for", "Scrutiny", "--as-at", "2022-08-31")
    assert code == 0
    assert "--internal makes the other" in err
    assert "- **Decision type:** Non-urgent, non-executive, non-key\n" in out
    assert "13 measures not meant for publication and 1 note marked internal" in out
    told = re.findall(
        r"(?i)\b(?:one|two|three|four|five) (?:young |birth )?(?:people|parents|care leavers|children)", out
    )
    assert told == []


@pytest.mark.parametrize(
    ("kind", "template", "is_public"),
    [("committee", "numbered: true", True), ("committee", "public: false", False), ("board", "numbered: true", False)],
)
def test_papers_for_a_committee_that_has_a_form_are_public_unless_the_settings_say_not(
    run, youth, kind, template, is_public
):
    own, plan = youth / "strategy-tracker.yaml", next((youth / "strategies").glob("*.yaml"))
    own.write_text(own.read_text(encoding="utf-8") + f"papers: {{Youth Board: {{{template}}}}}\n", encoding="utf-8")
    before = plan.read_text(encoding="utf-8")
    assert before.count("body: Youth Board") == 1
    plan.write_text(before.replace("body: Youth Board", f"body: Youth Board, kind: {kind}", 1), encoding="utf-8")
    _, out, err = run("report", "--for", "Youth Board", "--as-at", "2025-10-01")
    assert ("papers for a committee with a template are public; --internal makes the other" in err) is is_public
    assert ("Draft, not for publication" in out) is is_public
