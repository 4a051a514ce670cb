-- One award to one of 10,000 wallets. For pgbench; residents.ts makes the wallets.
\set n random(1, 10000)
select ledger.post_transfer(
  ('00000000-0000-4000-8000-' || lpad(:n::text, 12, '0'))::uuid,
  'award', 'issuance', 'wallet', 2, 'bench award', 'award:' || gen_random_uuid(), null, null, 'bench-posting'
);
