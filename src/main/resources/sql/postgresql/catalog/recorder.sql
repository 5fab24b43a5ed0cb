-- What the administrator installs beside a database that is replayed: functions for event triggers that note
-- every command, drop and rewrite (recorder-begin.sql), and one that reads back what changed since it was last asked.
-- The role that migrations run as can neither see nor touch any of it.
CREATE SCHEMA annals_recorder;
REVOKE ALL ON SCHEMA annals_recorder FROM PUBLIC;

CREATE UNLOGGED TABLE annals_recorder.log (
  n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  line int NOT NULL,
  what text NOT NULL,
  tag text,
  classid oid,
  objid oid,
  subid int,
  original boolean,
  sort text,
  renaming boolean NOT NULL DEFAULT false);

-- how far the log was read, the first transaction that was not seen then, and the event triggers that were there
CREATE UNLOGGED TABLE annals_recorder.mark (n bigint NOT NULL, xid bigint NOT NULL, guards text NOT NULL);

-- What there is of event triggers but ours: commands about them fire none.
CREATE FUNCTION annals_recorder.guards() RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT coalesce(string_agg(concat_ws(' ', e.oid, e.xmin, e.evtname, n.nspname, p.proname, p.xmin, (
    SELECT d.description FROM pg_description d
    WHERE d.objoid = e.oid AND d.classoid = 'pg_event_trigger'::regclass AND d.objsubid = 0)), E'\n' ORDER BY e.oid), '')
  FROM pg_event_trigger e
  JOIN pg_proc p ON p.oid = e.evtfoid
  JOIN pg_namespace n ON n.oid = p.pronamespace AND n.nspname <> 'annals_recorder'
$$;

-- ANNALS_LINE is the line of the statement that is running, as the replay says; anything else
-- counts as unknown
CREATE FUNCTION annals_recorder.on_command() RETURNS event_trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO annals_recorder.log (line, what, tag, classid, objid, subid, sort, renaming)
  SELECT ANNALS_LINE, 'command', c.command_tag, c.classid, c.objid, c.objsubid, c.object_type,
    -- only these change what the texts of dependents say; a command within a block may be any of them
    c.command_tag LIKE 'ALTER%' AND current_query() !~* '^\s*(create|comment)\M'
      AND (current_query() !~* '^\s*alter\M' OR current_query() ~* '\m(rename|type|schema)\M')
  FROM pg_event_trigger_ddl_commands() c
  WHERE c.in_extension IS NOT TRUE AND c.schema_name IS DISTINCT FROM 'pg_temp';
END $$;

CREATE FUNCTION annals_recorder.on_drop() RETURNS event_trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO annals_recorder.log (line, what, tag, classid, objid, subid, original, sort)
  SELECT ANNALS_LINE, 'drop', tg_tag, d.classid, d.objid, d.objsubid, d.original, d.object_type
  FROM pg_event_trigger_dropped_objects() d
  WHERE NOT d.is_temporary;
END $$;

CREATE FUNCTION annals_recorder.on_rewrite() RETURNS event_trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO annals_recorder.log (line, what, tag, classid, objid)
  VALUES (ANNALS_LINE, 'rewrite', tg_tag, 'pg_class'::regclass, pg_event_trigger_table_rewrite_oid());
END $$;

