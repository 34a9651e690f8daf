-- The near-duplicate signature of each article's current revision; empty where its text is too short for one.
create table signature (
    nr        integer primary key references article (nr),
    signature text    not null
);

-- Pieces of signatures: articles that share one may be alike. Those of earlier revisions stay; the signature decides.
create table signature_band (
    band integer not null,
    nr   integer not null references article (nr),
    primary key (band, nr)
) without rowid;
