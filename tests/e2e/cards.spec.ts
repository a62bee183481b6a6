import { expect, type Page } from "playwright/test";
import { expectNoAxeViolation } from "./support/axe";
import { signIn } from "./support/people";
import { test } from "./support/test";

const CARDS = "/student/interests/cards";
const answer = (page: Page, value: string) => page.locator(`button[name="intent"][value="${value}"]`);
const card = (page: Page, step: number) => page.getByText(new RegExp(`^(Card|Tarjeta) ${step} (of|de) 24$`)).first();

/** Where the cards stand: an earlier test may have answered some. */
async function stepNow(page: Page): Promise<number> {
  return Number(await page.locator('input[name="step"]').first().inputValue()) + 1;
}

test("an answer given without a connection stays on the page and goes out by itself when the device is back", async ({
  browser,
}) => {
  const keisha = await signIn(browser, "keisha");
  await keisha.goto(CARDS);
  const at = await stepNow(keisha);
  await keisha.context().setOffline(true);
  await answer(keisha, "left").click();
  await expect(keisha.getByRole("alert").getByText("No connection")).toBeVisible();
  await expect(card(keisha, at)).toBeVisible();
  await expectNoAxeViolation(keisha);
  await keisha.context().setOffline(false);
  await expect(card(keisha, at + 1)).toBeVisible();
  await expect(keisha.getByRole("alert")).toHaveCount(0);
});

test("where the server cannot be reached, the answer is sent again by hand, and counts once", async ({ browser }) => {
  const keisha = await signIn(browser, "keisha");
  await keisha.goto(CARDS);
  const at = await stepNow(keisha);
  // The server takes the answer, and its reply is lost on the way.
  let lost = 0;
  await keisha.route(`**${CARDS}*`, async (route) => {
    if (route.request().method() !== "POST" || lost > 0) return route.fallback();
    lost += 1;
    await route.fetch({ maxRedirects: 0 });
    return route.abort("connectionreset");
  });
  await answer(keisha, "right").click();
  await keisha.getByRole("button", { name: "Send it now" }).click();
  await expect(card(keisha, at + 1)).toBeVisible();
  await keisha.reload();
  await expect(card(keisha, at + 1)).toBeVisible();
  expect(lost).toBe(1);
});

test("two tabs at the same card: the second one is told that it is over and shows the one the student is at", async ({
  browser,
}) => {
  const keisha = await signIn(browser, "keisha");
  await keisha.goto(CARDS);
  const at = await stepNow(keisha);
  const other = await keisha.context().newPage();
  await other.goto(CARDS);
  await answer(keisha, "left").click();
  await expect(card(keisha, at + 1)).toBeVisible();
  await answer(other, "right").click();
  await expect(other.getByText("This card is over. Here is the one you are at.")).toBeVisible();
  await expect(card(other, at + 1)).toBeVisible();
});

test("a device without a voice shows the words in large instead of reading them, and the next card takes them away", async ({
  browser,
}) => {
  const keisha = await signIn(browser, "keisha");
  await keisha.addInitScript(() => {
    window.speechSynthesis.getVoices = () => [];
  });
  await keisha.goto(CARDS);
  const at = await stepNow(keisha);
  await keisha.getByRole("button", { name: "Read aloud" }).click();
  await expect(keisha.getByText("This device has no voice for this language.")).toBeVisible();
  await expectNoAxeViolation(keisha);
  await answer(keisha, "unsure").click();
  await expect(card(keisha, at + 1)).toBeVisible();
  await expect(keisha.getByText("This device has no voice for this language.")).toHaveCount(0);
});

test("the words are read in the page's language by a voice of the device, and by none that would send them away", async ({
  browser,
}) => {
  const keisha = await signIn(browser, "keisha", { locale: "es-MX" });
  await keisha.addInitScript(() => {
    const voice = (name: string, lang: string, localService: boolean) => ({
      name,
      lang,
      localService,
      default: !localService,
      voiceURI: name,
    });
    const voices = [voice("Far", "es-MX", false), voice("English", "en-US", true), voice("Cerca", "es_ES", true)];
    const said: string[] = [];
    class Utterance {
      voice = { name: "" };
      lang = "";
      constructor(readonly text: string) {}
    }
    const speechSynthesis = {
      getVoices: () => voices,
      cancel: () => {},
      speak: ({ voice, lang, text }: Utterance) => said.push(`${voice.name} ${lang} ${text}`),
    };
    Object.defineProperties(window, {
      speechSynthesis: { value: speechSynthesis },
      SpeechSynthesisUtterance: { value: Utterance },
      said: { value: said },
    });
  });
  await keisha.goto(CARDS);
  const words = await keisha.locator('button[name="intent"][value="left"]').innerText();
  await keisha.getByRole("button", { name: "Leer en voz alta" }).click();
  await expect(keisha.getByRole("button", { name: "Dejar de leer" })).toBeVisible();
  const said = await keisha.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/^Cerca es_ES ¿/);
  expect(said[0]).toContain(words.trim());
});
