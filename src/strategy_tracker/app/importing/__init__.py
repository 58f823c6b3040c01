"""Importing: a table of other people, or a workbook of ours, into the files."""
