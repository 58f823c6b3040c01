"""The floor of use cases: one module for each thing a person does; it returns results and prints nothing."""