-- the identity under which objects.sql returns an object; 0 for what it does not return
CREATE FUNCTION annals_recorder.identity(classid oid, objid oid, subid int, sort text) RETURNS bigint
IMMUTABLE LANGUAGE sql AS $$ -- without settings of its own, so that it is inlined
  SELECT CASE
    WHEN classid = 1259 AND subid > 0 THEN (4::bigint << 44) | (objid::bigint << 12) | subid
    WHEN classid = 1259 AND sort = 'index' THEN (6::bigint << 44) | (objid::bigint << 12)
    WHEN classid = 1259 THEN (3::bigint << 44) | (objid::bigint << 12)
    WHEN classid = 2615 THEN (1::bigint << 44) | (objid::bigint << 12)
    WHEN classid = 3079 THEN (2::bigint << 44) | (objid::bigint << 12)
    WHEN classid = 2606 THEN (5::bigint << 44) | (objid::bigint << 12)
    WHEN classid = 2620 THEN (7::bigint << 44) | (objid::bigint << 12)
    WHEN classid = 3256 THEN (8::bigint << 44) | (objid::bigint << 12)
    WHEN classid = 2618 THEN (9::bigint << 44) | (objid::bigint << 12)
    WHEN classid = 3381 THEN (10::bigint << 44) | (objid::bigint << 12)
    WHEN classid = 1247 THEN (11::bigint << 44) | (objid::bigint << 12)
    WHEN classid = 1255 THEN (13::bigint << 44) | (objid::bigint << 12)
    WHEN classid = 6106 THEN (14::bigint << 44) | (objid::bigint << 12)
    WHEN classid = 6104 THEN (15::bigint << 44) | (objid::bigint << 12)
    WHEN classid = 3456 THEN (17::bigint << 44) | (objid::bigint << 12)
    WHEN classid = 2605 THEN (18::bigint << 44) | (objid::bigint << 12)
    WHEN classid = 2617 THEN (19::bigint << 44) | (objid::bigint << 12)
    ELSE 0 END
$$;

-- A range with two ends, so that the planner uses the index without knowing how large the log is.
-- Units that changed: everything that a transaction since the mark has written, whatever it was
-- called, plus what depends on anything that was renamed (its texts may name it), plus what was
-- commented on (a comment that is taken away leaves no row).
CREATE FUNCTION annals_recorder.touched(since bigint, first_n bigint, last_n bigint, OUT relations oid[], OUT types oid[], OUT routines oid[])
LANGUAGE plpgsql SET search_path = pg_catalog SET plan_cache_mode = force_generic_plan
SET enable_hashjoin = off SET enable_mergejoin = off SET join_collapse_limit = 1 SET from_collapse_limit = 1 SET enable_bitmapscan = off AS $$
DECLARE
  young int := age((since & 4294967295)::text::xid);
  -- most steps make and alter tables and indexes alone: then the other catalogues need no look
  other boolean := EXISTS (
    SELECT FROM annals_recorder.log l
    WHERE l.n BETWEEN first_n AND last_n AND l.tag NOT IN ('CREATE TABLE', 'CREATE TABLE AS', 'ALTER TABLE', 'DROP TABLE', 'CREATE INDEX',
      'ALTER INDEX', 'DROP INDEX', 'CREATE SEQUENCE', 'ALTER SEQUENCE', 'DROP SEQUENCE', 'CREATE VIEW', 'COMMENT'));
  altering boolean := EXISTS (
    SELECT FROM annals_recorder.log l WHERE l.n BETWEEN first_n AND last_n AND l.renaming);
  -- columns of tables that no command named: only children have such, and those whose parts a cascade took
  columns boolean := other OR EXISTS (SELECT FROM pg_inherits)
    OR EXISTS (SELECT FROM annals_recorder.log l WHERE l.n BETWEEN first_n AND last_n AND NOT l.original);
  -- these write nothing that they do not name, or that has no row of its own in pg_class
  scanning boolean := altering OR columns OR EXISTS (
    SELECT FROM annals_recorder.log l WHERE l.n BETWEEN first_n AND last_n AND l.tag NOT IN ('CREATE TABLE', 'CREATE TABLE AS', 'CREATE INDEX',
      'CREATE SEQUENCE', 'ALTER SEQUENCE', 'CREATE VIEW', 'COMMENT', 'ALTER TABLE', 'ALTER INDEX', 'DROP TABLE',
      'DROP INDEX', 'DROP VIEW', 'DROP SEQUENCE', 'CREATE FUNCTION', 'DROP FUNCTION', 'CREATE TRIGGER', 'DROP TRIGGER'));
