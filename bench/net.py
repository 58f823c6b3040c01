"""Every command in two checkouts, compared byte for byte: `python bench/net.py BEFORE AFTER [--quick] [--only WORD]`.

For work that must change nothing. Portfolios are made from BEFORE, each in a git repository of fixed days and one
identity: `shipped` with this project's own strategies, `small` with one of everything and a history that renames,
withdraws, restates and breaks, `many` generated ones, `broken` with all bad cases at once, every case of tests/cases
alone, and `empty`. A case is a line of shell in a fresh copy of one of them, run with the program of BEFORE and then,
in the same place, with that of AFTER. Compared are the exit code, standard output, standard error, every file there
afterwards, and git's branches, tags and settings.

Both sides have the same environment and the same seed of hashes; a case during which the day changed is run again.
Made alike is only what no two runs share: the path of the checkout, the port and process of a server, the name of a
log or of a temporary folder.

Ends with 1 if anything differs. A whole run also names the modules of BEFORE that no case imported: its holes.
"""

import argparse
import difflib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from queue import SimpleQueue
from random import Random
from typing import NamedTuple

from generate import generate

SECONDS, SHOWN = 120, 14
"""A case that takes longer is killed; lines shown of a difference."""
ALIKE = (
    (rb"(?<=tmp/)strategy-[a-z0-9_]{8}(?![a-z0-9_])", b"strategy-NAME"),
    (rb"(?<=127\.0\.0\.1:)\d+", b"PORT"),
    (rb'(?<=name="version" content=")\d+(?=-\d)', b"PROCESS"),
)
EDITS = (
    (r"note: (?=[A-Z])", "note: Now "),
    (r"(due: 20\d\d-\d\d-)\d\d", r"\g<1>17"),
    (r"text: (?=[A-Z])", "text: Also "),
    (r"rag: green", "rag: amber"),
    (r"owner: (?=[A-Z])", "owner: Deputy "),
    (r"(?m)(: \d\d\.)\d$", r"\g<1>4"),
)
"""What somebody changes from one commit to the next; each leaves a file that can be read."""

