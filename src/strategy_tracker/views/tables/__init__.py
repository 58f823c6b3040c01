"""Tables for a warehouse: one row one fact, in plain columns, the same rows in every format."""
