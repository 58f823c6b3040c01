"""Five questions to the tables of one body or of thousands, in DuckDB; open it as a notebook, or run it.

strategy export --format parquet -o tables
python examples/five_questions.py tables
"""

# %% the tables, as 'strategy export' wrote them
import os
import sys
from pathlib import Path

import duckdb

questions = Path(__file__).with_name("five_questions.sql").read_text(encoding="utf-8")
os.chdir(sys.argv[1] if len(sys.argv) > 1 else "tables")  # tables.sql names the files from its own folder
engine = duckdb.connect()
engine.execute(Path("tables.sql").read_text(encoding="utf-8"))

# %% each question with the first rows of its answer
_, *asked = questions.split("\n\n")
for one in asked:
    heading, query = one.strip().split("\n", 1)
    answer = engine.execute(query)
    columns = [column[0] for column in answer.description]
    rows = answer.fetchall()
    print(f"\n{heading.removeprefix('-- ')} ({len(rows)} rows)")
    print("  " + " | ".join(columns))
    for row in rows[:10]:
        print("  " + " | ".join("" if cell is None else str(cell) for cell in row))
