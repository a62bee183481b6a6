set local lock_timeout = '5s';

-- Whoever said no to an invitation is forgotten, and the button of their mail program that stops such mail must work all the
-- same: of the address its hash stays, as a list of those who want silence names it. No door of a request reads the address,
-- so the row keeps the hash by itself. Mail that cannot be stopped keeps none.
alter table mails add column recipient_hash bytea check (length(recipient_hash) = 32);
create function app.keep_hash_of_forgotten() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  new.recipient_hash := sha256(convert_to(lower(btrim(old.recipient_mail)), 'UTF8'));
  return new;
end $$;
create trigger keep_hash before update of recipient_mail on mails for each row
  when (new.recipient_mail = 'forgotten' and old.recipient_mail <> 'forgotten' and old.category <> 'transactional')
  execute function app.keep_hash_of_forgotten();
comment on table mails is 'scope: school, or global for sign-in; retention: body 90 days (sign-in: until sent), row 2 years; erasure: row deleted with its recipient, or address and body overwritten and a hash of the address kept so that it can still ask for silence';
