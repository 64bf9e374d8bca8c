"""Owners' own data: catalogue, customers, orders, reviews and events, from the files they have.

A file goes through four rooms: `source` (bytes) → `delimited`, `jsonlines` or `merchant_xml`
(records with the line they begin on) → `own`, `google`, `shopify`, `customers` … (what a record
says, checked) → `products`, `rows` … (the database, a batch and a transaction at a time).
"""
