"""Sheets on a terminal and in a pipe."""
