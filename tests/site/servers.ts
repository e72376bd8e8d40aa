/** Web servers that are started with the files of docs/deploy, where their program is installed. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { base, root } from './pages.ts';

export interface Server {
  /** File in docs/deploy. */
  file: string;
  name: string;
  /** The program; undefined when it is not installed here. */
  program: string | undefined;
  /** Debian's package, for who wants to have it. */
  debian: string;
  /** Writes the configuration into a folder, round the file as shipped. @returns Arguments of the program. */
  configure(folder: string, site: string, port: number): string[];
}

export interface Running {
  /** Address of the host, without a slash at its end. */
  origin: string;
  stop(): Promise<void>;
}

export const read = (file: string) => readFileSync(join('docs/deploy', file), 'utf8');

export const servers: readonly Server[] = [
  {
    file: 'nginx.conf',
    name: 'nginx',
    debian: 'nginx-light',
    program: find('-v', 'nginx', '/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'),
    configure(folder, site, port) {
      const types = [
        '/etc/nginx/mime.types',
        '/usr/local/etc/nginx/mime.types',
        '/opt/homebrew/etc/nginx/mime.types',
      ].find(existsSync);
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (kind) => `${kind}_temp_path ${join(folder, kind)};`,
      );
      const own = changed('nginx.conf', [
        ['listen 80;', `listen 127.0.0.1:${port};`],
        ['server_name training.example.org;', 'server_name localhost;'],
        ['root /var/www/listen-first;', `root ${site};`],
        ['error_page 404 /404.html;', `error_page 404 ${base}404.html;`],
      ]);
      const file = join(folder, 'nginx.conf');
      writeFileSync(
        file,
        `daemon off;
master_process off;
pid ${join(folder, 'nginx.pid')};
error_log ${join(folder, 'error.log')};
events { worker_connections 64; }
http {
${types ? `include ${types};` : 'types { text/html html; text/javascript js; text/css css; application/json json; image/svg+xml svg; }'}
default_type application/octet-stream;
access_log off;
${temporary.join('\n')}
${own}
}
`,
      );
      return ['-p', folder, '-c', file, '-e', join(folder, 'error.log')];
    },
  },
  {
    file: '.htaccess',
    name: 'Apache',
    debian: 'apache2-bin',
    program: find('-v', 'apache2', '/usr/sbin/apache2', 'httpd', '/usr/sbin/httpd'),
    configure(folder, site, port) {
      const own = changed('.htaccess', [
        ['ErrorDocument 404 /404.html', `ErrorDocument 404 ${base}404.html`],
      ]);
      writeFileSync(join(site, base, '.htaccess'), own);
      const modules =
        ['/usr/lib/apache2/modules', '/usr/lib64/httpd/modules', '/usr/libexec/apache2'].find(existsSync) ??
        '';
      const needed = [
        'mpm_event',
        'authz_core',
        'dir',
        'mime',
        'headers',
        'filter',
        'deflate',
        'unixd',
      ].filter((name) => existsSync(join(modules, `mod_${name}.so`)));
      const file = join(folder, 'httpd.conf');
      writeFileSync(
        file,
        `${needed.map((name) => `LoadModule ${name}_module ${join(modules, `mod_${name}.so`)}`).join('\n')}
ServerRoot ${folder}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${join(folder, 'httpd.pid')}
ErrorLog ${join(folder, 'error.log')}
${existsSync('/etc/mime.types') ? 'TypesConfig /etc/mime.types' : `TypesConfig ${mimeTypes(folder)}`}
DocumentRoot ${site}
<Directory ${site}>
  AllowOverride All
  Require all granted
</Directory>
${process.getuid?.() === 0 ? 'User nobody\nGroup nogroup' : ''}
`,
      );
      return ['-X', '-f', file];
    },
  },
  {
    file: 'Caddyfile',
    name: 'Caddy',
    debian: 'caddy',
    program: find('version', 'caddy', '/usr/bin/caddy', '/usr/local/bin/caddy', '/opt/homebrew/bin/caddy'),
    configure(folder, site, port) {
      const own = changed('Caddyfile', [
        ['training.example.org {', `http://127.0.0.1:${port} {`],
        ['root * /var/www/listen-first', `root * ${site}`],
        ['rewrite * /404.html', `rewrite * ${base}404.html`],
      ]);
      const file = join(folder, 'Caddyfile');
      writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\n${own}`);
      return ['run', '--config', file, '--adapter', 'caddyfile'];
    },
  },
];

/** Starts a server over a copy of the built site, which lies under its base path, as the files say. */
export async function start(server: Server): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'server-'));
  // Servers that are started by root read as somebody else.
  chmodSync(folder, 0o755);
  const site = join(folder, 'site');
  mkdirSync(join(site, base), { recursive: true });
  cpSync(root, join(site, base), { recursive: true });
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const own = { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const child: ChildProcess = spawn(server.program ?? '', server.configure(folder, site, port), {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...own },
  });
  let said = '';
  child.stderr?.on('data', (part) => {
    said += String(part);
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for (let i = 0; i < 200 && child.exitCode === null; i++) {
    if (await fetch(origin + base).catch(() => undefined)) break;
    await new Promise((again) => setTimeout(again, 50));
  }
  if (child.exitCode !== null)
    throw new Error(`${server.name} did not start with docs/deploy/${server.file}: ${said}`);
  return {
    origin,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The file as shipped, but for what every host has to change. @throws {Error} when it no longer has that line. */
function changed(file: string, changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`docs/deploy/${file} has no "${from}".`);
    return text.replace(from, to);
  }, read(file));
}

function mimeTypes(folder: string): string {
  const file = join(folder, 'mime.types');
  writeFileSync(
    file,
    'text/html html\ntext/css css\napplication/json json\nimage/svg+xml svg\nimage/png png\n',
  );
  return file;
}

function find(question: string, ...places: string[]): string | undefined {
  return places.find((place) => spawnSync(place, [question], { stdio: 'ignore' }).status === 0);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening));
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}
