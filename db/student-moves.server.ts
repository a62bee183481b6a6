import { type RawBuilder, sql } from "kysely";
import type { Move, RowKey } from "./merge-moves.server";
import { keptAs, pointRows, type Reference } from "./moved-rows.server";
import type { ScopeTx } from "./scope.server";
import { GOES_WITH_STUDENT, type GoesWithStudent, STUDENT_REFERENCES as REFERENCES } from "./student-references.server";

interface Moving {
  schoolId: string;
  from: string;
  to: string;
}

interface OfStudent {
  schoolId: string;
  studentId: string;
}

const wholes = (moves: readonly Move[]) => JSON.stringify(moves.flatMap(({ before }) => before ?? []));
const ids = (keys: readonly RowKey[]) => keys.map(({ id }) => id ?? "");

/**
 * Has what names one student name the other: ties to guardians and wishes that the other has not, searches, open tasks; the profile, the
 * advisory and the way in only where the other has none. Answers which, by where it is kept.
 */
export async function pointStudent(
  tx: ScopeTx,
  { schoolId, from, to, comes }: Moving & { comes: { profile: boolean; advisory: boolean; wayIn: boolean } },
): Promise<[string, Move[]][]> {
  const moved: [string, Move[]][] = [];
  const point = async (reference: Reference, unless: RawBuilder<unknown> = sql``) => {
    moved.push([keptAs(reference), await pointRows(tx, { reference, ownerId: schoolId, from, to, unless })]);
  };
  await point(
    REFERENCES.ties,
    sql` and not exists (select from guardian_links k where k.school_id = t.school_id and k.student_id = ${to}
      and k.guardian_id = t.guardian_id)`,
  );
  await point(
    REFERENCES.wishes,
    sql` and not exists (select from wishes k where k.school_id = t.school_id and k.student_id = ${to} and k.listing_id = t.listing_id)`,
  );
  await point(REFERENCES.searches);
  if (comes.profile) {
    await point(REFERENCES.interests);
    await point(REFERENCES.sittings);
  }
  if (comes.advisory) await point(REFERENCES.advisories, sql` and t.to_on is null`);
  if (comes.wayIn) await point(REFERENCES.memberships);
  await point(REFERENCES.tasks, sql` and t.subject_noun in ('person', 'student') and t.state = 'open'`);
  return moved;
}

/** Has open tasks that speak of a student speak of another; only those of `keys` where they are given. Answers which. */
export async function pointToldStudent(
  tx: ScopeTx,
  { schoolId, from, to, keys }: Moving & { keys?: readonly RowKey[] },
): Promise<Move[]> {
  const amongst = keys ? sql` and id = any(${ids(keys)}::uuid[])` : sql` and state = 'open'`;
  const { rows } = await sql<Move>`update staff_tasks set props = jsonb_set(props, '{studentId}', to_jsonb(${to}::text))
    where school_id = ${schoolId} and props->>'studentId' = ${from}${amongst}
    returning jsonb_build_object('id', id) as key, null as before`.execute(tx);
  return rows;
}

const OWN = (schoolId: string, studentId: string) => sql`t.school_id = ${schoolId} and t.student_id = ${studentId}`;

/** Takes away the row of a student with all that hangs on it; answers every row whole, by its table. The student leaves the index with it. */
export async function takeStudent(
  tx: ScopeTx,
  { schoolId, studentId }: OfStudent,
): Promise<[GoesWithStudent, Move[]][]> {
  const own = (table: GoesWithStudent) => {
    if (table === "students") return sql`t.school_id = ${schoolId} and t.id = ${studentId}`;
    if (table !== "interest_answers") return OWN(schoolId, studentId);
    return sql`t.school_id = ${schoolId} and t.sitting_id in (select s.id from interest_sittings s
      where s.school_id = ${schoolId} and s.student_id = ${studentId})`;
  };
  const taken: [GoesWithStudent, Move[]][] = [];
  for (const table of GOES_WITH_STUDENT) {
    const { rows } = await sql<Move>`select '{}'::jsonb as key, to_jsonb(t) as before from ${sql.table(table)} t
      where ${own(table)}`.execute(tx);
    taken.push([table, rows]);
  }
  await tx.deleteFrom("students").where("school_id", "=", schoolId).where("id", "=", studentId).execute();
  return taken;
}

/** A row is not put back where what it names is gone by now. */
const STILL_THERE: Partial<Record<GoesWithStudent, RawBuilder<unknown>>> = {
  wishes: sql` where exists (select from listings l where l.school_id = r.school_id and l.id = r.listing_id)`,
  matches: sql` where exists (select from match_runs m where m.school_id = r.school_id and m.id = r.run_id)
    and exists (select from listings l where l.school_id = r.school_id and l.id = r.listing_id)`,
  advisory_members: sql` where exists (select from advisories a where a.school_id = r.school_id and a.id = r.advisory_id)`,
};

/** Puts rows of a table back that went with a student; the student's own first. */
export async function putBackTaken(
  tx: ScopeTx,
  { table, moves }: { table: GoesWithStudent; moves: readonly Move[] },
): Promise<void> {
  await sql`insert into ${sql.table(table)}
    select r.* from jsonb_populate_recordset(${sql.raw(`null::${table}`)}, ${wholes(moves)}::jsonb) r${STILL_THERE[table] ?? sql``}
    on conflict do nothing`.execute(tx);
}

