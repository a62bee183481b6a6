import type { TestProject } from "vitest/node";
import { openTestServer, type TestServer } from "./test-server";

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** Once per run: the server with the template that `createTestDatabase` copies. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...server } = await openTestServer();
  project.provide("testServer", server);
  return stop;
}
