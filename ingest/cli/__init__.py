"""The command line: what a person types, and how the answer looks."""
