import { describe, expect, it } from "vitest";
import { emptyContent } from "#lib/editions/content.ts";
import { draftReducer, initialDraft, openPatch } from "./draft-reducer.ts";
import { EMPTY_PATCH, type Patch } from "./draft-state.ts";

const RECEIVED = "requests.received.total";
const HANDLED = "requests.handled.total";
const GRANTED = "requests.granted.total";

const cells = (values: Record<string, string>): Patch => ({ ...EMPTY_PATCH, cells: values });
const start = () => initialDraft({ content: emptyContent("2021", 2023), revision: 1 });

describe("what was typed is never dropped", () => {
  it("keeps what is typed while a save is under way, and takes in what others wrote elsewhere", () => {
    let view = draftReducer(start(), { type: "typed", patch: cells({ [RECEIVED]: "1" }) });
    view = draftReducer(view, { type: "sent" });
    view = draftReducer(view, { type: "typed", patch: cells({ [HANDLED]: "2" }) });
    const others = cells({ [GRANTED]: "5" });
    view = draftReducer(view, {
      type: "answered",
      answer: { kind: "saved", revision: 2, savedAt: "now", others },
    });
    expect(openPatch(view).cells).toEqual({ [HANDLED]: "2" });
    expect(view.revision).toBe(2);
    expect(view.base.cells[RECEIVED]?.value).toBe(1);
    expect(view.base.cells[GRANTED]?.value).toBe(5);
  });

  it("asks where others changed what was typed while a save was under way", () => {
    let view = draftReducer(start(), { type: "typed", patch: cells({ [RECEIVED]: "1" }) });
    view = draftReducer(view, { type: "sent" });
    view = draftReducer(view, { type: "typed", patch: cells({ [HANDLED]: "2", [GRANTED]: "5" }) });
    const others = cells({ [GRANTED]: "5", [HANDLED]: "6" });
    view = draftReducer(view, {
      type: "answered",
      answer: { kind: "saved", revision: 3, savedAt: "now", others },
    });
    expect(view.conflicts).toEqual([{ part: "cells", key: HANDLED, yours: "2", theirs: "6" }]);
  });

  it("takes back what was sent when the answer is lost, the later value winning", () => {
    const typed = cells({ [RECEIVED]: "1", [GRANTED]: "3" });
    let view = draftReducer(start(), { type: "typed", patch: typed });
    view = draftReducer(view, { type: "sent" });
    view = draftReducer(view, { type: "typed", patch: cells({ [RECEIVED]: "9" }) });
    view = draftReducer(view, { type: "lost" });
    expect(view.pending.cells).toEqual({ [RECEIVED]: "9", [GRANTED]: "3" });
    expect(view.status).toEqual({ kind: "failed", message: null });
  });

  it("keeps a conflict open until a person chooses, and then keeps what they chose", () => {
    const yours = cells({ [RECEIVED]: "1", [HANDLED]: "2" });
    let view = draftReducer(start(), { type: "typed", patch: yours });
    view = draftReducer(view, { type: "sent" });
    const theirs = cells({ [RECEIVED]: "7", [HANDLED]: "8" });
    const others = cells({ [GRANTED]: "5" });
    view = draftReducer(view, {
      type: "answered",
      answer: { kind: "conflict", revision: 5, yours, theirs, others, editedBy: null },
    });
    const [first, second] = view.conflicts;
    if (!first || !second) throw new Error("two conflicts were expected");
    expect(first).toEqual({ part: "cells", key: RECEIVED, yours: "1", theirs: "7" });
    expect(view.pending.cells).toEqual(yours.cells);
    view = draftReducer(view, { type: "settled", conflict: first, keep: "theirs" });
    view = draftReducer(view, { type: "settled", conflict: second, keep: "yours" });
    expect(view.conflicts).toEqual([]);
    expect(view.pending.cells).toEqual({ [HANDLED]: "2" });
    expect(view.base.cells[RECEIVED]?.raw).toBe("7");
    expect(view.base.cells[GRANTED]?.raw).toBe("5");
    expect(view.revision).toBe(5);
  });

  it("on a page older than the site keeps what is typed, before and after, until it is reloaded", () => {
    let view = draftReducer(start(), { type: "typed", patch: cells({ [RECEIVED]: "1" }) });
    view = draftReducer(view, { type: "sent" });
    view = draftReducer(view, { type: "answered", answer: { kind: "outdated" } });
    expect(view.status).toEqual({ kind: "outdated", isKept: false });
    view = draftReducer(view, { type: "kept", isKept: true });
    view = draftReducer(view, { type: "typed", patch: cells({ [GRANTED]: "3" }) });
    expect(view.status).toEqual({ kind: "outdated", isKept: true });
    expect(view.pending.cells).toEqual({ [RECEIVED]: "1", [GRANTED]: "3" });
  });

  it("saves what came over a reload on the revision it was typed on, so that nobody is written over", () => {
    const patch = cells({ [RECEIVED]: "1", [GRANTED]: "3" });
    let view = draftReducer(start(), { type: "typed", patch: cells({ [GRANTED]: "4" }) });
    view = draftReducer(view, { type: "restored", revision: -2, patch });
    expect(view.revision).toBe(-2);
    expect(view.pending.cells).toEqual({ [RECEIVED]: "1", [GRANTED]: "4" });
    expect(view.status).toEqual({ kind: "typing" });
  });
});
