-- One resident, one answer, and nothing that joins the two: blind signatures after RFC 9474
-- (RSABSSA-SHA384-PSS-Randomized, 2048 bit). Who may have a token is known and what was answered is known;
-- between them lies a signature over something the server never saw. See docs/surveys-threats.md.

-- The arithmetic. PostgreSQL has no RSA, but numbers of any length and SHA-384.

create function survey_private.to_number(p_bytes bytea) returns numeric
language plpgsql immutable strict
set search_path = ''
as $$
declare
  v_width constant integer := 14 * ((2 * octet_length(p_bytes) + 13) / 14);
  v_hex constant text := lpad(encode(p_bytes, 'hex'), v_width, '0');
  v_number numeric := 0;
begin
  -- Seven bytes at a time: as many as a bigint holds without its sign.
  for v_at in 1..v_width by 14 loop
    v_number := v_number * 72057594037927936 + ('x' || substr(v_hex, v_at, 14))::bit(56)::bigint;
  end loop;
  return v_number;
end
$$;
comment on function survey_private.to_number is 'The number that bytes stand for, the most significant first (OS2IP of RFC 8017). Called by: verify_pss and register_keys.';
revoke execute on function survey_private.to_number from public, anon, authenticated;

create function survey_private.to_bytes(p_number numeric, p_length integer) returns bytea
language plpgsql immutable strict
set search_path = ''
as $$
declare
  v_rest numeric := p_number;
  v_hex text := '';
begin
  for v_part in 1..(p_length + 6) / 7 loop
    v_hex := lpad(to_hex((v_rest % 72057594037927936)::bigint), 14, '0') || v_hex;
    v_rest := div(v_rest, 72057594037927936);
  end loop;
  return decode(right(v_hex, 2 * p_length), 'hex');
end
$$;
comment on function survey_private.to_bytes is 'A number in so many bytes, the most significant first (I2OSP of RFC 8017). Called by: verify_pss.';
revoke execute on function survey_private.to_bytes from public, anon, authenticated;

create function survey_private.verify_pss(p_modulus numeric, p_message bytea, p_signature bytea) returns boolean
language plpgsql immutable strict
set search_path = ''
as $$
declare
  v_length constant integer := octet_length(p_signature);
  -- Masked are zeros, a one and the salt of 48 bytes; then come a hash of 48 bytes and the byte bc.
  v_masked constant integer := v_length - 49;
  v_zeros constant integer := 8 * (v_masked - 49);
  v_signature constant numeric := survey_private.to_number(p_signature);
  v_number numeric := v_signature;
  v_encoded bytea;
  v_hash bytea;
  v_mask bytea := '';
  v_block bit varying;
  v_salt bytea;
begin
  if v_length < 128 or v_signature >= p_modulus then
    return false;
  end if;
  -- To the power of 65537.
  for v_square in 1..16 loop
    v_number := v_number * v_number % p_modulus;
  end loop;
  v_number := v_number * v_signature % p_modulus;
  v_encoded := survey_private.to_bytes(v_number, v_length);
  if get_byte(v_encoded, 0) > 127 or get_byte(v_encoded, v_length - 1) <> 188 then
    return false;
  end if;
  v_hash := substr(v_encoded, v_masked + 1, 48);
  for v_counter in 0..(v_masked - 1) / 48 loop
    v_mask := v_mask || sha384(v_hash || int4send(v_counter));
  end loop;
  v_block := ('x' || encode(substr(v_encoded, 1, v_masked), 'hex'))::bit varying
    # ('x' || encode(substr(v_mask, 1, v_masked), 'hex'))::bit varying;
  -- The very first bit is not part of it.
  if substring(v_block from 2 for v_zeros + 7) <> (repeat('0', v_zeros + 6) || '1')::bit varying then
    return false;
  end if;
  select string_agg(int4send(substring(v_block from v_zeros + 9 + 32 * word for 32)::bit(32)::integer), ''::bytea order by word)
  into v_salt from generate_series(0, 11) as word;
  return sha384('\x0000000000000000'::bytea || sha384(p_message) || v_salt) = v_hash;