HELP = r"""
strategy {|-h|--help|--version|statsu|--nonsense}
strategy {$COMMAND} {--help|--nonsense|one two three four five six seven eight|}
"""
EXAMPLES = r"""
{$EXAMPLE}
"""
LOOK = r"""
strategy status {|--why|--actions --measures --why} $AT -f {table|markdown|json|csv}
strategy status {$STRATEGY|$PRIORITY --actions|--owner head|--owner nobody|--rag amber|--state complete|nobody} $AT
strategy status --why {--rev HEAD~2|--rev main~1 $AT|--known-on $THEN|--known-on $THEN --rules today|--keep-going}
strategy status {--rev nowhere|--as-at tomorrow|--as-at 2022-02-30|--rag pink|--known-on 1999-01-01}
{COLUMNS=40|COLUMNS=200|COLUMNS=|NO_COLOR=1|FORCE_COLOR=1 TERM=xterm-256color} strategy status --actions $AT
strategy overdue $AT -f {table|markdown|json|csv|github|junit} {|--within 30d}
strategy overdue $AT --by {owner|strategy|priority} -f {table|markdown}
strategy overdue $AT {--fail-on overdue,stale|--fail-on nothing|--digest out|--owner head|--within soon|--keep-going}
strategy overdue {--known-on $THEN|--rev HEAD~1 $AT|--rules today --known-on $THEN}
strategy show {$STRATEGY|$PRIORITY|$ACTION|$MEASURE} $AT -f {table|markdown|json|csv}
strategy show {nothing-here|$ACTION --rev HEAD~2|$MEASURE --known-on $THEN|$ACTION --keep-going|01}
strategy reviews $AT -f {table|markdown|json|csv} {|--owner head|--strategy $STRATEGY --rev HEAD~1}
strategy diff {|HEAD~1|HEAD~3..HEAD~1|$TAG} -f {table|markdown|json|csv}
strategy diff {HEAD~3 strategies|HEAD~2 --all|HEAD~2 $AT|nowhere|HEAD~1..nowhere|HEAD~9 --keep-going|$TAG --all}
sed -i 's/in-progress/paused/' strategies/*.yaml; strategy {diff|status --rev HEAD $AT|diff HEAD~1 --all}
strategy history {$STRATEGY|$PRIORITY|$ACTION|$MEASURE} -f {table|markdown|json|csv} {|--blame}
strategy history {$ACTION --since $THEN|$ACTION --since HEAD~3|$ACTION --as-at $THEN|$ACTION --since no|nothing-here}
strategy trend {|$STRATEGY|$ACTION|$MEASURE} $AT -f {table|markdown|json|csv}
strategy trend $AT {--every quarter|--since $THEN --every month|--keep-going|--every week}
git clone -q --depth 2 file://$PWD near && cd near && strategy {history $ACTION|trend $AT|diff HEAD~3|doctor}
strategy freeze --list -f {table|markdown|json|csv}
strategy freeze {--check $TAG|--check nothing|$TAG|--list --check x|'no name'}
strategy freeze now --body Board --on $DAY --message "As shown" && strategy freeze --list; git cat-file -p reported/now
echo '# more' >>strategy-tracker.yaml; strategy freeze now
strategy validate --as-at $DAY -f {text|concise|json|github|gitlab|sarif|junit} {|--all --privacy|--strict}
strategy validate {strategies|measures|nothing.yaml|--fix --dry-run|--fix|strategies --as-at $DAY --all}
GITHUB_ACTIONS=true GITHUB_STEP_SUMMARY=summary.md strategy {validate|overdue} --as-at $DAY
strategy report --view {$VIEW} $AT -f {markdown|html} {|--public}
strategy report --view {$VIEW} $AT -o made.{docx|pdf}
strategy report --public --view {young|pack|pledge} $AT -o made.{md|html|docx|pdf}
strategy report $STRATEGY $AT {--since $THEN|--since HEAD~3|--since $TAG|--since last-meeting} -f {markdown|html}
strategy report {--rev HEAD~2|--known-on $THEN|--for board|--for nobody|-f docx|-o a.txt|-o a.yaml|nobody|--view none}
strategy dashboard $AT -o {page.html|out|page.txt|out --keep-going|out $STRATEGY|out --for board|out --serve}
strategy dashboard $AT -o out {--since $THEN|--rev HEAD~2|--known-on $THEN}
mkdir out; echo mine >out/index.html; strategy dashboard {-o out|$AT|-o out nobody}
python $SERVED strategy dashboard --serve $AT
strategy export $AT -f {ics|csv|json} {|--owner head|--strategy $STRATEGY --rev HEAD~2|--keep-going --known-on $THEN}
strategy export $AT {-o dates.ics|-o dates.csv|-o dates.json|-o dates.txt|}
cd strategies && strategy {doctor|validate|status $AT}
cd / && strategy {doctor|status|validate|overdue|export -f csv} --root $OLDPWD/../work
rm -rf .git; strategy {status|diff|history $ACTION|trend|freeze x|status --rev HEAD|report|doctor|show $ACTION}
_STRATEGY_COMPLETE=complete_bash COMP_CWORD={1 COMP_WORDS='strategy st'|2 COMP_WORDS='strategy show '} strategy
_STRATEGY_COMPLETE=complete_bash COMP_CWORD=3 COMP_WORDS='strategy {status --owner |history --bl}' strategy
_STRATEGY_COMPLETE=source_{bash|zsh|fish} strategy
python -c 'import strategy_tracker as s, datetime as t; d = t.date.fromisoformat("$DAY"); \
    print({s.load(".")|s.check(".", d)|s.standing(".", d)|s.__version__, s.__all__})'
"""
BRIEF = r"""
strategy {status --actions --measures --why|overdue|reviews|trend|diff HEAD~1 --all} $AT -f {table|markdown|json|csv}
strategy {show $ACTION|history $ACTION|show $MEASURE|status --rev HEAD~1 $AT|status --known-on $THEN} -f {table|json}
strategy {show $STRATEGY|status|overdue|report|export|trend|dashboard -o page.html} --as-at $DAY
strategy overdue $AT {-f github|-f junit|--digest out|--by priority|--fail-on overdue}
strategy validate --as-at $DAY -f {text|concise|json|github|gitlab|sarif|junit}
strategy report $STRATEGY --view {$VIEW} $AT -f {markdown|html}
strategy report {--view young $AT|$STRATEGY $AT} -o made.{md|docx|pdf}
strategy dashboard $AT -o {page.html|out}
strategy export $AT -f {ics|csv|json}
"""
CHANGE = r"""
strategy update $ACTION --note "Two visits" {--state paused|--rag amber|--rag red|--done|--did $DAY} {|--dry-run}
strategy update $ACTION --on $DAY --rag amber --note Late --forecast 2027-03-31 --by Head --evidence 'Item 7'
strategy record $MEASURE {2025-09 97.5|'2025/26 Q2' 8|2024/25 105/262|2024/25 c|2025/26 -0.4|soon 5} {|--dry-run}
strategy move $ACTION --to {2027-02-26|2020-01-01|soon} --why "No bank" {|--dry-run|--approved-by SMT --on $DAY}
strategy add {action|priority|measure --unit percent --better higher|measure} "Carers rest" --to $PRIORITY {|--dry-run}
"""
WRITE = r"""
strategy update {$ACTION|nothing --done|$ACTION --rag pink|$ACTION --rag red|$ACTION --tick 9|$ACTION --on 2222-01-01}
strategy update {heard-01 --tick 2|heard-01 --tick venue|seen-03 --did 2025-09-30|seen-01 --note "$(printf 'a\nb: c')"}
strategy record waiting {'2025/26 Q1' 29 --note Fine --provisional --source Us --on 2025-09-30|'2024/25 Q4' 30 --revise}
strategy record {waiting '2024/25 Q4' 30|mood 2025 well|grants 2024/25 1300 --revise --dry-run|nothing 2025 1}
strategy move {seen-09 --to 2026-05-01|heard-01 --milestone 2 --to 2025-10-20 --why Rain|seen-01 --to 2026-05-01|no}
strategy add {action A --due 2026-03-31 --owner Head|action A --every month --kind practice|action} --to $STRATEGY/seen
strategy add {priority Rest --to $STRATEGY --id rest --owner Head|priority Rest --to $STRATEGY|priority A|thing A}
strategy add measure A --unit count --better none --frequency quarter --source Survey --file new --to $PRIORITY
strategy add strategy "Homes for all" {--starts 2026-04-01 --ends 2029-03-31 --organisation Borough|}
strategy add action A --to $PRIORITY && strategy add action B --to $PRIORITY --id b; strategy validate; strategy status
printf 'keep\n\nupdate\n\ngreen\nAll agreed\n\nskip\nbanana\nskip\nskip\n2025/26 Q1 29\nskip\nquit\n' | \
    strategy checkin {|--within 60d --by Head|--owner group|--owner no|--on $DAY|--on 2222-01-01|--strategy $STRATEGY}
strategy report $AT -o own.docx; \
    printf 'wording: {red: Off track}\ncolours: {red: B10E1E}\nword_template: own.docx\nlogo: %s\n' {a.svg|b.svg} \
    >>strategy-tracker.yaml; echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>' \
    >a.svg; strategy {validate|report $AT -o a.md|report $AT -o a.html|report $AT -o a.docx|report $AT -o a.pdf}; \
    strategy dashboard $AT -o out
yes {skip|keep} | head -500 | strategy checkin --within year
printf '\namber\nSlow\n\n\n' | python $TERMINAL strategy {update $ACTION|checkin|move $ACTION|status --why|validate}
strategy schema {strategy|measures|practice|settings|--write|--write folder|nothing}
strategy merge-driver {a b c|--install && strategy merge-driver --install && cat .gitattributes}
$SIDES; sed -i 's/rag: green/rag: amber/' ours; sed -i 's/Open a/Shut a/' theirs; strategy merge-driver old ours theirs
$SIDES; sed -i 's/rag: green/rag: amber/' ours; sed -i 's/rag: green/rag: red/' theirs; \
    strategy merge-driver old ours theirs plan.yaml 9 mine
$SIDES; sed -i 's/^pledge/pledge: [/' ours; sed -i 's/seen-04/seen-17/' theirs; strategy merge-driver old ours theirs
$SIDES; printf '      - {id: heard-02, text: Ask}\n' >>ours; printf '      - {id: heard-02, text: Tell}\n' >>theirs; \
    strategy merge-driver old ours theirs
strategy merge-driver --install; git add -A; git commit -qm a; git checkout -qb two; \
    sed -i 's/rag: green/rag: amber/' $FILE; git commit -qam b; git checkout -q main; \
    sed -i 's/{Open a|rag: green}/rag-red/' $FILE; git commit -qam c; git merge two; git log --oneline; git diff
"""
ALONE = r"""
strategy validate --as-at 2026-01-15 -f {text --all|concise|json|github|gitlab|sarif|junit}
strategy validate --as-at 2026-01-15 --fix
"""
GOOD = r"""
strategy {status --why|report|export -f json|dashboard -o page.html|validate --privacy} --as-at 2026-01-15
strategy {update $ACTION --note Visited|move $ACTION --to 2027-03-31 --why Rain|add action Rest --to $PRIORITY}
strategy {record $MEASURE 2024/25 5|add measure Rest --unit count --better none --to $PRIORITY|add strategy Homes}
"""
EMPTY = r"""
strategy {status|validate|overdue|show x|reviews|diff|history x|trend|freeze x|freeze --list|update x|record x 2025 1}
strategy {move x --to 2026-01-01|checkin|report|dashboard -o a.html|export -f ics|schema practice|schema --write|doctor}
strategy {add strategy Homes|explain|explain due-on-weekends|explain --nonsense|status --root nowhere}
strategy explain {$CODE}
strategy init {new --yes|--yes|new|new --year-end x --yes|new --review-every month --organisation Parks --yes}
printf '{Parks\n\nmonth\n3\n|Parks\n30 June\n\nmany\n0\n}' | strategy init new; cd new && strategy validate
printf 'Parks\n\nmonth\n3\n' | python $TERMINAL strategy init new
strategy init --yes && strategy {validate|status|overdue|report|checkin|export -f csv|doctor|dashboard -o out}
mkdir -p strategies/two.yaml; strategy validate
mkdir strategies; echo 'id: one' >strategies/one.yaml; ln -s {two.yaml|../../tmp} strategies/two.yaml; strategy validate
mkdir strategies; echo 'id: one' | iconv -t UTF-16 >strategies/two.yaml; strategy {validate|status}
mkdir strategies; head -c 17000000 /dev/zero | tr '\0' '#' >strategies/a.yaml; strategy validate; rm strategies/a.yaml
mkdir strategies; echo 'id: one' >strategies/a.yaml; echo '{suppress_below: few|year_end: 13|[}' \
    >strategy-tracker.yaml; strategy {validate|status|doctor|update x}
"""
SERVED = """
import signal, subprocess, sys
from urllib.error import HTTPError
from urllib.request import urlopen
with subprocess.Popen(sys.argv[1:], stderr=subprocess.PIPE, text=True) as served:
    said = served.stderr.readline()
    for path in ("", "nothing"):
        try:
            answer = urlopen(said.split()[0] + path)
        except HTTPError as error:
            answer = error
        print(answer.code, answer.read().decode())
    served.send_signal(signal.SIGINT)
    print(said, served.stderr.read(), served.wait())
"""
"""A program that asks a server for two pages and ends it as Ctrl-C does."""
TERMINAL = """
import os, pty, subprocess, sys, termios
mine, its = pty.openpty()
how = termios.tcgetattr(its)
how[3] &= ~termios.ECHO
termios.tcsetattr(its, termios.TCSANOW, how)
os.write(mine, sys.stdin.buffer.read() + bytes([4]))
started = subprocess.Popen(sys.argv[1:], stdin=its, stdout=its, stderr=its)
os.close(its)
try:
    while said := os.read(mine, 65536):
        os.write(1, said)
except OSError:
    pass
sys.exit(started.wait())
"""
"""A program that runs another one in a terminal, and types what it is given."""
VIEWS = "pack|highlight|exceptions|scorecard|actions|you-said-we-did|pledge|practice|young|self-evaluation"
FIRST = date(2022, 6, 6)
WHO = {"NAME": "Ann Other", "EMAIL": "ann@example.org", "DATE": "2026-01-05T12:00:00+0000"}
SURROUNDINGS = {"LANG": "C.UTF-8", "TZ": "UTC", "COLUMNS": "80", "PYTHONHASHSEED": "0", "PYTHONSAFEPATH": "1"}
SURROUNDINGS |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


