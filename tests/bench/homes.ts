import { COHORT } from "~db/seed/cohort/cohort-school.server";
import { enlargeCohort, LARGE_SCHOOL, MEMBERS } from "./large-school";
import { makePlan } from "./make-plan";
import { median, percentile, WARM_AFTER } from "./measure";
import { type Browser, startProduct } from "./product";
import { report } from "./table";

const REQUESTS = 30;
const GOAL_MS = 200;
const SIZE = `${LARGE_SCHOOL.students} x ${LARGE_SCHOOL.placements}`;

/** What a coordinator opens all day, by name. */
const PAGES: Readonly<Record<string, string>> = {
  "coordinator's home": "/coordinator",
  tasks: "/coordinator/tasks",
  "requests, first page": "/coordinator/pursuits",
  "people, all": "/coordinator/people",
  "people, a name": "/coordinator/people?q=birch",
  "listings in review": "/coordinator/listings",
  "listings published": "/coordinator/listings?show=published",
  "my advisory": "/advisor",
  introductions: "/coordinator/introductions",
  "what families brought": "/coordinator/introductions?show=all",
  contacts: "/coordinator/contacts",
  "contacts, a name": "/coordinator/contacts?q=birch",
  "the same one twice": "/coordinator/duplicates",
};

/** What a family and a host open first. */
const HOMES = { student: "/student", guardian: "/guardian", mentor: "/mentor" } as const;

/**
 * Homes and lists of a school with 2,000 students and 1,000 placements, over HTTP from the first byte sent to the last one read,
 * one request after the other. The peer is the page of a question, on the same server in the same run: what any page costs on this
 * machine, without a row of a school.
 */
export async function homesRows(): Promise<void> {
  const product = await startProduct({
    fill: async ({ run, superuserUrl }) => {
      run("seed-cohort");
      await enlargeCohort(superuserUrl);
    },
    mail: COHORT.coordinatorMail,
  });
  try {
    const bare = median(await taken(product, "/question"));
    for (const [name, address] of Object.entries(PAGES)) await rowsOf(product, { name, address, bare });
    await rowsOf(product, {
      name: "who is where, opened",
      address: "/advisor/day",
      sent: await dayForm(product),
      bare,
    });
    for (const [who, address] of Object.entries(HOMES)) {
      const member = await product.as(MEMBERS[who as keyof typeof HOMES]);
      await rowsOf(member, { name: `a ${who}'s home`, address, bare });
    }
    await makePlan(product);
    await rowsOf(product, { name: "match board", address: "/coordinator/matches", bare });
  } finally {
    await product.stop();
  }
}

interface Asked {
  name: string;
  address: string;
  /** Of a page that opens by a press. */
  sent?: Record<string, string>;
  bare: number;
}

/** The day that the page proposes, on sheets by advisory. */
async function dayForm(browser: Browser): Promise<Record<string, string>> {
  const { body } = await browser.get("/advisor/day");
  return { on: /"day":"(\d{4}-\d{2}-\d{2})"/.exec(body)?.[1] ?? "", by: "advisory" };
}

async function rowsOf(browser: Browser, { name, address, sent, bare }: Asked) {
  const row = `${name} of ${SIZE}`;
  const times = await taken(browser, address, sent);
  report({ row: `${row}, median`, ours: median(times), goal: GOAL_MS, note: `${REQUESTS} requests` });
  report({ row: `${row}, p95`, ours: percentile(times, 0.95), goal: GOAL_MS });
  report({
    row: `${row}, beside a page without rows`,
    ours: median(times),
    peer: { name: "question page", figure: bare },
  });
}

async function taken(browser: Browser, address: string, sent?: Record<string, string>): Promise<number[]> {
  const ask = () => (sent ? browser.post(address, sent) : browser.get(address));
  for (let turn = 0; turn < WARM_AFTER; turn += 1) await ask();
  const times: number[] = [];
  for (let turn = 0; turn < REQUESTS; turn += 1) times.push((await ask()).ms);
  return times;
}
