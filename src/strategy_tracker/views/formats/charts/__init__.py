"""Drawings, as SVG, and where their words stand."""
