-- The near-duplicate signature of each article's current revision; empty where its text is too short for one.
create table signature (
    article_id text collate "C" primary key references article (id),
    signature  text      not null,
    bands      integer[] not null                 -- pieces of it: articles that share one may be alike
);
create index signature_bands on signature using gin (bands);
