"""Where the tables of a sheet are: heading rows, columns, and what each row below them is."""
