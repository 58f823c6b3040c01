"""Measures: how success is known, the rule that colours it, and its figures."""
