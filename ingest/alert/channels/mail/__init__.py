"""The mail channel: drafts as RFC 5322 messages, handed over by SMTP."""