/**
 * Has a student say what only the other one's row said, which is not there any more; whoever is in no directory stays so. The number of
 * the one that went is kept beside its name. Answers the row as it was.
 */
export async function fillStudent(
  tx: ScopeTx,
  { schoolId, from, to, other }: Moving & { other: Readonly<Record<string, unknown>> },
): Promise<Move[]> {
  const { rows } =
    await sql<Move>`with was as (select st.id, to_jsonb(st) as before from students st where school_id = ${schoolId} and id = ${to}),
      other as (select * from jsonb_populate_record(null::students, ${JSON.stringify(other)}::jsonb))
    update students st set student_number = coalesce(st.student_number, o.student_number), listed_at = coalesce(st.listed_at, o.listed_at),
      area_id = coalesce(st.area_id, o.area_id), goals = coalesce(nullif(st.goals, ''), o.goals),
      travel_limit_minutes = coalesce(st.travel_limit_minutes, o.travel_limit_minutes),
      directory_opt_out = st.directory_opt_out or o.directory_opt_out
    from was, other o where st.school_id = ${schoolId} and st.id = was.id
    returning jsonb_build_object('id', st.id) as key, was.before`.execute(tx);
  await sql`update people k set born_on = coalesce(k.born_on, g.born_on) from people g
    where k.school_id = ${schoolId} and k.id = ${to} and g.school_id = k.school_id and g.id = ${from}`.execute(tx);
  await sql`update people set gone_number = ${other.student_number ?? null} where school_id = ${schoolId} and id = ${from}`.execute(
    tx,
  );
  return rows;
}

/** Has a student say again what they said before, as far as they still say what the other one did. */
export async function restoreStudent(
  tx: ScopeTx,
  {
    schoolId,
    from,
    to,
    before,
    other,
    bornOn,
  }: Moving & { before: unknown; other: unknown; bornOn: { before: unknown; other: unknown } },
): Promise<void> {
  const back = (column: string) => {
    const [now, was, its] = [sql.ref(`st.${column}`), sql.ref(`b.${column}`), sql.ref(`o.${column}`)];
    return sql`${sql.ref(column)} = case when ${now} is not distinct from ${its} then ${was} else ${now} end`;
  };
  const columns = ["student_number", "listed_at", "area_id", "goals", "travel_limit_minutes", "directory_opt_out"];
  await sql`update students st set ${sql.join(columns.map(back))}
    from jsonb_populate_record(null::students, ${JSON.stringify(before)}::jsonb) b,
      jsonb_populate_record(null::students, ${JSON.stringify(other)}::jsonb) o
    where st.school_id = ${schoolId} and st.id = ${from}`.execute(tx);
  await sql`update people set born_on = ${bornOn.before ?? null}::date where school_id = ${schoolId} and id = ${from}
    and born_on is not distinct from ${bornOn.other ?? null}::date`.execute(tx);
  await sql`update people set gone_number = null where school_id = ${schoolId} and id = ${to}`.execute(tx);
}

/**
 * Whether something hangs since on two students being one: a guardian who came over, or whom the merge gave more, was asked, answered or
 * sits in a conversation, a wish
 * that came over became a way to a placement, the way in that came over was used, or the number is somebody else's now.
 */
export async function hasHungSince(
  tx: ScopeTx,
  asked: OfStudent & {
    since: string;
    number: unknown;
    ties: readonly RowKey[];
    /** Ties to guardians of both, as they were. */
    written: readonly Move[];
    wishes: readonly RowKey[];
    places: readonly RowKey[];
  },
): Promise<boolean> {
  const { schoolId, studentId, since } = asked;
  const adults = sql`(select g.guardian_id from guardian_links g where g.school_id = ${schoolId} and g.id = any(${ids(asked.ties)}::uuid[])
    union select g.guardian_id from guardian_links g
    join jsonb_populate_recordset(null::guardian_links, ${wholes(asked.written)}::jsonb) b on b.school_id = g.school_id and b.id = g.id
    where g.school_id = ${schoolId} and ((g.may_consent and not b.may_consent) or (g.may_see_records and not b.may_see_records)))`;
  const listings = asked.wishes.map(({ listing_id: listingId }) => listingId ?? "");
  const { rows } = await sql<{ has: boolean }>`select
    exists (select from consents c where c.school_id = ${schoolId} and c.student_id = ${studentId}
      and c.guardian_id in ${adults} and greatest(c.requested_at, c.answered_at) >= ${since})
    or exists (select from thread_members m join threads t on t.school_id = m.school_id and t.id = m.thread_id
      join pursuits u on u.school_id = t.school_id and u.id = t.pursuit_id
      where m.school_id = ${schoolId} and u.student_id = ${studentId} and m.joined_at >= ${since} and m.person_id in ${adults})
    or exists (select from pursuits u where u.school_id = ${schoolId} and u.student_id = ${studentId}
      and u.created_at >= ${since} and u.listing_id = any(${listings}::uuid[]))
    or exists (select from identity.memberships m where m.school_id = ${schoolId} and m.person_id = ${studentId}
      and m.id = any(${ids(asked.places)}::uuid[]) and m.came_in_at is not null)
    or exists (select from students s where s.school_id = ${schoolId} and s.id <> ${studentId}
      and s.student_number = ${asked.number ?? null}) as has`.execute(tx);
  return rows[0]?.has ?? false;
}
