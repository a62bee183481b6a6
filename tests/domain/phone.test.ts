import { expect, test } from "vitest";
import { telephoneAddress } from "~/domain/phone";

test.each([
  ["+1 206 555 0110", "tel:+12065550110"],
  [" +1 (206) 555-0110 ", "tel:+12065550110"],
  ["206.555.0110", "tel:2065550110"],
  ["+1 206 555 0110 ext. 12", "tel:+12065550110;ext=12"],
  ["206 555 0110, x12", "tel:2065550110;ext=12"],
])("%s calls %s", (phone, address) => {
  expect(telephoneAddress(phone)).toBe(address);
});

test.each(["", "-", "call the office", "911 or 112", "+1 206 555 0110 / +1 206 555 0111", "12", "javascript:1"])(
  "%j is shown and not called",
  (phone) => {
    expect(telephoneAddress(phone)).toBeNull();
  },
);
