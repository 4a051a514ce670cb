-- The desk of the envelopes: what the city and each action may pay in a year is set here, and nowhere else.

create function private.set_city_envelope(p_year integer, p_total bigint, p_before bigint) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  v_before bigint;
  v_allocated bigint;
begin
  perform private.require_role('administrator');
  perform private.refuse_other_years(p_year);
  if p_total is null or p_total not between 0 and 1000000000 then
    perform private.refuse_content('total', 1000000000);
  end if;
  insert into ledger.city_envelopes (year, total) values (p_year, 0) on conflict (year) do nothing;
  select total into v_before from ledger.city_envelopes where year = p_year for no key update;
  if v_before = p_total then
    return;
  end if;
  perform private.refuse_other_total(v_before, p_before);
  select coalesce(sum(total), 0) into v_allocated from ledger.envelopes where year = p_year;
  if p_total < v_allocated then
    perform private.refuse('envelopes_exceed_city', 409, 'The envelopes of the actions already come to more than this.',
      jsonb_build_object('allocated', v_allocated));
  end if;
  update ledger.city_envelopes set total = p_total where year = p_year;
  perform private.record_audit('set_city_envelope', 'envelope', p_year::text, '{}',
    jsonb_build_object('total', v_before), jsonb_build_object('total', p_total));
end
$$;
comment on function private.set_city_envelope is
  'Body of public.set_city_envelope. Definer, because nobody may write envelopes directly.';
revoke execute on function private.set_city_envelope from public, anon, authenticated;
grant execute on function private.set_city_envelope to authenticated;

create function private.refuse_other_years(p_year integer) returns void
language plpgsql stable
set search_path = ''
as $$
declare
  v_year integer := ledger.year_of();
begin
  if p_year is null or p_year not between v_year and v_year + 1 then
    perform private.refuse_content('year', v_year + 1);
  end if;
end
$$;
comment on function private.refuse_other_years is
  'Refuses (content_invalid) every year but this and the next in Asia/Shanghai. Called by: set_envelope and set_city_envelope.';
revoke execute on function private.refuse_other_years from public, anon, authenticated;

create function private.refuse_other_total(p_current bigint, p_before bigint) returns void
language plpgsql
set search_path = ''
as $$
begin
  if p_before is distinct from p_current then
    perform private.refuse('envelope_changed', 409, 'Somebody has changed this envelope since it was read.',
      jsonb_build_object('total', p_current));
  end if;
end
$$;
comment on function private.refuse_other_total is
  'Refuses a change made from a total that is no longer the one in force. Called by: set_envelope and set_city_envelope.';
revoke execute on function private.refuse_other_total from public, anon, authenticated;

create function private.set_envelope(p_year integer, p_action_code text, p_total bigint, p_before bigint)
returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  v_city bigint;
  v_before bigint;
  v_others bigint;
  v_left bigint;
begin
  perform private.require_role('administrator');
  perform private.refuse_other_years(p_year);
  if p_total is null or p_total not between 0 and 1000000000 then
    perform private.refuse_content('total', 1000000000);
  elsif not exists (select from public.green_actions where code = p_action_code) then
    perform private.refuse('action_unknown', 404, 'There is no such action on the price list.');
  end if;
  -- The city's first, so that two who give out its last coins take turns.
  select total into v_city from ledger.city_envelopes where year = p_year for no key update;
  insert into ledger.envelopes (year, action_code, total)
  select p_year, p_action_code, 0 where v_city is not null
  on conflict (year, action_code) do nothing;
  insert into ledger.envelope_shards (year, action_code, shard, remaining)
  select p_year, p_action_code, shard, 0 from generate_series(0, 15) as shard where v_city is not null
  on conflict (year, action_code, shard) do nothing;
  select total into v_before from ledger.envelopes
  where year = p_year and action_code = p_action_code for no key update;
  if v_before = p_total then
    return;
  end if;
  perform private.refuse_other_total(coalesce(v_before, 0), p_before);
  select coalesce(sum(total), 0) into v_others from ledger.envelopes
  where year = p_year and action_code <> p_action_code;
  if v_others + p_total > coalesce(v_city, 0) then
    perform private.refuse('city_envelope_exceeded', 409, 'The city has fewer coins than this left to give out.',
      jsonb_build_object('left', greatest(coalesce(v_city, 0) - v_others, 0)));
  end if;
  perform from ledger.envelope_shards
  where year = p_year and action_code = p_action_code order by shard for no key update;
  v_left := ledger.envelope_left(p_year::smallint, p_action_code) + p_total - v_before;
  if v_left < 0 then
    perform private.refuse('envelope_below_paid', 409, 'More than this has been paid from the envelope.',
      jsonb_build_object('paid', p_total - v_left));
  end if;
  update ledger.envelope_shards set remaining = v_left / 16 + case when shard < v_left % 16 then 1 else 0 end
  where year = p_year and action_code = p_action_code;
  update ledger.envelopes set total = p_total where year = p_year and action_code = p_action_code;
  perform private.record_audit('set_envelope', 'envelope', p_year || ':' || p_action_code, '{}',
    jsonb_build_object('total', v_before), jsonb_build_object('total', p_total));
