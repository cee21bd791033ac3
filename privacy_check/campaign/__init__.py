"""A campaign at work, without a look at anybody: its code, the receipts people may hand in, and how many did.

Nothing here knows an account, a finding or a vault, and nothing that knows one may be imported here (a contract of
import-linter). Only the standard library, the sentences and the cleaning of text are used.
"""
