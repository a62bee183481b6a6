// Homes and lists of a large school over HTTP, without the engine's goals: npm run bench:homes.
import { homesRows } from "./homes";
import { begin, finish, say } from "./table";

say("Milliseconds by the clock, over HTTP from the served product.\n");
begin();
await homesRows();
finish("homes");
