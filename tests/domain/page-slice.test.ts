import { expect, test } from "vitest";
import { pageSlice } from "~/domain/page-slice";

test.each([
  [
    { count: 101, wanted: 1 },
    { page: 1, pages: 3, offset: 0 },
  ],
  [
    { count: 101, wanted: 3 },
    { page: 3, pages: 3, offset: 100 },
  ],
  [
    { count: 100, wanted: 3 },
    { page: 2, pages: 2, offset: 50 },
  ],
  [
    { count: 0, wanted: 7 },
    { page: 1, pages: 1, offset: 0 },
  ],
  [
    { count: 60, wanted: 0 },
    { page: 1, pages: 2, offset: 0 },
  ],
  [
    { count: 60, wanted: Number.NaN },
    { page: 1, pages: 2, offset: 0 },
  ],
  [
    { count: 60, wanted: 1.5 },
    { page: 1, pages: 2, offset: 0 },
  ],
])("of %j is %j", (list, slice) => {
  expect(pageSlice({ ...list, limit: 50 })).toEqual({ ...slice, limit: 50 });
});
