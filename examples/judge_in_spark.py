"""Judges portfolios inside Spark, where one machine is outgrown: the same rows as 'strategy export' gives.

    python examples/judge_in_spark.py PORTFOLIOS actions 2026-03-31 OUT

PORTFOLIOS holds a folder for each portfolio, on a disk or in a bucket; OUT is written as Parquet. What only git knows,
such as a date that was typed over, is not in the rows: nothing but the files is looked at.
"""

import sys
from collections.abc import Iterator
from datetime import date

import pandas as pd
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as f

from strategy_tracker import TABLES, tables

TYPES = {"text": "string", "whole": "bigint", "number": "decimal(28,6)", "day": "date", "flag": "boolean"}
FILE = r"([^/]+)/((?:strategies|measures|practice|published|comparators|imports)/.+|strategy-tracker\.yaml)$"


def judge(session: SparkSession, folder: str, table: str, day: date) -> DataFrame:
    """Give the rows of one table, of every portfolio in a folder."""
    columns = TABLES[table].columns

    def judged(batches: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        for batch in batches:
            for name, files in zip(batch["portfolio"], batch["files"], strict=True):
                held = {file["name"]: bytes(file["content"]) for file in files}
                yield pd.DataFrame(tables(held, day, name).rows[table], columns=[one.name for one in columns])

    files = session.read.format("binaryFile").option("recursiveFileLookup", "true").load(folder)
    named = files.select(
        f.regexp_extract("path", FILE, 1).alias("portfolio"), f.regexp_extract("path", FILE, 2).alias("name"), "content"
    ).where("name != ''")
    grouped = named.groupBy("portfolio").agg(f.collect_list(f.struct("name", "content")).alias("files"))
    return grouped.mapInPandas(judged, ", ".join(f"{one.name} {TYPES[one.kind]}" for one in columns))


if __name__ == "__main__":
    session = SparkSession.builder.getOrCreate()
    judge(session, sys.argv[1], sys.argv[2], date.fromisoformat(sys.argv[3])).write.parquet(sys.argv[4])