end
$$;
comment on function private.set_envelope is
  'Body of public.set_envelope. Definer, because nobody may write envelopes directly.';
revoke execute on function private.set_envelope from public, anon, authenticated;
grant execute on function private.set_envelope to authenticated;

create function private.get_envelopes(p_year integer) returns table (
  action_code text, total bigint, remaining bigint
)
language plpgsql security definer
set search_path = ''
as $$
begin
  perform private.require_role('administrator');
  return query
    select null::text, c.total, c.total - coalesce((
      select sum(e.total) from ledger.envelopes e where e.year = p_year
    ), 0)::bigint
    from ledger.city_envelopes c where c.year = p_year
    union all
    select e.action_code, e.total, ledger.envelope_left(e.year, e.action_code)
    from ledger.envelopes e where e.year = p_year;
end
$$;
comment on function private.get_envelopes is
  'Body of public.get_envelopes. Definer, because the tables of the ledger are open to nobody.';
revoke execute on function private.get_envelopes from public, anon, authenticated;
grant execute on function private.get_envelopes to authenticated;

create function public.set_city_envelope(p_year integer, p_total bigint, p_before bigint) returns void
language sql
set search_path = ''
as $$ select private.set_city_envelope(p_year, p_total, p_before) $$;
comment on function public.set_city_envelope is
  'Sets how many coins the city issues at most in this year or the next (Asia/Shanghai); p_before: the total the editor saw. The same total twice is once. Errors: not_found, content_invalid (detail: field), envelope_changed (detail: total), envelopes_exceed_city (detail: allocated), staff_session_ended, second_factor_needed. Called by: administrators.';
revoke execute on function public.set_city_envelope from public, anon, authenticated;
grant execute on function public.set_city_envelope to authenticated;

create function public.set_envelope(p_year integer, p_action_code text, p_total bigint, p_before bigint)
returns void
language sql
set search_path = ''
as $$ select private.set_envelope(p_year, p_action_code, p_total, p_before) $$;
comment on function public.set_envelope is
  'Sets how many coins an action pays at most in this year or the next (Asia/Shanghai), within the city''s envelope and not below what it has paid; p_before: the total the editor saw, 0 for none. The same total twice is once. Errors: not_found, content_invalid (detail: field), action_unknown, envelope_changed (detail: total), city_envelope_exceeded (detail: left), envelope_below_paid (detail: paid), staff_session_ended, second_factor_needed. Called by: administrators.';
revoke execute on function public.set_envelope from public, anon, authenticated;
grant execute on function public.set_envelope to authenticated;

create function public.get_envelopes(p_year integer) returns table (
  action_code text, total bigint, remaining bigint
)
language sql
set search_path = ''
as $$ select * from private.get_envelopes(p_year) $$;
comment on function public.get_envelopes is
  'The envelopes of a year as of now: the city''s (action_code null; remaining: what no action holds) and each action''s with what is left of it. Errors: not_found, staff_session_ended, second_factor_needed. Called by: administrators.';
revoke execute on function public.get_envelopes from public, anon, authenticated;
grant execute on function public.get_envelopes to authenticated;
