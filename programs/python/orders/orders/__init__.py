"""A small order service: orders in, invoices, searches and reports out."""
