import { seedSample } from "~db/seed/seed-sample";
import { createTestDatabase, type TestDatabase, type TestDatabaseOptions } from "./database";
import { TEST_NOW } from "./wiring";

/** A test database with the three sample schools and the named cast, as of the tests' standing clock. */
export async function createSeededDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const database = await createTestDatabase(options);
  await seedSample({ ...database, now: TEST_NOW });
  return database;
}
