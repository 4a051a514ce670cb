-- One of 50,000 residents logs an action that pays at once, as the API does it for them: role and
-- claims first, then the RPC with all its checks. For pgbench; residents.ts makes residents and action.
\set n random(1, 50000)
begin;
select
  set_config('request.jwt.claim.sub', resident.id, true),
  set_config('request.jwt.claim.role', 'authenticated', true),
  set_config('request.jwt.claims', json_build_object('sub', resident.id, 'role', 'authenticated')::text, true),
  set_config('role', 'authenticated', true)
from (select '00000000-0000-4000-8000-' || lpad(:n::text, 12, '0') as id) as resident;
select id, coins, status from public.log_green_action('bench-action', gen_random_uuid(), '');
commit;
