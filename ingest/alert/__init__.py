"""From what is newly indexed to the mailbox: rules, what is due, mails, outbox, SMTP."""
