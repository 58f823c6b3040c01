"""Results out: one module per format; plain data in, text out."""
