"""What the commands show: each result as a neutral sheet, and as rows or content for CSV and JSON."""
