"""The flow on one screen.

feeds.yaml ─ poll ─▶ ledger: discovered ─ fetch ─▶ archive (WARC) + ledger: fetched
   ─ read: extract · language · topics · story ─▶ index ─▶ ledger: indexed
   ─ alert: saved queries over what is newly indexed ─▶ outbox ─ deliver ─▶ mailbox
"""
