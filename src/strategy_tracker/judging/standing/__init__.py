"""Standing: what is known of each thing on a day, as plain data that every output is made from."""
