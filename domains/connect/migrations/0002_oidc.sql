create table connect."client" (
  district text not null,
  id uuid not null,
  version integer not null,
  head text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  lon double precision,
  lat double precision,
  area_code text,
  client_id text not null,
  name text not null,
  redirect_uris jsonb not null,
  logout_uris jsonb,
  is_first_party boolean not null,
  is_browser boolean not null,
  is_active boolean not null,
  note text,
  primary key (district, id)
);
comment on table connect."client" is '统一登录客户端';
create unique index client_client_id_key on connect."client" (district, client_id) where retired_at is null;
create index client_area on connect."client" (district, area_code);

-- Hashes of client secrets; the secret itself is shown once and kept by nobody.
create table connect.client_secret (
  district text not null,
  client uuid not null,
  hash text not null,
  issued_at timestamp with time zone not null,
  issued_by uuid,
  primary key (district, client)
);
comment on table connect.client_secret is '统一登录客户端密钥(散列)';

-- What the sign-in provider remembers between two requests: sessions, grants, codes, tokens.
create table connect.oidc_state (
  district text not null,
  model text not null,
  id text not null,
  payload jsonb not null,
  expires_at timestamp with time zone,
  primary key (district, model, id)
);
create index oidc_state_grant on connect.oidc_state (district, (payload->>'grantId')) where payload ? 'grantId';
create index oidc_state_uid on connect.oidc_state (district, model, (payload->>'uid')) where payload ? 'uid';
create index oidc_state_ends on connect.oidc_state (expires_at);
comment on table connect.oidc_state is '统一登录状态';

-- Signing keys of the provider.
create table connect.oidc_key (
  district text not null,
  kid text not null,
  jwk jsonb not null,
  made_at timestamp with time zone not null,
  primary key (district, kid)
);
comment on table connect.oidc_key is '统一登录签名密钥';

-- Which account an outside identity is, bound at the first sign-in: a name given to somebody else later does not open it.
create table connect.oidc_link (
  district text not null,
  issuer text not null,
  sub text not null,
  person uuid not null,
  linked_at timestamp with time zone not null,
  primary key (district, issuer, sub),
  unique (district, issuer, person)
);
comment on table connect.oidc_link is '外部身份与账号';
