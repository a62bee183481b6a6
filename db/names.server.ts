import { sql } from "kysely";

/**
 * The first name that people outside the staff read: the name used, unless the person keeps it among staff; then the first
 * word of the full name. `alias` is the alias of table `people` in the query.
 */
export function outsideName(alias: string) {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql<string>`case when ${column("name_used_for")} = 'staff' then split_part(${column("full_name")}, ' ', 1) else ${column("name_used")} end`;
}
