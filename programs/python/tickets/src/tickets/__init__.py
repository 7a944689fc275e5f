"""Support tickets: teams look at boards, customers open tickets, everybody searches."""
