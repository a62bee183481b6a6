import type { OwnPlacement } from "~/features/placements/open-placement.server";
import type { Typed } from "~/http/parse-form.server";
import { usualHours } from "../mentor.placements.new/form-view.server";

/** What the form starts with when a placement is changed: everything as it stands. */
export function valuesOf({ placement, days, interests, backups }: OwnPlacement): Typed {
  const hours = days.flatMap((day) => [
    [`starts${day.weekday}`, day.starts_at.slice(0, 5)],
    [`ends${day.weekday}`, day.ends_at.slice(0, 5)],
    [`seats${day.weekday}`, day.seats === placement.seats ? "" : String(day.seats)],
  ]);
  return {
    ...usualHours(),
    ...Object.fromEntries(hours),
    weekday: days.map((day) => String(day.weekday)),
    kind: placement.kind,
    title: placement.title,
    studentWillDo: placement.student_will_do,
    skills: placement.skills.join("\n"),
    aliases: placement.aliases.join("\n"),
    hostGains: placement.host_gains,
    requirements: placement.requirements,
    seats: String(placement.seats),
    lengthUnit: placement.length_unit,
    lengthCount: String(placement.length_count),
    startsOn: placement.starts_on ?? "",
    endsOn: placement.ends_on ?? "",
    interests,
    languages: placement.languages,
    minimumGrade: String(placement.minimum_grade),
    maximumGrade: String(placement.maximum_grade),
    minimumAge: placement.minimum_age === 0 ? "" : String(placement.minimum_age),
    leadMentorId: placement.lead_mentor_id ?? "",
    backupIds: backups.map((backup) => backup.id),
    siteId: placement.site_id ?? "new",
    siteMode: "on_site",
  };
}
