"""The families of rules that give a figure its colour: each a distance from a goal, two limits on it, a sentence."""
