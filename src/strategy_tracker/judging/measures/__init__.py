"""Measures: how one stands, from its readings and targets to a colour, an arrow and a sentence."""