end
$$;
comment on function survey_private.verify_pss is
  'Whether a signature over a message was made with the private key of this modulus and the exponent 65537: RSASSA-PSS of RFC 8017 with SHA-384, MGF1 and a salt of 48 bytes. Called by: verify_token.';
revoke execute on function survey_private.verify_pss from public, anon, authenticated;

-- The ring of keys. Pairs are made ahead of time, so that the built site knows their fingerprints before a wave
-- takes one; private keys are files of the server and never come here.

alter table public.survey_waves add column closed_at timestamptz;
comment on column public.survey_waves.closed_at is 'When its answers were shuffled and its key was given up for destruction; empty while answers are taken.';

create table survey_private.keys (
  id text primary key,
  spki bytea not null unique,
  modulus numeric not null,
  wave_id uuid unique references public.survey_waves (id),
  registered_at timestamptz not null default now(),
  destroyed_at timestamptz,
  constraint key_is_named_by_its_fingerprint check (id = left(encode(sha256(spki), 'hex'), 16)),
  constraint only_a_used_key_is_destroyed check (destroyed_at is null or wave_id is not null)
);
comment on table survey_private.keys is 'Public keys that sign tokens: RSA of 2048 bits with the exponent 65537. A wave has one, and no other wave has it.';
comment on column survey_private.keys.id is 'The first 16 hexadecimal digits of the SHA-256 of spki; the private key is the file of this name.';
comment on column survey_private.keys.spki is 'The key as SubjectPublicKeyInfo, in DER.';
comment on column survey_private.keys.modulus is 'The number in it, so that it is not read anew for each answer.';
comment on column survey_private.keys.destroyed_at is 'When the server said that the private key is gone; empty before.';
alter table survey_private.keys enable row level security;

create table survey_private.issuances (
  resident_id uuid not null references auth.users (id) on delete cascade,
  wave_id uuid not null references public.survey_waves (id),
  blinded_sha256 bytea not null,
  primary key (resident_id, wave_id),
  constraint blinded_is_a_sha256 check (octet_length(blinded_sha256) = 32)
);
comment on table survey_private.issuances is 'Whose token was signed for which wave, and nothing else. It says nothing of whether they answered.';
comment on column survey_private.issuances.blinded_sha256 is
  'Of what was signed unseen, so that the same may be signed again after a lost answer and nothing else may. It tells nothing of the token.';
create index issuances_by_wave on survey_private.issuances (wave_id);
alter table survey_private.issuances enable row level security;

create function survey_private.verify_token(p_key_id text, p_prepared bytea, p_signature bytea) returns boolean
language sql stable
set search_path = ''
as $$
  select coalesce((
    select survey_private.verify_pss(k.modulus, p_prepared, p_signature) from survey_private.keys k
    where k.id = p_key_id and octet_length(p_prepared) = 64 and octet_length(p_signature) = 256
  ), false)
$$;
comment on function survey_private.verify_token is
  'Whether a token, 32 random bytes before 32 others as RFC 9474 prepares it, was signed with a key. Called by: submit_answer.';
revoke execute on function survey_private.verify_token from public, anon, authenticated;

create function survey_private.register_keys(p_keys text[]) returns integer
language plpgsql security definer
set search_path = ''
as $$
declare
  v_text text;
  v_spki bytea;
  v_count integer := 0;
