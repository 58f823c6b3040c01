"""The tables are a promise: their columns, types and keys are held by a file, and no name needs quotes anywhere."""

from pathlib import Path

from strategy_tracker.views.tables.schema import SCHEMA_VERSION, TABLES

HELD = Path(__file__).parent / "golden" / f"tables-{SCHEMA_VERSION}.txt"
RESERVED = """
    all and any array as asc at by case cast check collate column constraint create cross current date default desc
    distinct end else exists extract false fetch first following for foreign from full group having if in inner into
    is join key last lateral left like limit merge natural new no not null of on or order outer over partition
    primary range references right row rows select set some table then time to treat true unique using values when
    where window with within
"""
"""Words that SQL, DuckDB, Spark, Trino or BigQuery keep for themselves."""


def test_a_column_is_never_taken_away_or_changed_without_a_new_version(golden):
    lines = []
    for table in TABLES.values():
        lines.append(f"{table.name}: {', '.join(table.key)}")
        lines += [f"  {column.name} {column.kind}" for column in table.columns]
    golden(HELD, "\n".join(lines) + "\n")


def test_no_name_is_a_reserved_word_and_each_is_in_lower_case():
    names = [table.name for table in TABLES.values()] + [c.name for t in TABLES.values() for c in t.columns]
    assert not set(RESERVED.split()) & set(names)
    assert all(name.replace("_", "").isalnum() and name == name.lower() for name in names)


def test_each_key_is_made_of_columns_and_each_column_is_there_once():
    for table in TABLES.values():
        names = [column.name for column in table.columns]
        assert len(names) == len(set(names))
        assert set(table.key) <= set(names)
        assert all(column.words for column in table.columns)
