"""Screens: what the terminal shows, as neutral sheets."""
