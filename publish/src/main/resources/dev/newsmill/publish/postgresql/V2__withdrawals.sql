-- What kinds of edit a revision holds, apart by blanks.
alter table revision add column edits text not null default '';
create index revision_updated on revision (published_at) where change = 'updated';

-- Why an article was taken down, and since when it may come back. article.withdrawn: nothing of it is left here.
create table withdrawal (
    article_id text collate "C" not null references article (id),
    at         bigint  not null,                  -- epoch milliseconds
    reason     text    not null,
    lifted_at  bigint,
    primary key (article_id, at)
);

-- What may not come back: the ids of such articles, and of the pages that they came from.
create table barred (
    id         text collate "C" not null,
    article_id text collate "C" not null references article (id),
    primary key (id, article_id)
);
create index barred_article on barred (article_id);