class Portfolio(NamedTuple):
    """A folder to copy, the lines run in it, and what their variables stand for."""

    folder: Path
    lines: str
    variables: dict[str, str]


class Case(NamedTuple):
    """A line of shell in a fresh copy of a portfolio."""

    portfolio: Path
    line: str

    def __str__(self) -> str:
        return f"[{self.portfolio.name}] {self.line}"


class Side(NamedTuple):
    """A checkout, and the folder that everything made for this run is below."""

    checkout: Path
    top: Path

    def environment(self, place: Path) -> dict[str, str]:
        """All that a process of a case is told by its surroundings."""
        who = {f"GIT_{role}_{part}": word for role in ("AUTHOR", "COMMITTER") for part, word in WHO.items()}
        own = SURROUNDINGS | {"PATH": f"{self.top / 'bin'}{os.pathsep}{os.environ['PATH']}"}
        own |= {"PYTHONPATH": str(self.checkout / "src"), "PYTHONPYCACHEPREFIX": str(self.top / "bytecode")}
        own |= {name.upper(): str(self.top / "bin" / f"{name}.py") for name in ("served", "terminal")}
        return own | who | {"HOME": str(place / "home"), "TMPDIR": str(place / "tmp")}

    def run(self, line: str, place: Path) -> dict[str, bytes]:
        """Run a line in the folder `work` of a place; everything that came of it, by name."""
        command, own = ("sh", "-c", line), self.environment(place)
        none, pipe = subprocess.DEVNULL, subprocess.PIPE
        with subprocess.Popen(
            command, cwd=place / "work", env=own, stdin=none, stdout=pipe, stderr=pipe, start_new_session=True
        ) as process:
            try:
                out, err = process.communicate(timeout=SECONDS)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                out, err = process.communicate()
        came = {"exit code": b"%d" % process.returncode, "stdout": out, "stderr": err} | dict(_files(place))
        return {_alike(name.encode(), self).decode(): _alike(data, self) for name, data in came.items()}


