/**
 * Preloaded for dependency-cruiser: TypeScript 7 has no compiler API that it could use, and its other
 * parser, swc, is never told that a .tsx file holds JSX. This tells it.
 */
const swc = require("@swc/core");

const { parseFileSync } = swc;
swc.parseFileSync = (file, options) =>
  parseFileSync(file, { ...options, tsx: file.endsWith(".tsx") });
