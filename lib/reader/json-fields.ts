/** The fields of a record of JSON, and of what hangs on it under a name that tells of it (`metadata`). */
export function fieldsOf(record: object, about: RegExp): [string, unknown][] {
  return Object.entries(record).flatMap(([key, value]): [string, unknown][] => {
    const isAbout = about.test(key) && typeof value === "object" && value !== null;
    return isAbout ? Object.entries(value) : [[key, value]];
  });
}
