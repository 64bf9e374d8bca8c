"""the assistant's memory is kept with the conversation"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("memory", sa.JSON(), nullable=False, server_default="{}"))
        batch_op.drop_column("refusals")
        batch_op.drop_column("rasa_turns")


def downgrade() -> None:
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.add_column(sa.Column("refusals", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(
            sa.Column("rasa_turns", sa.Integer(), nullable=False, server_default="0")
        )
        batch_op.drop_column("memory")
