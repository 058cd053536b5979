"""What an article is about: language, topics, stories."""