def _alike(data: bytes, side: Side) -> bytes:
    """What was said, without what no two runs share."""
    data = data.replace(str(side.checkout / "src").encode(), b"SRC")
    for pattern, word in ALIKE:
        data = re.sub(pattern, word, data)
    return data


def _files(place: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of a place with its mode; of git what it is told and what it names; of logs the name.

    What is kept for a second look is left out: it belongs to one program and to nobody else.
    """
    for path in sorted(place.rglob("*")):
        name = path.relative_to(place)
        if name.parts[:2] == ("home", ".cache"):
            continue
        inside = name.parts[name.parts.index(".git") + 1 :] if ".git" in name.parts else ("config",)
        if path.is_symlink():
            yield str(name), str(path.readlink()).encode()
        elif path.is_file() and inside[0] in ("config", "HEAD", "refs", "packed-refs"):
            yield f"{name} ({path.stat().st_mode:o})", b"" if path.suffix == ".log" else path.read_bytes()


class Maker(NamedTuple):
    """Makes portfolios in a folder."""

    side: Side
    folder: Path

    def shell(self, name: str, line: str, day: date = FIRST) -> str:
        """What a line of shell says in a portfolio on a day; it must succeed."""
        own = self.side.environment(self.side.top)
        own |= {f"GIT_{role}_DATE": f"{day}T12:00:00+0000" for role in ("AUTHOR", "COMMITTER")}
        place = self.folder / name
        place.mkdir(parents=True, exist_ok=True)
        return subprocess.run(
            ("sh", "-e", "-c", line), cwd=place, env=own, stdout=subprocess.PIPE, check=True, text=True
        ).stdout

    def copy(self, name: str, *sources: Path) -> None:
        """A new portfolio with copies of some files and folders."""
        for source in sources:
            target = self.folder / name / source.name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)

    def commit(self, name: str, day: date) -> None:
        """Commit everything there is."""
        self.shell(name, "git add -A; git commit -q --allow-empty -m 'Work of the week'", day)

    def start(self, name: str, day: date) -> None:
        """Put a portfolio into a repository of its own."""
        self.shell(name, "git init -q -b main --template= .", day)
        self.commit(name, day)

    def weeks(self, name: str, first: date, count: int, days: int) -> None:
        """Commits with an edit each, one of them on a branch that is merged."""
        hand = Random(name)
        root = self.folder / name
        for number in range(count):
            day = first + timedelta(days=days * (number + 1))
            if number == count // 2:
                self.shell(name, "git checkout -q -b side HEAD~1", day)
            edit(sorted((root / "strategies").rglob("*.yaml")) + sorted((root / "measures").rglob("*.yaml")), hand)
            self.commit(name, day)
            if number == count // 2:
                self.shell(name, "git checkout -q main; git merge -q -X ours --no-edit side", day)

    def freeze(self, name: str, report: str, body: str, on: date) -> None:
        """Freeze the last commit but one as reported."""
        freeze = f"strategy freeze {report} --body '{body}' --on {on} 2>/dev/null"
        self.shell(name, f"git checkout -q --detach HEAD~1; {freeze}; git checkout -q main", on)

    def finish(self, name: str, lines: str, **variables: str) -> Portfolio:
        """Pack its history, and say what the variables are."""
        if (self.folder / name / ".git").exists():
            self.shell(name, "git gc -q")
        known = names_in(self.folder / name) | {"VIEW": VIEWS, "AT": f"--as-at {variables['DAY']}"} | variables
        return Portfolio(self.folder / name, lines, known)


def edit(paths: Iterable[Path], hand: Random) -> None:
    """Change a few places of one file, as somebody would."""
    path = hand.choice(list(paths))
    text = path.read_text(encoding="utf-8")
    for pattern, word in hand.sample(EDITS, 3):
        found = list(re.finditer(pattern, text))
        if found:
            place = hand.choice(found)
            text = text[: place.start()] + place.expand(word) + text[place.end() :]
    path.write_text(text, encoding="utf-8")


def names_in(folder: Path) -> dict[str, str]:
    """A strategy, a priority, an action and a measure of a portfolio."""
    texts = {kind: _text(folder / kind) for kind in ("strategies", "measures")}
    begun = texts["strategies"].partition("\npriorities:")[2]
    found = {
        "STRATEGY": re.search(r"(?m)^id: (\S+)", texts["strategies"]),
        "PRIORITY": re.search(r"\n *- id: (\S+)", begun),
        "ACTION": re.search(r"\n *actions:.*?\bid: ([\w-]+)", begun, re.DOTALL),
        "MEASURE": re.search(r"\n *- id: (\S+)", texts["measures"]),
    }
    return {kind: one[1] if one else "none" for kind, one in found.items()}


def _text(folder: Path) -> str:
    """The text of the largest file."""
    paths = sorted(folder.rglob("*.y*ml"), key=lambda path: path.stat().st_size)
    return paths[-1].read_bytes().decode("utf-8", "replace").replace("\r", "\n") if paths else ""


def shipped(make: Maker) -> Portfolio:
    """The portfolio of the project itself, with a summer of edits."""
    before = make.side.checkout
    make.copy("shipped", *(before / kind for kind in ("strategies", "measures", "practice", "strategy-tracker.yaml")))
    make.start("shipped", FIRST)
    make.weeks("shipped", FIRST, 12, 9)
    names = {"STRATEGY": "corporate-parenting", "PRIORITY": "corporate-parenting/stability"}
    names |= {"ACTION": "corporate-parenting/health-04", "MEASURE": "cp-health-assessments"}
    names |= {"EXAMPLE": "|".join(_examples(make))}
    make.freeze("shipped", "2022-q3", "Corporate Parenting Board", date(2022, 9, 14))
    names |= {"TAG": "2022-q3", "DAY": "2022-10-04", "THEN": "2022-07-20"}
    return make.finish("shipped", EXAMPLES + LOOK + CHANGE, **names)


def _commands(make: Maker) -> list[str]:
    return re.findall(r"(?m)^  ([a-z-]+)  +", make.shell("shipped", "strategy --help").partition("Look:")[2])


def _examples(make: Maker) -> Iterator[str]:
    """The example at the end of the help of each command."""
    for name in _commands(make):
        yield " ".join(make.shell("shipped", f"strategy {name} --help").partition("Example: ")[2].split())


def small(make: Maker) -> Portfolio:
    """One of everything, from the tests, renamed, withdrawn, restated, broken and mended in its time."""
    file, before, first = "strategies/young-carers.yaml", make.side.checkout, date(2025, 6, 2)
    wrote = "from tests.cli.conftest import write_portfolio as w; from pathlib import Path; w(Path.cwd())"
    make.shell("small", f"PYTHONPATH='{before / 'src'}:{before}' python -c '{wrote}'")
    make.shell("small", "echo 'suppress_below: 5' >>strategy-tracker.yaml")
    make.start("small", first)
    make.weeks("small", first, 6, 10)
    steps = (
        "git mv strategies/old-plan.yaml strategies/former.yaml",
        f"sed -i '/id: seen-08/,/paused}}/d' {file}",
        f"echo 'bad: [' >>{file}",
        f"sed -i '$d' {file}; sed -i 's/id: seen-07/id: seen-09/' {file}",
        "sed -i 's/value: 1250/value: 1300/' measures/carers.yaml",
    )
    for number, step in enumerate(steps):
        make.shell("small", step)
        make.commit("small", date(2025, 8, 25) + timedelta(days=7 * number))
    names = {"STRATEGY": "young-carers", "PRIORITY": "young-carers/seen", "ACTION": "seen-02", "FILE": file}
    names |= {"MEASURE": "schools-trained", "COMMAND": "|".join(_commands(make))}
    names["SIDES"] = f"cp {file} old; cp old ours; cp old theirs"
    lines = HELP + LOOK + CHANGE + WRITE
    make.freeze("small", "2025-q2", "Carers Board", date(2025, 9, 16))
    return make.finish("small", lines, TAG="2025-q2", DAY="2025-10-01", THEN="2025-07-20", **names)


def many(make: Maker) -> Portfolio:
    """Twelve generated strategies over thirty commits."""
    generate(make.folder / "many", 12, 1)
    make.start("many", date(2026, 1, 5))
    make.weeks("many", date(2026, 1, 5), 30, 9)
    return make.finish("many", BRIEF, DAY="2026-10-15", THEN="2026-05-01")


def broken(make: Maker) -> Portfolio:
    """All bad cases at once, each in folders of its own."""
    for case in sorted((make.side.checkout / "tests/cases/bad").iterdir()):
        for kind in ("strategies", "measures", "practice"):
            if (case / kind).is_dir():
                shutil.copytree(case / kind, make.folder / "broken" / kind / case.name)
    make.start("broken", FIRST)
    make.commit("broken", date(2026, 1, 10))
    day = "2026-01-15"
    return make.finish("broken", BRIEF, DAY=day, AT=f"--as-at {day} --keep-going", THEN="2026-01-01")


def alone(make: Maker) -> Iterator[Portfolio]:
    """Every case of tests/cases by itself, without a repository."""
    for kind, lines in (("bad", ALONE), ("good", ALONE + GOOD)):
        for case in sorted((make.side.checkout / "tests/cases" / kind).iterdir()):
            if case.is_dir():
                name = f"{kind}/{case.name}"
                make.copy(name, *(path for path in case.iterdir() if path.suffix != ".txt"))
                yield make.finish(name, lines, DAY="2026-01-15", THEN="2026-01-01")


def empty(make: Maker) -> Portfolio:
    """Nothing at all, and what each code means."""
    (make.folder / "empty").mkdir()
    codes = sorted(case.name for case in (make.side.checkout / "tests/cases/bad").iterdir())
    codes += ["not-a-file", "outside-root", "unreadable", "too-big", "not-utf8"]  # git cannot keep a case of these
    return make.finish("empty", EMPTY, DAY="2026-01-15", CODE="|".join(codes))


def cases(portfolios: Iterable[Portfolio]) -> Iterator[Case]:
    """Every line with every choice of its braces."""
    for folder, lines, variables in portfolios:
        for line in filter(None, re.sub(r"\\\n *", "", lines).split("\n")):
            told = line
            for name, word in variables.items():
                told = re.sub(rf"\${name}\b", word.replace("\\", r"\\"), told)
            parts = re.split(r"\{([^{}]*\|[^{}]*)\}", told)
            for chosen in product(*(part.split("|") if n % 2 else [part] for n, part in enumerate(parts))):
                yield Case(folder, re.sub(" {2,}", " ", "".join(chosen)).strip())


def representative(every: Iterable[Case]) -> list[Case]:
    """The first case of each command in each format and view."""
    what = r"strategy ([a-z-]+)|(?:-f|--view) (\S+)|-o \S*?(\.\w+)|--(public|fix|blame|digest|known-on|dry-run)"
    first: dict[str, Case] = {}
    for case in every:
        first.setdefault(str(re.findall(what, case.line)), case)
    return list(first.values())


def differences(case: Case, sides: tuple[Side, Side], place: Path) -> list[str]:
    """Run a case on both sides, in turn and in one place; what differs."""
    while True:
        day, came = date.today(), []  # noqa: DTZ011 - the day of this machine, as the commands take it
        for side in sides:
            shutil.rmtree(place, ignore_errors=True)
            shutil.copytree(case.portfolio, place / "work", symlinks=True)
            for name in ("home", "tmp"):
                (place / name).mkdir()
            came.append(side.run(case.line, place))
        if day == date.today():  # noqa: DTZ011
            break
    one, two = came
    return [
        f"  {name}: {difference(one.get(name), two.get(name))}"
        for name in sorted(one.keys() | two.keys())
        if one.get(name) != two.get(name)
    ]


def difference(one: bytes | None, two: bytes | None) -> str:
    """What differs between two pieces of output or files, in a few lines."""
    if one is None or two is None:
        return "only " + ("after" if one is None else "before")
    try:
        before, after = (data.decode().replace("><", ">\n<").splitlines() for data in (one, two))
    except UnicodeDecodeError:
        alike = next((n for n, pair in enumerate(zip(one, two, strict=False)) if len(set(pair)) > 1), "the shorter end")
        return f"{len(one)} bytes before, {len(two)} after, alike up to byte {alike}"
    lines = list(difflib.unified_diff(before, after, n=1, lineterm=""))[2:] or ["the ends of lines"]
    more = [f"… and {len(lines) - SHOWN} lines more"] if len(lines) > SHOWN else []
    return "\n    ".join(["", *(line[:200] for line in lines[:SHOWN]), *more])


def prepare(top: Path, before: Path, after: Path) -> tuple[Side, Side]:
    """Write the programs that cases call, and see that each side runs its own checkout."""
    for name in ("bin", "home", "tmp", "portfolios"):
        (top / name).mkdir()
    for name, call in (("python", ""), ("strategy", "-m strategy_tracker")):
        (top / "bin" / name).write_text(f"#!/bin/sh\nexec '{sys.executable}' {call} \"$@\"\n")
        (top / "bin" / name).chmod(0o755)
    (top / "bin/served.py").write_text(SERVED)
    (top / "bin/terminal.py").write_text(TERMINAL)
    sides = Side(before.resolve(), top), Side(after.resolve(), top)
    for side in sides:
        where = Maker(side, top).shell("home", "python -c 'import strategy_tracker as s; print(s.__file__)'").strip()
        if not Path(where).is_relative_to(side.checkout):
            sys.exit(f"{side.checkout} is not what runs, but {where}")
    return sides


def holes(side: Side) -> list[str]:
    """The modules of a checkout that no case has imported: there is no bytecode of them."""
    source = side.checkout / "src"
    made = side.top / "bytecode" / source.relative_to(source.anchor)
    known = {path.with_name(path.name.partition(".")[0]).relative_to(made) for path in made.rglob("*.pyc")}
    every = {path.with_suffix("").relative_to(source) for path in source.rglob("*.py")}
    return sorted(map(str, every - known))


def main() -> int:
    asked = argparse.ArgumentParser(description="Run every command in two checkouts and compare byte for byte.")
    asked.add_argument("before", type=Path)
    asked.add_argument("after", type=Path)
    asked.add_argument("--only", default="", metavar="WORD", help="cases with this in their line or portfolio")
    asked.add_argument("--quick", action="store_true", help="one case of each command, format and view")
    asked.add_argument("-j", type=int, default=2, metavar="N", help="cases run at a time")
    asked.add_argument("--list", action="store_true", help="print the cases and run none")
    options = asked.parse_args()
    start, failed = time.monotonic(), 0
    with tempfile.TemporaryDirectory(prefix="net-") as name, ThreadPoolExecutor(options.j) as workers:
        top = Path(name).resolve()
        sides = prepare(top, options.before, options.after)
        make = Maker(sides[0], top / "portfolios")
        own = shipped(make)
        every = list(cases((small(make), own, many(make), broken(make), empty(make), *alone(make))))
        chosen = [case for case in every if options.only in str(case)]
        chosen = representative(chosen) if options.quick else chosen
        if options.list:
            print(*chosen, sep="\n")
            return 0
        places: SimpleQueue[Path] = SimpleQueue()
        for number in range(options.j):
            places.put(top / f"place-{number}")

        def judged(case: Case) -> list[str]:
            place = places.get()
            try:
                return differences(case, sides, place)
            finally:
                places.put(place)

        for case, found in zip(chosen, workers.map(judged, chosen), strict=True):
            if found:
                failed += 1
                print(case, *found, sep="\n", flush=True)
        print(f"{len(chosen)} of {len(every)} cases, {failed} with differences, {time.monotonic() - start:.0f} s")
        if len(chosen) == len(every):
            print("modules no case imported:", ", ".join(holes(sides[0])) or "none")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
