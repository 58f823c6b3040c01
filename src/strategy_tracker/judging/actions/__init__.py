"""Actions: how one stands, from its dates and updates to its clocks, its colour and a sentence."""
