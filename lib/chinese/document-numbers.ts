/** 〔2021〕30号 in any brackets, without the organ's letters before it. */
export const DOCUMENT_NUMBER = String.raw`[〔[(【]?(?<year>\d{4})[〕\])】]第?(?<serial>\d+)号`;

/** 索引号 such as 000014349/2024-00469. */
export const INDEX_NUMBER = `[0-9a-z]{5,}(?:[-/][-/0-9a-z]+)+`;
