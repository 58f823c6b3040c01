"""Screens of what was: changes, lives, slips, and how colours and forecasts came out."""
