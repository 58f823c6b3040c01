"""Looking back: what changed, the life of an item, colours over time, frozen reports, and the merge of two pasts."""
