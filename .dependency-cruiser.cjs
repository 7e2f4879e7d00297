/** The import rules of docs/architecture.md: imports go down only. `scripts/imports.test.ts` plants a breach of each. */

/** What each area of lib may import besides itself and packages (whole areas, or single files). */
const MAY = {
  editions: [],
  chinese: [],
  platform: [],
  checks: ["editions", "chinese", "platform/result"],
  reader: ["editions", "chinese", "checks/issue", "platform/(result|thread-pool)"],
  exports: ["editions", "platform/result"],
  audit: ["platform", "jobs/tasks"],
  jobs: ["platform"],
  files: ["platform", "jobs/tasks"],
  agencies: ["platform", "editions", "chinese", "audit", "identity", "jobs"],
  identity: ["platform", "audit"],
  reports: [
    "platform",
    "editions",
    "chinese",
    "checks",
    "audit",
    "identity",
    "jobs",
    "agencies",
    "files",
  ],
  reading: ["reader", "platform"],
  intake: ["platform", "editions", "reader", "reading", "checks", "identity", "reports", "files"],
  import: [
    "platform",
    "editions",
    "chinese",
    "checks",
    "reader",
    "files",
    "audit",
    "identity",
    "jobs",
    "agencies",
    "reports",
  ],
  "check-service": [
    "editions",
    "checks",
    "reader",
    "reading",
    "platform",
    "identity/client-address",
  ],
  search: [
    "platform",
    "editions",
    "chinese",
    "jobs",
    "agencies",
    "exports",
    "reports/(queries|visibility|stored)",
  ],
  "public-api": ["search", "platform"],
  upkeep: ["platform", "identity", "audit", "search/runs"],
  trends: ["platform", "editions", "reports/(queries|visibility|stored)"],
};

const TESTS = "\\.test\\.tsx?$|/testing/|^lib/search/contract\\.ts$";
/** The one place where the worker's tasks are joined from every area. */
const JOINS_TASKS = "^lib/jobs/handlers\\.ts$";
const ASKS_DATABASE = [
  "^lib/platform/db\\.ts$",
  "^prisma/",
  "^lib/audit/",
  "^lib/search/engines/postgres",
  // Types alone: the one condition of visibility and what a row holds, which the queries share.
  "^lib/reports/(visibility|stored)\\.ts$",
  "^lib/.*[./](queries|commands)[a-z-]*\\.ts$",
];
const KNOWS_NEXT = ["^(app|components|i18n)/", "^lib/identity/(auth-options|session)\\.ts$"];

function only(area, targets) {
  const allowed = [`lib/${area}/`, ...targets.map((target) => `lib/${target}`), "generated/"];
  return {
    name: `${area}-goes-down`,
    comment: `lib/${area} may import only: ${["itself", ...targets].join(", ")}.`,
    severity: "error",
    from: { path: `^lib/${area}/`, pathNot: [TESTS, JOINS_TASKS] },
    to: {
      path: "^(app|components|lib|prisma|scripts|i18n|messages|generated)/",
      pathNot: `^(${allowed.join("|")})`,
    },
  };
}

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(MAY).map(([area, targets]) => only(area, targets)),
    {
      name: "no-circular",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "A file that nothing imports and that imports nothing is forgotten.",
      severity: "error",
      from: {
        orphan: true,
        pathNot: [TESTS, "\\.d\\.m?ts$", "^app/", "^scripts/", "^lib/intl\\.d"],
      },
      to: {},
    },
    {
      name: "no-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-barrels",
      comment: "Import the file, not the folder.",
      severity: "error",
      from: {},
      to: { path: "^(?!node_modules|generated).*/index\\.tsx?$" },
    },
    {
      name: "client-in-its-place",
      comment: "Only queries and commands speak to the database.",
      severity: "error",
      from: { path: "^(app|components|lib|i18n|scripts)/", pathNot: [TESTS, ...ASKS_DATABASE] },
      to: { path: "^generated/prisma/|node_modules/@prisma/" },
    },
    {
      name: "next-in-its-place",
      severity: "error",
      from: { path: "^(lib|prisma|scripts)/", pathNot: [TESTS, ...KNOWS_NEXT] },
      to: { path: "node_modules/next(-auth|-intl)?/" },
    },
    {
      name: "proxy-decides-nothing",
      comment: "Permission never depends on the proxy.",
      severity: "error",
      from: { path: "^proxy\\.ts$" },
      to: { path: "^lib/identity/" },
    },
    {
      name: "components-are-given-their-data",
      comment:
        "A component takes data and actions as props: it imports neither pages, database nor environment.",
      severity: "error",
      from: { path: "^components/", pathNot: TESTS },
      to: { path: "^(app|prisma|scripts|generated)/|^lib/platform/(db|env)\\.ts$" },
    },
    {
      name: "ui-knows-no-domain",
      severity: "error",
      from: { path: "^components/ui/", pathNot: TESTS },
      to: { path: "^(lib|app)/|^components/(?!ui/)" },
    },
    {
      name: "no-tests-in-the-product",
      severity: "error",
      from: { path: "^(app|components|lib|i18n)/", pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: "nothing-above",
      comment: "Neither pages nor libraries import scripts or seeds.",
      severity: "error",
      from: { path: "^(app|components|lib|i18n)/", pathNot: TESTS },
      to: { path: "^(scripts|prisma|e2e)/" },
    },
  ],
  options: {
    // TypeScript 7 has no compiler API for this tool: swc reads the files, with their type imports.
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "^(node_modules|generated)" },
    exclude: { path: "^(\\.next|\\.data)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".d.ts"],
    },
    skipAnalysisNotInRules: true,
  },
};