begin
  foreach v_text in array coalesce(p_keys, '{}') loop
    -- An RSA key of this size and exponent is written in exactly one way: only the modulus differs.
    if v_text is null or length(v_text) <> 588
      or v_text !~ '^30820122300d06092a864886f70d01010105000382010f003082010a0282010100[89a-f][0-9a-f]+0203010001$'
    then
      perform private.refuse('survey_key_invalid', 400, 'A key is RSA of 2048 bits with the exponent 65537, as SubjectPublicKeyInfo in hexadecimal.');
    end if;
    v_spki := decode(v_text, 'hex');
    insert into survey_private.keys (id, spki, modulus)
    values (left(encode(sha256(v_spki), 'hex'), 16), v_spki, survey_private.to_number(substr(v_spki, 34, 256)))
    on conflict do nothing;
    v_count := v_count + found::integer;
  end loop;
  return v_count;
end
$$;
comment on function survey_private.register_keys is 'Body of public.register_survey_keys. Definer, because nobody may write keys directly.';
revoke execute on function survey_private.register_keys from public, anon, authenticated;
grant execute on function survey_private.register_keys to service_role;

create function public.register_survey_keys(p_keys text[]) returns integer
language sql
set search_path = ''
as $$ select survey_private.register_keys(p_keys) $$;
comment on function public.register_survey_keys is
  'Makes public keys of the ring known, each as SubjectPublicKeyInfo in small hexadecimal digits, and gives how many are new. Errors: survey_key_invalid. Called by: the jobs of the site.';
revoke execute on function public.register_survey_keys from public, anon, authenticated;
grant execute on function public.register_survey_keys to service_role;
grant usage on schema survey_private to service_role;

create function survey_private.take_key(p_wave_id uuid) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_key_id text;
begin
  -- Of two who announce the same wave at once the second finds the key of the first.
  perform from public.survey_waves where id = p_wave_id for update;
  select id into v_key_id from survey_private.keys where wave_id = p_wave_id;
  if found then
    return v_key_id;
  end if;
  update survey_private.keys set wave_id = p_wave_id
  where id = (
    select id from survey_private.keys where wave_id is null order by registered_at, id limit 1 for update skip locked
  )
  returning id into v_key_id;
  if not found then
    perform private.refuse('survey_key_missing', 409, 'No key is free. The operator makes more with npm run survey:keys and builds the site anew.');
  end if;
  return v_key_id;
end
$$;
comment on function survey_private.take_key is
  'Gives a wave the next free key, or the one it has, and its id. Errors: survey_key_missing. Called by: what announces a wave.';
revoke execute on function survey_private.take_key from public, anon, authenticated;

create function survey_private.list_keys() returns table (
  wave_id uuid, series public.survey_series, key_id text, spki text, opens_on date, closes_on date
)
language sql stable security definer
set search_path = ''
as $$
  select w.id, w.series, k.id, encode(k.spki, 'hex'), w.opens_on, w.closes_on
  from survey_private.keys k join public.survey_waves w on w.id = k.wave_id
  where w.closed_at is null and private.shanghai_day() between w.opens_on and w.closes_on
  order by w.opens_on, w.id
$$;
comment on function survey_private.list_keys is 'Body of public.get_survey_keys. Definer, because keys stand in a private schema.';
revoke execute on function survey_private.list_keys from public, anon, authenticated;
grant execute on function survey_private.list_keys to anon, authenticated;

create function public.get_survey_keys() returns table (
  wave_id uuid, series public.survey_series, key_id text, spki text, opens_on date, closes_on date
)
language sql stable
set search_path = ''
as $$ select * from survey_private.list_keys() $$;
comment on function public.get_survey_keys is
  'The waves that are open today and the public key of each, in hexadecimal. A browser takes only a key whose fingerprint came with the site. Called by: everyone.';
revoke execute on function public.get_survey_keys from public, anon, authenticated;
grant execute on function public.get_survey_keys to anon, authenticated;

create function survey_private.issue_token(p_wave_id uuid, p_blinded_sha256 text) returns uuid
language plpgsql security definer
set search_path = ''
as $$
declare
  v_resident_id uuid := private.require_resident();
  v_wave public.survey_waves;
