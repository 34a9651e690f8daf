-- The current state of each article: its newest page and run, and the revision that they ask for.
create table article (
    id             text collate "C" primary key,
    page_id        text    not null,              -- hash of url: finds an article by the address of its page
    revision       integer not null,
    url            text    not null,
    canonical_url  text,
    host           text,
    headline       text,
    language       text,
    date_published text,                          -- as the page says it
    news_at        bigint  not null,              -- date_published in epoch milliseconds, else fetched_at
    page           text    not null,              -- topic-partition@offset of the newest page
    fetched_at     bigint  not null,              -- epoch milliseconds
    replay         text    not null,              -- empty for live records
    versions       text    not null,              -- stage=version, apart by blanks
    withdrawn      boolean not null default false -- reserved
);
create index article_page_id on article (page_id);
create index article_news_at on article (news_at);

-- What was published, once per change.
create table revision (
    article_id   text collate "C" not null references article (id),
    number       integer not null,
    change       text    not null,
    changed      text    not null,                -- names of fields, apart by blanks
    page         text    not null,
    fetched_at   bigint  not null,
    replay       text    not null,
    versions     text    not null,
    published_at bigint  not null,
    content      bytea   not null,                -- the enriched article: JSON, deflated
    primary key (article_id, number)
);
alter table revision alter column content set storage external; -- it is compressed already
create index revision_replay on revision (replay) where replay <> '';

-- The answer that each result got, so that it gets the same again.
create table decision (
    article_id text collate "C" not null references article (id),
    page       text    not null,
    replay     text    not null,
    versions   text    not null,
    change     text    not null,
    revision   integer not null,
    detail     text,
    primary key (article_id, page, replay, versions)
);

-- How far each input topic was read, written with what was made of it.
create table consumer_offset (
    topic       text    not null,
    partition   integer not null,
    next_offset bigint  not null,
    primary key (topic, partition)
);

-- Folded words of the current revisions.
create table search (
    article_id text collate "C" primary key references article (id),
    words      tsvector not null
);
create index search_words on search using gin (words);
