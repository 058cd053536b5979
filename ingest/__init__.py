"""veille: feeds in, one alert mail a story out. See docs/how-it-works.md for the picture."""

__version__ = "0.1.0"