BEGIN
  IF NOT scanning THEN
    SELECT array_agg(DISTINCT u.oid) FILTER (WHERE u.unit = 'r'), array_agg(DISTINCT u.oid) FILTER (WHERE u.unit = 't'),
      array_agg(DISTINCT u.oid) FILTER (WHERE u.unit = 'p')
    INTO relations, types, routines
    FROM (
      SELECT classid, objid FROM annals_recorder.log WHERE n BETWEEN first_n AND last_n AND what = 'command' AND objid IS NOT NULL
      UNION ALL SELECT 1259, oid FROM pg_class WHERE age(xmin) <= young
    ) l
    LEFT JOIN pg_class c ON l.classid = 1259 AND c.oid = l.objid
    LEFT JOIN pg_constraint k ON l.classid = 2606 AND k.oid = l.objid
    CROSS JOIN LATERAL (SELECT
      CASE WHEN c.relkind = 'c' OR l.classid = 1247 OR k.contypid <> 0 THEN 't' WHEN l.classid = 1255 THEN 'p' ELSE 'r' END AS unit,
      CASE
        WHEN c.relkind = 'c' THEN c.reltype
        WHEN c.relkind IN ('i', 'I') THEN (SELECT i.indrelid FROM pg_index i WHERE i.indexrelid = l.objid)
        WHEN c.relkind = 'S' THEN coalesce((SELECT d.refobjid FROM pg_depend d
          WHERE d.classid = 1259 AND d.objid = l.objid AND d.refclassid = 1259 AND d.deptype = 'i'), l.objid)
        WHEN l.classid IN (1259, 1247, 1255) THEN l.objid
        WHEN l.classid = 2606 THEN greatest(k.conrelid, k.contypid)
        WHEN l.classid = 2620 THEN (SELECT t.tgrelid FROM pg_trigger t WHERE t.oid = l.objid)
        WHEN l.classid = 3256 THEN (SELECT p.polrelid FROM pg_policy p WHERE p.oid = l.objid)
        WHEN l.classid = 2618 THEN (SELECT w.ev_class FROM pg_rewrite w WHERE w.oid = l.objid)
        WHEN l.classid = 3381 THEN (SELECT s.stxrelid FROM pg_statistic_ext s WHERE s.oid = l.objid)
      END AS oid) u
    WHERE u.oid IS NOT NULL AND c.relkind IS DISTINCT FROM 't';
    RETURN;
  END IF;
  WITH
  altered AS (
    SELECT l.classid, l.objid FROM annals_recorder.log l
    WHERE l.n BETWEEN first_n AND last_n AND l.what = 'command' AND l.objid IS NOT NULL
  ),
  written AS (
    SELECT 1259::oid AS classid, oid AS objid FROM pg_class WHERE age(xmin) <= young
    UNION SELECT 1259, attrelid FROM pg_attribute WHERE columns AND age(xmin) <= young
    UNION SELECT 1259, adrelid FROM pg_attrdef WHERE age(xmin) <= young
    UNION SELECT 2606, oid FROM pg_constraint WHERE age(xmin) <= young
    UNION SELECT 1259, indrelid FROM pg_index WHERE age(xmin) <= young
    UNION SELECT 1259, tgrelid FROM pg_trigger WHERE NOT tgisinternal AND age(xmin) <= young
    UNION SELECT 1259, polrelid FROM pg_policy WHERE other AND age(xmin) <= young
    UNION SELECT 1259, ev_class FROM pg_rewrite WHERE age(xmin) <= young
    UNION SELECT 1259, stxrelid FROM pg_statistic_ext WHERE other AND age(xmin) <= young
    -- a table tells the names of the publications that it is in
    UNION SELECT 1259, q.prrelid FROM pg_publication_rel q JOIN pg_publication p ON p.oid = q.prpubid
      WHERE other AND (age(q.xmin) <= young OR age(p.xmin) <= young)
    UNION SELECT 1259, seqrelid FROM pg_sequence WHERE age(xmin) <= young
    UNION SELECT 1259, inhrelid FROM pg_inherits WHERE age(xmin) <= young
    UNION SELECT 1247, oid FROM pg_type WHERE other AND age(xmin) <= young
    UNION SELECT 1247, enumtypid FROM pg_enum WHERE other AND age(xmin) <= young
    UNION SELECT 1255, oid FROM pg_proc WHERE other AND age(xmin) <= young
    UNION SELECT classid, objid FROM altered
  ),
  dependent AS (
    SELECT classid, objid FROM written
    UNION
    SELECT d.classid, d.objid
    FROM written w
    JOIN pg_depend d ON d.refclassid = w.classid AND d.refobjid = w.objid
    WHERE w.classid IN (1259, 1247, 1255, 1417, 3456, 2617)
      AND altering
  ),
  units AS (
    -- what is behind an identity is told by its column
    SELECT 'r' AS unit, coalesce(i.indrelid, CASE WHEN c.relkind = 'S' THEN (SELECT o.refobjid FROM pg_depend o
      WHERE o.classid = 1259 AND o.objid = c.oid AND o.refclassid = 1259 AND o.deptype = 'i') END, c.oid) AS oid
    FROM dependent d JOIN pg_class c ON c.oid = d.objid LEFT JOIN pg_index i ON i.indexrelid = c.oid
    WHERE d.classid = 1259 AND c.relkind NOT IN ('c', 't')
    UNION SELECT 't', c.reltype FROM dependent d JOIN pg_class c ON c.oid = d.objid
      WHERE d.classid = 1259 AND c.relkind = 'c'
    UNION SELECT CASE WHEN k.conrelid <> 0 THEN 'r' ELSE 't' END, CASE WHEN k.conrelid <> 0 THEN k.conrelid ELSE k.contypid END
      FROM dependent d JOIN pg_constraint k ON k.oid = d.objid WHERE d.classid = 2606
    UNION SELECT 'r', a.adrelid FROM dependent d JOIN pg_attrdef a ON a.oid = d.objid WHERE d.classid = 2604
    UNION SELECT 'r', t.tgrelid FROM dependent d JOIN pg_trigger t ON t.oid = d.objid WHERE d.classid = 2620
    UNION SELECT 'r', p.polrelid FROM dependent d JOIN pg_policy p ON p.oid = d.objid WHERE d.classid = 3256
    UNION SELECT 'r', w.ev_class FROM dependent d JOIN pg_rewrite w ON w.oid = d.objid WHERE d.classid = 2618
    UNION SELECT 'r', s.stxrelid FROM dependent d JOIN pg_statistic_ext s ON s.oid = d.objid WHERE d.classid = 3381
    UNION SELECT 't', d.objid FROM dependent d WHERE d.classid = 1247
    UNION SELECT 'p', d.objid FROM dependent d WHERE d.classid = 1255
  )
  SELECT array_agg(u.oid) FILTER (WHERE u.unit = 'r'), array_agg(u.oid) FILTER (WHERE u.unit = 't'),
    array_agg(u.oid) FILTER (WHERE u.unit = 'p')
  INTO relations, types, routines
  FROM units u;
