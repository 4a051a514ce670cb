// What the catalog of PostgreSQL knows of the database.
import { sql } from './database.ts';

/** Schemas that are neither PostgreSQL's nor somebody's temporary ones. */
export async function listSchemas(): Promise<string[]> {
  const rows = await sql`
    select nspname as name from pg_namespace
    where nspname !~ '^pg_' and nspname <> 'information_schema' order by 1`;
  return rows.map((row) => row.name);
}

export interface CatalogRelation {
  name: string;
  kind: 'table' | 'view' | 'sequence';
  hasRowSecurity: boolean;
  isInvokerView: boolean;
  columns: string[];
}

export async function listRelations(schemas: string[]): Promise<CatalogRelation[]> {
  return sql<CatalogRelation[]>`
    select n.nspname || '.' || c.relname as name,
      case when c.relkind in ('r', 'p', 'f') then 'table' when c.relkind = 'S' then 'sequence'
        else 'view' end as kind,
      c.relrowsecurity as "hasRowSecurity",
      coalesce(c.reloptions, '{}') && array['security_invoker=on', 'security_invoker=true']
        as "isInvokerView",
      array(select attname::text from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped order by attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any (${schemas}) and c.relkind in ('r', 'p', 'f', 'v', 'm', 'S')
    order by 1`;
}

export interface CatalogFunction {
  signature: string;
  schema: string;
  isDefiner: boolean;
  settings: string[];
  comment: string | null;
  /** Roles of the API that may execute it, by whatever way. */
  granted: string[];
}

export async function listFunctions(schemas: string[]): Promise<CatalogFunction[]> {
  return sql.begin(async (tx) => {
    // Without a search path every name is written with its schema.
    await tx`set local search_path = ''`;
    return tx<CatalogFunction[]>`
      select p.oid::regprocedure::text as signature, n.nspname as schema,
        p.prosecdef as "isDefiner", coalesce(p.proconfig, '{}') as settings,
        pg_catalog.obj_description(p.oid, 'pg_proc') as comment,
        array(select r from unnest(array['anon', 'authenticated', 'service_role']) as r
          where pg_catalog.has_function_privilege(r, p.oid, 'execute')) as granted
      from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
      where n.nspname = any (${schemas}) order by 1`;
  });
}

/** The columns of a relation for which a role holds a privilege. */
export async function columnsGranted(
  role: string,
  relation: string,
  privilege: 'select' | 'insert' | 'update',
): Promise<string[]> {
  const rows = await sql`
    select attname::text as name from pg_attribute
    where attrelid = ${relation}::regclass and attnum > 0 and not attisdropped
      and has_column_privilege(${role}, attrelid, attnum, ${privilege})
    order by attnum`;
  return rows.map((row) => row.name);
}

/** Privileges on a whole relation that a role holds, of those that go by table only. */
export async function tablePrivileges(role: string, relation: string): Promise<string[]> {
  const rows = await sql`
    select p as name from unnest(array['delete', 'truncate', 'references', 'trigger']) as p
    where has_table_privilege(${role}, ${relation}::regclass, p) order by 1`;
  return rows.map((row) => row.name);
}
