import { expect, test } from "vitest";
import { smsAddress } from "~/domain/notice/sms-address";

test("a message opens with its words on phones that read them behind ? and on those that read them behind &", () => {
  expect(smsAddress("+1 206 555-0110", "Hi")).toBe("sms:+12065550110?&body=Hi");
});

test("words are UTF-8 in percent signs: lines, accents, quotes and what ends an address stay words", () => {
  const words = "¿Ana & Theo?\n«Jueves» #1 (9:00)!";
  const [, body = ""] = smsAddress("2065550110", words)?.split("?&body=") ?? [];
  expect(body).toMatch(/^[A-Za-z0-9._~%-]+$/);
  expect(decodeURIComponent(body)).toBe(words);
});

test.each(["call the office", "+1 206 555 0110 ext. 12", "12"])("%s takes no message", (phone) => {
  expect(smsAddress(phone, "Hi")).toBeNull();
});
