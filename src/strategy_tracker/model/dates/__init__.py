"""Dates: periods, days as people type them, and dates that moved step by step."""
