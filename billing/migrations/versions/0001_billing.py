"""Customers, accounts, lines, calls, bills, money back, reports."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "customer",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("user_name", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_customer"),
        sa.UniqueConstraint("user_name", name="uq_customer_user_name"),
    )
    op.create_table(
        "plan",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("monthly_fee", sa.Integer(), nullable=False),
        sa.Column("included_call_types", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_plan"),
    )
    op.create_table(
        "account",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("customer_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("time_zone", sa.String(), nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("tax_rate", sa.Integer(), nullable=False),
        sa.Column("cycle_day", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_account_customer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
    )
    op.create_index("ix_account_customer_id", "account", ["customer_id"])
    op.create_table(
        "bill",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("period_start", sa.DateTime(timezone=True), nullable=False),
        sa.Column("period_end", sa.DateTime(timezone=True), nullable=False),
        sa.Column("bill_date", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_date", sa.DateTime(timezone=True), nullable=False),
        sa.Column("next_bill_date", sa.DateTime(timezone=True), nullable=False),
        sa.Column("fixed_charges", sa.Integer(), nullable=False),
        sa.Column("usage_charges", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_bill_account_id"),
        sa.PrimaryKeyConstraint("id", name="pk_bill"),
        sa.UniqueConstraint("number", name="uq_bill_number"),
    )
    op.create_index("ix_bill_account_id_bill_date", "bill", ["account_id", "bill_date"])
    op.create_table(
        "line",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("plan_id", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_line_account_id"),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name="fk_line_plan_id"),
        sa.PrimaryKeyConstraint("id", name="pk_line"),
        sa.UniqueConstraint("number", name="uq_line_number"),
    )
    op.create_index("ix_line_account_id", "line", ["account_id"])
    op.create_table(
        "call",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("line_id", sa.String(), nullable=False),
        sa.Column("bill_id", sa.String(), nullable=True),
        sa.Column("called_number", sa.String(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("duration", sa.Integer(), nullable=False),
        sa.Column("call_type", sa.String(), nullable=False),
        sa.Column("destination_country", sa.String(), nullable=False),
        sa.Column("rated_millionths", sa.Integer(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("rated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["bill_id"], ["bill.id"], name="fk_call_bill_id"),
        sa.ForeignKeyConstraint(["line_id"], ["line.id"], name="fk_call_line_id"),
        sa.PrimaryKeyConstraint("id", name="pk_call"),
    )
    op.create_index("ix_call_bill_id", "call", ["bill_id"])
    op.create_index("ix_call_line_id_started_at", "call", ["line_id", "started_at"])
    op.create_table(
        "payment",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("bill_id", sa.String(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("paid_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("means", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["bill_id"], ["bill.id"], name="fk_payment_bill_id"),
        sa.PrimaryKeyConstraint("id", name="pk_payment"),
    )
    op.create_index("ix_payment_bill_id", "payment", ["bill_id"])
    op.create_table(
        "ticket",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("customer_id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=True),
        sa.Column("external_id", sa.String(), nullable=True),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("ticket_type", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("severity", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("status_reason", sa.String(), nullable=True),
        sa.Column("channel_id", sa.String(), nullable=True),
        sa.Column("channel_name", sa.String(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer_due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("resolved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dispute_reason", sa.String(), nullable=True),
        sa.Column("disputed_amount", sa.Integer(), nullable=True),
        sa.Column("currency", sa.String(), nullable=True),
        sa.Column("payment_amount", sa.Integer(), nullable=True),
        sa.Column("payment_date", sa.String(), nullable=True),
        sa.Column("payment_means", sa.String(), nullable=True),
        sa.Column("credit_target", sa.String(), nullable=True),
        sa.Column("credit_bill_id", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_ticket_account_id"),
        sa.ForeignKeyConstraint(["credit_bill_id"], ["bill.id"], name="fk_ticket_credit_bill_id"),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name="fk_ticket_customer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_ticket"),
        sa.UniqueConstraint("customer_id", "external_id", name="uq_ticket_customer_id_external_id"),
    )
    op.create_index("ix_ticket_customer_id_created_at", "ticket", ["customer_id", "created_at"])
    op.create_table(
        "credit",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("call_id", sa.String(), nullable=True),
        sa.Column("ticket_id", sa.String(), nullable=True),
        sa.Column("bill_id", sa.String(), nullable=True),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name="fk_credit_account_id"),
        sa.ForeignKeyConstraint(["bill_id"], ["bill.id"], name="fk_credit_bill_id"),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name="fk_credit_call_id"),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name="fk_credit_ticket_id"),
        sa.PrimaryKeyConstraint("id", name="pk_credit"),
    )
    op.create_index("ix_credit_account_id", "credit", ["account_id"])
    op.create_index("ix_credit_bill_id", "credit", ["bill_id"])
    op.create_index("ix_credit_call_id", "credit", ["call_id"])
    op.create_index("ix_credit_ticket_id", "credit", ["ticket_id"])
    op.create_table(
        "ticket_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.String(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name="fk_ticket_note_ticket_id"),
        sa.PrimaryKeyConstraint("id", name="pk_ticket_note"),
    )
    op.create_index("ix_ticket_note_ticket_id", "ticket_note", ["ticket_id"])
    op.create_table(
        "ticket_relation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.String(), nullable=False),
        sa.Column("entity_id", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("referred_type", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name="fk_ticket_relation_ticket_id"),
        sa.PrimaryKeyConstraint("id", name="pk_ticket_relation"),
    )
    op.create_index(
        "ix_ticket_relation_entity_id_referred_type",
        "ticket_relation",
        ["entity_id", "referred_type"],
    )
    op.create_index("ix_ticket_relation_ticket_id", "ticket_relation", ["ticket_id"])
    op.create_table(
        "ticket_status_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ticket_id", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["ticket.id"], name="fk_ticket_status_change_ticket_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_ticket_status_change"),
    )
    op.create_index("ix_ticket_status_change_ticket_id", "ticket_status_change", ["ticket_id"])


def downgrade() -> None:
    op.drop_index("ix_ticket_status_change_ticket_id", table_name="ticket_status_change")
    op.drop_table("ticket_status_change")
    op.drop_index("ix_ticket_relation_ticket_id", table_name="ticket_relation")
    op.drop_index("ix_ticket_relation_entity_id_referred_type", table_name="ticket_relation")
    op.drop_table("ticket_relation")
    op.drop_index("ix_ticket_note_ticket_id", table_name="ticket_note")
    op.drop_table("ticket_note")
    op.drop_index("ix_credit_ticket_id", table_name="credit")
    op.drop_index("ix_credit_call_id", table_name="credit")
    op.drop_index("ix_credit_bill_id", table_name="credit")
    op.drop_index("ix_credit_account_id", table_name="credit")
    op.drop_table("credit")
    op.drop_index("ix_ticket_customer_id_created_at", table_name="ticket")
    op.drop_table("ticket")
    op.drop_index("ix_payment_bill_id", table_name="payment")
    op.drop_table("payment")
    op.drop_index("ix_call_line_id_started_at", table_name="call")
    op.drop_index("ix_call_bill_id", table_name="call")
    op.drop_table("call")
    op.drop_index("ix_line_account_id", table_name="line")
    op.drop_table("line")
    op.drop_index("ix_bill_account_id_bill_date", table_name="bill")
    op.drop_table("bill")
    op.drop_index("ix_account_customer_id", table_name="account")
    op.drop_table("account")
    op.drop_table("plan")
    op.drop_table("customer")
