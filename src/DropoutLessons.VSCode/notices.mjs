// Writes THIRD-PARTY-NOTICES.md: every package the published tool carries, with its licence.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const cache = process.env.NUGET_PACKAGES ?? join(homedir(), '.nuget', 'packages');
const libraries = JSON.parse(readFileSync('tool/DropoutLessons.Cli.deps.json', 'utf8')).libraries;
const packages = Object.entries(libraries).filter(([, library]) => library.type === 'package').map(([name]) => name.split('/')).sort();
// A package that names no licence is looked at by a person before it is listed here.
const unnamed = { AsyncIO: 'The package names no licence; it is a part of NetMQ, see its project' };
const field = (spec, name) => new RegExp(`<${name}[^>]*>([^<]*)</${name}>`).exec(spec)?.[1].trim();

const entries = packages.map(([id, version]) => {
  const folder = join(cache, id.toLowerCase(), version);
  const spec = readFileSync(join(folder, `${id.toLowerCase()}.nuspec`), 'utf8');
  const isFile = /<license type="file">/.test(spec);
  const licence = field(spec, 'license') ?? field(spec, 'licenseUrl') ?? unnamed[id];
  if (!licence) throw new Error(`${id} ${version} names no licence: find it out before it is shipped.`);
  const texts = readdirSync(folder).filter(file => /^(licen[cs]e|third-?party-?notices)/i.test(file)).concat(isFile ? licence : []).filter((file, i, all) => all.indexOf(file) === i && existsSync(join(folder, file)));
  return [`## ${id} ${version}`, `${isFile ? 'Own licence, below' : licence}${field(spec, 'copyright') ? ` · ${field(spec, 'copyright')}` : ` · ${field(spec, 'authors')}`}`, field(spec, 'projectUrl') ?? '',
    ...texts.map(file => '```text\n' + readFileSync(join(folder, file), 'utf8').trim() + '\n```')].filter(Boolean).join('\n\n');
});

writeFileSync('THIRD-PARTY-NOTICES.md', `# What this extension carries of others

The tool in \`tool/\` is built with the packages below. plotly.js (MIT, Copyright Plotly, Inc.) is inside Plotly.NET.

${readFileSync('licences.md', 'utf8').trim()}

${entries.join('\n\n')}
`);
