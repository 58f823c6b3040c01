"""What a strategy is: frozen records and the types of their values; no disk, no clock."""
