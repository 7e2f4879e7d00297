import { testDatabase } from "#lib/testing/database.ts";
import { searchContract } from "../contract.ts";
import { postgresEngine } from "./postgres.ts";

testDatabase();

searchContract("PostgreSQL", async () => ({ engine: postgresEngine(), close: async () => {} }));
