"""The model: tables as read, the account as typed, and the books that tie the two."""