begin
  select * into v_wave from public.survey_waves where id = p_wave_id;
  if not found or not exists (select from survey_private.keys where wave_id = p_wave_id) then
    perform private.refuse('wave_unknown', 404, 'There is no such survey.');
  elsif v_wave.series <> 'open' then
    perform private.refuse('wave_by_invitation', 403, 'This survey is by invitation.');
  elsif v_wave.closed_at is not null or private.shanghai_day() not between v_wave.opens_on and v_wave.closes_on then
    perform private.refuse('wave_closed', 409, 'This survey is not open today.',
      jsonb_build_object('opens_on', v_wave.opens_on, 'closes_on', v_wave.closes_on));
  elsif p_blinded_sha256 is null or p_blinded_sha256 !~ '^[0-9a-f]{64}$' then
    perform private.refuse('token_invalid', 400, 'A blinded token is named by its SHA-256.');
  end if;
  insert into survey_private.issuances (resident_id, wave_id, blinded_sha256)
  values (v_resident_id, p_wave_id, decode(p_blinded_sha256, 'hex'))
  on conflict do nothing;
  if not found and not exists (
    select from survey_private.issuances
    where resident_id = v_resident_id and wave_id = p_wave_id and blinded_sha256 = decode(p_blinded_sha256, 'hex')
  ) then
    perform private.refuse('token_issued', 409, 'Another token has been signed for you in this survey.');
  end if;
  return p_wave_id;
end
$$;
comment on function survey_private.issue_token is 'Body of public.issue_token. Definer, because nobody may write issuances directly.';
revoke execute on function survey_private.issue_token from public, anon, authenticated;
grant execute on function survey_private.issue_token to authenticated;

create function public.issue_token(p_wave_id uuid, p_blinded_sha256 text) returns uuid
language sql
set search_path = ''
as $$ select survey_private.issue_token(p_wave_id, p_blinded_sha256) $$;
comment on function public.issue_token is
  'Uses up the caller''s one token of an open wave for what has this SHA-256 in hexadecimal, and gives the wave whose key signs it. The same again is fine, another is refused. The site signs afterwards. Errors: sign_in_first, wave_unknown, wave_by_invitation, wave_closed (detail: opens_on, closes_on), token_invalid, token_issued. Called by: residents.';
revoke execute on function public.issue_token from public, anon, authenticated;
grant execute on function public.issue_token to authenticated;

-- An answer comes from nobody.

create function survey_private.submit_answer(
  p_key_id text, p_prepared text, p_signature text, p_mode public.survey_mode, p_strata jsonb, p_answers jsonb
) returns void
language plpgsql security definer
set search_path = ''
as $$
declare
  v_wave public.survey_waves;
  v_token_sha256 bytea;
  v_is_new boolean;
