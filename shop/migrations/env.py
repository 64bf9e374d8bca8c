"""Run by Alembic; the connection comes from `shop.migrate`."""

from alembic import context

from shop.tables import Table

connection = context.config.attributes["connection"]
# SQLite cannot alter a column: Alembic then copies the table ("batch").
context.configure(
    connection=connection,
    target_metadata=Table.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
    user_module_prefix="tables.",
)
with context.begin_transaction():
    context.run_migrations()
