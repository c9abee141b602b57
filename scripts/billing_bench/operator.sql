-- A made-up operator: six months and the running one. operator_database.py fills in :customers,
-- :calls, :first and :now. Customer 0 is a company: every twentieth call is its own.

set local session_replication_role = replica; -- what is made here refers to what is made here
set local synchronous_commit = off;

insert into plan values ('PLAN', 'Bench', 'EUR', 1000, '["local"]');

insert into customer
select 'C-' || n, 'Customer ' || n, 'user-' || n, '-', 'es' from generate_series(0, :customers) n;

-- Everybody is signed in: "token C-17" is the access token of C-17.
insert into access_token (digest, customer_id, client_id, scope, issued_at, expires_at)
select
    encode(sha256(cast('token ' || id as bytea)), 'hex'), id, 'bench', 'selfcare', :now,
    cast(:now as timestamptz) + interval '1 day'
from customer;

insert into account
select 'BA-' || n, 'C-' || n, 'Customer ' || n, 'Europe/Madrid', 'EUR', 'ES', 2100, 1, :first
from generate_series(0, :customers) n;

insert into line
select 'P-' || n || '-' || k, 'BA-' || n, 'PLAN', '+34' || n || '-' || k, 'active', :first
from generate_series(0, :customers) n,
    generate_series(0, case when n = 0 then 49 else 1 + n % 2 end) k;

insert into bill
select
    'BILL-' || n || '-' || to_char(month, 'YYYYMM'), 'BA-' || n,
    n || '-' || to_char(month, 'YYYYMM'), month, month + interval '1 month',
    month + interval '1 month', month + interval '50 days', month + interval '2 months', 2000, 1500
from generate_series(0, :customers) n,
    generate_series(
        cast(:first as timestamptz), date_trunc('month', cast(:now as timestamptz))
        - interval '1 month', interval '1 month'
    ) month;

-- In the order of time, as exchanges deliver them: a customer's calls lie far apart.
insert into call (
    id, customer_id, line_id, bill_id, called_number, started_at, duration, call_type,
    destination_country, rated_millionths, amount, rated_at
)
select
    'USG-' || lpad(cast(n as text), 10, '0'),
    'C-' || owner,
    'P-' || owner || '-' || n / 20 % case when owner = 0 then 50 else 2 + owner % 2 end,
    case
        when started_at < date_trunc('month', cast(:now as timestamptz))
            then 'BILL-' || owner || '-' || to_char(started_at, 'YYYYMM')
    end,
    '+346' || lpad(cast(n % 100000000 as text), 8, '0'), started_at, n % 600,
    case when n % 2 = 0 then 'local' else 'international' end, 'ES',
    n % 2 * (n % 1000) * 1000, n % 2 * (n % 100 + 1), started_at + interval '2 minutes'
from (
    select
        n,
        case when n % 20 = 0 then 0 else 1 + abs(hashint8(n) % :customers) end as owner,
        cast(:first as timestamptz)
        + n * ((cast(:now as timestamptz) - cast(:first as timestamptz)) / :calls) as started_at
    from generate_series(0, :calls - 1) n
) made;

-- Everybody has complained about a line three times, and the company three hundred times.
insert into ticket (
    id, customer_id, account_id, fingerprint, ticket_type, name, description, severity, status,
    created_at, updated_at, answer_due_at
)
select
    'CMP-' || n || '-' || k, 'C-' || n, 'BA-' || n, '-', 'complaint', 'Complaint', 'Complaint',
    'Minor', 'resolved', cast(:first as timestamptz) + k * interval '1 hour',
    cast(:first as timestamptz) + k * interval '2 hours', :now
from generate_series(0, :customers) n,
    generate_series(1, case when n = 0 then 300 else 3 end) k;

insert into ticket_status_change (ticket_id, status, changed_at)
select id, status, updated_at from ticket;

insert into ticket_relation (ticket_id, entity_id, role, referred_type)
select id, 'P-' || substr(customer_id, 3) || '-0', 'service', 'Product' from ticket;