begin
  -- Held against its closing, which waits for answers under way and is seen by those that come after.
  select w.* into v_wave from survey_private.keys k join public.survey_waves w on w.id = k.wave_id
  where k.id = p_key_id for share of w;
  if not found then
    perform private.refuse('wave_unknown', 404, 'There is no such survey.');
  elsif v_wave.closed_at is not null or private.shanghai_day() not between v_wave.opens_on and v_wave.closes_on + 1 then
    perform private.refuse('wave_closed', 409, 'This survey takes no answers today.',
      jsonb_build_object('opens_on', v_wave.opens_on, 'closes_on', v_wave.closes_on));
  elsif p_answers is null or octet_length(p_answers::text) > 32768 then
    perform private.refuse('answer_invalid', 400, 'An answer is there, and of at most 32 kB.', '{"question": "", "why": "too_long"}');
  elsif p_mode is null or (v_wave.series = 'open' and p_mode <> 'web') then
    perform private.refuse('answer_invalid', 400, 'An open survey is answered on the web.', '{"question": "", "why": "mode"}');
  elsif p_prepared is null or p_prepared !~ '^[0-9a-f]{128}$' or p_signature is null or length(p_signature) <> 512
    or p_signature !~ '^[0-9a-f]+$' or not survey_private.verify_token(p_key_id, decode(p_prepared, 'hex'), decode(p_signature, 'hex'))
  then
    perform private.refuse('token_invalid', 403, 'This token was not signed for this survey.');
  end if;
  if v_wave.series = 'sampled' then
    -- Of one mode one after the other, so that each sees all that were counted before it.
    perform pg_advisory_xact_lock(hashtextextended('answers of ' || v_wave.id || ' by ' || p_mode, 0));
  end if;
  v_token_sha256 := sha256(decode(p_prepared, 'hex'));
  v_is_new := survey_private.add_answer(v_wave, v_token_sha256, p_mode, p_strata, p_answers);
  -- A statement of its own, because only that sees what came in while this one waited for it.
  if not v_is_new and not exists (
    select from survey_private.answers
    where wave_id = v_wave.id and token_sha256 = v_token_sha256 and mode = p_mode and answers = p_answers
      and town_code is not distinct from p_strata ->> 'town_code'
      and age_band::text is not distinct from p_strata ->> 'age_band'
      and sex::text is not distinct from p_strata ->> 'sex'
  ) then
    perform private.refuse('token_used', 409, 'Another answer came with this token; that one counts.');
  elsif v_is_new and v_wave.series = 'sampled' and survey_private.issued_by_mode(v_wave.id, p_mode) < (
    select count(*) from survey_private.answers where wave_id = v_wave.id and mode = p_mode
  ) then
    perform private.refuse('answer_invalid', 400, 'More answers came this way than tokens were signed for it.', '{"question": "", "why": "mode"}');
  end if;
end
$$;
comment on function survey_private.submit_answer is 'Body of public.submit_answer. Definer, because nobody may read or write answers directly.';
revoke execute on function survey_private.submit_answer from public, anon, authenticated;
grant execute on function survey_private.submit_answer to anon;

create function public.submit_answer(
  p_key_id text, p_prepared text, p_signature text, p_mode public.survey_mode, p_strata jsonb, p_answers jsonb
) returns void
language sql
set search_path = ''
as $$ select survey_private.submit_answer(p_key_id, p_prepared, p_signature, p_mode, p_strata, p_answers) $$;
comment on function public.submit_answer is
  'Counts one answer, {question: option, options, number, {row: option} or text}, and of {town_code, age_band, sex} what is stated, with a token and its signature in hexadecimal; until the day after the wave closes, for answers on their way. The same again is counted already. Never with a session: it is not granted to anybody who is signed in. Errors: wave_unknown, wave_closed (detail: opens_on, closes_on), token_invalid, token_used, strata_invalid (detail: field), answer_invalid (detail: question, why). Called by: nobody in particular.';
revoke execute on function public.submit_answer from public, anon, authenticated;
grant execute on function public.submit_answer to anon;

-- The end of a wave.

create function survey_private.close_wave(p_wave_id uuid) returns void
language plpgsql
set search_path = ''
as $$
begin
  update public.survey_waves set closed_at = now() where id = p_wave_id and closed_at is null;
  if not found then
    return;
  end if;
  -- Written anew in one transaction and in random order: neither place nor number of a row says when it came.
  with taken as (delete from survey_private.answers where wave_id = p_wave_id returning *)
  insert into survey_private.answers select * from taken order by gen_random_uuid();
end
$$;
comment on function survey_private.close_wave is
  'Takes no more answers to a wave and shuffles those there are; harmless on one that is closed. Called by: close_waves.';
revoke execute on function survey_private.close_wave from public, anon, authenticated;

create function survey_private.close_waves() returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_wave_id uuid;
  v_count integer := 0;
begin
  for v_wave_id in
    select w.id from public.survey_waves w join survey_private.keys k on k.wave_id = w.id
    where w.closed_at is null and w.closes_on + 1 < private.shanghai_day()
  loop
    perform survey_private.close_wave(v_wave_id);
    v_count := v_count + 1;
  end loop;
  return v_count;
