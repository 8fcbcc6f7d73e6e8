import { spawn } from 'node:child_process';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { installPackages, root, runPackage } from './set-up.mjs';

const contentTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

installPackages();
console.log('Building the workbench…');
runPackage('webpack/bin/webpack.js', ['--mode', 'production']);
serve(path.join(root, 'dist', 'workbench'), Number(process.env.PORT ?? 3210));

/** Serves the built page to this computer only; takes the next free port where the first is in use. */
function serve(folder, port) {
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    const file = path.join(folder, asked.endsWith('/') ? `${asked}index.html` : asked);
    if (!file.startsWith(folder + path.sep) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': contentTypes[path.extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-store',
    });
    createReadStream(file).pipe(response);
  });
  server.on('error', (error) => {
    if (error.code === 'EADDRINUSE' && port < 3310) serve(folder, port + 1);
    else throw error;
  });
  server.listen(port, '127.0.0.1', () => {
    const address = `http://127.0.0.1:${port}/?sample`;
    console.log(`\n冬春救助台账助手 is open at ${address}\nStop it with Ctrl+C.`);
    if (!process.env.CI && !process.argv.includes('--no-open')) openInBrowser(address);
  });
}

/** Opens the address in the person's browser; where there is none, the printed address is enough. */
function openInBrowser(address) {
  const [command, ...args] = { win32: ['cmd', '/c', 'start', '', address], darwin: ['open', address] }[
    process.platform
  ] ?? ['xdg-open', address];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
