"""Where a measure is heading, worked out: its forecasts, its pace, and what varies more than usual."""
