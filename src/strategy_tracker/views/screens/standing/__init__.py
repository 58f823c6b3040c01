"""Where everything stands: `status`, `overdue`, and `strategy` alone."""