end
$$;
comment on function survey_private.close_waves is
  'Closes the waves whose last day, and the one after it for answers on their way, are over, and gives how many. Called by: do_due_work.';
revoke execute on function survey_private.close_waves from public, anon, authenticated;

create function survey_private.keys_to_destroy() returns setof text
language sql stable security definer
set search_path = ''
as $$
  select k.id from survey_private.keys k join public.survey_waves w on w.id = k.wave_id
  where w.closed_at is not null and k.destroyed_at is null
$$;
comment on function survey_private.keys_to_destroy is 'Body of public.get_survey_keys_to_destroy. Definer, because keys stand in a private schema.';
revoke execute on function survey_private.keys_to_destroy from public, anon, authenticated;
grant execute on function survey_private.keys_to_destroy to service_role;

create function public.get_survey_keys_to_destroy() returns setof text
language sql stable
set search_path = ''
as $$ select survey_private.keys_to_destroy() $$;
comment on function public.get_survey_keys_to_destroy is
  'Keys of closed waves whose files are still there, as far as is known. Called by: the jobs of the site.';
revoke execute on function public.get_survey_keys_to_destroy from public, anon, authenticated;
grant execute on function public.get_survey_keys_to_destroy to service_role;

create function survey_private.key_destroyed(p_key_id text) returns void
language sql security definer
set search_path = ''
as $$
  update survey_private.keys k set destroyed_at = now()
  from public.survey_waves w
  where k.id = p_key_id and w.id = k.wave_id and w.closed_at is not null and k.destroyed_at is null
$$;
comment on function survey_private.key_destroyed is 'Body of public.survey_key_destroyed. Definer, because nobody may write keys directly.';
revoke execute on function survey_private.key_destroyed from public, anon, authenticated;
grant execute on function survey_private.key_destroyed to service_role;

create function public.survey_key_destroyed(p_key_id text) returns void
language sql
set search_path = ''
as $$ select survey_private.key_destroyed(p_key_id) $$;
comment on function public.survey_key_destroyed is
  'Writes down that the private key of a closed wave is gone; the first time counts. Called by: the jobs of the site.';
revoke execute on function public.survey_key_destroyed from public, anon, authenticated;
grant execute on function public.survey_key_destroyed to service_role;

create function survey_private.tokens_of(p_wave_id uuid) returns text
language plpgsql stable security definer
set search_path = ''
as $$
declare
  v_wave public.survey_waves;
begin
  select * into v_wave from public.survey_waves where id = p_wave_id;
  if not found then
    perform private.refuse('wave_unknown', 404, 'There is no such survey.');
  elsif v_wave.closed_at is null then
    perform private.refuse('wave_not_closed', 409, 'The tokens are published once the survey is closed.',
      jsonb_build_object('closes_on', v_wave.closes_on));
  end if;
  return (
    select string_agg(encode(token_sha256, 'hex'), E'\n' order by token_sha256)
    from survey_private.answers where wave_id = p_wave_id
  );
end
$$;
comment on function survey_private.tokens_of is 'Body of public.get_survey_tokens. Definer, because it shows tokens and no answers.';
revoke execute on function survey_private.tokens_of from public, anon, authenticated;
grant execute on function survey_private.tokens_of to anon, authenticated;

create function public.get_survey_tokens(p_wave_id uuid) returns text
language sql stable
set search_path = ''
as $$ select survey_private.tokens_of(p_wave_id) $$;
comment on function public.get_survey_tokens is
  'The SHA-256 of each token that an answer to a closed wave came with, in hexadecimal, a line each, in the order of the digits; null where there is none. Errors: wave_unknown, wave_not_closed (detail: closes_on). Called by: everyone.';
revoke execute on function public.get_survey_tokens from public, anon, authenticated;
grant execute on function public.get_survey_tokens to anon, authenticated;
