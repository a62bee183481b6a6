import { askPastWalls } from "./past-walls";

/** Where it is eleven at night at this moment: whatever the hour, it is so somewhere. */
function whereItIsNight(now: Date): string {
  const hourIn = (timeZone: string) =>
    new Intl.DateTimeFormat("en", { timeZone, hour: "numeric", hourCycle: "h23" }).format(now);
  const zone = Intl.supportedValuesOf("timeZone").find((timeZone) => hourIn(timeZone) === "23");
  if (!zone) throw new Error("it is eleven nowhere");
  return zone;
}

/** Runs something while it is eleven at night at a school: the school is moved, since the clock of the product is the machine's. */
export async function atNight<Value>(schoolId: string, run: () => Promise<Value>): Promise<Value> {
  const [school] = await askPastWalls<{ time_zone: string }>("select time_zone from schools where id = $1", [schoolId]);
  const move = (timeZone: string) =>
    askPastWalls("update schools set time_zone = $2 where id = $1", [schoolId, timeZone]);
  await move(whereItIsNight(new Date()));
  try {
    return await run();
  } finally {
    await move(school?.time_zone ?? "America/Denver");
  }
}
