// Bundles JupyterLab from the extensions package.json names: the page in app/, its settings' schemas and themes beside it.
import { build } from 'esbuild';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const names = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).dependencies).filter(name => name.endsWith('-extension'));
const packages = names.map(name => ({ name, ...JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) }));
rmSync('app', { recursive: true, force: true });

const styles = packages.filter(one => one.styleModule).map(one => `import '${one.name}/${one.styleModule}';`);
const imports = packages.map((one, i) => `import * as extension${i} from '${one.name}';`);
const listed = mime => packages.flatMap((one, i) => !!one.jupyterlab.mimeExtension === mime ? [`extension${i}`] : []).join(', ');
const entry = `${styles.join('\n')}\n${imports.join('\n')}
import { start } from './start.js';
start([${listed(false)}], [${listed(true)}]);`;

// An icon is text where a script imports it, and an address where a style sheet does.
// A tilde in a style sheet stands for the packages' folder.
const addresses = {
  name: 'addresses',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /^~/ }, ({ path }) => ({ path: resolve('node_modules', path.slice(1)) }));
    onResolve({ filter: /\.svg$/ }, ({ path, kind, resolveDir }) => kind === 'url-token' ? undefined : { path: resolve(resolveDir, path), namespace: 'icon' });
    onLoad({ filter: /.*/, namespace: 'icon' }, ({ path }) => ({ contents: readFileSync(path, 'utf8'), loader: 'text' }));
  },
};
const shared = {
  bundle: true, plugins: [addresses], minify: true, logLevel: 'warning', define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  loader: { '.svg': 'dataurl', '.png': 'dataurl', '.gif': 'dataurl', '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl', '.eot': 'dataurl', '.raw.css': 'text' },
};
await build({ ...shared, stdin: { contents: entry, resolveDir: '.' }, outfile: 'app/static/lab.js', alias: { path: 'path-browserify' }, banner: { js: 'var process = { env: {} };' } });

for (const one of packages) {
  if (one.jupyterlab.schemaDir) {
    cpSync(`node_modules/${one.name}/${one.jupyterlab.schemaDir}`, `app/schemas/${one.name}`, { recursive: true });
    writeFileSync(`app/schemas/${one.name}/package.json.orig`, JSON.stringify({ name: one.name, version: one.version }));
  }
  if (one.jupyterlab.themePath)
    await build({ ...shared, entryPoints: [`node_modules/${one.name}/${one.jupyterlab.themePath}`], outfile: `app/themes/${one.name}/index.css` });
}
mkdirSync('app/settings', { recursive: true });
// On a busy machine a first answer may take longer than the second JupyterLab gives it.
writeFileSync('app/settings/overrides.json', JSON.stringify({ '@jupyterlab/completer-extension:manager': { providerTimeout: 30_000 } }));
writeFileSync('app/static/package.json', JSON.stringify({ name: 'lab', version: '4.6.4', jupyterlab: { version: '4.6.4' } }));
cpSync('index.html', 'app/static/index.html');
