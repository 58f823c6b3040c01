"""What a strategy is: frozen records and value types; no disk, no clock."""
