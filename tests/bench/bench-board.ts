// The board and its questions over HTTP, without the engine's other goals: npm run bench:board.
import { servedRows } from "./served";
import { begin, finish, say } from "./table";

say("Milliseconds by the clock, over HTTP from the served product.\n");
begin();
await servedRows();
finish("board");
