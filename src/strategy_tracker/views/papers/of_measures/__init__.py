"""Papers of measures: their blocks, their outlook, the scorecard."""