END $$;

-- The objects of the chosen units, and of none where asked; the queries are parts of objects.sql. To
-- begin a plan costs more than most steps have to read: what is not there is not asked for.
CREATE FUNCTION annals_recorder.objects(
  relation_oids oid[], type_oids oid[], routine_oids oid[], unbound boolean, left_out text[])
RETURNS TABLE (sort text, unit text, unit_oid oid, identity bigint, components text)
LANGUAGE plpgsql SET search_path = pg_catalog SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_material = off
SET join_collapse_limit = 1 SET from_collapse_limit = 1 SET enable_bitmapscan = off SET enable_memoize = off AS $$
#variable_conflict use_column
DECLARE
  has record;
  granted boolean := unbound OR cardinality(routine_oids) > 0;
BEGIN
  IF cardinality(relation_oids) > 0 THEN
    SELECT bool_or(c.relkind IN ('r', 'p', 'f')) AS tables, bool_or(c.relkind IN ('v', 'm')) AS views,
      bool_or(c.relkind = 'S') AS sequences,
      bool_or(c.relhasrules AND c.relkind NOT IN ('v', 'm')
        OR c.relkind IN ('v', 'm') AND (SELECT count(*) FROM pg_rewrite w WHERE w.ev_class = c.oid) > 1) AS rules,
      bool_or(c.relacl IS NOT NULL
        OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attacl IS NOT NULL)) AS grants,
      bool_or(c.relhastriggers
        AND EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal)) AS triggers,
      bool_or(c.relkind IN ('r', 'p', 'f')
        AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)) AS policies,
      bool_or(EXISTS (SELECT FROM pg_statistic_ext s WHERE s.stxrelid = c.oid)) AS statistics,
      bool_or(c.relkind IN ('r', 'p')
        AND EXISTS (SELECT FROM pg_publication_rel q WHERE q.prrelid = c.oid)) AS published,
      bool_or(c.relhasindex AND c.relkind IN ('r', 'p', 'm')
        AND EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'x')) AS exclusions
    INTO has
    FROM unnest(relation_oids) wanted(oid) JOIN pg_class c ON c.oid = wanted.oid;
    granted := granted OR has.grants;
    IF has.tables THEN
      RETURN QUERY
      OBJECTS(Table, Column, Key, ForeignKey, Check, Index);
    ELSIF has.views THEN
      RETURN QUERY
      OBJECTS(Column, Index);
    END IF;
    IF has.views THEN
      RETURN QUERY
      OBJECTS(View);
    END IF;
    IF has.sequences THEN
      RETURN QUERY
      OBJECTS(Sequence);
    END IF;
    IF has.rules THEN
      RETURN QUERY
      OBJECTS(RewriteRule);
    END IF;
    IF has.triggers THEN
      RETURN QUERY
      OBJECTS(Trigger);
    END IF;
    IF has.policies THEN
      RETURN QUERY
      OBJECTS(Policy);
    END IF;
    IF has.statistics THEN
      RETURN QUERY
      OBJECTS(Statistics);
    END IF;
    IF has.published THEN
      RETURN QUERY
      OBJECTS(PublishedTable);
    END IF;
    IF has.exclusions THEN
      RETURN QUERY
      OBJECTS(Exclusion);
    END IF;
  END IF;
  IF cardinality(type_oids) > 0 THEN
    granted := granted OR EXISTS (
      SELECT FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
      WHERE t.oid = ANY (type_oids) AND (t.typtype IN ('e', 'd', 'r') OR c.relkind = 'c'));
    RETURN QUERY
    OBJECTS(EnumType, EnumValue, Domain, DomainCheck, Composite, Attribute, RangeType);
  END IF;
  IF cardinality(routine_oids) > 0 THEN
    RETURN QUERY
    OBJECTS(Routine);
  END IF;
  IF granted THEN
    RETURN QUERY
    OBJECTS(Grant);
  END IF;
  IF unbound THEN
    RETURN QUERY
    OBJECTS(Namespace);
    IF EXISTS (SELECT FROM pg_extension WHERE extname <> 'plpgsql') THEN
      RETURN QUERY
      OBJECTS(Extension);
    END IF;
    IF EXISTS (SELECT FROM pg_publication) THEN
      RETURN QUERY
      OBJECTS(Publication);
    END IF;
    IF annals_recorder.guards() <> '' THEN
      RETURN QUERY
      OBJECTS(EventTrigger);
    END IF;
    IF EXISTS (SELECT FROM pg_collation WHERE oid >= 16384) THEN
      RETURN QUERY
      OBJECTS(Collation);
    END IF;
    IF EXISTS (SELECT FROM pg_operator WHERE oid >= 16384) THEN
      RETURN QUERY
      OBJECTS(Operator);
    END IF;
    IF EXISTS (SELECT FROM pg_cast WHERE oid >= 16384) THEN
      RETURN QUERY
      OBJECTS(Cast);
    END IF;
    IF EXISTS (SELECT FROM pg_default_acl) THEN
      RETURN QUERY
      OBJECTS(DefaultPrivilege);
    END IF;
  END IF;
