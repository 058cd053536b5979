"""The desk: pages, API and feeds of ``veille serve``. It reads through the same functions as the commands."""
