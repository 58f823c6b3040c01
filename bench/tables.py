"""Tables of very many bodies: how long five questions take, and collecting, and whether Spark answers the same.

    python bench/tables.py ask [READINGS [BODIES]]   # 10,000,000 of 2,000 in DuckDB on two threads and 1 GiB
    python bench/tables.py collect [BODIES]          # as many repositories, collected once and once more
    python bench/tables.py spark [BODIES]            # needs pyspark, pandas, pyarrow and Java; in DuckDB and in Spark

The figures of a run on two cores stand in TABLES.md.
"""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from strategy_tracker.views.tables.as_parquet import TYPES
from strategy_tracker.views.tables.beside import views_in_sql
from strategy_tracker.views.tables.schema import PLACE, TABLES

ROOT = Path(__file__).parents[1]
QUESTIONS = ROOT / "examples" / "five_questions.sql"


def questions() -> Iterator[tuple[str, str]]:
    """Give each question and its statement."""
    _, *asked = QUESTIONS.read_text(encoding="utf-8").split("\n\n")
    for one in asked:
        heading, query = one.strip().split("\n", 1)
        yield heading.removeprefix("-- "), query.rstrip(";")


MADE = {
    "item": "'measure-' || (n % 25)",
    "series": "'own'",
    "period": "(2016 + (n // 25) % 40 // 4) || '/' || lpad(((2017 + (n // 25) % 40 // 4) % 100)::text, 2, '0') "
    "|| ' Q' || (1 + (n // 25) % 4)",
    "version": "1 + n // 1000",
    "is_current": "n // 1000 = 4",
    "period_kind": "'quarter'",
    "period_start": "make_date(2016, 4, 1) + to_months(3 * ((n // 25) % 40)::int)",
    "period_end": "make_date(2016, 6, 30) + to_months(3 * ((n // 25) % 40)::int)",
    "value": "round(random() * 1000, 1)",
    "recorded": "make_date(2016, 7, 20) + to_months(3 * ((n // 25) % 40)::int)",
}
"""What stands in the columns of a made-up reading, of which each body has n of each of 25 measures and 40 quarters."""
ACTIONS = {
    "item": "'plan/action-' || n",
    "strategy": "'plan'",
    "colour": "list_extract(['red', 'amber', 'green', 'blue', 'grey'], 1 + (random() * 5)::int % 5)",
    "state": "list_extract(['in-progress', 'complete', NULL], 1 + (random() * 3)::int % 3)",
}
UPDATES = {
    "item": "'plan/action-' || (n % 80)",
    "n": "1 + n // 80",
    "said_on_end": "make_date(2026, 3, 31) - (random() * 900)::int",
}


def fill(
    engine: duckdb.DuckDBPyConnection, lake: Path, bodies: int, table: str, rows: int, made: dict[str, str]
) -> None:
    """Write a made-up table of some rows for each body, in folders as 'strategy export' does."""
    cells = [
        f"CAST({made.get(one.name, 'NULL')} AS {TYPES[one.kind]}) AS {one.name}"
        for one in TABLES[table].columns
        if one.name not in PLACE
    ]
    engine.execute(
        f"COPY (SELECT 'body-' || lpad(b::text, 4, '0') AS organisation, DATE '2026-03-31' AS as_at, "
        f"{', '.join(cells)} "
        f"FROM range({bodies}) AS bodies(b), range({rows}) AS rows_of(n) ORDER BY b) TO '{lake / table}' "
        "(FORMAT parquet, COMPRESSION zstd, PARTITION_BY (organisation, as_at), FILENAME_PATTERN 'part-{i}-internal')"
    )


def ask(readings: int = 10_000_000, bodies: int = 2000) -> None:
    """Ask the five questions of so many readings; each with the time of the first and of the best of three."""
    with TemporaryDirectory() as folder:
        for command in (("make", folder, str(readings), str(bodies)), ("answer", folder)):
            subprocess.run([sys.executable, __file__, *command], check=True)


