const path = require('node:path');
const { BannerPlugin } = require('webpack');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');

const from = (...parts) => path.resolve(__dirname, ...parts);

// Offices keep old WebView2 and browsers, and some packages ship newer syntax than those can parse (tabster, keyborg, zod):
// everything that reaches a page, packages included, is compiled to ES2019.
const compiled = (target) => ({
  test: /\.m?[jt]sx?$/,
  resolve: { fullySpecified: false },
  use: {
    loader: 'swc-loader',
    options: {
      jsc: {
        target,
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
    },
  },
});

/** What a page does without, taken out before it is packed; loaders run from the last to the first. */
const lighter = [
  {
    include: [from('src/core/checks'), from('src/core/fills')],
    use: { loader: from('scripts/loaders/without-examples.mjs') },
    enforce: 'post',
  },
  { include: from('node_modules/numfmt'), use: { loader: from('scripts/loaders/numfmt-in-chinese.mjs') } },
];

// What two later parts of a page both need is a part of its own, and is loaded once; packages come with what needs them.
const optimization = {
  splitChunks: { chunks: 'async', minSize: 8000, cacheGroups: { default: { minChunks: 2 }, defaultVendors: false } },
};

const shared = (argv) => ({
  mode: argv.mode ?? 'production',
  devtool: argv.mode === 'development' ? 'inline-source-map' : false,
  resolve: {
    extensions: ['.ts', '.tsx', '.mjs', '.js'],
    // Its package.json leads to the CommonJS file, of which nothing can be left out.
    alias: { numfmt$: from('node_modules/numfmt/dist/index.mjs') },
  },
  performance: { hints: false },
  stats: 'errors-warnings',
  cache: { type: 'filesystem' },
});

/** The pages: the workbench, and with it the panel that Excel will show too. */
const pages = (argv) => ({
  ...shared(argv),
  name: 'pages',
  target: ['web', 'es2019'],
  entry: { workbench: from('src/workbench/main.tsx') },
  output: {
    path: from('dist/workbench'),
    filename: '[name].js',
    chunkFilename: '[name].[contenthash:8].js',
    clean: true,
  },
  module: { rules: [compiled('es2019'), ...lighter, { test: /\.css$/, type: 'asset/source' }] },
  optimization,
  plugins: [
    new HtmlPlugin({ template: from('src/workbench/workbench.html'), filename: 'index.html', scriptLoading: 'defer' }),
    new CopyPlugin({ patterns: [{ from: from('assets/sample-ledger.xlsx'), to: 'sample.xlsx' }] }),
  ],
});

const officeJs = {
  local: { script: 'office-js/office.js', sources: "'self'" },
  cdn: {
    script: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
    sources: "'self' https://appsforoffice.microsoft.com",
  },
  cn: {
    script: 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
    sources: "'self' https://appsforoffice.cdn.partner.office365.cn",
  },
};

// What Excel on Windows and on the web loads of office.js, found by reading its loader; the rest of the package is for
// other programs. Microsoft's licence lets the files travel with an add-in in their original form, and no other way.
const officeFiles = [
  'office.js',
  'o15apptofilemappingtable.js',
  'excel-win32-16.01.js',
  'excel-web-16.00.js',
  'zh-cn/office_strings.js',
  'en-us/office_strings.js',
  'telemetry/oteljs_agave.js',
  'telemetry/oteljs.js',
];

/** The page that Excel shows. `--env office=cdn|cn` takes office.js from Microsoft's servers; the default travels with the page. */
const taskpane = (env, argv) => {
  const variant = officeJs[env.office ?? 'local'];
  return {
    ...shared(argv),
    name: 'taskpane',
    target: ['web', 'es2019'],
    entry: { taskpane: from('src/taskpane/main.tsx') },
    output: {
      path: from('dist/taskpane'),
      filename: '[name].js',
      chunkFilename: '[name].[contenthash:8].js',
      clean: true,
    },
    module: { rules: [compiled('es2019'), ...lighter] },
    optimization,
    plugins: [
      ...['taskpane.html', 'commands.html'].map(
        (filename) =>
          new HtmlPlugin({
            template: from('src/taskpane', filename),
            filename,
            inject: false,
            officeJs: variant.script,
            scriptSources: variant.sources,
          }),
      ),
      new CopyPlugin({
        patterns: [
          { from: from('src/taskpane/boot.js'), to: 'boot.js', info: { minimized: true } },
          { from: from('src/taskpane/help.html'), to: 'help.html', info: { minimized: true } },
          { from: from('assets/icons/*.png'), to: 'icons/[name][ext]' },
          ...(variant === officeJs.local
            ? officeFiles.map((file) => ({
                from: from('node_modules/@microsoft/office-js/dist', file),
                to: `office-js/${file}`,
                info: { minimized: true },
              }))
            : []),
        ],
      }),
    ],
  };
};

const forNode = (argv) => ({
  ...shared(argv),
  target: 'node20',
  module: { rules: [compiled('es2022')] },
});

const commandLine = (argv) => ({
  ...forNode(argv),
  name: 'cli',
  entry: { 'relief-ledger': from('src/cli/main.ts'), 'returned-worker': from('src/cli/returned-worker.ts') },
  output: { path: from('dist/cli'), filename: '[name].js', clean: true },
  plugins: [new BannerPlugin({ banner: '#!/usr/bin/env node', raw: true })],
});

/** The engine alone, for measurements: the same code that the doors use, without them. */
const engine = (argv) => ({
  ...forNode(argv),
  name: 'bench',
  entry: { engine: from('benchmarks/engine.ts') },
  output: { path: from('dist/bench'), filename: '[name].js', library: { type: 'commonjs2' }, clean: true },
});

module.exports = (env, argv) => [pages(argv), taskpane(env, argv), commandLine(argv), engine(argv)];
