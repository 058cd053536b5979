"""Rules that watch how a subject is told: what is said of them (grammar), what is usual, and what they notice."""