def make(folder: str, readings: int, bodies: int) -> None:
    """Make up the tables, in a process of their own: what a parent once held counts as its child's memory."""
    lake = Path(folder)
    with duckdb.connect(config={"threads": 2}) as engine:
        fill(engine, lake, bodies, "runs", 1, {"schema_version": "1"})
        fill(engine, lake, bodies, "readings", readings // bodies, MADE)
        fill(engine, lake, bodies, "actions", 80, ACTIONS)
        fill(engine, lake, bodies, "updates", 400, UPDATES)
    files = [path for path in lake.rglob("*.parquet") if path.is_file()]
    print(f"{len(files)} files, {sum(path.stat().st_size for path in files) / 2**20:.0f} MiB", flush=True)


def answer(folder: str) -> None:
    """Answer the questions in a process of their own, whose memory is then theirs alone."""
    os.chdir(folder)
    with duckdb.connect(config={"threads": 2, "memory_limit": "1GB"}) as engine:
        for line in views_in_sql("parquet", "-internal").decode().splitlines():
            if line.startswith("CREATE") and any(
                f" VIEW {name} " in line for name in ("runs", "readings", "actions", "updates")
            ):
                engine.execute(line)
        for heading, query in questions():
            took = []
            for _ in range(3):
                begun = time.perf_counter()
                rows = len(engine.execute(query).fetchall())
                took.append(time.perf_counter() - begun)
            print(f"{took[0]:6.2f} s first, {min(took):6.2f} s best, {rows:9,} rows  {heading}")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB at most")


def bodies_of(folder: Path, number: int) -> Iterator[Path]:
    """Write so many portfolios, each the shipped one with another figure."""
    for n in range(number):
        one = folder / f"body-{n}"
        for kind in ("strategies", "measures"):
            (one / kind).mkdir(parents=True)
            for path in (ROOT / kind).glob("*.yaml"):
                (one / kind / path.name).write_bytes(path.read_bytes())
        (one / "strategy-tracker.yaml").write_text(f"organisation: Body {n}\n", encoding="utf-8")
        yield one


def collect(bodies: int = 100) -> None:
    """Collect so many repositories, and once more when nothing has moved."""
    with TemporaryDirectory() as folder:
        listed = []
        for one in bodies_of(Path(folder), bodies):
            for arguments in (
                ("init", "-q"),
                ("add", "-A"),
                ("-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm", "1"),
            ):
                subprocess.run(["git", "-C", one, *arguments], check=True)
            listed.append(f"{one.name} {one}")
        names, lake = Path(folder) / "repositories.txt", Path(folder) / "lake"
        names.write_text("\n".join(listed) + "\n", encoding="utf-8")
        for what in ("all new", "nothing moved"):
            begun = time.perf_counter()
            subprocess.run([sys.executable, ROOT / "examples" / "collect.py", names, lake], check=True)
            took = time.perf_counter() - begun
            print(f"{what}: {bodies} bodies in {took:.1f} s, {took / bodies:.2f} s each")


def spark(bodies: int = 500) -> None:
    """Judge so many portfolios in Spark and here, and ask both engines the five questions."""
    from datetime import date

    from pyspark.sql import SparkSession

    import strategy_tracker

    os.environ["PYSPARK_PYTHON"] = sys.executable
    sys.path.insert(0, str(ROOT / "examples"))
    from judge_in_spark import judge

    day = date(2022, 8, 31)
    names = ("runs", "actions", "updates", "readings")
    with TemporaryDirectory() as folder:
        root, lake = Path(folder) / "bodies", Path(folder) / "lake"
        made = list(bodies_of(root, bodies))
        session = SparkSession.builder.master("local[2]").config("spark.driver.memory", "4g").getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        engine = duckdb.connect(config={"threads": 2})
        for name in names:
            begun = time.perf_counter()
            judge(session, str(root), name, day).write.parquet(str(lake / name))
            took = time.perf_counter() - begun
            expected = []
            for one in made:
                held = {path.relative_to(one).as_posix(): path.read_bytes() for path in one.rglob("*.yaml")}
                expected += [tuple(row.values()) for row in strategy_tracker.tables(held, day, one.name).rows[name]]
            engine.execute(f"CREATE VIEW {name} AS SELECT * FROM '{lake / name}/*.parquet'")
            found = engine.execute(f"SELECT * FROM {name}").fetchall()
            same = "the same" if sorted(found, key=str) == sorted(expected, key=str) else "NOT THE SAME"
            print(f"{name}: {len(found)} rows of {bodies} bodies, {same} as here; {took:.1f} s in Spark")
            session.read.parquet(str(lake / name)).createOrReplaceTempView(name)
        for heading, query in questions():
            one = [tuple(row) for row in session.sql(query).collect()]
            other = engine.execute(query).fetchall()
            same = [*map(cells, one)] == [*map(cells, other)]
            print(f"{len(other):7,} rows, {'the same' if same else 'NOT THE SAME'} in Spark and DuckDB: {heading}")


def cells(row: tuple[object, ...]) -> tuple[object, ...]:
    """A row whose numbers two engines agree on: an average is a decimal in one and a float in the other."""
    return tuple(round(float(one), 6) if hasattr(one, "as_integer_ratio") else one for one in row)


if __name__ == "__main__":
    given = [int(one) if one.isdigit() else one for one in sys.argv[2:]]
    {"ask": ask, "make": make, "answer": answer, "collect": collect, "spark": spark}[sys.argv[1]](*given)
