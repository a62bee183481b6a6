import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { PlacementPost } from "~/domain/placement/post";
import { listThreads } from "~/features/conversations/list-threads.server";
import { openConversation } from "~/features/conversations/open-conversation.server";
import { openThread } from "~/features/conversations/open-thread.server";
import { editPlacement } from "~/features/placements/edit-placement.server";
import { publishListings } from "~/features/placements/publish-listings.server";
import { approvePursuit } from "~/features/pursuits/approve-pursuit.server";
import { requestPursuit } from "~/features/pursuits/request-pursuit.server";
import { decidePair } from "~/features/tasks/decide-pair.server";
import { cast } from "~db/cast";
import { anaTalks, say } from "../../support/conversations";
import { maya, mayaPosts, owlWatch, readListing, theo } from "../../support/posting";
import { anaContacted, staff, student } from "../../support/pursuit-way";
import { giveLooking, openStage, reasonIn, type Stage, valueIn } from "../../support/stage";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  await stage.clear();
  await stage.rows("delete from forbidden_pairs");
});
afterAll(() => stage.close());

const look = async (actor: Parameters<typeof openConversation>[1], pursuitId: string) =>
  openConversation(stage.wiring, actor, { pursuitId, page: 1 });
const mentorsIn = async (pursuitId: string) =>
  valueIn(await look(student("ana"), pursuitId)).present.flatMap(({ role, name }) => (role === "mentor" ? [name] : []));
const publish = async (placementId: string) => {
  const { id } = await readListing(stage, placementId);
  expect(valueIn(await publishListings(stage.wiring, staff("ines"), { listingIds: [id] })).published).toBe(1);
  return id;
};
const keepApart = (mentorId: string) =>
  stage.rows(
    "insert into forbidden_pairs (school_id, district_id, student_id, mentor_id, reason) values ($1, $2, $3, $4, 'household')",
    [cast.ana.schoolId, cast.ana.districtId, cast.ana.personId, mentorId],
  );

/** Ana has begun to write with the host of Maya's own placement, which names nobody but Maya. */
async function anaTalksWithMaya() {
  const placementId = await mayaPosts(stage, { backupIds: [] });
  const listingId = await publish(placementId);
  await giveLooking(stage, "ana", "rosa");
  const { pursuitId } = valueIn(await requestPursuit(stage.wiring, student("ana"), { listingId, note: "" }));
  valueIn(await approvePursuit(stage.wiring, staff("ines"), { pursuitId }));
  valueIn(await openThread(stage.wiring, student("ana"), { pursuitId }));
  valueIn(await say(stage, { actor: student("ana"), pursuitId, body: "I am afraid of owls" }));
  const edit = async (changes: Partial<PlacementPost>, revision = 1) =>
    valueIn(await editPlacement(stage.wiring, maya, { placementId, revision, post: owlWatch(changes) }));
  return { placementId, pursuitId, edit };
}

test("a back-up whom the host names later reads and writes nothing before the school has published it", async () => {
  const { placementId, pursuitId, edit } = await anaTalksWithMaya();
  await edit({ backupIds: [cast.theo.personId] });
  expect(reasonIn(await look(theo, pursuitId))).toBe("not_found");
  expect(reasonIn(await say(stage, { actor: theo, pursuitId }))).toBe("not_found");
  expect(valueIn(await listThreads(stage.wiring, theo, { page: 1 })).threads).toEqual([]);
  expect(await mentorsIn(pursuitId)).toEqual(["Maya"]);
  expect(valueIn(await look(staff("ines"), pursuitId)).kept).toEqual([{ name: "Theo Nakamura", why: "unread" }]);
  expect(valueIn(await look(student("ana"), pursuitId)).kept).toEqual([]);
  // Whoever was there before goes on, also while the school reads the change.
  valueIn(await say(stage, { actor: maya, pursuitId }));
  await publish(placementId);
  expect(valueIn(await look(theo, pursuitId)).messages.map(({ body }) => body)).toContain("I am afraid of owls");
  expect(await mentorsIn(pursuitId)).toEqual(["Maya", "Theo"]);
});

test("a new lead waits for the school too, and the old one who is not named any more is out", async () => {
  const { placementId, pursuitId, edit } = await anaTalksWithMaya();
  await edit({ leadMentorId: cast.theo.personId, backupIds: [] });
  for (const actor of [maya, theo]) expect(reasonIn(await look(actor, pursuitId))).toBe("not_found");
  expect(await mentorsIn(pursuitId)).toEqual([]);
  // The student still reaches the school there.
  valueIn(await say(stage, { actor: student("ana"), pursuitId }));
  await publish(placementId);
  expect(await mentorsIn(pursuitId)).toEqual(["Theo"]);
});

test.each(["maya", "theo"] as const)(
  "no pair that is kept apart has a seat, also when it came to stand later (%s)",
  async (key) => {
    const pursuitId = await anaTalks(stage);
    valueIn(await say(stage, { actor: student("ana"), pursuitId }));
    const kept = key === "maya" ? maya : theo;
    valueIn(await look(kept, pursuitId));
    await keepApart(cast[key].personId);
    expect(reasonIn(await look(kept, pursuitId))).toBe("not_found");
    expect(reasonIn(await say(stage, { actor: kept, pursuitId }))).toBe("not_found");
    expect(await mentorsIn(pursuitId)).toEqual([key === "maya" ? "Theo" : "Maya"]);
    expect(valueIn(await look(staff("ines"), pursuitId)).kept).toEqual([{ name: cast[key].name, why: "apart" }]);
    valueIn(await look(key === "maya" ? theo : maya, pursuitId));
  },
);

test("a student's pursuit waits for a decision about a back-up as about the lead, and goes on once that is made", async () => {
  await keepApart(cast.theo.personId);
  const pursuitId = await anaContacted(stage);
  const state = async () => (await stage.rows("select state from pursuits where id = $1", [pursuitId]))[0]?.state;
  expect(await state()).toBe("approved");
  const [task] = await stage.rows<{ id: string; props: Record<string, string> }>(
    "select id, props from staff_tasks where kind = 'relative_pair'",
  );
  expect(task?.props).toMatchObject({ mentor: "Theo", mentorId: cast.theo.personId });
  const decision = { taskId: task?.id ?? "", decision: "lift", note: "They do not know each other." } as const;
  valueIn(await decidePair(stage.wiring, staff("ines"), decision));
  expect(await state()).toBe("contacted");
});
