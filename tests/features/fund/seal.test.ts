import { expect, test } from "vitest";
import { seal, unseal } from "~/steps/seal.server";

const SECRET = "tests only: a secret of the server";

test("what is sealed opens at its place and nowhere else, and not under another secret", () => {
  const sealed = seal(SECRET, "lakeview test key", "sk_test_1");
  expect(sealed.includes("sk_test_1")).toBe(false);
  expect(unseal(SECRET, "lakeview test key", sealed)).toBe("sk_test_1");
  expect(unseal(SECRET, "harbor test key", sealed)).toBeNull();
  expect(unseal(SECRET, "lakeview live key", sealed)).toBeNull();
  expect(unseal("another secret of the server", "lakeview test key", sealed)).toBeNull();
  const changed = Buffer.from(sealed);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  expect(unseal(SECRET, "lakeview test key", changed)).toBeNull();
  expect(seal(SECRET, "lakeview test key", "sk_test_1").equals(sealed)).toBe(false);
});
