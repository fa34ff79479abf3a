-- A sealed secret is longer by a version, a nonce and a tag: db/Seal.
alter table second_factors
  drop constraint second_factors_offered_check,
  drop constraint second_factors_secret_check,
  add constraint second_factors_offered_check check (octet_length(offered) in (20, 49)),
  add constraint second_factors_secret_check check (octet_length(secret) in (20, 49));
