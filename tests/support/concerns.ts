import type { Actor } from "~/domain/actor";
import { type ReportToSchool, raiseConcern } from "~/features/concerns/raise-concern.server";
import { handlers } from "~/jobs/handlers";
import { type Stage, valueIn } from "./stage";

/** Stands in the telling of every report of the tests, and must be nowhere else. */
export const SEALED = "zzsealed";

let made = 0;

/** A report as its form sends it. */
export const report = (said: Partial<ReportToSchool> = {}): ReportToSchool => {
  made += 1;
  return {
    formKey: `01990000-c000-7000-8000-${String(made).padStart(12, "0")}`,
    schoolId: null,
    conversation: null,
    body: `${SEALED} He would not let the student go home.`,
    about: null,
    aboutReaders: [],
    aboutName: "",
    mayCall: false,
    callPhone: "",
    ...said,
  };
};

/** Raises a report, lets the worker tell the first people, and answers its id, which nobody but the database knows yet. */
export async function raise(stage: Stage, actor: Actor, said: Partial<ReportToSchool> = {}): Promise<string> {
  const { number } = valueIn(await raiseConcern(stage.wiring, actor, report(said)));
  const [row] = await stage.rows<{ id: string; schoolId: string }>(
    `select concern_id as id, school_id as "schoolId" from concern_watch where number = $1`,
    [number],
  );
  if (!row) throw new Error("the report was not kept");
  await call(stage, { schoolId: row.schoolId, concernId: row.id, turn: 0 });
  return row.id;
}

/** The job that tells the next people, as the worker runs it when its time has come. */
export async function call(
  stage: Stage,
  asked: { schoolId: string; concernId: string; turn: number; because?: "time" | "unreached" },
): Promise<void> {
  await handlers["watch-concern"](stage.wiring, { because: "time", ...asked });
}
