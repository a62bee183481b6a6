import { expect, test } from "vitest";
import { civilDay } from "~/http/civil-day.server";
import { day } from "~/http/person-form.server";

test.each([civilDay, day])(
  "a day is one of our time: a year that PostgreSQL does not know is a fault of its field",
  (shape) => {
    for (const good of ["1900-01-01", "2026-10-15", "2028-02-29"]) expect(shape.safeParse(good).success).toBe(true);
    for (const bad of ["0000-01-01", "0206-10-01", "1899-12-31", "2026-02-30", "2026-13-01", "12026-01-01", ""])
      expect(shape.safeParse(bad).success).toBe(false);
  },
);
