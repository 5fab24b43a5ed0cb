-- Every object of the chosen relations, types and routines, one row each: its sort (the name of a
-- record of the model), the unit it belongs to, its identity, and the record's components in order.
--   $1 oid[]  relations     $2 oid[]  types     $3 oid[]  routines     $4 text[]  tables left out
-- A line that ends in "-- since N" is for servers of that major and later, "-- before N" for others.
-- Functions that are themselves written in SQL (obj_description and its like) are avoided: the server
-- plans them anew in every query.
-- The role that migrations are replayed as is nobody's but ours: it is current_user, the one that migrates.
-- Left out: what belongs to an extension; what a partition merely has from its parent (conparentid,
-- tgparentid, relispartition of an index); indexes that only back a key.
WITH
spaces AS (
  SELECT n.oid, n.nspname, n.nspowner, n.nspacl
  FROM pg_namespace n
  WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'annals_recorder')
),
relations AS (
  SELECT c.oid, n.nspname, c.relname, c.relkind, c.relowner, c.relacl, c.relpersistence, c.relispartition,
    c.relrowsecurity, c.relforcerowsecurity, c.relreplident, c.reltablespace, c.relam, c.reloptions,
    c.relispopulated, c.relpartbound
  FROM unnest($1) wanted(oid)
  JOIN pg_class c ON c.oid = wanted.oid
  JOIN spaces n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
    AND c.relpersistence <> 't'
    AND c.relname <> ALL ($4)
    AND NOT EXISTS (
      SELECT FROM pg_depend d
      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
),
types AS (
  SELECT t.oid, n.nspname, t.typname, t.typtype, t.typrelid, t.typbasetype, t.typtypmod, t.typnotnull,
    t.typdefault, t.typcollation, t.typowner, t.typacl
  FROM unnest($2) wanted(oid)
  JOIN pg_type t ON t.oid = wanted.oid
  JOIN spaces n ON n.oid = t.typnamespace
  WHERE (t.typtype IN ('e', 'd', 'r')
      OR t.typtype = 'c' AND EXISTS (SELECT FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c'))
    AND NOT EXISTS (
      SELECT FROM pg_depend d
      WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
),
routines AS (
  SELECT p.*, n.nspname
  FROM unnest($3) wanted(oid)
  JOIN pg_proc p ON p.oid = wanted.oid
  JOIN spaces n ON n.oid = p.pronamespace
  WHERE NOT EXISTS (
      SELECT FROM pg_depend d
      WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype IN ('e', 'i'))
)
SELECT 'Namespace' AS sort, '' AS unit, 0::oid AS unit_oid, (1::bigint << 44) | (n.oid::bigint << 12) AS identity,
  jsonb_build_array(n.nspname, (SELECT d.description FROM pg_description d
      WHERE d.objoid = n.oid AND d.classoid = 'pg_namespace'::regclass AND d.objsubid = 0))::text AS components
FROM spaces n
UNION ALL
SELECT 'Extension', '', 0::oid, (2::bigint << 44) | (e.oid::bigint << 12),
  jsonb_build_array(e.extname, n.nspname, e.extversion, (SELECT d.description FROM pg_description d
      WHERE d.objoid = e.oid AND d.classoid = 'pg_extension'::regclass AND d.objsubid = 0))::text
FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
WHERE e.extname <> 'plpgsql'
UNION ALL
SELECT 'Publication', '', 0::oid, (15::bigint << 44) | (p.oid::bigint << 12),
  jsonb_build_array(
    p.pubname, p.puballtables,
    (SELECT coalesce(jsonb_agg(n.nspname), '[]') FROM pg_publication_namespace s -- since 15
      JOIN pg_namespace n ON n.oid = s.pnnspid WHERE s.pnpubid = p.oid), -- since 15
    '[]'::jsonb, -- before 15
    (SELECT coalesce(jsonb_agg(o.name), '[]')
      FROM (VALUES ('insert', p.pubinsert), ('update', p.pubupdate), ('delete', p.pubdelete),
        ('truncate', p.pubtruncate)) o(name, sent)
      WHERE o.sent),
    p.pubviaroot,
    CASE p.pubgencols WHEN 's' THEN 'stored' END, -- since 18
    '', -- before 18
    coalesce(nullif(pg_get_userbyid(p.pubowner), 'annals_replay'), 'current_user'),
    (SELECT d.description FROM pg_description d
      WHERE d.objoid = p.oid AND d.classoid = 'pg_publication'::regclass AND d.objsubid = 0))::text
FROM pg_publication p
UNION ALL
-- those that watch a replay are ours, and nobody's business
SELECT 'EventTrigger', '', 0::oid, (16::bigint << 44) | (e.oid::bigint << 12),
  jsonb_build_array(
    e.evtname, e.evtevent, coalesce(to_jsonb(e.evttags), '[]'),
    CASE WHEN n.nspname ~ '^"|[.]' THEN quote_ident(n.nspname) ELSE n.nspname END || '.' || p.proname || '(' || oidvectortypes(p.proargtypes) || ')',
    CASE e.evtenabled WHEN 'O' THEN 'origin' WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' ELSE 'always' END,
    coalesce(nullif(pg_get_userbyid(e.evtowner), 'annals_replay'), 'current_user'),
    (SELECT d.description FROM pg_description d
      WHERE d.objoid = e.oid AND d.classoid = 'pg_event_trigger'::regclass AND d.objsubid = 0))::text
FROM pg_event_trigger e
JOIN pg_proc p ON p.oid = e.evtfoid
JOIN pg_namespace n ON n.oid = p.pronamespace AND n.nspname <> 'annals_recorder'
WHERE NOT EXISTS (
  SELECT FROM pg_depend d
  WHERE d.classid = 'pg_event_trigger'::regclass AND d.objid = e.oid AND d.deptype = 'e')
UNION ALL
-- the version of the library behind it is the machine's, not the schema's
SELECT 'Collation', '', 0::oid, (17::bigint << 44) | (l.oid::bigint << 12),
  jsonb_build_array(
    n.nspname, l.collname,
    CASE l.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END,
    coalesce(
      l.colllocale, -- since 17
      to_jsonb(l) ->> 'colliculocale', -- before 17
      l.collcollate),
    CASE WHEN l.collprovider = 'c' THEN nullif(l.collctype, l.collcollate) END,
    l.collisdeterministic,
    l.collicurules, -- since 16
    '', -- before 16
    coalesce(nullif(pg_get_userbyid(l.collowner), 'annals_replay'), 'current_user'),
    (SELECT d.description FROM pg_description d
      WHERE d.objoid = l.oid AND d.classoid = 'pg_collation'::regclass AND d.objsubid = 0))::text
FROM pg_collation l JOIN spaces n ON n.oid = l.collnamespace
WHERE NOT EXISTS (
  SELECT FROM pg_depend d
  WHERE d.classid = 'pg_collation'::regclass AND d.objid = l.oid AND d.deptype = 'e')
UNION ALL
-- one that another names, and that is not made yet, has no function
SELECT 'Operator', '', 0::oid, (19::bigint << 44) | (o.oid::bigint << 12),
  jsonb_build_array(
    s.nspname, o.oprname,
    CASE WHEN o.oprleft <> 0 THEN format_type(o.oprleft, NULL) END,
    format_type(o.oprright, NULL), format_type(o.oprresult, NULL),
    CASE WHEN n.nspname ~ '^"|[.]' THEN quote_ident(n.nspname) ELSE n.nspname END || '.' || p.proname || '(' || oidvectortypes(p.proargtypes) || ')',
    (SELECT coalesce(jsonb_agg(t.text ORDER BY t.n), '[]')
      FROM (
        SELECT r.n, r.word || ' = OPERATOR(' || quote_ident(a.nspname) || '.' || x.oprname || ')'
        FROM (VALUES (1, 'COMMUTATOR', o.oprcom), (2, 'NEGATOR', o.oprnegate)) r(n, word, oid)
        JOIN pg_operator x ON x.oid = r.oid AND x.oprcode <> 0
        JOIN pg_namespace a ON a.oid = x.oprnamespace
        UNION ALL
        SELECT r.n, r.word || ' = ' || CASE a.nspname WHEN 'pg_catalog' THEN '' ELSE quote_ident(a.nspname) || '.' END
          || quote_ident(x.proname)
        FROM (VALUES (3, 'RESTRICT', o.oprrest), (4, 'JOIN', o.oprjoin)) r(n, word, oid)
        JOIN pg_proc x ON x.oid = r.oid JOIN pg_namespace a ON a.oid = x.pronamespace
        UNION ALL SELECT 5, 'HASHES' WHERE o.oprcanhash
        UNION ALL SELECT 6, 'MERGES' WHERE o.oprcanmerge) t(n, text)),
    coalesce(nullif(pg_get_userbyid(o.oprowner), 'annals_replay'), 'current_user'),
    (SELECT d.description FROM pg_description d
      WHERE d.objoid = o.oid AND d.classoid = 'pg_operator'::regclass AND d.objsubid = 0))::text
FROM pg_operator o
JOIN spaces s ON s.oid = o.oprnamespace
JOIN pg_proc p ON p.oid = o.oprcode
JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE NOT EXISTS (
  SELECT FROM pg_depend d
  WHERE d.classid = 'pg_operator'::regclass AND d.objid = o.oid AND d.deptype = 'e')
UNION ALL
-- those that the server brings are numbered below; a range brings one for its multirange
SELECT 'Cast', '', 0::oid, (18::bigint << 44) | (c.oid::bigint << 12),
  jsonb_build_array(
    format_type(c.castsource, NULL), format_type(c.casttarget, NULL),
    CASE c.castmethod WHEN 'i' THEN 'inout' WHEN 'b' THEN 'binary'
      ELSE CASE WHEN n.nspname ~ '^"|[.]' THEN quote_ident(n.nspname) ELSE n.nspname END || '.' || p.proname || '(' || oidvectortypes(p.proargtypes) || ')' END,
    CASE c.castcontext WHEN 'i' THEN 'implicit' WHEN 'a' THEN 'assignment' ELSE 'explicit' END,
    (SELECT d.description FROM pg_description d
      WHERE d.objoid = c.oid AND d.classoid = 'pg_cast'::regclass AND d.objsubid = 0))::text
FROM pg_cast c
LEFT JOIN pg_proc p ON p.oid = c.castfunc
LEFT JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE c.oid >= 16384 AND NOT EXISTS (
  SELECT FROM pg_depend d
  WHERE d.classid = 'pg_cast'::regclass AND d.objid = c.oid AND d.deptype IN ('e', 'i'))
UNION ALL
SELECT 'Table', 'r', r.oid, (3::bigint << 44) | (r.oid::bigint << 12),
  jsonb_build_array(
    r.nspname, r.relname,
    CASE WHEN r.relkind = 'f' THEN 'FOREIGN' WHEN r.relkind = 'p' THEN 'PARTITIONED'
      WHEN r.relispartition THEN 'PARTITION' ELSE 'ORDINARY' END,
    CASE r.relpersistence WHEN 'u' THEN 'UNLOGGED' ELSE 'PERMANENT' END,
    CASE WHEN r.relkind = 'p' THEN pg_get_partkeydef(r.oid) END,
    CASE WHEN r.relispartition THEN (
      SELECT CASE WHEN n.nspname ~ '^"|[.]' THEN quote_ident(n.nspname) ELSE n.nspname END || '.' || CASE WHEN p.relname ~ '^"|[.]' THEN quote_ident(p.relname) ELSE p.relname END FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhparent
      JOIN pg_namespace n ON n.oid = p.relnamespace WHERE i.inhrelid = r.oid LIMIT 1) END,
    pg_get_expr(r.relpartbound, r.oid),
    CASE WHEN r.relispartition THEN '[]'::jsonb ELSE (
      SELECT coalesce(jsonb_agg(CASE WHEN n.nspname ~ '^"|[.]' THEN quote_ident(n.nspname) ELSE n.nspname END || '.' || CASE WHEN p.relname ~ '^"|[.]' THEN quote_ident(p.relname) ELSE p.relname END ORDER BY i.inhseqno), '[]')
      FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhparent
      JOIN pg_namespace n ON n.oid = p.relnamespace WHERE i.inhrelid = r.oid) END,
    -- nobody should keep a secret there; who does shall not read it on a page
    CASE r.relkind WHEN 'f' THEN (
      SELECT jsonb_object_agg(o.option_name, o.option_value)
      FROM pg_foreign_table f, pg_options_to_table(f.ftoptions) o
      WHERE f.ftrelid = r.oid AND o.option_name !~* 'pass|secret|token|credential')
    ELSE (SELECT jsonb_object_agg(o.option_name, o.option_value) FROM pg_options_to_table(r.reloptions) o) END,
    (SELECT t.spcname FROM pg_tablespace t WHERE t.oid = r.reltablespace),
    (SELECT a.amname FROM pg_am a WHERE a.oid = r.relam AND a.amname <> 'heap'),
    CASE r.relkind WHEN 'f' THEN (SELECT s.srvname FROM pg_foreign_table f
      JOIN pg_foreign_server s ON s.oid = f.ftserver WHERE f.ftrelid = r.oid) END,
    r.relrowsecurity, r.relforcerowsecurity,
    CASE WHEN r.relkind <> 'f' THEN
      CASE r.relreplident WHEN 'f' THEN 'full' WHEN 'n' THEN 'nothing' WHEN 'i' THEN
      'index ' || (SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
        WHERE i.indrelid = r.oid AND i.indisreplident LIMIT 1) END END,
    coalesce(nullif(pg_get_userbyid(r.relowner), 'annals_replay'), 'current_user'),
    (SELECT d.description FROM pg_description d
      WHERE d.objoid = r.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0))::text
FROM relations r WHERE r.relkind IN ('r', 'p', 'f')
UNION ALL
SELECT 'View', 'r', r.oid, (3::bigint << 44) | (r.oid::bigint << 12),
  jsonb_build_array(
    r.nspname, r.relname, r.relkind = 'm', pg_get_viewdef(r.oid),
    (SELECT jsonb_object_agg(o.option_name, o.option_value) FROM pg_options_to_table(r.reloptions) o),
    r.relkind = 'v' AND pg_relation_is_updatable(r.oid, false) & 28 = 28,
    r.relispopulated,
    (SELECT coalesce(jsonb_agg(DISTINCT CASE WHEN n.nspname ~ '^"|[.]' THEN quote_ident(n.nspname) ELSE n.nspname END || '.' || CASE WHEN c.relname ~ '^"|[.]' THEN quote_ident(c.relname) ELSE c.relname END), '[]')
      FROM pg_rewrite w
      JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
        AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> r.oid
      JOIN pg_class c ON c.oid = d.refobjid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE w.ev_class = r.oid),
    coalesce(nullif(pg_get_userbyid(r.relowner), 'annals_replay'), 'current_user'),
    (SELECT d.description FROM pg_description d
      WHERE d.objoid = r.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0))::text
FROM relations r WHERE r.relkind IN ('v', 'm')
UNION ALL
SELECT 'Column', 'r', r.oid, (4::bigint << 44) | (r.oid::bigint << 12) | a.attnum,
  jsonb_build_array(
    r.nspname, r.relname, a.attname,
    row_number() OVER (PARTITION BY a.attrelid ORDER BY a.attnum),
    format_type(a.atttypid, a.atttypmod),
    NOT a.attnotnull
      OR EXISTS (SELECT FROM pg_constraint k -- since 18
        WHERE k.conrelid = a.attrelid AND k.contype = 'n' AND NOT k.convalidated AND k.conkey[1] = a.attnum) -- since 18
    ,
    -- a default names no column: without the table the server need not open it
    CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, 0) END,
    CASE a.attidentity WHEN 'a' THEN 'ALWAYS' WHEN 'd' THEN 'BY DEFAULT' END,
    -- what is not what the server chooses by itself; a partition counts with its parent's sequence
    CASE WHEN a.attidentity <> '' THEN (
      SELECT jsonb_strip_nulls(jsonb_build_object(
        'start', nullif(s.seqstart, CASE WHEN s.seqincrement > 0 THEN s.seqmin ELSE s.seqmax END)::text,
        'minimum', nullif(s.seqmin, CASE WHEN s.seqincrement > 0 THEN 1 ELSE
          CASE a.atttypid WHEN 21 THEN -32768 WHEN 23 THEN -2147483648 ELSE -9223372036854775808 END END)::text,
        'maximum', nullif(s.seqmax, CASE WHEN s.seqincrement < 0 THEN -1 ELSE
          CASE a.atttypid WHEN 21 THEN 32767 WHEN 23 THEN 2147483647 ELSE 9223372036854775807 END END)::text,
        'increment', nullif(s.seqincrement, 1)::text,
        'cycle', CASE WHEN s.seqcycle THEN 'yes' END,
        'cache', nullif(s.seqcache, 1)::text))
      FROM pg_depend o JOIN pg_sequence s ON s.seqrelid = o.objid
      WHERE o.refclassid = 'pg_class'::regclass AND o.refobjid = a.attrelid AND o.refobjsubid = a.attnum
        AND o.classid = 'pg_class'::regclass AND o.deptype = 'i') END,
    CASE a.attgenerated WHEN 's' THEN 'STORED ' WHEN 'v' THEN 'VIRTUAL ' END
      || '(' || pg_get_expr(d.adbin, d.adrelid) || ')',
    CASE WHEN a.attcollation <> t.typcollation THEN
      (SELECT quote_ident(n.nspname) || '.' || quote_ident(l.collname)
        FROM pg_collation l JOIN pg_namespace n ON n.oid = l.collnamespace WHERE l.oid = a.attcollation) END,
    concat_ws(' ',
      CASE WHEN a.attstorage <> t.typstorage THEN CASE a.attstorage
        WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main' WHEN 'x' THEN 'extended' END END,
      CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END),
    CASE WHEN a.attstattarget >= 0 OR a.attoptions IS NOT NULL OR a.attfdwoptions IS NOT NULL THEN (
      SELECT jsonb_object_agg(o.option_name, o.option_value)
      FROM (SELECT 'statistics', a.attstattarget::text WHERE a.attstattarget >= 0
        UNION ALL SELECT * FROM pg_options_to_table(a.attoptions)
        UNION ALL SELECT * FROM pg_options_to_table(a.attfdwoptions)) o (option_name, option_value)
      WHERE o.option_name !~* 'pass|secret|token|credential') END,
    m.description)::text
FROM relations r
JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
LEFT JOIN pg_description m
  ON m.classoid = 'pg_class'::regclass AND m.objoid = a.attrelid AND m.objsubid = a.attnum
WHERE r.relkind <> 'S'
UNION ALL
SELECT 'Key', 'r', r.oid, (5::bigint << 44) | (k.oid::bigint << 12),
  jsonb_build_array(
    r.nspname, r.relname, k.conname, k.contype = 'p',
    (SELECT jsonb_agg(a.attname ORDER BY u.n) FROM unnest(k.conkey) WITH ORDINALITY u(num, n)
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num),
    (SELECT coalesce(jsonb_agg(a.attname ORDER BY u.n), '[]')
      FROM unnest(i.indkey::int2[]) WITH ORDINALITY u(num, n)
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num WHERE u.n > i.indnkeyatts),
    i.indnullsnotdistinct, -- since 15
    false, -- before 15
    CASE WHEN k.condeferred THEN 'DEFERRABLE INITIALLY DEFERRED' WHEN k.condeferrable THEN 'DEFERRABLE' END,
    (SELECT jsonb_object_agg(o.option_name, o.option_value) FROM pg_options_to_table(x.reloptions) o),
    (SELECT t.spcname FROM pg_tablespace t WHERE t.oid = x.reltablespace),
    -- the server's text tells nothing of the index, and ends with what may be deferred
    CASE WHEN x.reloptions IS NULL AND x.reltablespace = 0 THEN pg_get_constraintdef(k.oid) ELSE
      regexp_replace(pg_get_constraintdef(k.oid), '( DEFERRABLE( INITIALLY DEFERRED)?)?$', replace(concat(
          ' WITH (' || (SELECT string_agg(o.option_name || '=' || quote_literal(o.option_value), ', ')
            FROM pg_options_to_table(x.reloptions) o) || ')',
          ' USING INDEX TABLESPACE ' || (SELECT quote_ident(t.spcname) FROM pg_tablespace t WHERE t.oid = x.reltablespace)),
        '\', '\\') || '\1') END,
    coalesce(
      (SELECT d.description FROM pg_description d
        WHERE d.objoid = k.oid AND d.classoid = 'pg_constraint'::regclass AND d.objsubid = 0),
      (SELECT d.description FROM pg_description d
        WHERE d.objoid = k.conindid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0)))::text
FROM relations r
JOIN pg_constraint k ON k.conrelid = r.oid AND k.contype IN ('p', 'u') AND k.conparentid = 0
JOIN pg_index i ON i.indexrelid = k.conindid
JOIN pg_class x ON x.oid = k.conindid
UNION ALL
SELECT 'ForeignKey', 'r', r.oid, (5::bigint << 44) | (k.oid::bigint << 12),
  jsonb_build_array(
    r.nspname, r.relname, k.conname,
    (SELECT jsonb_agg(a.attname ORDER BY u.n) FROM unnest(k.conkey) WITH ORDINALITY u(num, n)
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num),
    n.nspname, c.relname,
    (SELECT jsonb_agg(a.attname ORDER BY u.n) FROM unnest(k.confkey) WITH ORDINALITY u(num, n)
      JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.num),
    CASE k.confupdtype WHEN 'a' THEN 'NO ACTION' WHEN 'r' THEN 'RESTRICT' WHEN 'c' THEN 'CASCADE'
      WHEN 'n' THEN 'SET NULL' WHEN 'd' THEN 'SET DEFAULT' END,
    CASE k.confdeltype WHEN 'a' THEN 'NO ACTION' WHEN 'r' THEN 'RESTRICT' WHEN 'c' THEN 'CASCADE'
      WHEN 'n' THEN 'SET NULL' WHEN 'd' THEN 'SET DEFAULT' END
      || coalesce((SELECT ' (' || string_agg(a.attname, ', ' ORDER BY u.n) || ')' -- since 15
        FROM unnest(k.confdelsetcols) WITH ORDINALITY u(num, n) -- since 15
        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num), ''), -- since 15
      || '', -- before 15
    CASE k.confmatchtype WHEN 'f' THEN 'FULL' WHEN 'p' THEN 'PARTIAL' ELSE 'SIMPLE' END,
    CASE WHEN k.condeferred THEN 'DEFERRABLE INITIALLY DEFERRED' WHEN k.condeferrable THEN 'DEFERRABLE' END,
    k.convalidated,
    k.conenforced, -- since 18
    true, -- before 18
    pg_get_constraintdef(k.oid),
    (SELECT d.description FROM pg_description d
      WHERE d.objoid = k.oid AND d.classoid = 'pg_constraint'::regclass AND d.objsubid = 0))::text
FROM relations r
JOIN pg_constraint k ON k.conrelid = r.oid AND k.contype = 'f' AND k.conparentid = 0
JOIN pg_class c ON c.oid = k.confrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
UNION ALL
SELECT 'Check', 'r', r.oid, (5::bigint << 44) | (k.oid::bigint << 12),
  jsonb_build_array(
    r.nspname, r.relname, k.conname,
    (SELECT coalesce(jsonb_agg(a.attname ORDER BY u.n), '[]') FROM unnest(k.conkey) WITH ORDINALITY u(num, n)
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num),
    -- a NOT NULL that is NOT VALID does what a check does; the column still may hold null
    CASE k.contype WHEN 'n' THEN '(' || (SELECT quote_ident(a.attname) FROM pg_attribute a
        WHERE a.attrelid = k.conrelid AND a.attnum = k.conkey[1]) || ' IS NOT NULL)'
      ELSE pg_get_expr(k.conbin, k.conrelid) END,
    k.convalidated,
    k.conenforced, -- since 18
    true, -- before 18
    k.connoinherit,
    (SELECT d.description FROM pg_description d
      WHERE d.objoid = k.oid AND d.classoid = 'pg_constraint'::regclass AND d.objsubid = 0))::text
FROM relations r
JOIN pg_constraint k ON k.conrelid = r.oid AND (k.contype = 'c' OR k.contype = 'n' AND NOT k.convalidated) AND k.conislocal
UNION ALL
SELECT 'Exclusion', 'r', r.oid, (5::bigint << 44) | (k.oid::bigint << 12),
  jsonb_build_array(
    r.nspname, r.relname, k.conname,
    (SELECT coalesce(jsonb_agg(a.attname ORDER BY u.n), '[]') FROM unnest(k.conkey) WITH ORDINALITY u(num, n)
      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num),
    CASE WHEN k.condeferred THEN 'DEFERRABLE INITIALLY DEFERRED' WHEN k.condeferrable THEN 'DEFERRABLE' END,
    (SELECT jsonb_object_agg(o.option_name, o.option_value) FROM pg_options_to_table(x.reloptions) o),
    (SELECT t.spcname FROM pg_tablespace t WHERE t.oid = x.reltablespace),
    CASE WHEN x.reltablespace = 0 THEN pg_get_constraintdef(k.oid) ELSE
      regexp_replace(pg_get_constraintdef(k.oid), '( WHERE \(.*\))?( DEFERRABLE( INITIALLY DEFERRED)?)?$',
        (SELECT ' USING INDEX TABLESPACE ' || replace(quote_ident(t.spcname), '\', '\\')
          FROM pg_tablespace t WHERE t.oid = x.reltablespace) || '\1\2') END,
    (SELECT d.description FROM pg_description d
      WHERE d.objoid = k.oid AND d.classoid = 'pg_constraint'::regclass AND d.objsubid = 0))::text
FROM relations r
JOIN pg_constraint k ON k.conrelid = r.oid AND k.contype = 'x' AND k.conparentid = 0
JOIN pg_class x ON x.oid = k.conindid
UNION ALL
SELECT 'Index', 'r', r.oid, (6::bigint << 44) | (c.oid::bigint << 12),
  jsonb_build_array(
    r.nspname, r.relname, c.relname,
    (SELECT m.amname FROM pg_am m WHERE m.oid = c.relam),
    i.indisunique,
    (SELECT jsonb_agg(
        coalesce((SELECT quote_ident(a.attname) FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attnum = u.num),
          pg_get_indexdef(i.indexrelid, u.n::int, false))
        || coalesce((SELECT ' COLLATE ' || quote_ident(l.collname) FROM pg_collation l
          WHERE l.oid = (i.indcollation::oid[])[u.n - 1] AND l.collname <> 'default'
            AND NOT EXISTS (SELECT FROM pg_attribute a
              WHERE a.attrelid = i.indrelid AND a.attnum = u.num AND a.attcollation = l.oid)), '')
        || coalesce((SELECT ' ' || quote_ident(o.opcname) FROM pg_opclass o
          WHERE o.oid = (i.indclass::oid[])[u.n - 1] AND NOT o.opcdefault), '')
        || coalesce((SELECT ' (' || array_to_string(a.attoptions, ', ') || ')' FROM pg_attribute a
          WHERE a.attrelid = i.indexrelid AND a.attnum = u.n), '')
        || CASE (i.indoption::int2[])[u.n - 1] WHEN 1 THEN ' DESC NULLS LAST' WHEN 2 THEN ' NULLS FIRST'
          WHEN 3 THEN ' DESC' ELSE '' END
        ORDER BY u.n)
      FROM unnest(i.indkey::int2[]) WITH ORDINALITY u(num, n) WHERE u.n <= i.indnkeyatts),
    (SELECT coalesce(jsonb_agg(a.attname ORDER BY u.n), '[]')
      FROM unnest(i.indkey::int2[]) WITH ORDINALITY u(num, n)
      JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.num WHERE u.n > i.indnkeyatts),
    pg_get_expr(i.indpred, i.indrelid),
    i.indnullsnotdistinct, -- since 15
    false, -- before 15
    i.indisvalid,
    (SELECT jsonb_object_agg(o.option_name, o.option_value) FROM pg_options_to_table(c.reloptions) o),
    (SELECT t.spcname FROM pg_tablespace t WHERE t.oid = c.reltablespace),
    -- a valid index of a partitioned table is one of its partitions, too
    CASE WHEN r.relkind = 'p' AND i.indisvalid
      THEN regexp_replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ') ELSE pg_get_indexdef(i.indexrelid) END,
    (SELECT d.description FROM pg_description d
      WHERE d.objoid = c.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0))::text
FROM relations r
JOIN pg_index i ON i.indrelid = r.oid
JOIN pg_class c ON c.oid = i.indexrelid AND NOT c.relispartition
WHERE NOT EXISTS (
  SELECT FROM pg_constraint k
  WHERE k.conrelid = r.oid AND k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
UNION ALL
SELECT 'Trigger', 'r', r.oid, (7::bigint << 44) | (t.oid::bigint << 12),
  jsonb_build_array(
    r.nspname, r.relname, t.tgname,
    (SELECT CASE WHEN n.nspname ~ '^"|[.]' THEN quote_ident(n.nspname) ELSE n.nspname END || '.' || p.proname || '(' || oidvectortypes(p.proargtypes) || ')'
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.oid = t.tgfoid),
    CASE t.tgenabled WHEN 'O' THEN 'origin' WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' ELSE 'always' END,
    pg_get_triggerdef(t.oid),
    (SELECT d.description FROM pg_description d
      WHERE d.objoid = t.oid AND d.classoid = 'pg_trigger'::regclass AND d.objsubid = 0))::text
FROM relations r
JOIN pg_trigger t ON t.tgrelid = r.oid AND NOT t.tgisinternal AND t.tgparentid = 0
UNION ALL
SELECT 'Policy', 'r', r.oid, (8::bigint << 44) | (p.oid::bigint << 12),
  jsonb_build_array(
    r.nspname, r.relname, p.polname, p.polpermissive,
    CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
      WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
    (SELECT jsonb_agg(CASE u.role WHEN 0 THEN 'public' ELSE coalesce(nullif(pg_get_userbyid(u.role), 'annals_replay'), 'current_user') END)
      FROM unnest(p.polroles) u(role)),
    pg_get_expr(p.polqual, p.polrelid),
    pg_get_expr(p.polwithcheck, p.polrelid),
    (SELECT d.description FROM pg_description d
      WHERE d.objoid = p.oid AND d.classoid = 'pg_policy'::regclass AND d.objsubid = 0))::text
FROM relations r
JOIN pg_policy p ON p.polrelid = r.oid
UNION ALL
SELECT 'RewriteRule', 'r', r.oid, (9::bigint << 44) | (w.oid::bigint << 12),
  jsonb_build_array(
    r.nspname, r.relname, w.rulename,
    CASE w.ev_enabled WHEN 'O' THEN 'origin' WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' ELSE 'always' END,
    pg_get_ruledef(w.oid),
    (SELECT d.description FROM pg_description d
      WHERE d.objoid = w.oid AND d.classoid = 'pg_rewrite'::regclass AND d.objsubid = 0))::text
FROM relations r
JOIN pg_rewrite w ON w.ev_class = r.oid AND w.rulename <> '_RETURN'
UNION ALL
SELECT 'Statistics', 'r', r.oid, (10::bigint << 44) | (s.oid::bigint << 12),
  jsonb_build_array(
    r.nspname, r.relname, s.stxname, pg_get_statisticsobjdef(s.oid),
    (SELECT d.description FROM pg_description d
      WHERE d.objoid = s.oid AND d.classoid = 'pg_statistic_ext'::regclass AND d.objsubid = 0))::text
FROM relations r
JOIN pg_statistic_ext s ON s.stxrelid = r.oid
UNION ALL
SELECT 'PublishedTable', 'r', r.oid, (14::bigint << 44) | (q.oid::bigint << 12),
  jsonb_build_array(
    r.nspname, r.relname, p.pubname,
    (SELECT jsonb_agg(a.attname ORDER BY a.attnum) FROM unnest(q.prattrs::int2[]) u(num) -- since 15
      JOIN pg_attribute a ON a.attrelid = q.prrelid AND a.attnum = u.num), -- since 15
    pg_get_expr(q.prqual, q.prrelid) -- since 15
    '[]'::jsonb, '' -- before 15
  )::text
FROM relations r
JOIN pg_publication_rel q ON q.prrelid = r.oid
JOIN pg_publication p ON p.oid = q.prpubid
UNION ALL
SELECT 'Sequence', 'r', r.oid, (3::bigint << 44) | (r.oid::bigint << 12),
  jsonb_build_array(
    r.nspname, r.relname, format_type(s.seqtypid, NULL), s.seqstart::text, s.seqmin::text, s.seqmax::text,
    s.seqincrement::text, s.seqcycle, s.seqcache::text,
    (SELECT CASE WHEN n.nspname ~ '^"|[.]' THEN quote_ident(n.nspname) ELSE n.nspname END || '.' || CASE WHEN c.relname ~ '^"|[.]' THEN quote_ident(c.relname) ELSE c.relname END || '.' || a.attname FROM pg_depend d
      JOIN pg_class c ON c.oid = d.refobjid JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
      WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.deptype = 'a'
        AND d.refclassid = 'pg_class'::regclass LIMIT 1),
    (SELECT d.description FROM pg_description d
      WHERE d.objoid = r.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0))::text
FROM relations r
JOIN pg_sequence s ON s.seqrelid = r.oid
WHERE NOT EXISTS (
  SELECT FROM pg_depend d
  WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.deptype = 'i')
UNION ALL
SELECT 'EnumType', 't', t.oid, (11::bigint << 44) | (t.oid::bigint << 12),
  jsonb_build_array(t.nspname, t.typname, (SELECT d.description FROM pg_description d
      WHERE d.objoid = t.oid AND d.classoid = 'pg_type'::regclass AND d.objsubid = 0))::text
FROM types t WHERE t.typtype = 'e'
UNION ALL
SELECT 'EnumValue', 't', t.oid, (12::bigint << 44) | (e.oid::bigint << 12),
  jsonb_build_array(t.nspname, t.typname, e.enumlabel,
    row_number() OVER (PARTITION BY e.enumtypid ORDER BY e.enumsortorder))::text
FROM types t JOIN pg_enum e ON e.enumtypid = t.oid
UNION ALL
SELECT 'Domain', 't', t.oid, (11::bigint << 44) | (t.oid::bigint << 12),
  jsonb_build_array(
    t.nspname, t.typname, format_type(t.typbasetype, t.typtypmod), NOT t.typnotnull, t.typdefault,
    (SELECT quote_ident(n.nspname) || '.' || quote_ident(l.collname)
      FROM pg_collation l JOIN pg_namespace n ON n.oid = l.collnamespace JOIN pg_type b ON b.oid = t.typbasetype
      WHERE l.oid = t.typcollation AND t.typcollation <> b.typcollation),
    (SELECT d.description FROM pg_description d
      WHERE d.objoid = t.oid AND d.classoid = 'pg_type'::regclass AND d.objsubid = 0))::text
FROM types t WHERE t.typtype = 'd'
UNION ALL
SELECT 'DomainCheck', 't', t.oid, (5::bigint << 44) | (k.oid::bigint << 12),
  jsonb_build_array(
    t.nspname, t.typname, k.conname, pg_get_expr(k.conbin, 0), k.convalidated,
    (SELECT d.description FROM pg_description d
      WHERE d.objoid = k.oid AND d.classoid = 'pg_constraint'::regclass AND d.objsubid = 0))::text
FROM types t JOIN pg_constraint k ON k.contypid = t.oid AND k.contype = 'c'
UNION ALL
SELECT 'Composite', 't', t.oid, (11::bigint << 44) | (t.oid::bigint << 12),
  jsonb_build_array(t.nspname, t.typname, (SELECT d.description FROM pg_description d
      WHERE d.objoid = t.oid AND d.classoid = 'pg_type'::regclass AND d.objsubid = 0))::text
FROM types t WHERE t.typtype = 'c'
UNION ALL
SELECT 'Attribute', 't', t.oid, (4::bigint << 44) | (t.typrelid::bigint << 12) | a.attnum,
  jsonb_build_array(
    t.nspname, t.typname, a.attname, row_number() OVER (PARTITION BY a.attrelid ORDER BY a.attnum),
    format_type(a.atttypid, a.atttypmod),
    (SELECT quote_ident(n.nspname) || '.' || quote_ident(l.collname)
      FROM pg_collation l JOIN pg_namespace n ON n.oid = l.collnamespace JOIN pg_type b ON b.oid = a.atttypid
      WHERE l.oid = a.attcollation AND a.attcollation <> b.typcollation),
    (SELECT d.description FROM pg_description d
      WHERE d.objoid = a.attrelid AND d.classoid = 'pg_class'::regclass AND d.objsubid = a.attnum))::text
FROM types t JOIN pg_attribute a ON a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped
WHERE t.typtype = 'c'
UNION ALL
SELECT 'RangeType', 't', t.oid, (11::bigint << 44) | (t.oid::bigint << 12),
  jsonb_build_array(
    t.nspname, t.typname, format_type(g.rngsubtype, NULL),
    concat_ws(', ',
      (SELECT 'subtype_opclass = ' || quote_ident(n.nspname) || '.' || quote_ident(o.opcname)
        FROM pg_opclass o JOIN pg_namespace n ON n.oid = o.opcnamespace WHERE o.oid = g.rngsubopc AND NOT o.opcdefault),
      (SELECT 'collation = ' || quote_ident(n.nspname) || '.' || quote_ident(l.collname)
        FROM pg_collation l JOIN pg_namespace n ON n.oid = l.collnamespace
        WHERE l.oid = g.rngcollation AND l.collname <> 'default'),
      (SELECT 'canonical = ' || quote_ident(n.nspname) || '.' || quote_ident(p.proname)
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.oid = g.rngcanonical),
      (SELECT 'subtype_diff = ' || quote_ident(n.nspname) || '.' || quote_ident(p.proname)
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.oid = g.rngsubdiff),
      (SELECT 'multirange_type_name = ' || quote_ident(n.nspname) || '.' || quote_ident(m.typname)
        FROM pg_type m JOIN pg_namespace n ON n.oid = m.typnamespace WHERE m.oid = g.rngmultitypid)),
    (SELECT d.description FROM pg_description d
      WHERE d.objoid = t.oid AND d.classoid = 'pg_type'::regclass AND d.objsubid = 0))::text
FROM types t JOIN pg_range g ON g.rngtypid = t.oid
UNION ALL
SELECT 'Routine', 'p', p.oid, (13::bigint << 44) | (p.oid::bigint << 12),
  jsonb_build_array(
    p.nspname, p.proname, oidvectortypes(p.proargtypes),
    CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' WHEN 'w' THEN 'window' ELSE 'function' END,
    pg_get_function_arguments(p.oid),
    pg_get_function_result(p.oid),
    (SELECT l.lanname FROM pg_language l WHERE l.oid = p.prolang),
    CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END,
    p.proisstrict, p.prosecdef,
    CASE p.proparallel WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted' ELSE 'unsafe' END,
    coalesce(to_jsonb(p.proconfig), '[]'),
    coalesce(aggregates.body, pg_get_function_sqlbody(p.oid), p.prosrc),
    CASE WHEN p.prokind <> 'a' THEN pg_get_functiondef(p.oid) ELSE
      'CREATE OR REPLACE AGGREGATE ' || quote_ident(p.nspname) || '.' || quote_ident(p.proname) || '('
        || coalesce(nullif(pg_get_function_arguments(p.oid), ''), '*') || ') (' || E'\n  '
        || replace(aggregates.body, E'\n', E',\n  ') || E'\n)' END,
    (SELECT coalesce(jsonb_agg(DISTINCT CASE WHEN n.nspname ~ '^"|[.]' THEN quote_ident(n.nspname) ELSE n.nspname END || '.' || CASE WHEN c.relname ~ '^"|[.]' THEN quote_ident(c.relname) ELSE c.relname END), '[]')
      FROM pg_depend d JOIN pg_class c ON c.oid = d.refobjid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.refclassid = 'pg_class'::regclass),
    coalesce(nullif(pg_get_userbyid(p.proowner), 'annals_replay'), 'current_user'),
    (SELECT d.description FROM pg_description d
      WHERE d.objoid = p.oid AND d.classoid = 'pg_proc'::regclass AND d.objsubid = 0))::text
FROM routines p
LEFT JOIN LATERAL (
  SELECT concat_ws(E'\n',
    (SELECT string_agg(f.role || ' = ' || CASE n.nspname WHEN 'pg_catalog' THEN '' ELSE quote_ident(n.nspname) || '.' END
        || quote_ident(c.proname), E'\n' ORDER BY f.n)
      FROM (VALUES (1, 'SFUNC', g.aggtransfn), (2, 'FINALFUNC', g.aggfinalfn), (3, 'COMBINEFUNC', g.aggcombinefn),
        (4, 'SERIALFUNC', g.aggserialfn), (5, 'DESERIALFUNC', g.aggdeserialfn), (6, 'MSFUNC', g.aggmtransfn),
        (7, 'MINVFUNC', g.aggminvtransfn), (8, 'MFINALFUNC', g.aggmfinalfn)) f(n, role, oid)
      JOIN pg_proc c ON c.oid = f.oid JOIN pg_namespace n ON n.oid = c.pronamespace),
    'STYPE = ' || format_type(g.aggtranstype, NULL),
    'SSPACE = ' || nullif(g.aggtransspace, 0),
    CASE WHEN g.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
    'INITCOND = ' || quote_literal(g.agginitval),
    'MSTYPE = ' || format_type(nullif(g.aggmtranstype, 0), NULL),
    'MSSPACE = ' || nullif(g.aggmtransspace, 0),
    CASE WHEN g.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
    'MINITCOND = ' || quote_literal(g.aggminitval),
    (SELECT 'SORTOP = OPERATOR(' || quote_ident(n.nspname) || '.' || o.oprname || ')'
      FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace WHERE o.oid = g.aggsortop),
    CASE WHEN p.proparallel <> 'u' THEN 'PARALLEL = ' || CASE p.proparallel WHEN 's' THEN 'SAFE' ELSE 'RESTRICTED' END END,
    CASE WHEN g.aggkind = 'h' THEN 'HYPOTHETICAL' END) AS body
  FROM pg_aggregate g WHERE p.prokind = 'a' AND g.aggfnoid = p.oid
) aggregates ON true
UNION ALL
SELECT 'Grant', g.unit, g.unit_oid, 0::bigint,
  jsonb_build_array(
    g.space, g.kind, g.object, CASE g.grantee WHEN 0 THEN 'public' ELSE coalesce(nullif(pg_get_userbyid(g.grantee), 'annals_replay'), 'current_user') END,
    jsonb_agg(DISTINCT g.privilege_type || CASE WHEN g.is_grantable THEN '*' ELSE '' END))::text
FROM (
  SELECT 'r' AS unit, r.oid AS unit_oid, r.nspname AS space, r.relowner AS owner, r.relname::text AS object,
    CASE r.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED_VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind,
    x.grantee, x.privilege_type, x.is_grantable
  FROM relations r, aclexplode(r.relacl) x
  UNION ALL
  SELECT 'r', r.oid, r.nspname, r.relowner, quote_ident(r.relname) || '.' || quote_ident(a.attname), 'COLUMN',
    x.grantee, x.privilege_type, x.is_grantable
  FROM relations r
  JOIN pg_attribute a ON a.attrelid = r.oid AND a.attacl IS NOT NULL AND NOT a.attisdropped, aclexplode(a.attacl) x
  UNION ALL
  SELECT 't', t.oid, t.nspname, t.typowner, t.typname::text,
    CASE t.typtype WHEN 'e' THEN 'ENUM' WHEN 'd' THEN 'DOMAIN' WHEN 'r' THEN 'RANGE' ELSE 'COMPOSITE' END,
    x.grantee, x.privilege_type, x.is_grantable
  FROM types t, aclexplode(coalesce(t.typacl, acldefault('T', t.typowner))) x
  UNION ALL
  SELECT 'p', p.oid, p.nspname, p.proowner, p.proname || '(' || oidvectortypes(p.proargtypes) || ')', 'ROUTINE',
    x.grantee, x.privilege_type, x.is_grantable
  FROM routines p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x
  UNION ALL
  SELECT '', 0, '', n.nspowner, n.nspname::text, 'SCHEMA', x.grantee, x.privilege_type, x.is_grantable
  FROM spaces n, aclexplode(n.nspacl) x
) g
WHERE g.grantee <> g.owner
GROUP BY g.unit, g.unit_oid, g.space, g.kind, g.object, g.grantee
UNION ALL
SELECT 'DefaultPrivilege', '', 0::oid, 0::bigint,
  jsonb_build_array(
    a.space, coalesce(nullif(pg_get_userbyid(a.role), 'annals_replay'), 'current_user'),
    CASE a.sort WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions'
      WHEN 'T' THEN 'types' WHEN 'n' THEN 'schemas' ELSE 'large objects' END,
    CASE a.grantee WHEN 0 THEN 'public' ELSE coalesce(nullif(pg_get_userbyid(a.grantee), 'annals_replay'), 'current_user') END,
    coalesce(jsonb_agg(DISTINCT a.privilege) FILTER (WHERE a.privilege <> ''), '[]'))::text
FROM (
  SELECT coalesce(n.nspname, '') AS space, d.defaclrole AS role, d.defaclobjtype AS sort, x.grantee,
    x.privilege_type || CASE WHEN x.is_grantable THEN '*' ELSE '' END AS privilege
  FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace, aclexplode(d.defaclacl) x
  WHERE x.grantee <> d.defaclrole
  UNION ALL
  -- what everybody is usually allowed, and was taken away
  SELECT '', d.defaclrole, d.defaclobjtype, 0, ''
  FROM pg_default_acl d
  WHERE d.defaclnamespace = 0 AND d.defaclobjtype IN ('f', 'T')
    AND NOT EXISTS (SELECT FROM aclexplode(d.defaclacl) x WHERE x.grantee = 0)
) a
GROUP BY a.space, a.role, a.sort, a.grantee
