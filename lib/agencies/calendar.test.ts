import { describe, expect, it } from "vitest";
import { shanghaiDay } from "#lib/platform/clock.ts";
import { dueDate, isLate, reportingYear } from "./calendar.ts";

describe("the due day (条例第四十九条)", () => {
  it("is 31 January for departments and 31 March for a government's whole report", () => {
    expect(dueDate(2023, "department", "organ")).toBe("2024-01-31");
    expect(dueDate(2023, "government", "government")).toBe("2024-03-31");
    expect(dueDate(2023, "office", "area")).toBe("2024-03-31");
  });

  it("is none for townships and for an office's own report, which the law does not name", () => {
    expect(dueDate(2023, "township", "organ")).toBeNull();
    expect(dueDate(2023, "office", "organ")).toBeNull();
    expect(dueDate(2023, "other", "organ")).toBeNull();
  });
});

describe("time is Asia/Shanghai's", () => {
  it("turns the day eight hours before Greenwich", () => {
    expect(shanghaiDay(new Date("2024-01-31T15:59:59Z"))).toBe("2024-01-31");
    expect(shanghaiDay(new Date("2024-01-31T16:00:00Z"))).toBe("2024-02-01");
  });

  it("is late the moment after the due day ends there", () => {
    expect(isLate("2024-01-31", new Date("2024-01-31T15:59:59Z"))).toBe(false);
    expect(isLate("2024-01-31", new Date("2024-01-31T16:00:00Z"))).toBe(true);
    expect(isLate(null, new Date("2030-01-01T00:00:00Z"))).toBeNull();
  });

  it("reports on the year that has ended there", () => {
    expect(reportingYear(new Date("2023-12-31T15:59:59Z"))).toBe(2022);
    expect(reportingYear(new Date("2023-12-31T16:00:00Z"))).toBe(2023);
  });
});
