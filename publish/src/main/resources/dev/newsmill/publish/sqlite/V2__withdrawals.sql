-- What kinds of edit a revision holds, apart by blanks.
alter table revision add column edits text not null default '';
create index revision_updated on revision (published_at) where change = 'updated';

-- Why an article was taken down, and since when it may come back. article.withdrawn: nothing of it is left here.
create table withdrawal (
    article_id text    not null references article (id),
    at         integer not null,                  -- epoch milliseconds
    reason     text    not null,
    lifted_at  integer,
    primary key (article_id, at)
) without rowid;

-- What may not come back: the ids of such articles, and of the pages that they came from.
create table barred (
    id         text not null,
    article_id text not null references article (id),
    primary key (id, article_id)
) without rowid;
create index barred_article on barred (article_id);
