import { expect, test } from "vitest";
import { chooseVoice } from "~/ui/choose-voice";

const voice = (lang: string, { far = false, first = false } = {}) => ({ lang, localService: !far, default: first });

test("a voice speaks the page's language, however the device writes it", () => {
  const [english, spanish] = [voice("en-US", { first: true }), voice("es_ES")];
  expect(chooseVoice([english, spanish], "es")).toBe(spanish);
  expect(chooseVoice([english, spanish], "en-US")).toBe(english);
  expect(chooseVoice([voice("est-EE")], "es")).toBeNull();
});

test("words are given to no voice that is not on the device, also where it is the only one", () => {
  expect(chooseVoice([voice("en-US", { far: true, first: true })], "en")).toBeNull();
});

test("of several voices the one the person chose for the device reads", () => {
  const chosen = voice("en-GB", { first: true });
  expect(chooseVoice([voice("en-US"), chosen], "en")).toBe(chosen);
});

test("a device without any voice has none", () => {
  expect(chooseVoice([], "en")).toBeNull();
});
