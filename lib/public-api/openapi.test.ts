import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, it } from "vitest";
import { RANGES } from "#lib/search/engine.ts";
import { parseState } from "#lib/search/query.ts";
import { openApi } from "./openapi.ts";

const document = openApi("https://example.test");

it("is a valid OpenAPI 3.1 document", async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
});

it("names just the parameters that a search reads", () => {
  const named = document.paths["/api/v1/search"].get.parameters.map(({ name }) => name);
  const ranges = RANGES.flatMap((key) => [`${key}.min`, `${key}.max`]);
  const { ranges: _, ...state } = parseState({}).state;
  expect(named.filter((name) => name !== "lang").toSorted()).toEqual(
    [...Object.keys(state), ...ranges].toSorted(),
  );
});

it("every reference leads to something", () => {
  const references = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/gu);
  const parts: Record<string, Record<string, unknown>> = document.components;
  const found = [...references].map(([, kind = "", name = ""]) => parts[kind]?.[name]);
  expect(found.length).toBeGreaterThan(3);
  expect(found.every((each) => each !== undefined)).toBe(true);
});
