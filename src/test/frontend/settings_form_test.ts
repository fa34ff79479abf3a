import type { Settings } from "../../main/frontend/moderation/manage/contract.ts";
import {
  changesOf,
  fieldsOf,
  grouped,
  readField,
} from "../../main/frontend/moderation/manage/settings-form.ts";
import { assertEquals } from "./assert.ts";

const described = (name: string, bounds: string, otherwise: number | boolean | string[]) => ({
  name,
  bounds,
  default: otherwise,
  explanation: `What ${name} does.`,
});

const settings: Settings = {
  settings: { holdFromLinks: 3, honeypot: true, trackingParameters: ["ref"], bannedWords: ["a"] },
  defaults: { holdFromLinks: 0, honeypot: true, trackingParameters: [], bannedWords: [], later: 5 },
  described: [
    described("later", "a whole number from 1 to 9", 5),
    described("holdFromLinks", "a whole number from 0 to 100", 0),
    described("honeypot", "true or false", true),
    described("trackingParameters", "a list of at most 100 texts of 1 to 100 characters", []),
    described("bannedWords", "a list of at most 5000 texts of 1 to 100 characters", []),
  ],
};
const fields = fieldsOf(settings);
const field = (name: string) => fields.find((field) => field.name === name)!;

Deno.test("a setting is a number, a switch or a list by its default", () => {
  assertEquals(fields.map(({ kind }) => kind), ["number", "number", "switch", "list", "list"]);
  assertEquals([field("holdFromLinks").min, field("holdFromLinks").max], [0, 100]);
  assertEquals(field("later").value, 5);
});

Deno.test("settings are in their groups, unknown ones last, word lists in none", () => {
  assertEquals(
    grouped(fields).map(([group, members]) => [group, members.map(({ name }) => name)]),
    [
      ["hold", ["holdFromLinks"]],
      ["form", ["honeypot"]],
      ["threads", ["trackingParameters"]],
      ["other", ["later"]],
    ],
  );
});

Deno.test("what is typed is read, or refused as the service would", () => {
  assertEquals(readField(field("holdFromLinks"), " 7 "), { value: 7 });
  for (const typed of ["", "x", "1.5", "-1", "1e9"]) {
    assertEquals(readField(field("holdFromLinks"), typed), { wrong: "whole" });
  }
  assertEquals(readField(field("holdFromLinks"), "101"), { wrong: "range" });
  assertEquals(readField(field("later"), "0"), { wrong: "range" });
  assertEquals(readField(field("honeypot"), false), { value: false });
  assertEquals(readField(field("trackingParameters"), "a\n\n b \na"), { value: ["a", "b"] });
});

Deno.test("only what differs is sent, and the default as null", () => {
  const wanted = new Map<string, number | boolean | readonly string[]>([
    ["holdFromLinks", 0],
    ["honeypot", false],
    ["trackingParameters", ["ref"]],
    ["later", 5],
  ]);
  assertEquals(changesOf(fields, wanted), { holdFromLinks: null, honeypot: false });
  assertEquals(changesOf(fields, new Map()), {});
});
