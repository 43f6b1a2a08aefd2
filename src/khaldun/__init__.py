"""Khaldun reads reporting on a conflict and keeps the record."""
