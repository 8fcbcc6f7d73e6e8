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

const shared = (argv) => ({
  mode: argv.mode ?? 'production',
  devtool: argv.mode === 'development' ? 'inline-source-map' : false,
  resolve: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
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
  module: { rules: [compiled('es2019'), { test: /\.css$/, type: 'asset/source' }] },
  plugins: [
    new HtmlPlugin({ template: from('src/workbench/workbench.html'), filename: 'index.html', scriptLoading: 'defer' }),
    new CopyPlugin({ patterns: [{ from: from('assets/sample-ledger.xlsx'), to: 'sample.xlsx' }] }),
  ],
});

const forNode = (argv) => ({
  ...shared(argv),
  target: 'node20',
  module: { rules: [compiled('es2022')] },
});

const commandLine = (argv) => ({
  ...forNode(argv),
  name: 'cli',
  entry: { 'relief-ledger': from('src/cli/main.ts') },
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

module.exports = (_env, argv) => [pages(argv), commandLine(argv), engine(argv)];