END $$;

-- What changed since this was last asked. Beside objects there are rows whose sort begins with "~":
-- ~all (forget everything), ~unit (forget this unit; what is left of it follows), ~gone (forget this
-- object), ~log (what happened, in order).
CREATE FUNCTION annals_recorder.changes(left_out text[])
RETURNS TABLE (sort text, unit text, unit_oid oid, identity bigint, components text)
LANGUAGE plpgsql SET search_path = pg_catalog SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  seen annals_recorder.mark;
  last_n bigint;
  everything boolean;
  unbound boolean;
  watching text := annals_recorder.guards();
  u record;
BEGIN
  SELECT * INTO seen FROM annals_recorder.mark;
  SELECT max(l.n), coalesce(bool_or(l.tag = 'ALTER SCHEMA'), false),
    -- what belongs to no unit: namespaces, extensions, publications, collations, operators, casts, default privileges, grants on namespaces
    coalesce(bool_or(l.classid IN (2615, 3079, 6104, 3456, 2605, 2617) OR l.tag !~
      ('^(CREATE|ALTER|DROP) (TABLE|INDEX|SEQUENCE|VIEW|MATERIALIZED VIEW|TYPE|DOMAIN|FUNCTION|PROCEDURE|ROUTINE'
        || '|TRIGGER|POLICY|RULE|STATISTICS)( AS)?$|^COMMENT$')), false)
  INTO last_n, everything, unbound
  FROM annals_recorder.log l WHERE l.n BETWEEN seen.n + 1 AND seen.n + 1000000000;
  -- operators and casts name types and functions
  unbound := unbound OR watching <> seen.guards OR (
    EXISTS (SELECT FROM annals_recorder.log l WHERE l.n BETWEEN seen.n + 1 AND seen.n + 1000000000 AND l.renaming)
    AND (EXISTS (SELECT FROM pg_cast WHERE oid >= 16384) OR EXISTS (SELECT FROM pg_operator WHERE oid >= 16384)));
  -- before PostgreSQL 17 a REINDEX CONCURRENTLY makes new indexes and fires no event trigger
  IF last_n IS NULL AND NOT unbound AND NOT EXISTS (
    SELECT FROM pg_index i WHERE age(i.xmin) <= age((seen.xid & 4294967295)::text::xid))
  THEN
    RETURN;
  END IF;
  RETURN QUERY
  SELECT '~log', l.what, l.line::oid, annals_recorder.identity(l.classid, l.objid, l.subid, l.sort),
    jsonb_build_array(l.tag, coalesce(l.original, true), l.sort)::text
  FROM annals_recorder.log l WHERE l.n BETWEEN seen.n + 1 AND seen.n + 1000000000 ORDER BY l.n;
  IF everything THEN
    SELECT (SELECT array_agg(oid) FROM pg_class) AS relations, (SELECT array_agg(oid) FROM pg_type) AS types,
      (SELECT array_agg(oid) FROM pg_proc) AS routines INTO u;
    RETURN QUERY SELECT '~all', '', 0::oid, 0::bigint, '';
  ELSE
    SELECT * INTO u FROM annals_recorder.touched(seen.xid, seen.n + 1, last_n);
    RETURN QUERY
    SELECT '~unit', 'r', x, 0::bigint, '' FROM unnest(u.relations) x
    UNION ALL SELECT '~unit', 't', x, 0, '' FROM unnest(u.types) x
    UNION ALL SELECT '~unit', 'p', x, 0, '' FROM unnest(u.routines) x
    UNION ALL SELECT '~unit', '', 0, 0, '' WHERE unbound
    UNION ALL
    SELECT CASE WHEN l.classid IN (1259, 1247, 1255) AND l.subid = 0 AND l.sort <> 'index' THEN '~unit' ELSE '~gone' END,
      CASE l.classid WHEN 1259 THEN 'r' WHEN 1247 THEN 't' ELSE 'p' END, l.objid,
      annals_recorder.identity(l.classid, l.objid, l.subid, l.sort), ''
    FROM annals_recorder.log l WHERE l.n BETWEEN seen.n + 1 AND seen.n + 1000000000 AND l.what = 'drop';
  END IF;
  RETURN QUERY SELECT * FROM annals_recorder.objects(
    coalesce(u.relations, '{}'), coalesce(u.types, '{}'), coalesce(u.routines, '{}'), unbound, left_out);
  UPDATE annals_recorder.mark SET n = coalesce(last_n, seen.n), guards = watching, xid = pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
END $$;
