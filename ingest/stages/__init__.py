"""One module a stage: claim work from the ledger, do it, record exactly one outcome each."""
