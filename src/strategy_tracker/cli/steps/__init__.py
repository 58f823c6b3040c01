"""What several commands share, and the steps of a long one."""
