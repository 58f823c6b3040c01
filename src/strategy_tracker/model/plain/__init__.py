"""What records and standings are both made of: words, days, lengths of time, units; nothing here knows a record."""
