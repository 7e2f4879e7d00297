/** What a file may be that a report is read from, as the field of a form names it. */
export const ACCEPTED_FILES =
  ".docx,.xlsx,.docm,.xlsm,.pdf,.txt,.csv,.md,.html,.htm,.json,text/plain,text/csv,text/html,text/markdown,application/json,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
