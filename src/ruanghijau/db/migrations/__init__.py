"""How the tables came to be: Alembic's migrations, for SQLite, MySQL and TiDB alike."""
