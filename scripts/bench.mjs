import { installPackages, runPackage } from './set-up.mjs';

installPackages();
runPackage('webpack/bin/webpack.js', ['--mode', 'production']);
await import('../benchmarks/run.mjs');
