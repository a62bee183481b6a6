import { civilDate } from "~/clock";
import type { Actor } from "~/domain/actor";
import { done, refused } from "~/domain/outcome";
import { pageSlice } from "~/domain/page-slice";
import { mayKeepPeople } from "~/domain/people/policy";
import type { Wiring } from "~/wiring";
import { countPeople, listMentorsOfSchool, listPeople as listRows, type PeopleRole } from "~db/people-list.server";
import { getSchool } from "~db/schools.server";
import { withScope } from "~db/scope.server";

export const PEOPLE_PER_PAGE = 50;
/** More than anybody types to find one person. */
const MOST_WORDS = 6;

export type PeopleList = PeopleRole | "mentor" | "all";

export interface ListedPerson {
  id: string;
  list: "people" | "mentors";
  nameUsed: string;
  fullName: string;
  roles: (PeopleRole | "mentor")[];
  language: string;
  leftOn: string | null;
  grade: number | null;
  studentNumber: string | null;
  advisory: string | null;
  children: string[];
  organisations: string[];
}

/** A page of everybody the school knows, narrowed by role and by words of a name or a student's number. */
export async function listPeople(
  wiring: Wiring,
  actor: Actor,
  { show, words, page }: { show: PeopleList; words: string; page: number },
) {
  if (!mayKeepPeople(actor)) return refused("not_permitted");
  const { schoolId, districtId } = actor;
  return withScope(wiring, actor, async (tx) => {
    const school = await getSchool(tx, schoolId);
    const asked = {
      schoolId,
      on: civilDate(wiring.clock.now(), school.time_zone),
      words: words.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS),
    };
    const mentors = await listMentorsOfSchool(tx, { ...asked, districtId });
    const counts = { ...(await countPeople(tx, asked)), mentor: mentors.length };
    const slice = pageSlice({ count: counts[show], limit: PEOPLE_PER_PAGE, wanted: page });
    const role = show === "all" || show === "mentor" ? null : show;
    const people: ListedPerson[] =
      show === "mentor"
        ? mentors.slice(slice.offset, slice.offset + slice.limit).map(mentorInList)
        : (await listRows(tx, { ...asked, ...slice, role })).map(personInList);
    return done({ people, counts, page: slice.page, pages: slice.pages, schoolName: school.name });
  });
}

function personInList(row: Awaited<ReturnType<typeof listRows>>[number]): ListedPerson {
  return {
    id: row.id,
    list: "people",
    nameUsed: row.name_used,
    fullName: row.full_name,
    roles: row.roles,
    language: row.language,
    leftOn: row.left_on,
    grade: row.grade,
    studentNumber: row.student_number,
    advisory: row.advisory,
    children: row.children,
    organisations: [],
  };
}

function mentorInList(row: Awaited<ReturnType<typeof listMentorsOfSchool>>[number]): ListedPerson {
  return {
    id: row.id,
    list: "mentors",
    nameUsed: row.name_used,
    fullName: row.full_name,
    roles: ["mentor"],
    language: row.language,
    leftOn: null,
    grade: null,
    studentNumber: null,
    advisory: null,
    children: [],
    organisations: row.organisations,
  };
}
