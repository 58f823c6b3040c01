"""Checks of measures: their rules, targets, figures, and what others publish."""
