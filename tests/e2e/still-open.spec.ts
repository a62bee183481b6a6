import { createHash, randomBytes } from "node:crypto";
import { expect } from "playwright/test";
import { cast } from "../../db/cast";
import { expectNoAxeViolation } from "./support/axe";
import { askPastWalls } from "./support/past-walls";
import { test } from "./support/test";

test.use({ viewport: { width: 390, height: 844 } });

/** The link of a mail that asks Maya, in Spanish, about one of hers. Answers it with the listing's title. */
async function askMaya(): Promise<{ token: string; title: string }> {
  const token = randomBytes(32).toString("base64url");
  const [asked] = await askPastWalls<{ title: string }>(
    `with one as (select l.id, p.title from listings l join placements p on p.id = l.placement_id
        where l.school_id = $1 and p.lead_mentor_id = $2 and l.state = 'published' order by l.id limit 1),
      marked as (update listings set still_open_asked_at = now() + interval '1 second' where id = (select id from one)),
      linked as (insert into identity.links (token_hash, kind, school_id, district_id, subject_id, person_id, language, expires_at)
        select $3, 'still-open', $1, s.district_id, $2, $2, 'es', now() + interval '60 days' from schools s where s.id = $1)
      select title from one`,
    [cast.ines.schoolId, cast.maya.personId, createHash("sha256").update(token).digest()],
  );
  if (!asked) throw new Error("the sample has changed");
  return { token, title: asked.title };
}

test("a mentor says from a mail, in Spanish and without an account, that a placement is still open", async ({
  page,
}) => {
  const { token, title } = await askMaya();
  await page.goto(`/still-open/${token}`);
  await expect(page.getByRole("heading", { level: 1, name: "¿Sigue abierto?" })).toBeVisible();
  await expect(page.getByText(title)).toBeVisible();
  await expectNoAxeViolation(page);
  if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}/still-open-390-es.png`, fullPage: true });
  await page.getByRole("button", { name: `Sí, sigue abierto: ${title}` }).click();
  await expect(page.getByText("¡Gracias! No queda nada por responder.")).toBeVisible();
  await expect(page.getByText(title)).toHaveCount(0);
});
